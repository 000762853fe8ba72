use bangkom_domain::measure::Nano;

use super::decay;
use super::divide::{nano, round_even_near, wide};
use super::level::{GridLevel, LEVEL_BITS};
use super::{Share, Sums};

/// The fractional bits of the mean of a source.
pub(crate) const MEAN_BITS: u32 = 48;
/// How many bits of a weight the spread leaves out, so that squares stay exact.
const COARSE_SHIFT: u32 = 16;

/// What answers of one kind of source add up to, whatever their order.
///
/// A weight is decay (2^-48) and counts `count` answers. With at most 2^20 answers a record and
/// 2^13 records no sum reaches 2^128; beyond, sums stay at the greatest value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct SourceSums {
    weight: u128,
    weighted: u128,
    answers: u64,
    days: i64,
    /// The level of the only answer, while there is one.
    only: u32,
    /// Counts from the second answer on: one answer has no spread.
    spread: Spread,
}

/// Sums of weights without their last 16 bits, at least 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Spread {
    pub weight: u128,
    pub squared: u128,
    pub level: u128,
    pub level_squared: u128,
}

impl Spread {
    fn of(weight: u64, level: u32, count: u64) -> Self {
        let (coarse, x, n) = (
            u128::from((weight >> COARSE_SHIFT).max(1)),
            u128::from(level),
            u128::from(count),
        );
        Self {
            weight: coarse * n,
            squared: coarse * coarse * n,
            level: coarse * n * x,
            level_squared: coarse * n * x * x,
        }
    }

    fn grow(&mut self, other: &Self) {
        grow(&mut self.weight, other.weight);
        grow(&mut self.squared, other.squared);
        grow(&mut self.level, other.level);
        grow(&mut self.level_squared, other.level_squared);
    }
}

impl SourceSums {
    /// The numbers that make up the sums, in a fixed order.
    pub(crate) fn parts(&self) -> ([u128; 6], u64, i64, u32) {
        let Spread {
            weight,
            squared,
            level,
            level_squared,
        } = self.spread;
        let wide = [
            self.weight,
            self.weighted,
            weight,
            squared,
            level,
            level_squared,
        ];
        (wide, self.answers, self.days, self.only)
    }

    /// The sums that these numbers make up.
    pub(crate) fn from_parts(wide: [u128; 6], answers: u64, days: i64, only: u32) -> Self {
        let [weight, weighted, coarse, squared, level, level_squared] = wide;
        Self {
            weight,
            weighted,
            answers,
            days,
            only,
            spread: Spread {
                weight: coarse,
                squared,
                level,
                level_squared,
            },
        }
    }

    /// Forgets what was there and takes one answer.
    #[inline]
    fn start(&mut self, level: GridLevel, weight: u64, days: i64) {
        // The spread is not looked at while there is one answer.
        self.only = level.steps();
        self.weight = u128::from(weight);
        self.weighted = u128::from(weight) * u128::from(self.only);
        self.answers = 1;
        self.days = days;
    }

    /// The spread, that of a single answer included.
    fn full_spread(&self) -> Spread {
        if self.answers == 1 {
            Spread::of(self.weight as u64, self.only, 1)
        } else {
            self.spread
        }
    }
}

impl Sums for SourceSums {
    type Weight = u64;

    type Total = u128;

    const WEIGH: fn(i64, f64) -> u64 = decay::weight;

    #[inline]
    fn put(&mut self, is_first: bool, level: GridLevel, weight: u64, days: i64) {
        if is_first {
            self.start(level, weight, days);
        } else {
            self.add(level, weight, 1, days);
        }
    }

    #[inline]
    fn add(&mut self, level: GridLevel, weight: u64, count: u32, days: i64) {
        let x = level.steps();
        if self.answers == 0 && count == 1 {
            self.only = x;
        } else {
            self.spread = self.full_spread();
            self.spread.grow(&Spread::of(weight, x, u64::from(count)));
            self.only = 0;
        }
        let full = u128::from(weight) * u128::from(count);
        grow(&mut self.weight, full);
        grow(&mut self.weighted, full * u128::from(x));
        self.answers = self.answers.saturating_add(u64::from(count));
        self.days = self.days.saturating_add(i64::from(count) * days);
    }

