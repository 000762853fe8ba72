use bangkom_evaluation::EvaluationPolicy;
use bangkom_needs::NeedsPolicy;
use bangkom_schedule::PlanPolicy;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The policies of all steps of a [`Cycle`](crate::Cycle).
///
/// ```
/// use bangkom::Policy;
/// use chrono::NaiveDate;
///
/// let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
/// let mut policy = Policy::new(day(1, 2), day(12, 31));
/// policy.needs = policy.needs.coverage_floor(0.6);
/// assert_eq!(policy.evaluation.as_of, day(12, 31));
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Policy {
    /// How evidence becomes needs.
    pub needs: NeedsPolicy,
    /// The rules of a plan that no document carries.
    pub plan: PlanPolicy,
    /// How results are read.
    pub evaluation: EvaluationPolicy,
}

impl Policy {
    /// The usual policies: evidence is read on the first day, results on the second.
    pub fn new(needs_as_of: NaiveDate, results_as_of: NaiveDate) -> Self {
        Self {
            needs: NeedsPolicy::new(needs_as_of),
            plan: PlanPolicy::default(),
            evaluation: EvaluationPolicy::new(results_as_of),
        }
    }
}
