use crate::StatsError;
use crate::basis::Interval;
use crate::linear::Compensated;
use crate::sample::{at_least, refuse_infinite};

/// Bounds of a mean that hold whatever the missing values are, in the unit of the values.
///
/// # Formula
///
/// ```text
/// (sum of present + missing * low) / n .. (sum of present + missing * high) / n
/// ```
///
/// # Parameters
///
/// - `values`: NaN where missing; all others within the scale.
/// - `scale`: least and greatest possible value.
///
/// # Errors
///
/// [`StatsError::NotFinite`]; [`StatsError::OutOfRange`] for a value outside the scale, or a scale
/// without extent; [`StatsError::TooFew`] without values.
///
/// # Examples
///
/// ```
/// use bangkom_stats::Interval;
/// use bangkom_stats::attrition::worst_case_bounds;
///
/// let scale = Interval { low: 0.0, high: 100.0 };
/// let bounds = worst_case_bounds(&[60.0, 80.0, 70.0, f64::NAN], scale)?;
/// assert_eq!((bounds.low, bounds.high), (52.5, 77.5));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Manski (1990).
pub fn worst_case_bounds(values: &[f64], scale: Interval) -> Result<Interval, StatsError> {
    refuse_infinite("values", values)?;
    at_least(1, values.len())?;
    check_scale(values, scale)?;
    let n = values.len() as f64;
    let missing = values.iter().filter(|value| value.is_nan()).count() as f64;
    let present = values.iter().copied().filter(|value| !value.is_nan());
    let total = Compensated::sum(present);
    Ok(Interval {
        low: total.plus_product(missing, scale.low).value() / n,
        high: total.plus_product(missing, scale.high).value() / n,
    })
}

fn check_scale(values: &[f64], scale: Interval) -> Result<(), StatsError> {
    if !scale.low.is_finite() {
        return Err(StatsError::parameter(
            "scale.low",
            scale.low,
            f64::MIN,
            f64::MAX,
        ));
    }
    if !scale.high.is_finite() || scale.high <= scale.low {
        return Err(StatsError::parameter(
            "scale.high",
            scale.high,
            scale.low,
            f64::MAX,
        ));
    }
    let outside = |value: &f64| *value < scale.low || *value > scale.high;
    match values.iter().position(outside) {
        Some(index) => Err(StatsError::OutOfRange {
            argument: "values",
            index: Some(index),
            value: values[index],
            low: scale.low,
            high: scale.high,
        }),
        None => Ok(()),
    }
}
