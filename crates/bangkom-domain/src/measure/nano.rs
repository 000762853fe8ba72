use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use serde::{Deserialize, Serialize};

/// A quantity in units of 1e-9, the grid on which gaps and priorities are compared and summed.
///
/// Integers make sums exact and comparisons free of rounding: a gap of exactly 4 levels is
/// `Nano::from_units(4)` on every platform. JSON carries the integer.
///
/// ```
/// use bangkom_domain::measure::Nano;
///
/// let gap = Nano::from_f64(1.25).ok_or("not finite")?;
/// assert_eq!(gap.raw(), 1_250_000_000);
/// assert_eq!(gap.to_string(), "1.250000000");
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Nano(i64);

impl Nano {
    /// How many make one unit.
    pub const PER_UNIT: i64 = 1_000_000_000;
    /// None of it.
    pub const ZERO: Self = Self(0);

    /// This many units of 1e-9.
    pub const fn from_raw(raw: i64) -> Self {
        Self(raw)
    }

    /// This many whole units.
    pub const fn from_units(units: i32) -> Self {
        Self(units as i64 * Self::PER_UNIT)
    }

    /// The nearest value on the grid, ties to even; `None` when not finite or beyond the range.
    pub fn from_f64(value: f64) -> Option<Self> {
        let raw = (value * Self::PER_UNIT as f64).round_ties_even();
        (raw.abs() < 9.0e18).then_some(Self(raw as i64))
    }

    /// The number of units of 1e-9.
    pub const fn raw(self) -> i64 {
        self.0
    }

    /// The value in whole units, for display and statistics.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / Self::PER_UNIT as f64
    }

    /// This many times the value; the greatest value where it would overflow.
    #[must_use]
    pub const fn times(self, factor: u32) -> Self {
        Self(self.0.saturating_mul(factor as i64))
    }

    /// The value, or zero when it is negative.
    #[inline]
    #[must_use]
    pub fn or_zero(self) -> Self {
        self.max(Self::ZERO)
    }
}

impl Add for Nano {
    type Output = Self;

    #[inline]
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Nano {
    type Output = Self;

    #[inline]
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Nano {
    type Output = Self;

    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Nano {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        values.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Nano {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let magnitude = self.0.unsigned_abs();
        let unit = Self::PER_UNIT as u64;
        write!(f, "{sign}{}.{:09}", magnitude / unit, magnitude % unit)
    }
}

impl fmt::Debug for Nano {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Nano({self})")
    }
}

/// What a seat is worth: the thousandfold of the priority it removes, rounded.
///
/// Sum over the competencies that a program closes of round(1000 × priority removed); the
/// only place where numbers of the needs analysis become integers of the plan.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct DemandValue(u32);

impl DemandValue {
    /// A value of this many points.
    pub const fn new(points: u32) -> Self {
        Self(points)
    }

    /// The value of removing these priorities, each rounded to a thousandth, ties to even.
    ///
    /// Negative priorities count as nothing; the sum stays at the greatest value where it
    /// would overflow.
    ///
    /// ```
    /// use bangkom_domain::measure::{DemandValue, Nano};
    ///
    /// let removed = [Nano::from_units(4), Nano::from_raw(1_500_000)];
    /// assert_eq!(DemandValue::of_removed(removed).points(), 4_002);
    /// ```
    pub fn of_removed(priorities: impl IntoIterator<Item = Nano>) -> Self {
        let points = priorities
            .into_iter()
            .map(|priority| thousandths(priority.or_zero()))
            .fold(0_u64, u64::saturating_add);
        Self(u32::try_from(points).unwrap_or(u32::MAX))
    }

    /// The points.
    pub const fn points(self) -> u32 {
        self.0
    }
}

fn thousandths(priority: Nano) -> u64 {
    const STEP: u64 = 1_000_000;
    let (whole, rest) = (
        priority.raw().unsigned_abs() / STEP,
        priority.raw().unsigned_abs() % STEP,
    );
    match rest.cmp(&(STEP / 2)) {
        std::cmp::Ordering::Less => whole,
        std::cmp::Ordering::Equal => whole + whole % 2,
        std::cmp::Ordering::Greater => whole + 1,
    }
}
