use super::{Pairs, describe};
use crate::two_sample::{Equivalence, EquivalenceOptions};
use crate::{Method, StatsError};

/// Equivalence of paired means: two one-sided t tests against a region of no importance.
///
/// # Formula
///
/// ```text
/// t_low = (mean(d) - low) / se,  t_high = (mean(d) - high) / se,  df = n - 1
/// p = max(P(T > t_low), P(T < t_high));  interval at level 1 - 2 alpha
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], [`StatsError::TooFew`] below two
/// complete pairs, [`StatsError::NoVariation`] when all differences are equal.
///
/// # Examples
///
/// ```
/// use bangkom_stats::{paired, two_sample::EquivalenceOptions};
///
/// let pre = [10.0, 12.0, 9.0, 14.0, 11.0, 13.0];
/// let post = [10.5, 11.8, 9.1, 14.2, 10.7, 13.1];
/// let test = paired::equivalence(&pre, &post, &EquivalenceOptions::new(-1.0, 1.0)?)?;
/// assert!(test.p < 0.05 && test.decision.is_equivalent());
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Schuirmann (1987); Lakens (2017), "Equivalence tests".
pub fn equivalence(
    pre: &[f64],
    post: &[f64],
    options: &EquivalenceOptions,
) -> Result<Equivalence, StatsError> {
    let pairs = Pairs::new(pre, post, 2)?;
    let (summary, _) = describe(&pairs, Method::new("equivalence, paired"));
    if summary.sd_diff == 0.0 {
        return Err(StatsError::NoVariation {
            what: "differences",
        });
    }
    let n = summary.basis.n_used as f64;
    let se = summary.sd_diff / n.sqrt();
    Equivalence::new(summary.basis, summary.mean_diff, se, n - 1.0, options)
}
