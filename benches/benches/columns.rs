//! Scoring of columns: rows a second by order, mode and size.

use bangkom::domain::evidence::SourceKind;
use bangkom::domain::progress::Silent;
use bangkom::needs::columns::{AskTable, Key, Observations, TopNeeds, Totals, Workforce, score};
use bangkom::needs::{NeedsPolicy, ScoreConfig, ScoreMode};
use chrono::NaiveDate;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const COMPETENCIES: usize = 40;
const KINDS: [SourceKind; 4] = [
    SourceKind::Superior,
    SourceKind::Assessment,
    SourceKind::Peer,
    SourceKind::Observation,
];

/// Rows in columns: 36 of each person, about nine competencies.
#[derive(Default)]
struct Table {
    person: Vec<u32>,
    competency: Vec<u16>,
    source: Vec<u8>,
    level: Vec<f32>,
    age_days: Vec<u16>,
}

impl Table {
    fn new(people: u32, grouped: bool) -> Self {
        let rows = u64::from(people) * 36;
        let mut table = Self::default();
        for row in 0..rows {
            // A step that shares no factor with the number of rows visits each once.
            let row = if grouped { row } else { row * 1_000_003 % rows };
            let draw = row.mix();
            table.person.push((row / 36) as u32 * 7);
            table.competency.push((row % 9 * 4 + draw % 2) as u16);
            table.source.push((draw >> 8) as u8 % 4);
            table.level.push(1.0 + ((draw >> 16) % 401) as f32 / 100.0);
            table.age_days.push((draw >> 32) as u16 % 730);
        }
        table
    }

    fn observations(&self) -> Observations<'_, u32> {
        Observations {
            kinds: &KINDS,
            person: &self.person,
            competency: &self.competency,
            source: &self.source,
            level: &self.level,
            age_days: &self.age_days,
        }
    }
}

fn workforce(people: u32) -> Result<Workforce<u32>, Box<dyn std::error::Error>> {
    let asks = AskTable::new(COMPETENCIES, &[4; COMPETENCIES], &[3; COMPETENCIES])?;
    let keys: Vec<u32> = (0..people).map(|person| person * 7).collect();
    let (units, profiles) = (vec![0; keys.len()], vec![0; keys.len()]);
    Ok(Workforce::new(&keys, &units, &profiles, asks)?.value)
}

fn columns(c: &mut Criterion) {
    let today = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default();
    let Ok(exact) = ScoreConfig::new(&NeedsPolicy::new(today)) else {
        return;
    };
    let fast = exact.clone().with_mode(ScoreMode::Fast);
    let mut group = c.benchmark_group("columns");
    group.sample_size(10);
    for people in [5_000, 50_000] {
        let Ok(workforce) = workforce(people) else {
            return;
        };
        for (order, grouped) in [("grouped", true), ("shuffled", false)] {
            let table = Table::new(people, grouped);
            group.throughput(Throughput::Elements(table.person.len() as u64));
            for (mode, config) in [("exact", &exact), ("fast", &fast)] {
                let id = BenchmarkId::new(format!("{order} {mode}"), people);
                group.bench_function(id, |b| {
                    let make = || (Totals::default(), TopNeeds::new(1_000));
                    let rows = table.observations();
                    b.iter(|| score(&rows, &workforce, config, today, make, &mut Silent));
                });
            }
        }
    }
    group.finish();
}

criterion_group!(benches, columns);
criterion_main!(benches);
