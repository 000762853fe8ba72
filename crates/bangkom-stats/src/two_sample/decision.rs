use serde::{Deserialize, Serialize};

/// What two one-sided tests and the test against zero say together, at the same alpha.
///
/// # References
///
/// Lakens (2017), "Equivalence tests", figure 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EquivalenceDecision {
    /// Inside the region, and not shown to differ from zero.
    Equivalent,
    /// Inside the region, though shown to differ from zero: real, and of no importance.
    EquivalentAndDifferent,
    /// Shown to differ from zero, and not shown to lie inside the region.
    Different,
    /// Neither is shown: more data are needed.
    Undecided,
}

impl EquivalenceDecision {
    pub(super) const fn new(inside: bool, differs: bool) -> Self {
        match (inside, differs) {
            (true, false) => Self::Equivalent,
            (true, true) => Self::EquivalentAndDifferent,
            (false, true) => Self::Different,
            (false, false) => Self::Undecided,
        }
    }

    /// Whether the difference is shown to lie inside the region.
    ///
    /// ```
    /// use bangkom_stats::two_sample::EquivalenceDecision;
    ///
    /// assert!(EquivalenceDecision::EquivalentAndDifferent.is_equivalent());
    /// assert!(!EquivalenceDecision::Undecided.is_equivalent());
    /// ```
    pub const fn is_equivalent(self) -> bool {
        matches!(self, Self::Equivalent | Self::EquivalentAndDifferent)
    }
}
