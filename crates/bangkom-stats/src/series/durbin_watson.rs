use crate::StatsError;
use crate::sample::{at_least, refuse_infinite};

/// Durbin-Watson statistic of residuals in order of time, 0..4.
///
/// Near 2 without dependence from one step to the next, below with positive dependence.
///
/// # Formula
///
/// ```text
/// d = sum (e_t - e_{t-1})^2 / sum e_t^2
/// ```
///
/// # Errors
///
/// [`StatsError::NotFinite`] for an infinite or missing residual; [`StatsError::TooFew`] below
/// two; [`StatsError::NoVariation`] when all are zero.
///
/// # Examples
///
/// ```
/// use bangkom_stats::series::durbin_watson;
///
/// assert_eq!(durbin_watson(&[1.0, -1.0, 1.0, -1.0])?, 3.0);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Durbin and Watson (1950).
pub fn durbin_watson(residuals: &[f64]) -> Result<f64, StatsError> {
    refuse_infinite("residuals", residuals)?;
    if let Some(index) = residuals.iter().position(|e| e.is_nan()) {
        return Err(StatsError::NotFinite {
            argument: "residuals",
            index,
        });
    }
    at_least(2, residuals.len())?;
    let largest = residuals.iter().fold(0.0_f64, |most, e| most.max(e.abs()));
    if largest == 0.0 {
        return Err(StatsError::NoVariation { what: "residuals" });
    }
    let steps = residuals
        .windows(2)
        .map(|pair| (pair[1] - pair[0]) / largest);
    let total: f64 = residuals.iter().map(|e| (e / largest).powi(2)).sum();
    Ok(steps.map(|step| step * step).sum::<f64>() / total)
}
