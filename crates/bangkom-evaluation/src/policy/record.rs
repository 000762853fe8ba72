use bangkom_domain::finding::Findings;
use bangkom_domain::measure::Nano;
use bangkom_stats::ConfidenceLevel;
use bangkom_stats::multiplicity::Adjustment;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{DueDays, PolicyFinding};

/// How results are read: every number that an office may want to change.
///
/// There is no `Default`, because the day is an argument.
///
/// ```
/// use bangkom_evaluation::EvaluationPolicy;
/// use chrono::NaiveDate;
///
/// let today = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
/// assert_eq!(EvaluationPolicy::new(today).min_group, 5);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EvaluationPolicy {
    /// The day on which the results are read.
    pub as_of: NaiveDate,
    /// The confidence level of every interval.
    pub level: ConfidenceLevel,
    /// The confidence level beyond which one person's change is reliable.
    pub reliable_level: ConfidenceLevel,
    /// The least number of people of whom a group figure is shown.
    pub min_group: u32,
    /// Below how many pairs a result carries a doubt.
    pub few_pairs: u32,
    /// The share of sessions from which somebody attended, 0 to 1.
    pub attendance_share: f64,
    /// The share of attenders without both scores from which a result carries a doubt, 0 to 1.
    pub attrition_share: f64,
    /// The share of scores at an end of the scale from which a result carries a doubt, 0 to 1.
    pub bound_share: f64,
    /// The class gain from which a program is kept, 0 to 1.
    pub keep_gain: f64,
    /// The share of lost scores from which a change is not believed unless its bounds agree, 0
    /// to 1.
    pub stop_attrition: f64,
    /// The smallest change worth having, in standard deviations of the scores before.
    pub worthwhile: f64,
    /// From which share of the scale observers of one person are far apart, 0 to 1.
    pub observer_gap: f64,
    /// Below which share of the points of its questions something stands in the way at work, 0
    /// to 1.
    pub barrier_share: f64,
    /// How many times people are drawn again for intervals that have no formula; 0 for none.
    pub resamples: u32,
    /// How p-values of several tests are adjusted before a verdict.
    pub adjustment: Adjustment,
    /// The power that the number of participants needed is computed for, 0 to 1.
    pub power: f64,
    /// After how many months behaviour is measured, ascending.
    pub schedule_months: Vec<u16>,
    /// The priority of a gap that a seat asked for by a follow-up removes, in 1e-9.
    pub seat_priority: Nano,
    /// Within how many days support is due.
    pub due_days: DueDays,
}

impl EvaluationPolicy {
    /// The usual policy on this day.
    ///
    /// Intervals and reliable change at 95 %; groups of fewer than five suppressed; a doubt
    /// below ten pairs, from 20 % attrition and from 15 % at an end of the scale; somebody
    /// attended who was at 80 % of the sessions; a program is kept from a class gain of 0.3;
    /// from 30 % attrition only bounds count; a change below 0.2 standard deviations is not worth
    /// having; observers a quarter of the scale apart disagree; something stands in the way at
    /// work below half of the points of its questions; people are drawn again 1,999 times for
    /// intervals of gains; verdicts of several programs follow Holm; sizes are for a power of 80 %;
    /// behaviour is measured after 3, 6 and 12 months; a seat asked for by a follow-up is worth
    /// one level of importance 3.
    ///
    /// # References
    /// Cohen 1988, the small effect; Holm 1979; Hake 1998, bands of the class gain; Terwee et al. 2007, floor and ceiling; Jacobson and
    /// Truax 1991, reliable change.
    pub fn new(as_of: NaiveDate) -> Self {
        Self {
            as_of,
            level: ConfidenceLevel::default(),
            reliable_level: ConfidenceLevel::default(),
            min_group: 5,
            few_pairs: 10,
            attendance_share: 0.8,
            attrition_share: 0.2,
            bound_share: 0.15,
            keep_gain: 0.3,
            stop_attrition: 0.3,
            worthwhile: 0.2,
            observer_gap: 0.25,
            barrier_share: 0.5,
            resamples: 1_999,
            adjustment: Adjustment::Holm,
            power: 0.8,
            schedule_months: vec![3, 6, 12],
            seat_priority: Nano::from_units(3),
            due_days: DueDays::default(),
        }
    }

    /// Everything that is wrong with the policy.
    ///
    /// ```
    /// use bangkom_evaluation::EvaluationPolicy;
    /// use chrono::NaiveDate;
    ///
    /// let today = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
    /// assert!(EvaluationPolicy::new(today).check().is_empty());
    /// ```
    pub fn check(&self) -> Findings<PolicyFinding> {
        super::check::check(self)
    }

    /// Sets the least size of a group that is shown.
    #[must_use]
    pub fn min_group(mut self, people: u32) -> Self {
        self.min_group = people;
        self
    }

    /// Sets how many times people are drawn again for intervals that have no formula.
    #[must_use]
    pub fn resamples(mut self, times: u32) -> Self {
        self.resamples = times;
        self
    }

    /// Sets the confidence level of every interval.
    #[must_use]
    pub fn level(mut self, level: ConfidenceLevel) -> Self {
        self.level = level;
        self
    }
}
