use super::{WeightFinding, WeightsError};

/// Weights that were given, checked and brought to the sum of one.
///
/// # Errors
/// [`WeightsError`] with every weight that is negative, infinite or not a number, or when there
/// is none or all are zero.
///
/// # Examples
/// ```
/// use bangkom_needs::weights::direct;
///
/// assert_eq!(direct(&[3.0, 1.0, 0.0])?, [0.75, 0.25, 0.0]);
/// assert_eq!(direct(&[-1.0, f64::NAN, 2.0]).unwrap_err().findings().len(), 2);
/// # Ok::<(), bangkom_needs::weights::WeightsError>(())
/// ```
pub fn direct(weights: &[f64]) -> Result<Vec<f64>, WeightsError> {
    let usable = |weight: &f64| weight.is_finite() && *weight >= 0.0;
    let mut found: Vec<WeightFinding> = weights
        .iter()
        .zip(1..)
        .filter(|(weight, _)| !usable(weight))
        .map(|(weight, position)| WeightFinding::NotUsable {
            position,
            given: weight.to_string(),
        })
        .collect();
    if weights.is_empty() {
        found.push(WeightFinding::Nothing);
    } else if weights.iter().all(|weight| *weight == 0.0) {
        found.push(WeightFinding::AllZero);
    }
    WeightsError::unless_empty(found)?;
    Ok(normalized(weights.to_vec()))
}

/// The same weight for each of `n` sources; empty for none.
///
/// # Examples
/// ```
/// assert_eq!(bangkom_needs::weights::equal(4), [0.25; 4]);
/// ```
pub fn equal(n: usize) -> Vec<f64> {
    vec![1.0 / n as f64; n]
}

/// Non-negative weights, not all zero, brought to the sum of one.
pub(super) fn normalized(mut weights: Vec<f64>) -> Vec<f64> {
    // Divided by the greatest first, so that the sum of huge weights stays finite.
    let greatest = weights.iter().copied().fold(0.0, f64::max);
    for weight in &mut weights {
        *weight /= greatest;
    }
    let total: f64 = weights.iter().sum();
    for weight in &mut weights {
        *weight /= total;
    }
    weights
}
