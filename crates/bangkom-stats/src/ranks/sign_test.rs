use serde::{Deserialize, Serialize};

use crate::distributions::raw::binomial;
use crate::p_value::never_zero;
use crate::paired::Pairs;
use crate::{Alternative, Basis, Method, StatsError, Warning};

/// Result of the sign test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignTest {
    /// Counts (`n_used` without zeros), direction, warnings.
    pub basis: Basis,
    /// Rises.
    pub n_plus: usize,
    /// Falls.
    pub n_minus: usize,
    /// Pairs without a difference.
    pub n_zero: usize,
    /// Twice the smaller tail, at most 1.
    pub p_two: f64,
    /// p-value against more rises than falls.
    pub p_greater: f64,
    /// p-value against fewer rises than falls.
    pub p_less: f64,
}

impl SignTest {
    /// The p-value of the alternative that was asked for.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::{Alternative, ranks::sign_test};
    ///
    /// let test = sign_test(&[1.0, 2.0], &[2.0, 4.0], Alternative::Less)?;
    /// assert_eq!(test.p(), test.p_less);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn p(&self) -> f64 {
        self.basis
            .alternative
            .pick(self.p_two, self.p_greater, self.p_less)
    }
}

/// Sign test: are rises as frequent as falls?
///
/// # Formula
///
/// ```text
/// n_plus ~ Binomial(n_plus + n_minus, 1/2),  p_two = min(1, 2 min(p_less, p_greater))
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], [`StatsError::TooFew`] without a
/// complete pair, [`StatsError::NoVariation`] when no pair has a difference.
///
/// # Examples
///
/// ```
/// use bangkom_stats::{Alternative, ranks::sign_test};
///
/// let test = sign_test(&[1.0, 2.0, 3.0], &[2.0, 4.0, 3.0], Alternative::Greater)?;
/// assert_eq!((test.n_plus, test.n_zero), (2, 1));
/// assert!((test.p() - 0.25).abs() < 1e-15);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Arbuthnot (1710); Dixon and Mood (1946).
pub fn sign_test(
    pre: &[f64],
    post: &[f64],
    alternative: Alternative,
) -> Result<SignTest, StatsError> {
    let pairs = Pairs::new(pre, post, 1)?;
    let n_plus = pairs.differences.iter().filter(|d| **d > 0.0).count();
    let n_minus = pairs.differences.iter().filter(|d| **d < 0.0).count();
    let n = n_plus + n_minus;
    if n == 0 {
        return Err(StatsError::NoVariation {
            what: "differences",
        });
    }
    let n_zero = pairs.n() - n;
    let at_most = |k: usize| never_zero(binomial::cdf(k as u64, n as u64, 0.5));
    let (p_less, p_greater) = (at_most(n_plus), at_most(n_minus));
    let mut basis = Basis::new(Method::new("sign_test"), pairs.n_input, pairs.n())
        .alternative(alternative)
        .warn_if(n_zero > 0, Warning::ZerosDropped { count: n_zero });
    basis.n_used = n;
    let p_two = (2.0 * p_less.min(p_greater)).min(1.0);
    Ok(SignTest {
        basis,
        n_plus,
        n_minus,
        n_zero,
        p_two,
        p_greater,
        p_less,
    })
}
