use serde::{Deserialize, Serialize};

/// An interval estimate, both ends in the unit of the estimate.
///
/// An end that does not exist is infinite in memory; JSON has no infinity and writes it as `null`.
///
/// # Examples
///
/// ```
/// use bangkom_stats::Interval;
///
/// let interval = Interval { low: 1.0, high: 3.0 };
/// assert!(interval.contains(2.0));
/// assert_eq!(interval.width(), 2.0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interval {
    /// Lower end.
    #[serde(with = "open_low")]
    pub low: f64,
    /// Upper end.
    #[serde(with = "open_high")]
    pub high: f64,
}

impl Interval {
    /// Whether the value lies in the interval, ends included.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::Interval;
    ///
    /// assert!(!Interval { low: 0.0, high: 1.0 }.contains(1.5));
    /// ```
    pub fn contains(&self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }

    /// Distance between the ends.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::Interval;
    ///
    /// assert_eq!(Interval { low: -1.0, high: 1.0 }.width(), 2.0);
    /// ```
    pub fn width(&self) -> f64 {
        self.high - self.low
    }
}

mod open_low {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "the signature is serde's"
    )]
    pub(super) fn serialize<S: Serializer>(end: &f64, serializer: S) -> Result<S::Ok, S::Error> {
        end.is_finite().then_some(*end).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<f64, D::Error> {
        Ok(Option::deserialize(input)?.unwrap_or(f64::NEG_INFINITY))
    }
}

mod open_high {
    pub(super) use super::open_low::serialize;
    use serde::{Deserialize, Deserializer};

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<f64, D::Error> {
        Ok(Option::deserialize(input)?.unwrap_or(f64::INFINITY))
    }
}
