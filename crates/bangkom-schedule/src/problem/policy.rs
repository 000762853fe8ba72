use std::collections::BTreeMap;

use bangkom_domain::hours::{HoursBound, HoursDuty};
use bangkom_domain::id::PersonId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Rules of a plan that no document carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PlanPolicy {
    /// The caps on learning hours; duties that set a minimum are passed over.
    ///
    /// # References
    /// PP 49/2018 art. 40(1): at most 24 JP in a contract year for PPPK, the default.
    pub duties: Vec<HoursDuty>,
    /// The most days off that may interrupt one session; no limit where absent.
    pub max_pause_days: Option<u16>,
    /// The first day on which a batch that is not announced yet may begin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<NaiveDate>,
    /// The most slots that each of these persons may spend in training over the horizon.
    ///
    /// Whoever is not named has no such limit.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub training_slots: BTreeMap<PersonId, u32>,
}

impl Default for PlanPolicy {
    fn default() -> Self {
        Self {
            duties: vec![HoursDuty::pppk_maximum()],
            max_pause_days: None,
            not_before: None,
            training_slots: BTreeMap::new(),
        }
    }
}

impl PlanPolicy {
    /// The same with these caps on learning hours.
    #[must_use]
    pub fn duties(mut self, duties: Vec<HoursDuty>) -> Self {
        self.duties = duties;
        self
    }

    /// The same with at most this many days off inside one session.
    #[must_use]
    pub fn max_pause_days(mut self, days: Option<u16>) -> Self {
        self.max_pause_days = days;
        self
    }

    /// The same with new batches from this day on only.
    #[must_use]
    pub fn not_before(mut self, day: Option<NaiveDate>) -> Self {
        self.not_before = day;
        self
    }

    /// The same with these limits on the slots that persons spend in training.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    ///
    /// use bangkom_domain::id::PersonId;
    /// use bangkom_schedule::PlanPolicy;
    ///
    /// let person = PersonId::new(uuid::Uuid::nil());
    /// let policy = PlanPolicy::default().training_slots(BTreeMap::from([(person, 16)]));
    /// assert_eq!(policy.training_slots[&person], 16);
    /// ```
    #[must_use]
    pub fn training_slots(mut self, slots: BTreeMap<PersonId, u32>) -> Self {
        self.training_slots = slots;
        self
    }

    /// The duties that set a cap, with the cap in learning hours.
    pub(crate) fn caps(&self) -> impl Iterator<Item = (&HoursDuty, u32)> {
        self.duties.iter().filter_map(|duty| match duty.bound {
            HoursBound::Maximum(hours) => Some((duty, u32::from(hours.get()))),
            HoursBound::Minimum(_) => None,
        })
    }
}
