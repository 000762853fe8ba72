use bangkom::domain::measure::Nano;
use bangkom::needs::columns::{Collector, Key, PairScore};

/// A sum over all pairs that any different level, coverage or priority changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PairDigest(pub u64);

impl Collector<u32> for PairDigest {
    #[inline]
    fn pair(&mut self, pair: &PairScore<'_, u32>) {
        let place = (u64::from(pair.key) << 16) | u64::from(pair.competency);
        let level = pair.level.map_or(-1, Nano::raw) as u64;
        let coverage = (pair.coverage.raw() as u64).rotate_left(31);
        let numbers = level.rotate_left(17) ^ coverage ^ pair.priority.raw() as u64;
        self.0 = self.0.wrapping_add((place.mix() ^ numbers).mix());
    }

    fn merge(&mut self, other: Self) {
        self.0 = self.0.wrapping_add(other.0);
    }
}
