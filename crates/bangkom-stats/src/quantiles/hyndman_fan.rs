use serde::{Deserialize, Serialize};

use super::SortedSample;
use super::sorted::probability;
use crate::StatsError;

/// The nine sample quantiles of Hyndman and Fan (1996), named by their numbers.
///
/// # Examples
///
/// ```
/// use bangkom_stats::quantiles::QuantileKind;
///
/// assert_eq!(QuantileKind::default(), QuantileKind::Type8);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuantileKind {
    /// Inverse of the empirical distribution function; always an observed value.
    Type1,
    /// Like type 1, with the mean of two values where the function is flat.
    Type2,
    /// Nearest observed value, even rank at a tie (SAS).
    Type3,
    /// Linear interpolation of the empirical distribution function.
    Type4,
    /// Interpolation at the midpoints of its steps (Hazen).
    Type5,
    /// Interpolation at `i / (n + 1)` (Weibull; Minitab, SPSS).
    Type6,
    /// Interpolation at `(i - 1) / (n - 1)`: the default of R, `NumPy` and spreadsheets.
    Type7,
    /// Approximately median-unbiased whatever the distribution; what the authors advise.
    #[default]
    Type8,
    /// Approximately unbiased for normal samples (Blom).
    Type9,
}

impl QuantileKind {
    /// All nine, in order.
    pub const ALL: [Self; 9] = [
        Self::Type1,
        Self::Type2,
        Self::Type3,
        Self::Type4,
        Self::Type5,
        Self::Type6,
        Self::Type7,
        Self::Type8,
        Self::Type9,
    ];

    /// Position in the sample, in ranks, before it is split into rank and fraction.
    fn position(self, n: f64, p: f64) -> f64 {
        let third = 1.0 / 3.0;
        let (a, b) = match self {
            Self::Type1 | Self::Type2 => return n * p,
            Self::Type3 => return n * p - 0.5,
            Self::Type4 => (0.0, 1.0),
            Self::Type5 => (0.5, 0.5),
            Self::Type6 => (0.0, 0.0),
            Self::Type7 => (1.0, 1.0),
            Self::Type8 => (third, third),
            Self::Type9 => (0.375, 0.375),
        };
        a + p * (n + 1.0 - a - b)
    }

    /// Weight of the next higher value, from the fraction of the position.
    fn weight(self, rank: f64, fraction: f64) -> f64 {
        match self {
            Self::Type1 => f64::from(fraction > 0.0),
            Self::Type2 => f64::from(fraction > 0.0).midpoint(1.0),
            Self::Type3 => f64::from(fraction > 0.0 || rank % 2.0 != 0.0),
            _ => fraction,
        }
    }
}

/// The `p` quantile of a sample, in the unit of the values.
///
/// # Formula
///
/// ```text
/// Q = (1 - w) x(j) + w x(j + 1),  j = floor(h), w from h - j,
/// h = a + p (n + 1 - a - b)   (types 4 to 9: a, b = 0,1 1/2,1/2 0,0 1,1 1/3,1/3 3/8,3/8)
/// ```
///
/// A position within rounding of a whole rank is that rank, as in R.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] unless `0 <= p <= 1`.
///
/// # Examples
///
/// ```
/// use bangkom_stats::quantiles::{QuantileKind, SortedSample, quantile};
///
/// let days = SortedSample::new(&[2.0, 3.0, 5.0, 9.0, 30.0])?;
/// assert!((quantile(&days, 0.9, QuantileKind::Type7)? - 21.6).abs() < 1e-12);
/// assert_eq!(quantile(&days, 0.5, QuantileKind::default())?, 5.0);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Hyndman and Fan (1996), "Sample quantiles in statistical packages".
pub fn quantile(sample: &SortedSample, p: f64, kind: QuantileKind) -> Result<f64, StatsError> {
    let h = kind.position(sample.values().len() as f64, probability(p)?);
    let rounding = 4.0 * f64::EPSILON * h.abs().max(1.0);
    let rank = (h + rounding).floor();
    let fraction = if (h - rank).abs() < rounding {
        0.0
    } else {
        h - rank
    };
    let weight = kind.weight(rank, fraction);
    let (low, high) = (sample.ranked(rank), sample.ranked(rank + 1.0));
    let step = high - low;
    Ok(if weight == 0.0 || step == 0.0 {
        low
    } else if step.is_finite() {
        low + weight * step
    } else {
        (1.0 - weight) * low + weight * high
    })
}
