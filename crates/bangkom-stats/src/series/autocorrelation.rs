use crate::StatsError;
use crate::linear::Compensated;
use crate::sample::{at_least, refuse_infinite};

/// Correlation of a series with itself `lag` steps later, about -1..1.
///
/// A missing value (NaN) keeps its place in time; pairs with one are left out.
///
/// # Formula
///
/// ```text
/// r_l = sum (x_t - m)(x_{t+l} - m) / sum (x_t - m)^2
/// ```
///
/// # Errors
///
/// [`StatsError::NotFinite`]; [`StatsError::TooFew`] below two values or when `lag` leaves no
/// pair; [`StatsError::NoVariation`].
///
/// # Examples
///
/// ```
/// use bangkom_stats::series::autocorrelation;
///
/// assert_eq!(autocorrelation(&[1e7 + 1.0, 1e7 + 3.0, 1e7 + 2.0], 1)?, -0.5);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Box and Jenkins (1970).
pub fn autocorrelation(values: &[f64], lag: usize) -> Result<f64, StatsError> {
    refuse_infinite("values", values)?;
    let present: Vec<f64> = values.iter().copied().filter(|x| !x.is_nan()).collect();
    at_least(2, present.len())?;
    at_least(lag.saturating_add(1), values.len())?;
    let mean = Compensated::mean(&present);
    let centred = |x: &f64| mean.subtracted_from(*x);
    let largest = present
        .iter()
        .fold(0.0_f64, |most, x| most.max(centred(x).abs()));
    if present.iter().all(|x| *x == present[0]) || largest == 0.0 {
        return Err(StatsError::NoVariation { what: "values" });
    }
    let exponent = libm::ilogb(largest);
    let unit: Vec<f64> = values
        .iter()
        .map(|x| libm::scalbn(centred(x), -exponent))
        .collect();
    let total: f64 = unit.iter().filter(|x| !x.is_nan()).map(|x| x * x).sum();
    let pairs = unit.iter().zip(&unit[lag..]).map(|(a, b)| a * b);
    Ok(pairs.filter(|product| !product.is_nan()).sum::<f64>() / total)
}
