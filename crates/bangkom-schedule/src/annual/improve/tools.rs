use super::lists::Lists;
use super::prices::Prices;
use crate::search::Rng;

/// What moves are worked out with.
pub(super) struct Tools<'a> {
    pub(super) lists: &'a Lists,
    pub(super) prices: &'a Prices,
    /// By how much weights are blurred.
    pub(super) noise: u32,
    pub(super) rng: &'a mut Rng,
}

impl Tools<'_> {
    /// The weight with a little chance.
    pub(super) fn blur(&mut self, weight: i64) -> i64 {
        weight + i64::from(self.rng.below(self.noise.max(1)))
    }
}
