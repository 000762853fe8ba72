use bangkom_domain::follow_up::Support;
use serde::{Deserialize, Serialize};

/// Within how many days each support is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DueDays {
    /// A test still to be taken.
    pub missing_test: u16,
    /// Coaching, mentoring, a job aid, a field visit or a talk with the superior.
    pub at_work: u16,
    /// A seat in another batch.
    pub refresher: u16,
    /// How long after a batch behaviour is to be observed again.
    pub observation: u16,
}

impl Default for DueDays {
    /// Two weeks for a test, a month at work, half a year for a seat and for the observation.
    ///
    /// # References
    /// Saks and Belcourt 2006: checks at once, after six and after twelve months.
    fn default() -> Self {
        Self {
            missing_test: 14,
            at_work: 30,
            refresher: 180,
            observation: 180,
        }
    }
}

impl DueDays {
    /// The days for a support.
    ///
    /// ```
    /// use bangkom_domain::follow_up::Support;
    /// use bangkom_evaluation::DueDays;
    ///
    /// assert_eq!(DueDays::default().of(Support::MissingTest), 14);
    /// ```
    pub const fn of(&self, support: Support) -> u16 {
        match support {
            Support::MissingTest => self.missing_test,
            Support::Refresher => self.refresher,
            _ => self.at_work,
        }
    }
}