    fn merge(&mut self, other: &Self) {
        if other.answers == 0 {
            return;
        }
        if self.answers == 0 {
            *self = *other;
            return;
        }
        self.spread = self.full_spread();
        self.spread.grow(&other.full_spread());
        self.only = 0;
        grow(&mut self.weight, other.weight);
        grow(&mut self.weighted, other.weighted);
        self.answers = self.answers.saturating_add(other.answers);
        self.days = self.days.saturating_add(other.days);
    }

    #[inline]
    fn is_empty(&self) -> bool {
        self.weight == 0
    }

    #[inline]
    fn mean(&self) -> u64 {
        if self.answers == 1 {
            return u64::from(self.only) << (MEAN_BITS - LEVEL_BITS);
        }
        let weight = self.weight.max(1);
        let shift = MEAN_BITS - LEVEL_BITS;
        let estimate = wide(self.weighted) / wide(weight) * f64::from(1_u32 << shift);
        round_even_near(self.weighted.wrapping_shl(shift), weight, estimate) as u64
    }

    #[inline]
    fn gather(sums: &[Self], answered: u64, shares: &[Share]) -> (u64, u128) {
        let (mut present, mut total, mut rest) = (answered, 0, answered);
        while rest != 0 {
            let bit = rest.trailing_zeros() as usize;
            rest &= rest - 1;
            let (share, sums) = (&shares[bit], &sums[bit]);
            if sums.answers < share.min_answers || sums.is_empty() {
                present &= !(1 << bit);
                continue;
            }
            total += u128::from(share.weight) * u128::from(sums.mean());
        }
        (present, total)
    }

    #[inline]
    fn level(total: u128, weight: u64) -> Nano {
        let scaled = total * Nano::PER_UNIT as u128;
        let denominator = u128::from(weight) << MEAN_BITS;
        let estimate = wide(scaled) / wide(denominator);
        nano(round_even_near(scaled, denominator, estimate))
    }

    #[inline]
    fn answers(&self) -> u64 {
        self.answers
    }

    fn days(&self) -> i64 {
        self.days
    }

    fn is_possible(&self) -> bool {
        let between = |weight: u128, weighted: u128| {
            let least = weight.saturating_mul(u128::from(GridLevel::LEAST.steps()));
            let most = weight.saturating_mul(u128::from(GridLevel::MOST.steps()));
            (least..=most).contains(&weighted)
        };
        let Spread { weight, level, .. } = self.spread;
        let single = self.answers == 1
            && self.weighted == self.weight.saturating_mul(u128::from(self.only))
            && self.weight <= u128::from(u64::MAX)
            && self.spread == Spread::default()
            && between(1, u128::from(self.only));
        let several = self.answers > 1 && self.only == 0 && between(weight, level) && weight > 0;
        between(self.weight, self.weighted) && (single || several)
    }

    fn effective_number(&self) -> f64 {
        let spread = self.full_spread();
        if spread.squared == 0 {
            return 0.0;
        }
        (spread.weight as f64 / spread.squared as f64) * spread.weight as f64
    }

    fn variance(&self) -> f64 {
        let spread = self.full_spread();
        if spread.weight == 0 {
            return 0.0;
        }
        let total = spread.weight as f64;
        let mean = spread.level as f64 / total;
        let square = spread.level_squared as f64 / total - mean * mean;
        libm::ldexp(square.max(0.0), -2 * LEVEL_BITS as i32)
    }
}

/// Adds without a wrap; the greatest value is reached in any order of the same parts.
#[inline]
fn grow(sum: &mut u128, part: u128) {
    *sum = sum.saturating_add(part);
}
