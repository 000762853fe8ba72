use bangkom_domain::measure::Nano;

use super::divide::nano;
use super::level::LEVEL_BITS;
use super::sums::MEAN_BITS;
use super::{GridLevel, Share, Sums, decay};

/// The sums in floating point: faster, and the same only for the same answers in one order.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct FastSums {
    weight: f64,
    squared: f64,
    weighted: f64,
    weighted_squared: f64,
    answers: u64,
    days: i64,
}

impl FastSums {
    /// The numbers that make up the sums, in a fixed order.
    pub(crate) fn parts(&self) -> ([f64; 4], u64, i64) {
        let sums = [
            self.weight,
            self.squared,
            self.weighted,
            self.weighted_squared,
        ];
        (sums, self.answers, self.days)
    }

    /// The sums that these numbers make up.
    pub(crate) fn from_parts(sums: [f64; 4], answers: u64, days: i64) -> Self {
        let [weight, squared, weighted, weighted_squared] = sums;
        Self {
            weight,
            squared,
            weighted,
            weighted_squared,
            answers,
            days,
        }
    }
}

impl Sums for FastSums {
    type Weight = f64;

    type Total = f64;

    const WEIGH: fn(i64, f64) -> f64 = decay::fast_weight;

    /// Without a branch: whether an answer is the first of its source is anybody's guess.
    #[inline]
    fn put(&mut self, is_first: bool, level: GridLevel, weight: f64, days: i64) {
        let keep = u64::from(is_first).wrapping_sub(1);
        let kept = |sum: f64| f64::from_bits(sum.to_bits() & keep);
        let x = f64::from(level.steps());
        let weighted = weight * x;
        *self = Self {
            weight: kept(self.weight) + weight,
            squared: kept(self.squared) + weight * weight,
            weighted: kept(self.weighted) + weighted,
            weighted_squared: kept(self.weighted_squared) + weighted * x,
            answers: (self.answers & keep) + 1,
            days: (self.days & keep as i64) + days,
        };
    }

    #[inline]
    fn add(&mut self, level: GridLevel, weight: f64, count: u32, days: i64) {
        let (x, n) = (f64::from(level.steps()), f64::from(count));
        let full = weight * n;
        self.weight += full;
        self.squared += weight * full;
        self.weighted += full * x;
        self.weighted_squared += full * x * x;
        self.answers = self.answers.saturating_add(u64::from(count));
        self.days = self.days.saturating_add(i64::from(count) * days);
    }

    fn merge(&mut self, other: &Self) {
        self.weight += other.weight;
        self.squared += other.squared;
        self.weighted += other.weighted;
        self.weighted_squared += other.weighted_squared;
        self.answers = self.answers.saturating_add(other.answers);
        self.days = self.days.saturating_add(other.days);
    }

    #[inline]
    fn is_empty(&self) -> bool {
        self.weight == 0.0
    }

    #[inline]
    fn mean(&self) -> u64 {
        let steps = self.weighted / self.weight;
        whole(steps * f64::from(1_u32 << (MEAN_BITS - LEVEL_BITS)))
    }

    /// Every source is divided, present or not: a loop of one length has no branch to miss.
    #[inline]
    fn gather(sums: &[Self], answered: u64, shares: &[Share]) -> (u64, f64) {
        const ONE: u64 = 1.0_f64.to_bits();
        let (mut present, mut total) = (0, 0.0);
        for (bit, (sums, share)) in sums.iter().zip(shares).enumerate() {
            let enough = u64::from(sums.answers >= share.min_answers);
            let weighs = u64::from(sums.weight > 0.0);
            let counts = answered >> bit & enough & weighs;
            let keep = counts.wrapping_neg();
            let above = f64::from_bits(sums.weighted.to_bits() & keep);
            let below = f64::from_bits((sums.weight.to_bits() & keep) | (ONE & !keep));
            total += share.factor * (above / below);
            present |= counts << bit;
        }
        (present, total)
    }

    #[inline]
    fn level(total: f64, weight: u64) -> Nano {
        const NANO_PER_STEP: f64 = Nano::PER_UNIT as f64 / (1_u32 << LEVEL_BITS) as f64;
        nano(u128::from(whole(total / weight as f64 * NANO_PER_STEP)))
    }

    #[inline]
    fn answers(&self) -> u64 {
        self.answers
    }

    fn days(&self) -> i64 {
        self.days
    }

    fn is_possible(&self) -> bool {
        let (least, most) = (GridLevel::LEAST.steps(), GridLevel::MOST.steps());
        let slack = 1.0 + 1e-9;
        let mean = self.weighted / self.weight;
        let sound = self.weight >= 0.0 && self.squared >= 0.0 && self.weighted_squared >= 0.0;
        let within = self.weight == 0.0
            || (f64::from(least) / slack..=f64::from(most) * slack).contains(&mean);
        let sums = self.weight + self.squared + self.weighted + self.weighted_squared;
        self.answers > 0 && sound && within && sums.is_finite()
    }

    fn effective_number(&self) -> f64 {
        if self.squared == 0.0 {
            return 0.0;
        }
        self.weight / self.squared * self.weight
    }

    fn variance(&self) -> f64 {
        if self.weight == 0.0 {
            return 0.0;
        }
        let mean = self.weighted / self.weight;
        let square = self.weighted_squared / self.weight - mean * mean;
        libm::ldexp(square.max(0.0), -2 * LEVEL_BITS as i32)
    }
}

/// A number below 2^51 rounded, ties to even: adding 2^52 leaves no room for a fraction.
///
/// The function of the standard library is a call where the processor is not known.
#[inline]
fn whole(number: f64) -> u64 {
    const ROOM: f64 = 4_503_599_627_370_496.0;
    (number + ROOM - ROOM) as u64
}
