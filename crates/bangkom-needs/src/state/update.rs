use std::fmt;

use bangkom_domain::evidence::SourceKind;
use chrono::NaiveDate;
use uuid::Uuid;

use super::sums::{Book, at};
use super::{FinishError, MergeError, Score, ScoreConfig, UpdateError};
use crate::exact::{GridLevel, Sums};
use crate::score::{Reading, combine};

/// The greatest number of answers in one record.
const MAX_COUNT: u32 = 1_000_000;

/// What is known of one person and competency, as sums.
///
/// Answers are added in any order, states of parts are merged in any order, and a state of
/// yesterday takes today's answers: in exact mode the bytes and the score are always the same.
/// [`analyze`](crate::analyze) and [`columns::score`](crate::columns::score) sum the same way.
/// The state holds no id; it belongs beside the key that the caller keeps.
///
/// # Examples
///
/// ```
/// use bangkom_domain::evidence::SourceKind;
/// use bangkom_needs::{NeedsPolicy, ScoreConfig, ScoreState};
/// use chrono::NaiveDate;
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such day");
/// let config = ScoreConfig::new(&NeedsPolicy::new(day(2026, 1, 10)?))?;
///
/// let mut monday = ScoreState::new(&config);
/// monday.update(&config, SourceKind::Superior, 2.0, day(2026, 1, 10)?, 1)?;
/// let mut tuesday = ScoreState::new(&config);
/// tuesday.update(&config, SourceKind::Assessment, 3.0, day(2026, 1, 10)?, 1)?;
/// monday.merge(&tuesday)?;
///
/// let kept = ScoreState::from_bytes(&config, &monday.to_bytes())?;
/// let score = kept.finish(&config, day(2026, 1, 10)?)?;
/// // (0.25 × 2 + 0.30 × 3) / 0.55
/// assert_eq!(score.level.ok_or("not enough")?.reveal().to_string(), "2.545454545");
/// assert_eq!(score.coverage.to_string(), "0.687500000");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct ScoreState {
    pub(super) fingerprint: Uuid,
    /// The newest answer, in days after the landmark.
    pub(super) newest: i64,
    pub(super) book: Book,
}

impl fmt::Debug for ScoreState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScoreState")
            .field("fingerprint", &self.fingerprint)
            .finish_non_exhaustive()
    }
}

impl ScoreState {
    /// A state without answers.
    pub fn new(config: &ScoreConfig) -> Self {
        Self {
            fingerprint: config.fingerprint(),
            newest: i64::MIN,
            book: Book::new(config.mode()),
        }
    }

    /// Adds an answer: its kind of source, a level of 1 to 5, its day, and how many it counts.
    ///
    /// # Errors
    /// [`UpdateError`]; the state stays as it was.
    pub fn update(
        &mut self,
        config: &ScoreConfig,
        kind: SourceKind,
        level: f64,
        day: NaiveDate,
        count: u32,
    ) -> Result<(), UpdateError> {
        if self.fingerprint != config.fingerprint() {
            return Err(UpdateError::OtherConfig);
        }
        let place = config
            .place(kind)
            .ok_or(UpdateError::UnknownSource { kind })?;
        let level = GridLevel::of_level(level).ok_or(UpdateError::OffScale)?;
        if !(1..=MAX_COUNT).contains(&count) {
            return Err(UpdateError::BadCount { count });
        }
        if let Some(last) = config.last_day(kind).filter(|last| day > *last) {
            return Err(UpdateError::BeyondLandmark { day, last });
        }
        let half_life = config.sources()[place].half_life_days;
        let (place, days) = (place as u8, config.days(day));
        self.newest = self.newest.max(days);
        match &mut self.book {
            Book::Exact(list) => add(at(list, place), level, half_life, days, count),
            Book::Fast(list) => add(at(list, place), level, half_life, days, count),
        }
        Ok(())
    }

    /// Adds everything that another state has.
    ///
    /// # Errors
    /// [`MergeError`] when the states were made under different configurations, landmarks or
    /// modes; the state stays as it was.
    pub fn merge(&mut self, other: &Self) -> Result<(), MergeError> {
        if self.fingerprint != other.fingerprint {
            return Err(MergeError);
        }
        self.newest = self.newest.max(other.newest);
        self.book.merge(&other.book);
        Ok(())
    }

    /// The score as it reads on this day.
    ///
    /// Level, coverage and uncertainty do not depend on the day, because all answers fade
    /// alike; only their mean ages do.
    ///
    /// # Errors
    /// [`FinishError`] under another configuration than that of the state, or on a day before
    /// its newest answer.
    pub fn finish(&self, config: &ScoreConfig, as_of: NaiveDate) -> Result<Score, FinishError> {
        if self.fingerprint != config.fingerprint() {
            return Err(FinishError::OtherConfig);
        }
        if let Some(newest) = config.day(self.newest).filter(|newest| *newest > as_of) {
            return Err(FinishError::FutureAnswer { newest });
        }
        let weights = config.weights(as_of);
        Ok(Score::new(match &self.book {
            Book::Exact(list) => combine(&readings(config, list), &weights, config.floor()),
            Book::Fast(list) => combine(&readings(config, list), &weights, config.floor()),
        }))
    }
}

fn add<S: Sums>(sums: &mut S, level: GridLevel, half_life: f64, days: i64, count: u32) {
    sums.add(level, S::WEIGH(days, half_life), count, days);
}

fn readings<'a, S: Sums>(config: &ScoreConfig, list: &[(u8, S)]) -> Vec<Reading<'a, S>> {
    let known = list
        .iter()
        .filter_map(|(place, sums)| Some((config.sources().get(usize::from(*place))?, sums)));
    known
        .map(|(rule, sums)| Reading {
            kind: rule.kind,
            unit: None,
            of_unit: None,
            sums: *sums,
            raters: sums.answers(),
        })
        .collect()
}
