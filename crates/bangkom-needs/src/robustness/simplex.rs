use bangkom_stats::StatsError;

/// The probability that a weighted sum of differences is positive, all weights being alike.
///
/// It says how often one alternative stands before another when nothing is known of the weights
/// but that they are not negative and sum to one.
///
/// # Formula
/// ```text
/// P(sum w d > 0) = sum_{d_i > 0} prod_{j != i} d_i / (d_i - d_j)     w uniform on the simplex
/// ```
///
/// It is computed as a race of exponential times, a sum of positive products: equal and nearly
/// equal differences, at which the formula above divides by zero, lose no digit. Zeros play no
/// part, and a sum that is zero is not positive.
///
/// # Errors
/// [`StatsError::TooFew`] without a difference, [`StatsError::NotFinite`].
///
/// # Examples
/// ```
/// use bangkom_needs::robustness::positive_on_simplex;
///
/// assert_eq!(positive_on_simplex(&[3.0, -1.0])?, 0.75);
/// assert_eq!(positive_on_simplex(&[1.0, 1.0, -1.0, -1.0, 0.0])?, 0.5);
/// assert_eq!(positive_on_simplex(&[0.0, 0.0])?, 0.0);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
/// Lahdelma, Hokkanen and Salminen 1998, the question; Feller 1971, sums of exponential times.
pub fn positive_on_simplex(differences: &[f64]) -> Result<f64, StatsError> {
    positive_under_dirichlet(differences, &vec![1; differences.len()])
}

/// The same under Dirichlet weights with whole parameters: weights around chosen ones, exactly.
///
/// A parameter of 0 keeps its difference out. The work grows with the product of the sums of
/// parameters of positive and of negative differences.
///
/// # Errors
/// [`StatsError::LengthMismatch`], [`StatsError::TooFew`] without a difference,
/// [`StatsError::NotFinite`], [`StatsError::OutOfRange`] for parameters that sum to more than
/// 100 000.
///
/// # Examples
/// ```
/// use bangkom_needs::robustness::positive_under_dirichlet;
///
/// // A weight of Beta(2, 1) above one half: 1 - 1/4.
/// assert_eq!(positive_under_dirichlet(&[1.0, -1.0], &[2, 1])?, 0.75);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
/// Feller 1971: a gamma number of whole shape is a sum of exponential times.
pub fn positive_under_dirichlet(differences: &[f64], alpha: &[u32]) -> Result<f64, StatsError> {
    check(differences, alpha)?;
    // Scaled, so that no sum of two differences leaves the range of a double.
    let greatest = differences
        .iter()
        .fold(0.0, |most: f64, d| most.max(d.abs()));
    let times = |sign: f64| -> Vec<f64> {
        let own = differences.iter().zip(alpha);
        own.filter(|(d, _)| *d * sign > 0.0)
            .flat_map(|(d, times)| std::iter::repeat_n(d.abs() / greatest, *times as usize))
            .collect()
    };
    Ok(race(&times(1.0), &times(-1.0)))
}

/// The probability that the sum of exponential times with the means `slow` exceeds that of
/// `fast`, both run at once.
fn race(slow: &[f64], fast: &[f64]) -> f64 {
    if slow.is_empty() || fast.is_empty() {
        return f64::from(u8::from(!slow.is_empty()));
    }
    // The chance that the fast side ends first, for each number of its times that are over; it
    // is none once all slow times are over, and certain once all fast ones are.
    let mut chances = vec![0.0; fast.len()];
    for mean in slow.iter().rev() {
        let mut next = 1.0;
        for (chance, other) in chances.iter_mut().zip(fast).rev() {
            next = (other * *chance + mean * next) / (mean + other);
            *chance = next;
        }
    }
    chances[0]
}

/// The greatest sum of parameters.
const MOST: u64 = 100_000;

fn check(differences: &[f64], alpha: &[u32]) -> Result<(), StatsError> {
    let (first, second) = (differences.len(), alpha.len());
    if first != second {
        return Err(StatsError::LengthMismatch { first, second });
    }
    if first == 0 {
        return Err(StatsError::TooFew { needed: 1, got: 0 });
    }
    if let Some(index) = differences.iter().position(|d| !d.is_finite()) {
        let argument = "differences";
        return Err(StatsError::NotFinite { argument, index });
    }
    let total: u64 = alpha.iter().map(|times| u64::from(*times)).sum();
    if total > MOST {
        return Err(StatsError::OutOfRange {
            argument: "alpha",
            index: None,
            value: total as f64,
            low: 0.0,
            high: MOST as f64,
        });
    }
    Ok(())
}
