use bangkom_domain::evidence::SourceKind;
use bangkom_domain::measure::Nano;
use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::ScoreMode;
use crate::NeedsError;
use crate::exact::MAX_HALF_LIVES;
use crate::policy::{NeedsPolicy, SourceRule};
use crate::score::WeightTable;

/// The namespace of fingerprints, so that they meet no other use of the same bytes.
const FINGERPRINTS: Uuid = Uuid::from_u128(0x6264_6ba1_9c55_4c1e_9c0e_5f2d_1a34_77b1);

/// How answers become a score: a checked policy, the landmark of its weights, and the mode.
///
/// An answer weighs 2^((day - landmark) / half-life), so that a state never has to be rescaled
/// as time passes: the mean divides by the same factor. The landmark is fixed once, such as the
/// first day of a year; it may lie before or after the answers, as long as no answer is more
/// than 15 half-lives later ([`ScoreConfig::last_day`]). An answer more than 49 half-lives
/// before it weighs nothing in exact mode.
///
/// # Examples
///
/// ```
/// use bangkom_domain::evidence::SourceKind;
/// use bangkom_needs::{NeedsPolicy, ScoreConfig, ScoreMode};
/// use chrono::NaiveDate;
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such day");
/// let policy = NeedsPolicy::new(day(2026, 1, 15)?);
/// let config = ScoreConfig::new(&policy)?;
/// assert_eq!((config.landmark(), config.mode()), (day(2026, 1, 15)?, ScoreMode::Exact));
///
/// let daily = config.with_landmark(day(2026, 1, 1)?);
/// // A superior's answer counts half after a year: 15 years fit.
/// assert_eq!(daily.last_day(SourceKind::Superior), Some(day(2040, 12, 28)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
/// Cormode, Shkapenyuk, Srivastava and Xu 2009, forward decay.
#[derive(Debug, Clone)]
pub struct ScoreConfig {
    /// Ordered by the code of the kind.
    sources: Vec<SourceRule>,
    assumed_answers: f64,
    floor: Nano,
    landmark: NaiveDate,
    mode: ScoreMode,
    fingerprint: Uuid,
}

impl ScoreConfig {
    /// The configuration of a policy: its day of reading as landmark, exact mode.
    ///
    /// Links, screens and matching play no part here.
    ///
    /// # Errors
    /// [`NeedsError`] with every problem of the sources and numbers of the policy.
    pub fn new(policy: &NeedsPolicy) -> Result<Self, NeedsError> {
        let problems = policy.check_scoring();
        if !problems.is_empty() {
            return Err(NeedsError::new(problems));
        }
        let mut sources = policy.sources.clone();
        sources.sort_by_key(|rule| rule.kind.code());
        let config = Self {
            sources,
            assumed_answers: policy.assumed_answers,
            floor: Nano::from_f64(policy.coverage_floor).unwrap_or_default(),
            landmark: policy.as_of,
            mode: ScoreMode::Exact,
            fingerprint: Uuid::nil(),
        };
        Ok(config.sealed())
    }

    /// The same configuration with weights counted from another day.
    #[must_use]
    pub fn with_landmark(mut self, landmark: NaiveDate) -> Self {
        self.landmark = landmark;
        self.sealed()
    }

    /// The same configuration in another mode.
    #[must_use]
    pub fn with_mode(mut self, mode: ScoreMode) -> Self {
        self.mode = mode;
        self.sealed()
    }

    /// The day from which weights count.
    pub const fn landmark(&self) -> NaiveDate {
        self.landmark
    }

    /// How answers are summed.
    pub const fn mode(&self) -> ScoreMode {
        self.mode
    }

    /// The rules of the kinds of source, by the code of the kind.
    pub fn sources(&self) -> &[SourceRule] {
        &self.sources
    }

    /// The last day on which an answer of this kind still fits; `None` without a rule.
    pub fn last_day(&self, kind: SourceKind) -> Option<NaiveDate> {
        let rule = self.sources.iter().find(|rule| rule.kind == kind)?;
        let days = (rule.half_life_days * MAX_HALF_LIVES).floor() as u64;
        self.landmark.checked_add_days(Days::new(days))
    }

    /// What tells this configuration from any other that would sum or weigh differently.
    pub const fn fingerprint(&self) -> Uuid {
        self.fingerprint
    }

    /// The place of a kind among the rules.
    pub(crate) fn place(&self, kind: SourceKind) -> Option<usize> {
        self.sources.iter().position(|rule| rule.kind == kind)
    }

    /// The days from the landmark to a day.
    pub(crate) fn days(&self, day: NaiveDate) -> i64 {
        (day - self.landmark).num_days()
    }

    /// The day so many days after the landmark, where the calendar has it.
    pub(crate) fn day(&self, days: i64) -> Option<NaiveDate> {
        chrono::TimeDelta::try_days(days).and_then(|days| self.landmark.checked_add_signed(days))
    }

    pub(crate) const fn floor(&self) -> Nano {
        self.floor
    }

    /// The weights for a reading on this day.
    pub(crate) fn weights(&self, as_of: NaiveDate) -> WeightTable {
        WeightTable::of_rules(&self.sources, self.floor, self.assumed_answers)
            .seen_after(self.days(as_of))
    }

    fn sealed(mut self) -> Self {
        let mut bytes = format!("{:?} {}", self.mode, self.landmark).into_bytes();
        for rule in &self.sources {
            bytes.extend(rule.kind.code().as_bytes());
            for number in [rule.weight, rule.half_life_days] {
                bytes.extend(number.to_bits().to_le_bytes());
            }
        }
        self.fingerprint = Uuid::new_v5(&FINGERPRINTS, &bytes);
        self
    }
}
