use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

use serde::{Deserialize, Serialize};

/// An amount of money in whole rupiah; may be negative as a difference.
///
/// ```
/// use bangkom_domain::measure::Rupiah;
///
/// let fee = Rupiah::new(900_000).times(4);
/// assert_eq!(fee.to_string(), "Rp3.600.000");
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Rupiah(i64);

impl Rupiah {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// This many rupiah.
    pub const fn new(amount: i64) -> Self {
        Self(amount)
    }

    /// The amount in rupiah.
    pub const fn amount(self) -> i64 {
        self.0
    }

    /// This many times the amount; the greatest amount where it would overflow.
    #[must_use]
    pub const fn times(self, factor: u32) -> Self {
        Self(self.0.saturating_mul(factor as i64))
    }
}

impl Add for Rupiah {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Rupiah {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Rupiah {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Rupiah {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.unsigned_abs().to_string();
        f.write_str(if self.0 < 0 { "-Rp" } else { "Rp" })?;
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}
