use std::path::Path;

use bangkom::domain::measure::Nano;
use bangkom::domain::progress::Silent;
use bangkom::needs::columns::{
    AskTable, NeedsByPerson, RankedNeed, Scored, TopNeeds, TopOfPerson, Totals, UnitTable,
    Workforce, score,
};
use bangkom::needs::{NeedsPolicy, ScoreConfig, ScoreMode, SourceRule};
use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::PairDigest;
use super::columns::{COMPETENCIES, Column, RowFiles, SOURCES};

/// Whatever kept the workload from being scored.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The six results of the workload.
#[derive(Debug)]
pub struct Results {
    /// Sums over pairs: results one to three.
    pub totals: Totals,
    /// The digest of all pairs.
    pub pairs: PairDigest,
    /// Each employee's three greatest gaps.
    pub top_of_person: NeedsByPerson,
    /// The employees.
    pub workforce: Workforce<u32>,
    /// Gaps by office and competency.
    pub offices: UnitTable,
    /// The 10,000 greatest gaps.
    pub top: Vec<RankedNeed<u32>>,
}

/// Reads and scores the folder `dir` with its rows in the order `kind`.
///
/// # Errors
/// A file that cannot be read, any error of the library, and rows that it left out.
pub fn run(dir: &Path, kind: &str, mode: ScoreMode) -> Result<Results, Failure> {
    let as_of = NaiveDate::from_ymd_opt(2026, 1, 1).ok_or("no such day")?;
    let config = ScoreConfig::new(&policy(as_of))?.with_mode(mode);
    let workforce = workforce(dir)?;
    let rows = RowFiles::open(dir, kind)?;
    let make = || {
        let offices = UnitTable::new(COMPETENCIES, Nano::from_units(4));
        let top = (TopOfPerson::new(3), offices, TopNeeds::new(10_000));
        (
            Totals::default(),
            PairDigest::default(),
            top.0,
            top.1,
            top.2,
        )
    };
    let Scored { collector, report } = score(&rows, &workforce, &config, as_of, make, &mut Silent)?;
    if report.left_out() > 0 {
        return Err(format!("{} rows were left out", report.left_out()).into());
    }
    let (totals, pairs, top_of_person, offices, top) = collector;
    Ok(Results {
        totals,
        pairs,
        top_of_person: top_of_person.by_person(workforce.people()),
        workforce,
        offices,
        top: top.ranked(),
    })
}

fn policy(as_of: NaiveDate) -> NeedsPolicy {
    let mut policy = NeedsPolicy::new(as_of).coverage_floor(0.0);
    policy.sources = SOURCES
        .iter()
        .map(|(kind, weight, half_life_days)| SourceRule {
            weight: *weight,
            half_life_days: *half_life_days,
            min_answers: 1,
            expected: true,
            ..SourceRule::preset(*kind)
        })
        .collect();
    policy
}

fn workforce(dir: &Path) -> Result<Workforce<u32>, Failure> {
    let small = |name| -> Result<Vec<u8>, Failure> {
        let column: Vec<f32> = Column::open(dir.join(name))?.all()?;
        Ok(column.into_iter().map(|value| value as u8).collect())
    };
    let wide = |name| -> Result<Vec<u32>, Failure> {
        let column: Vec<u16> = Column::open(dir.join(name))?.all()?;
        Ok(column.into_iter().map(u32::from).collect())
    };
    let asks = AskTable::new(
        COMPETENCIES,
        &small("required.f32")?,
        &small("importance.f32")?,
    )?;
    let (offices, positions) = (wide("office.u16")?, wide("position.u16")?);
    let keys: Vec<u32> = (0..).take(offices.len()).collect();
    let workforce = Workforce::new(&keys, &offices, &positions, asks)?.into_result();
    workforce.map_err(|findings| format!("{} people were left out", findings.len()).into())
}

impl Results {
    fn tops(&self) -> impl Iterator<Item = RankedNeed<u32>> {
        self.top_of_person.ranked(self.workforce.people())
    }

    /// The line of totals that all engines print alike.
    pub fn line(&self) -> String {
        let units = |sum: i128| sum as f64 / Nano::PER_UNIT as f64;
        let over: u64 = self
            .offices
            .cells()
            .map(|(.., cell)| u64::from(cell.over))
            .sum();
        format!(
            "pairs {} combined {:.6} coverage {:.6} gap {:.6} over {over} top3 {:.3} top10000 {:.6}",
            self.totals.pairs,
            units(self.totals.levels),
            units(self.totals.coverages),
            units(self.totals.priorities),
            units(sum(self.tops())),
            units(sum(self.top.iter().copied())),
        )
    }

    /// The SHA-256 of everything, the same where all results are the same.
    pub fn digest(&self) -> String {
        let mut hasher = Sha256::new();
        hasher.update(self.pairs.0.to_le_bytes());
        let numbers = [
            self.totals.levels,
            self.totals.coverages,
            self.totals.priorities,
        ];
        for sum in numbers {
            hasher.update(sum.to_le_bytes());
        }
        for need in self.tops().chain(self.top.iter().copied()) {
            hasher.update(need.key.to_le_bytes());
            hasher.update(need.competency.to_le_bytes());
            hasher.update(need.priority.reveal().raw().to_le_bytes());
        }
        for (unit, competency, cell) in self.offices.cells() {
            hasher.update(unit.to_le_bytes());
            hasher.update(competency.to_le_bytes());
            hasher.update(cell.people.to_le_bytes());
            hasher.update(cell.over.to_le_bytes());
            hasher.update(cell.priorities.raw().to_le_bytes());
        }
        let bytes = hasher.finalize();
        bytes
            .iter()
            .fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
    }
}

fn sum(needs: impl Iterator<Item = RankedNeed<u32>>) -> i128 {
    needs
        .map(|need| i128::from(need.priority.reveal().raw()))
        .sum()
}
