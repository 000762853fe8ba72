use serde::{Deserialize, Serialize};

use super::Grouping;
use crate::StatsError;
use crate::basis::{Basis, ConfidenceLevel, Interval, Method, Warning};
use crate::distributions::raw::fisher_f;
use crate::regression::{ClusterCorrection, LinearModel, OneWayAnova, intercept, one_way_anova};
use crate::sample::{at_least, refuse_infinite, same_length};

/// Result of [`cluster_icc`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClusterIcc {
    /// Values given and used.
    pub basis: Basis,
    /// Clusters with values.
    pub n_clusters: usize,
    /// Mean square between clusters, in squared units.
    pub ms_between: f64,
    /// Mean square within clusters, in squared units.
    pub ms_within: f64,
    /// Effective cluster size for the correlation.
    pub n0: f64,
    /// F statistic of equal cluster means.
    pub f: f64,
    /// p-value of equal cluster means.
    pub p: f64,
    /// Intraclass correlation, from `-1 / (n0 - 1)` to 1; negative when clusters are more alike
    /// than chance.
    pub icc: f64,
    /// Confidence interval of the correlation; exact for clusters of one size.
    pub icc_ci: Interval,
    /// Mean cluster size.
    pub mean_size: f64,
    /// Variance factor of a mean, for clusters of one size.
    pub design_effect: f64,
    /// Variance factor of a mean, with the variation of the sizes.
    pub design_effect_unequal: f64,
    /// Independent values that would be worth as much; `None` when the factor is not positive.
    pub n_effective: Option<f64>,
    /// Mean of the values, in their unit.
    pub mean: f64,
    /// Standard error of the mean as if values were independent.
    pub se_naive: f64,
    /// Cluster-robust standard error, uncorrected.
    pub se_cr0: f64,
    /// Cluster-robust standard error with the factor for few clusters.
    pub se_cr1: f64,
    /// Bias-reduced cluster-robust standard error; the choice below forty clusters.
    pub se_cr2: f64,
    /// Satterthwaite's degrees of freedom of `mean / se_cr2`.
    pub df_cr2: f64,
}

/// How alike values of one cluster are, and what that costs a mean.
///
/// # Formula
///
/// ```text
/// n0 = (N - sum n_i^2 / N) / (k - 1), icc = (MSB - MSW) / (MSB + (n0 - 1) MSW)
/// deff = 1 + (m - 1) icc, unequal: 1 + (m (1 + cv^2) - 1) icc, n_effective = N / deff
/// interval: F / F_(k-1, N-k) at both tails, carried through icc = (F - 1) / (F + n0 - 1)
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`]; [`StatsError::NotFinite`]; [`StatsError::TooFew`] below two
/// clusters and unless some cluster has two values; [`StatsError::NoVariation`] when no cluster
/// varies.
///
/// # Examples
///
/// ```
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::clusters::cluster_icc;
///
/// let score = [1.0, 2.0, 3.0, 2.0, 3.0, 4.0, 6.0, 7.0, 8.0];
/// let office = ["a", "a", "a", "b", "b", "b", "c", "c", "c"];
/// let result = cluster_icc(&score, &office, ConfidenceLevel::default())?;
/// assert!((result.icc - 20.0 / 23.0).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Donner and Koval (1980); Searle (1971) for the interval; Kerry and Bland (2001);
/// Pustejovsky and Tipton (2018) for CR2.
pub fn cluster_icc<K: Ord>(
    values: &[f64],
    clusters: &[K],
    level: ConfidenceLevel,
) -> Result<ClusterIcc, StatsError> {
    same_length(values.len(), clusters.len())?;
    refuse_infinite("values", values)?;
    let pairs = values
        .iter()
        .zip(clusters)
        .filter(|(value, _)| !value.is_nan());
    let (y, labels): (Vec<f64>, Vec<&K>) = pairs.map(|(value, label)| (*value, label)).unzip();
    let groups = Grouping::of(&labels).split(&y);
    at_least(2, groups.len())?;
    at_least(groups.len() + 1, y.len())?;
    let anova = one_way_anova(&groups)?;
    let sizes = Sizes::of(&groups);
    let icc = ratio(anova.f, sizes.n0);
    let design_effect = 1.0 + (sizes.mean - 1.0) * icc;
    let mean = MeanErrors::of(&y, &labels, level)?;
    let k = groups.len();
    Ok(ClusterIcc {
        basis: Basis::new(Method::new("cluster_icc"), values.len(), y.len())
            .level(level)
            .warn_if(
                k < 10,
                Warning::FewClusters {
                    clusters: k,
                    advised: 10,
                },
            ),
        n_clusters: k,
        ms_between: anova.ss_between / anova.df_between as f64,
        ms_within: anova.ss_within / anova.df_within as f64,
        n0: sizes.n0,
        f: anova.f,
        p: anova.p,
        icc,
        icc_ci: interval(&anova, sizes.n0, level),
        mean_size: sizes.mean,
        design_effect,
        design_effect_unequal: 1.0 + (sizes.mean * (1.0 + sizes.cv_squared) - 1.0) * icc,
        n_effective: (design_effect > 0.0).then(|| y.len() as f64 / design_effect),
        mean: mean.mean,
        se_naive: mean.naive,
        se_cr0: mean.cr0,
        se_cr1: mean.cr1,
        se_cr2: mean.cr2,
        df_cr2: cr2_degrees(&groups),
    })
}

