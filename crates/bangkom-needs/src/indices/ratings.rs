use bangkom_stats::{Moments, StatsError, sample};

/// What the members of a group say of one item, in the same order of members.
///
/// NaN where somebody did not answer; who gave only one of the two ratings is left out.
#[derive(Clone, Copy, PartialEq)]
pub struct ItemRatings<'a> {
    /// How important the item is.
    pub importance: &'a [f64],
    /// How able the member is, on the same scale.
    pub ability: &'a [f64],
}

impl std::fmt::Debug for ItemRatings<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let members = self.importance.len();
        f.debug_struct("ItemRatings")
            .field("members", &members)
            .finish_non_exhaustive()
    }
}

/// The complete pairs of an item and their means.
pub(super) struct Complete {
    pub importance: Vec<f64>,
    pub ability: Vec<f64>,
    pub mean_importance: f64,
    pub mean_ability: f64,
}

impl Complete {
    pub(super) fn of(importance: &[f64], ability: &[f64]) -> Result<Self, StatsError> {
        let names = ["importance", "ability"];
        let (importance, ability) = sample::present_pairs(names, importance, ability, 1)?;
        Ok(Self {
            mean_importance: mean(&importance),
            mean_ability: mean(&ability),
            importance,
            ability,
        })
    }

    pub(super) fn n(&self) -> usize {
        self.importance.len()
    }
}

/// The mean of values that are there; the order of the values may change its last bit.
pub(super) fn mean(values: &[f64]) -> f64 {
    Moments::of(values).mean().unwrap_or(0.0)
}
