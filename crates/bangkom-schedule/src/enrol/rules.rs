use serde::{Deserialize, Serialize};

/// By when what must be done before a batch begins.
///
/// ```
/// use bangkom_schedule::enrol::EnrolRules;
///
/// let rules = EnrolRules::default().offer_days(3);
/// assert_eq!((rules.offer_days, rules.quorum_days), (3, 7));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EnrolRules {
    /// How many days an offer stands; 5 by default.
    pub offer_days: u16,
    /// So many days before the first, reserved seats go to anybody; 14 by default.
    pub release_days: u16,
    /// So many days before the first, a batch without its least number is cancelled; 7 by default.
    pub quorum_days: u16,
    /// The last day for a substitute is so many days before the first; 1 by default.
    pub substitute_days: u16,
}

impl Default for EnrolRules {
    fn default() -> Self {
        Self {
            offer_days: 5,
            release_days: 14,
            quorum_days: 7,
            substitute_days: 1,
        }
    }
}

impl EnrolRules {
    /// The same with offers that stand for so many days.
    #[must_use]
    pub fn offer_days(mut self, days: u16) -> Self {
        self.offer_days = days;
        self
    }

    /// The same with reserved seats released so many days before the first.
    #[must_use]
    pub fn release_days(mut self, days: u16) -> Self {
        self.release_days = days;
        self
    }

    /// The same with the least number of seats asked for so many days before the first.
    #[must_use]
    pub fn quorum_days(mut self, days: u16) -> Self {
        self.quorum_days = days;
        self
    }

    /// The same with substitutes accepted until so many days before the first.
    #[must_use]
    pub fn substitute_days(mut self, days: u16) -> Self {
        self.substitute_days = days;
        self
    }
}
