use super::PowerOptions;
use super::test::{Test, finite};
use crate::StatsError;
use crate::sample::at_least;

/// Power of a comparison of two arms made of whole clusters of one size.
///
/// The means of the clusters are compared, so the degrees of freedom are those of the clusters: a
/// few large clusters never make a strong study.
///
/// # Formula
///
/// ```text
/// deff = 1 + (m - 1) icc
/// ncp = d_s sqrt(k m / (2 deff)), df = 2 (k - 1)
/// ```
///
/// # Parameters
///
/// - `d_s`: difference of the means in standard deviations of persons.
/// - `clusters`: clusters `k` in each arm, two or more.
/// - `cluster_size`: persons `m` in a cluster, one or more.
/// - `icc`: intraclass correlation, 0..1.
///
/// # Errors
///
/// [`StatsError::TooFew`] for fewer clusters or an empty cluster; [`StatsError::OutOfRange`] for an
/// infinite effect, or a level or correlation outside 0..1.
///
/// # Examples
///
/// ```
/// use bangkom_stats::power::{self, PowerOptions};
///
/// let options = PowerOptions::default();
/// let few = power::two_sample_clustered(0.4, 5, 40, 0.05, &options)?;
/// let many = power::two_sample_clustered(0.4, 20, 10, 0.05, &options)?;
/// assert!(few < 0.6 && many > 0.7);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Donner and Klar (2000).
pub fn two_sample_clustered(
    d_s: f64,
    clusters: usize,
    cluster_size: usize,
    icc: f64,
    options: &PowerOptions,
) -> Result<f64, StatsError> {
    let options = options.checked()?;
    finite("d_s", d_s)?;
    at_least(2, clusters)?;
    at_least(1, cluster_size)?;
    if !(0.0..=1.0).contains(&icc) {
        return Err(StatsError::parameter("icc", icc, 0.0, 1.0));
    }
    let (k, m) = (clusters as f64, cluster_size as f64);
    let persons = k * m / (1.0 + (m - 1.0) * icc);
    Ok(Test::new(2.0 * (k - 1.0), &options).power(d_s * (persons / 2.0).sqrt()))
}
