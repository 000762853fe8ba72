use super::divide::round_even;
use super::level::{GridLevel, LEVEL_BITS};

/// The fractional bits of the mean of a source.
pub(crate) const MEAN_BITS: u32 = 48;
/// How many bits of a weight the spread leaves out, so that squares stay exact.
const COARSE_SHIFT: u32 = 24;

/// What answers of one kind of source add up to, whatever their order.
///
/// A weight is decay (2^-48) × link share (thousandths) and counts `count` answers. With at
/// most 2^20 answers a record and 2^20 records a sum, no sum reaches 2^127; beyond, sums stay
/// at the greatest value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct SourceSums {
    weight: u128,
    weighted: u128,
    coarse: u128,
    coarse_squared: u128,
    coarse_level: u128,
    coarse_level_squared: u128,
    answers: u64,
    days: u64,
}

impl SourceSums {
    /// Adds one record.
    pub(crate) fn add(&mut self, level: GridLevel, weight: u64, count: u32, age_days: u32) {
        let (x, n) = (u128::from(level.steps()), u128::from(count));
        let full = u128::from(weight) * n;
        let coarse = u128::from(weight >> COARSE_SHIFT).max(1);
        grow(&mut self.weight, full);
        grow(&mut self.weighted, full * x);
        grow(&mut self.coarse, coarse * n);
        grow(&mut self.coarse_squared, coarse * coarse * n);
        grow(&mut self.coarse_level, coarse * n * x);
        grow(&mut self.coarse_level_squared, coarse * n * x * x);
        self.answers = self.answers.saturating_add(u64::from(count));
        let days = u64::from(count) * u64::from(age_days);
        self.days = self.days.saturating_add(days);
    }

    /// Whether nothing of weight was added.
    pub(crate) const fn is_empty(&self) -> bool {
        self.weight == 0
    }

    /// The weighted mean in steps of 2^-48, ties to even.
    pub(crate) fn mean(&self) -> u64 {
        let more = MEAN_BITS - LEVEL_BITS;
        let weight = self.weight.max(1);
        let whole = (self.weighted / weight) << more;
        let rest = round_even((self.weighted % weight) << more, weight);
        (whole + rest) as u64
    }

    /// How many answers were added.
    pub(crate) const fn answers(&self) -> u64 {
        self.answers
    }

    /// The mean age in days, rounded down.
    pub(crate) fn mean_age_days(&self) -> u32 {
        (self.days / self.answers.max(1)) as u32
    }

    /// Kish's effective number of answers.
    pub(crate) fn effective_number(&self) -> f64 {
        if self.coarse_squared == 0 {
            return 0.0;
        }
        (self.coarse as f64 / self.coarse_squared as f64) * self.coarse as f64
    }

    /// The weighted variance of the answers in squared levels, with divisor n.
    pub(crate) fn variance(&self) -> f64 {
        if self.coarse == 0 {
            return 0.0;
        }
        let total = self.coarse as f64;
        let mean = self.coarse_level as f64 / total;
        let square = self.coarse_level_squared as f64 / total - mean * mean;
        libm::ldexp(square.max(0.0), -2 * LEVEL_BITS as i32)
    }
}

/// Adds without a wrap; the greatest value is reached in any order of the same parts.
fn grow(sum: &mut u128, part: u128) {
    *sum = sum.saturating_add(part);
}
