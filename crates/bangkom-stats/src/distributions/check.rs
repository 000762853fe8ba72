//! Range checks of parameters.

use crate::StatsError;

/// A point at which a distribution is asked: anything but NaN.
pub(super) fn point(argument: &'static str, value: f64) -> Result<f64, StatsError> {
    if value.is_nan() {
        return Err(StatsError::parameter(
            argument,
            value,
            f64::NEG_INFINITY,
            f64::INFINITY,
        ));
    }
    Ok(value)
}

/// A shape or scale: positive and finite.
pub(super) fn positive(argument: &'static str, value: f64) -> Result<f64, StatsError> {
    if value > 0.0 && value.is_finite() {
        return Ok(value);
    }
    Err(StatsError::parameter(argument, value, 0.0, f64::MAX))
}

/// Degrees of freedom that may be infinite: positive.
pub(super) fn degrees(argument: &'static str, value: f64) -> Result<f64, StatsError> {
    if value > 0.0 {
        return Ok(value);
    }
    Err(StatsError::parameter(argument, value, 0.0, f64::INFINITY))
}

/// A probability, 0 and 1 included.
pub(super) fn probability(argument: &'static str, value: f64) -> Result<f64, StatsError> {
    if (0.0..=1.0).contains(&value) {
        return Ok(value);
    }
    Err(StatsError::parameter(argument, value, 0.0, 1.0))
}
