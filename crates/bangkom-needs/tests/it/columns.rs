//! Columns: the same numbers as states, for any order of the rows.

use std::collections::BTreeMap;
use std::ops::{ControlFlow, Range};

use bangkom_domain::Language;
use bangkom_domain::evidence::SourceKind;
use bangkom_domain::finding::{Explain, Severity};
use bangkom_domain::id::PersonId;
use bangkom_domain::measure::Nano;
use bangkom_domain::progress::{Progress, Silent};
use bangkom_needs::columns::{
    AskTable, AskTableError, Collector, ColumnFinding, Columns, ColumnsError, Dictionary, Key,
    Observations, PairScore, TopNeeds, TopOfPerson, Totals, UnitTable, Workforce, score,
};
use bangkom_needs::{NeedsPolicy, Score, ScoreConfig, ScoreMode, ScoreState};
use chrono::Days;
use proptest::prelude::*;

use crate::city::{person, today};

const KINDS: [SourceKind; 3] = [
    SourceKind::Peer,
    SourceKind::Superior,
    SourceKind::Assessment,
];
/// More than a machine word has bits.
const COMPETENCIES: usize = 70;
/// Those that rows speak of, on both sides of the border of a word.
const SPOKEN: [u16; 12] = [0, 1, 2, 3, 4, 61, 62, 63, 64, 65, 66, 69];

/// Person, competency, source, level in quarters, age.
type Row = (u32, u16, u8, u8, u16);

/// Everything that is said of every pair.
#[derive(Debug, Default, PartialEq)]
struct All(BTreeMap<(u32, u16), Seen>);

/// Level, coverage, priority, and the reasons.
type Seen = (Option<Nano>, Nano, Nano, Score);

impl Collector<u32> for All {
    fn pair(&mut self, pair: &PairScore<'_, u32>) {
        let seen = (pair.level, pair.coverage, pair.priority, pair.score());
        let before = self.0.insert((pair.key, pair.competency), seen);
        assert!(before.is_none(), "a pair came twice");
    }

