use crate::StatsError;

/// Factor that removes the small-sample bias of a standardised mean difference.
///
/// # Formula
///
/// ```text
/// J(m) = Gamma(m / 2) / (sqrt(m / 2) Gamma((m - 1) / 2)),  about 1 - 3 / (4 m - 1)
/// ```
///
/// `df` is the degrees of freedom of the standard deviation: n - 1 for pairs, n1 + n2 - 2 for two
/// samples. The factor is 0 at one degree of freedom.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] unless `df` is at least 1 and finite.
///
/// # Examples
///
/// ```
/// use bangkom_stats::effect::hedges_correction;
///
/// let j = hedges_correction(18.0)?;
/// assert!((j - 0.957_646_427_023_718).abs() < 1e-15);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Hedges (1981), the exact factor.
pub fn hedges_correction(df: f64) -> Result<f64, StatsError> {
    if df >= 1.0 && df.is_finite() {
        Ok(correction(df))
    } else {
        Err(StatsError::parameter("df", df, 1.0, f64::MAX))
    }
}

/// The factor for `df >= 1`.
pub(crate) fn correction(df: f64) -> f64 {
    let half = (df - 1.0) / 2.0;
    if half == 0.0 {
        return 0.0;
    }
    half_step_ratio(half) * (half / (half + 0.5)).sqrt()
}

/// Coefficients of the asymptotic series in `1 / x`.
const SERIES: [f64; 8] = [
    1.0,
    -1.0 / 8.0,
    1.0 / 128.0,
    5.0 / 1_024.0,
    -21.0 / 32_768.0,
    -399.0 / 262_144.0,
    869.0 / 4_194_304.0,
    39_325.0 / 33_554_432.0,
];

/// `Gamma(x + 1/2) / (Gamma(x) sqrt x)`: recurrence up to where the asymptotic series is exact.
fn half_step_ratio(mut x: f64) -> f64 {
    let start = x;
    let mut factor = 1.0;
    while x < 30.0 {
        factor *= x / (x + 0.5);
        x += 1.0;
    }
    let r = 1.0 / x;
    let series = SERIES.iter().rev().fold(0.0, |sum, c| sum * r + c);
    factor * series * (x / start).sqrt()
}