/// The correlation that belongs to a ratio of mean squares.
fn ratio(f: f64, n0: f64) -> f64 {
    (f - 1.0) / (f + n0 - 1.0)
}

fn interval(anova: &OneWayAnova, n0: f64, level: ConfidenceLevel) -> Interval {
    let (d1, d2) = (anova.df_between as f64, anova.df_within as f64);
    Interval {
        low: ratio(anova.f / fisher_f::upper_quantile(level.tail(), d1, d2), n0),
        high: ratio(anova.f / fisher_f::quantile(level.tail(), d1, d2), n0),
    }
}

struct Sizes {
    mean: f64,
    n0: f64,
    cv_squared: f64,
}

impl Sizes {
    fn of(groups: &[Vec<f64>]) -> Self {
        let k = groups.len() as f64;
        let sizes = || groups.iter().map(|group| group.len() as f64);
        let n: f64 = sizes().sum();
        let mean = n / k;
        let squares: f64 = sizes().map(|size| size * size).sum();
        let spread: f64 = sizes().map(|size| (size - mean).powi(2)).sum();
        Self {
            mean,
            n0: (n - squares / n) / (k - 1.0),
            cv_squared: spread / k / (mean * mean),
        }
    }
}

struct MeanErrors {
    mean: f64,
    naive: f64,
    cr0: f64,
    cr1: f64,
    cr2: f64,
}

/// Satterthwaite's degrees of freedom of a mean under CR2: `1 / sum_gh P_gh^2` with
/// `P_gg = n_g / n` and, between clusters, `P_gh = n_g n_h / (n sqrt((n - n_g) (n - n_h)))`.
fn cr2_degrees(groups: &[Vec<f64>]) -> f64 {
    let shares = || {
        let n: usize = groups.iter().map(Vec::len).sum();
        groups.iter().map(move |g| g.len() as f64 / n as f64)
    };
    let between = |share: f64| share * share / (1.0 - share);
    let inside: f64 = shares().map(|s| s * s - between(s).powi(2)).sum();
    let across: f64 = shares().map(between).sum();
    1.0 / (inside + across * across)
}

impl MeanErrors {
    fn of<K: Ord>(y: &[f64], labels: &[K], level: ConfidenceLevel) -> Result<Self, StatsError> {
        let model = LinearModel::fit(&[&intercept(y.len())], y)?;
        let naive = model.classical()?.contrast(&[1.0], level)?;
        let robust = |kind| match model.clustered(labels, kind)?.contrast(&[1.0], level) {
            Ok(mean) => Ok(mean.se),
            // Clusters whose sums agree exactly say nothing against the mean.
            Err(StatsError::NoVariation { .. }) => Ok(0.0),
            Err(error) => Err(error),
        };
        Ok(Self {
            mean: naive.estimate,
            naive: naive.se,
            cr0: robust(ClusterCorrection::Cr0)?,
            cr1: robust(ClusterCorrection::Cr1)?,
            cr2: robust(ClusterCorrection::Cr2)?,
        })
    }
}