    fn merge(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}

#[derive(Debug, Default, Clone)]
struct Table {
    person: Vec<u32>,
    competency: Vec<u16>,
    source: Vec<u8>,
    level: Vec<f32>,
    age_days: Vec<u16>,
}

impl Table {
    fn new(rows: &[Row]) -> Self {
        let mut table = Self::default();
        for (person, competency, source, quarters, age) in rows {
            table.person.push(*person);
            table.competency.push(*competency);
            table.source.push(*source);
            table.level.push(f32::from(*quarters) / 4.0);
            table.age_days.push(*age);
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

fn config() -> ScoreConfig {
    ScoreConfig::new(&NeedsPolicy::new(today()).coverage_floor(0.2)).unwrap()
}

/// People 100, 103, 106, … in units of ten; profile 0 asks all, profile 1 the even ones.
fn workforce(people: u32) -> Workforce<u32> {
    let table = |profiles: [[u8; 5]; 2]| profiles.map(|asked| asked.repeat(COMPETENCIES / 5));
    let required = table([[4, 3, 5, 2, 4], [4, 0, 5, 0, 3]]).concat();
    let importance = table([[5, 1, 3, 2, 4], [5, 0, 2, 0, 1]]).concat();
    let asks = AskTable::new(COMPETENCIES, &required, &importance).unwrap();
    let keys: Vec<u32> = (0..people).map(|place| 100 + 3 * place).collect();
    let units: Vec<u32> = (0..people).map(|place| place / 10).collect();
    let profiles: Vec<u32> = (0..people).map(|place| place % 2).collect();
    let checked = Workforce::new(&keys, &units, &profiles, asks).unwrap();
    assert!(checked.findings.is_empty());
    checked.value
}

fn rows(people: u32, most: usize) -> impl Strategy<Value = Vec<Row>> {
    let row = (
        0..people,
        prop::sample::select(&SPOKEN),
        0..KINDS.len() as u8,
        4_u8..=20,
        0_u16..5_000,
    );
    let row = row.prop_map(|(place, competency, source, quarters, age)| {
        (100 + 3 * place, competency, source, quarters, age)
    });
    prop::collection::vec(row, 0..most)
}

fn run<C: Collector<u32>>(rows: &[Row], config: &ScoreConfig, make: impl Fn() -> C + Sync) -> C {
    let table = Table::new(rows);
    let workforce = workforce(40);
    let scored = score(
        &table.observations(),
        &workforce,
        config,
        today(),
        make,
        &mut Silent,
    );
    let scored = scored.unwrap();
    assert_eq!(
        (scored.report.used, scored.report.left_out()),
        (rows.len() as u64, 0)
    );
    scored.collector
}

fn states(rows: &[Row], config: &ScoreConfig) -> BTreeMap<(u32, u16), Score> {
    let mut states: BTreeMap<_, ScoreState> = BTreeMap::new();
    for (person, competency, source, quarters, age) in rows {
        let state = states.entry((*person, *competency));
        let state = state.or_insert_with(|| ScoreState::new(config));
        let (kind, day) = (
            KINDS[usize::from(*source)],
            today() - Days::new(u64::from(*age)),
        );
        let level = f64::from(*quarters) / 4.0;
        state.update(config, kind, level, day, 1).unwrap();
    }
    let finished = states.into_iter();
    finished
        .map(|(key, state)| (key, state.finish(config, today()).unwrap()))
        .collect()
}

proptest! {
    #[test]
    fn every_pair_is_scored_as_a_state(mut all in rows(40, 300), grouped in any::<bool>(), back in 0_u64..2_000) {
        if grouped {
            all.sort_by_key(|row| row.0);
        }
        let config = config().with_landmark(today() - Days::new(back));
        let found = run(&all, &config, All::default).0;
        let expected = states(&all, &config);
        prop_assert_eq!(found.len(), expected.len());
        for (key, (level, coverage, _, score)) in found {
            let expected = &expected[&key];
            prop_assert_eq!(level.map(Into::into), expected.level);
            prop_assert_eq!(coverage, expected.coverage);
            prop_assert_eq!(&score, expected);
        }
    }

    #[test]
    fn the_order_of_rows_changes_nothing(all in rows(40, 300), turn in 0_usize..300, size in 1_usize..40) {
        let make = || (All::default(), Totals::default(), UnitTable::new(COMPETENCIES, Nano::from_units(4)));
        let config = config();
        let whole = run(&all, &config, make);
        let mut sorted = all.clone();
        sorted.sort_by_key(|row| row.0);
        prop_assert!(whole == run(&sorted, &config, make), "grouped");
        // Long runs, but persons come in several.
        let mut broken: Vec<Row> = sorted.chunks(size).rev().flatten().copied().collect();
        prop_assert!(whole == run(&broken, &config, make), "in chunks");
        broken.rotate_left(turn.min(all.len()));
        prop_assert!(whole == run(&broken, &config, make), "turned");
    }

    #[test]
    fn rankings_are_those_of_a_plain_sort(all in rows(40, 1_500), most in 1_usize..20, each in 0_usize..12) {
        let make = || (All::default(), TopNeeds::new(most), TopOfPerson::new(each));
        let (pairs, top, of_person) = run(&all, &config(), make);
        let mut sorted: Vec<_> = pairs.0.iter().map(|((key, competency), seen)| (-seen.2.raw(), *key, *competency)).collect();
        sorted.retain(|need| need.0 < 0);
        sorted.sort_unstable();
        let found: Vec<_> = top.ranked().iter().map(|need| (-need.priority.reveal().raw(), need.key, need.competency)).collect();
        prop_assert_eq!(&found, &sorted[..most.min(sorted.len())]);
        sorted.sort_by_key(|need| need.1);
        let expected: Vec<_> = sorted.chunk_by(|a, b| a.1 == b.1).flat_map(|of| of.iter().take(each)).copied().collect();
        let workforce = workforce(40);
        let others = of_person.clone();
        let of_person = of_person.by_person(workforce.people());
        let found: Vec<_> = of_person.ranked(workforce.people()).map(|need| (-need.priority.reveal().raw(), need.key, need.competency)).collect();
        prop_assert_eq!(of_person.len(), found.len());
        prop_assert_eq!(&found, &expected);
        let keys = workforce.people().keys().iter().copied().chain([1]);
        let looked_up: Vec<_> = keys.flat_map(|key| of_person.of(workforce.people(), key)).map(|need| (-need.priority.reveal().raw(), need.key, need.competency)).collect();
        prop_assert_eq!(looked_up, expected);
        // People who are not those that were scored: whoever is missing has no needs.
        let (fewer, more) = (Dictionary::new(&[100_u32, 103]), Dictionary::new(&(0..300).collect::<Vec<u32>>()));
        prop_assert!(of_person.of(&more, 299).next().is_none());
        prop_assert!(others.by_person(&fewer).ranked(&fewer).all(|need| need.key <= 103));
    }

    #[test]
    fn tables_and_totals_add_up(all in rows(40, 300)) {
        let threshold = Nano::from_units(4);
        let (pairs, totals, table) = run(&all, &config(), || (All::default(), Totals::default(), UnitTable::new(COMPETENCIES, threshold)));
        let levels: i128 = pairs.0.values().filter_map(|seen| seen.0).map(|level| i128::from(level.raw())).sum();
        let priorities: i128 = pairs.0.values().map(|seen| i128::from(seen.2.raw())).sum();
        prop_assert_eq!((totals.pairs, totals.levels, totals.priorities), (pairs.0.len() as u64, levels, priorities));
        let cells: Vec<_> = table.cells().collect();
        let people: u64 = cells.iter().map(|(.., cell)| u64::from(cell.people)).sum();
        prop_assert_eq!(people, totals.scored);
        for (unit, competency, cell) in cells {
            let of_cell = pairs.0.iter().filter(|((key, of), seen)| (key - 100) / 30 == unit && *of == competency && seen.0.is_some());
            let priorities: Vec<Nano> = of_cell.map(|(_, seen)| seen.2).collect();
            prop_assert_eq!(cell.people as usize, priorities.len());
            prop_assert_eq!(cell.over as usize, priorities.iter().filter(|priority| **priority > threshold).count());
            prop_assert_eq!(cell.priorities, priorities.iter().copied().sum());
            prop_assert_eq!(table.cell(unit, competency), cell);
        }
    }

    #[test]
    fn new_people_change_nothing_for_the_others(all in rows(20, 200), more in rows(20, 200)) {
        let before = run(&all, &config(), All::default);
        let mut both = all;
        both.extend(more.into_iter().map(|row| (row.0 + 60, row.1, row.2, row.3, row.4)));
        let after = run(&both, &config(), All::default);
        for (key, seen) in before.0 {
            prop_assert_eq!(&after.0[&key], &seen);
        }
    }

    #[test]
    fn fast_mode_differs_by_rounding_only(all in rows(40, 300)) {
        let exact = run(&all, &config(), All::default).0;
        let fast = run(&all, &config().with_mode(ScoreMode::Fast), All::default).0;
        prop_assert_eq!(exact.len(), fast.len());
        for (exact, fast) in exact.values().zip(fast.values()) {
            let distance = exact.0.zip(fast.0).map(|(a, b)| (a.raw() - b.raw()).abs());
            prop_assert!(distance.unwrap_or(0) <= 2);
            prop_assert_eq!((exact.0.is_some(), exact.1), (fast.0.is_some(), fast.1));
        }
    }

    #[test]
    fn a_dictionary_finds_what_is_there(mut keys in prop::collection::vec(0_u32..5_000, 0..3_000), absent in 5_000_u32..) {
        check_dictionary(&keys, absent);
        let wide: Vec<u64> = keys.iter().map(|key| u64::from(*key) << 33).collect();
        check_dictionary(&wide, 1);
        let wider: Vec<u128> = keys.iter().map(|key| u128::from(*key) << 70).collect();
        check_dictionary(&wider, 1);
        let ids: Vec<PersonId> = keys.iter().map(|key| person(u128::from(*key))).collect();
        check_dictionary(&ids, person(u128::from(absent)));
        keys.reverse();
        check_dictionary(&keys, absent);
    }
}

fn check_dictionary<K: Key + std::fmt::Debug>(keys: &[K], absent: K) {
    let dictionary = Dictionary::new(keys);
    let mut sorted = keys.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(dictionary.keys(), sorted);
    for (place, key) in sorted.iter().enumerate() {
        assert_eq!(dictionary.place(*key), Some(place as u32));
    }
    assert_eq!(dictionary.place(absent), None);
}

#[test]
fn equal_hashes_find_their_places() {
    // Keys that a Fibonacci hash puts close together: multiples of its inverse.
    let inverse = 0xf1de_83e1_9937_733d_u64;
    let near: Vec<u64> = (0..500).map(|step| inverse.wrapping_mul(step)).collect();
    check_dictionary(&near, 1);
    let short: Vec<u32> = (0..4_000).map(|step| step << 20).collect();
    check_dictionary(&short, 7);
}

#[test]
fn many_rows_in_every_order_give_the_same() {
    let row = |index: u32| {
        let place = index / 37 % 40;
        let competency = SPOKEN[index as usize / 5 % SPOKEN.len()];
        let level = (4 + index.wrapping_mul(2_654_435_761) % 17) as u8;
        (
            100 + 3 * place,
            competency,
            (index % 3) as u8,
            level,
            (index % 1_900) as u16,
        )
    };
    let grouped: Vec<Row> = {
        let mut rows: Vec<Row> = (0..300_000).map(row).collect();
        rows.sort_by_key(|row| row.0);
        rows
    };
    let mut shuffled = grouped.clone();
    for index in 0..shuffled.len() {
        shuffled.swap(index, (index * 7_919 + 13) % grouped.len());
    }
    let all = || All::default();
    assert!(run(&grouped, &config(), all) == run(&shuffled, &config(), all));
}

#[test]
fn rows_that_cannot_be_used_are_named_and_the_others_count() {
    let good: Row = (100, 0, 1, 8, 0);
    for grouped in [true, false] {
        let mut rows = vec![good; 8];
        if !grouped {
            rows.extend((1..9).map(|place| (100 + 3 * place, 0, 1, 8, 0)));
        }
        let mut table = Table::new(&rows);
        let first = rows.len() as u64 + 1;
        let bad = [
            (101, 0, 1, 2.0),
            (100, COMPETENCIES as u16, 1, 2.0),
            (100, 0, 3, 2.0),
            (100, 0, 1, f32::NAN),
            (100, 0, 1, f32::INFINITY),
            (100, 0, 1, 5.01),
            (100, 0, 1, 0.99),
            (100, 0, 1, -2.0),
            (102, 9, 9, f32::NAN),
        ];
        for (person, competency, source, level) in bad {
            table.person.push(person);
            table.competency.push(competency);
            table.source.push(source);
            table.level.push(level);
            table.age_days.push(0);
        }
        let workforce = workforce(40);
        let scored = score(
            &table.observations(),
            &workforce,
            &config(),
            today(),
            All::default,
            &mut Silent,
        );
        let report = scored.unwrap().report;
        assert_eq!(report.used, rows.len() as u64);
        assert_eq!(report.left_out(), bad.len() as u64);
        assert_eq!((report.unknown_person, report.unknown_competency), (2, 1));
        assert_eq!((report.unknown_source, report.not_a_level), (1, 5));
        let mut named: Vec<u64> = report.findings().iter().map(ColumnFinding::row).collect();
        named.sort_unstable();
        let expected: Vec<u64> = (first..first + bad.len() as u64).collect();
        assert_eq!(named, expected, "grouped: {grouped}");
    }
}

#[test]
fn of_many_bad_rows_the_first_hundred_are_named() {
    let rows: Vec<Row> = (0..5_000).map(|index| (99, 0, 1, 8, index)).collect();
    let table = Table::new(&rows);
    let workforce = workforce(3);
    let scored = score(
        &table.observations(),
        &workforce,
        &config(),
        today(),
        All::default,
        &mut Silent,
    );
    let report = scored.unwrap().report;
    assert_eq!((report.used, report.unknown_person), (0, 5_000));
    let named: Vec<u64> = report.findings().iter().map(ColumnFinding::row).collect();
    assert_eq!(named, (1..=100).collect::<Vec<_>>());
}

#[test]
fn findings_show_no_key_and_no_level() {
    let mut table = Table::new(&[(196_608, 0, 1, 8, 0), (100, 0, 1, 8, 0)]);
    table.level[1] = 7.375;
    let workforce = workforce(3);
    let observations = table.observations();
    let scored = score(
        &observations,
        &workforce,
        &config(),
        today(),
        All::default,
        &mut Silent,
    );
    let findings = scored.unwrap().report.findings();
    let texts = findings.iter().flat_map(|finding| {
        let texts = [Language::Id, Language::En]
            .iter()
            .map(|language| finding.text(*language));
        texts.chain([format!("{finding:?}")])
    });
    let all = texts.collect::<Vec<_>>().join("\n");
    assert!(!all.contains("196608") && !all.contains("7.375"), "{all}");
    let debug = format!("{observations:?} {workforce:?} {:?}", workforce.people());
    assert!(
        !debug.contains("196608") && !debug.contains("103"),
        "{debug}"
    );
}

/// Why a table is refused.
fn attempt(table: &Table, kinds: &[SourceKind], config: &ScoreConfig) -> ColumnsError {
    let observations = Observations {
        kinds,
        ..table.observations()
    };
    let scored = score(
        &observations,
        &workforce(3),
        config,
        today(),
        Totals::default,
        &mut Silent,
    );
    scored.map(|scored| scored.collector.pairs).unwrap_err()
}

#[test]
fn columns_that_do_not_fit_are_refused() {
    let table = Table::new(&[(100, 0, 1, 8, 0); 9]);
    let mut short = table.clone();
    short.level.pop();
    let error = attempt(&short, &KINDS, &config());
    assert!(
        matches!(
            error,
            ColumnsError::Lengths {
                column: "level",
                expected: 9,
                found: 8
            }
        ),
        "{error}"
    );
    let mut short = table.clone();
    short.age_days.clear();
    assert!(matches!(
        attempt(&short, &KINDS, &config()),
        ColumnsError::Lengths {
            column: "age_days",
            ..
        }
    ));
}

#[test]
fn kinds_and_days_that_do_not_fit_are_refused() {
    let table = Table::new(&[(100, 0, 1, 8, 0); 9]);
    let twice = [SourceKind::Peer, SourceKind::Superior, SourceKind::Peer];
    assert!(matches!(
        attempt(&table, &twice, &config()),
        ColumnsError::TwoCodes {
            kind: SourceKind::Peer
        }
    ));
    let mut policy = NeedsPolicy::new(today());
    policy.sources.retain(|rule| rule.kind != SourceKind::Peer);
    let narrow = ScoreConfig::new(&policy).unwrap();
    assert!(matches!(
        attempt(&table, &KINDS, &narrow),
        ColumnsError::NoRule {
            kind: SourceKind::Peer
        }
    ));
    let old = config().with_landmark(today() - Days::new(365 * 15 + 1));
    assert!(matches!(
        attempt(&table, &KINDS, &old),
        ColumnsError::BeyondLandmark { .. }
    ));
}

#[test]
fn nothing_in_nothing_out() {
    let none = Table::default();
    for people in [0, 3] {
        let workforce = workforce(people);
        let scored = score(
            &none.observations(),
            &workforce,
            &config(),
            today(),
            Totals::default,
            &mut Silent,
        );
        assert_eq!(scored.unwrap().collector, Totals::default());
    }
    let table = Table::new(&[(100, 0, 1, 8, 0), (103, 0, 1, 8, 0)]);
    let scored = score(
        &table.observations(),
        &workforce(0),
        &config(),
        today(),
        Totals::default,
        &mut Silent,
    );
    assert_eq!(scored.unwrap().report.unknown_person, 2);
}

#[test]
fn an_observer_hears_and_may_stop() {
    let rows: Vec<Row> = (0..200_000_u32)
        .map(|index| (100 + 3 * (index % 40), 0, 1, 8, 0))
        .collect();
    let mut sorted = rows.clone();
    sorted.sort_unstable();
    for rows in [rows, sorted] {
        let table = Table::new(&rows);
        let mut last = 0;
        let mut watch = |progress: Progress| {
            assert_eq!(
                (progress.phase, progress.total),
                ("needs.columns", rows.len() as u64)
            );
            last = progress.done;
            ControlFlow::Continue(())
        };
        let scored = score(
            &table.observations(),
            &workforce(40),
            &config(),
            today(),
            Totals::default,
            &mut watch,
        );
        assert_eq!(scored.unwrap().report.used, rows.len() as u64);
        assert!(last > 0);
        let mut stop = |_: Progress| ControlFlow::Break(());
        let stopped = score(
            &table.observations(),
            &workforce(40),
            &config(),
            today(),
            Totals::default,
            &mut stop,
        );
        assert!(matches!(stopped.unwrap_err(), ColumnsError::Stopped));
    }
}

/// Columns whose parts come a row short, or not at all.
struct Faulty(Table, bool);

impl Columns<u32> for Faulty {
    type Room = ();

    fn kinds(&self) -> &[SourceKind] {
        &KINDS
    }

    fn rows(&self) -> usize {
        self.0.person.len()
    }

    fn persons<'r>(
        &'r self,
        rows: Range<usize>,
        (): &'r mut (),
    ) -> Result<&'r [u32], ColumnsError> {
        Ok(&self.0.person[rows])
    }

    fn part<'r>(
        &'r self,
        rows: Range<usize>,
        room: &'r mut (),
    ) -> Result<Observations<'r, u32>, ColumnsError> {
        if self.1 {
            let (first, end) = (rows.start, rows.end);
            return Err(ColumnsError::Read {
                first,
                end,
                source: "the disk is gone".into(),
            });
        }
        let short = rows.start..rows.end - 1;
        let all = self.0.observations();
        let kinds = all.kinds;
        let person = self.persons(short.clone(), room)?;
        let part = Observations {
            kinds,
            person,
            competency: &self.0.competency[short.clone()],
            source: &self.0.source[short.clone()],
            level: &self.0.level[short.clone()],
            age_days: &self.0.age_days[short],
        };
        Ok(part)
    }
}

