use serde::{Deserialize, Serialize};

/// How many were left at each step, so that nobody is lost silently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// Had a seat.
    pub seats: u32,
    /// Were there often enough.
    pub attended: u32,
    /// Attended and have the first score.
    pub first: u32,
    /// Attended and have the second score.
    pub second: u32,
    /// Attended and have both scores.
    pub both: u32,
}

impl Flow {
    /// The share of attenders without both scores, 0 to 1; absent when nobody attended.
    ///
    /// ```
    /// use bangkom_evaluation::Flow;
    ///
    /// let flow = Flow { seats: 12, attended: 10, first: 10, second: 8, both: 8 };
    /// assert_eq!(flow.attrition(), Some(0.2));
    /// ```
    pub fn attrition(&self) -> Option<f64> {
        let lost = self.attended.saturating_sub(self.both);
        (self.attended > 0).then(|| f64::from(lost) / f64::from(self.attended))
    }
}