#[test]
fn what_cannot_be_read_is_said() {
    for people in [1, 40] {
        let rows: Vec<Row> = (0..80)
            .map(|index| (100 + 3 * (index % people), 0, 1, 8, 0))
            .collect();
        let broken = Faulty(Table::new(&rows), true);
        let error = score(
            &broken,
            &workforce(40),
            &config(),
            today(),
            Totals::default,
            &mut Silent,
        )
        .unwrap_err();
        assert!(
            matches!(
                error,
                ColumnsError::Read {
                    first: 0,
                    end: 80,
                    ..
                }
            ),
            "{error}"
        );
        let short = Faulty(Table::new(&rows), false);
        let error = score(
            &short,
            &workforce(40),
            &config(),
            today(),
            Totals::default,
            &mut Silent,
        )
        .unwrap_err();
        assert!(
            matches!(
                error,
                ColumnsError::Lengths {
                    expected: 80,
                    found: 79,
                    ..
                }
            ),
            "{error}"
        );
    }
}

#[test]
fn people_and_tables_are_checked() {
    let table = |required: &[u8], importance: &[u8]| AskTable::new(2, required, importance);
    assert!(matches!(
        table(&[4, 6], &[1, 1]),
        Err(AskTableError::OutOfRange {
            competency: 1,
            level: 6,
            ..
        })
    ));
    assert!(matches!(
        table(&[4, 5], &[1, 6]),
        Err(AskTableError::OutOfRange { importance: 6, .. })
    ));
    assert!(matches!(
        table(&[4, 5, 3], &[1, 1, 1]),
        Err(AskTableError::Shape { .. })
    ));
    assert!(matches!(
        AskTable::new(0, &[], &[]),
        Err(AskTableError::Competencies { given: 0 })
    ));
    let asks = table(&[4, 5], &[1, 1]).unwrap();
    let checked = Workforce::new(
        &[3_u32, 1, 1, 2, 2, 4],
        &[0, 1, 1, 0, 1, 0],
        &[0, 0, 0, 0, 0, 1],
        asks.clone(),
    )
    .unwrap();
    assert_eq!(checked.value.people().keys(), [1, 3]);
    let severities: Vec<_> = checked
        .findings
        .iter()
        .map(|finding| (finding.code(), finding.severity()))
        .collect();
    assert_eq!(
        severities,
        [
            ("needs.column_repeated_person", Severity::Info),
            ("needs.column_repeated_person", Severity::Error),
            ("needs.column_unknown_profile", Severity::Error),
        ]
    );
    let short = Workforce::new(&[1_u32, 2], &[0], &[0, 0], asks).unwrap_err();
    assert!(matches!(
        short,
        ColumnsError::Lengths {
            column: "units",
            expected: 2,
            found: 1
        }
    ));
}

/// Keys that lie unevenly overflow the buckets where they belong.
#[test]
fn everybody_of_many_is_found() {
    let keys: Vec<u32> = (0..20_000).map(|place| place * place).collect();
    let asks = AskTable::new(COMPETENCIES, &[4; COMPETENCIES], &[5; COMPETENCIES]).unwrap();
    let posts = vec![0; keys.len()];
    let workforce = Workforce::new(&keys, &posts, &posts, asks).unwrap().value;
    let rows = keys.iter().flat_map(|key| [(*key, 0, 1, 8, 0); 4]);
    let table = Table::new(&rows.collect::<Vec<Row>>());
    let columns = table.observations();
    let make = Totals::default;
    let scored = score(&columns, &workforce, &config(), today(), make, &mut Silent).unwrap();
    assert_eq!(scored.report.unknown_person, 0);
    assert_eq!(scored.collector.pairs, keys.len() as u64);
}
