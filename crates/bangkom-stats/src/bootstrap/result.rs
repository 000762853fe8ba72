use serde::{Deserialize, Serialize};

use super::Bca;
use crate::{Basis, Interval};

/// Bootstrap estimates and intervals, all in the unit of the statistic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bootstrap {
    /// Counts, level, warnings.
    pub basis: Basis,
    /// The statistic of the sample.
    pub theta: f64,
    /// Mean of the replicates.
    pub mean: f64,
    /// Standard deviation of the replicates.
    pub se: f64,
    /// Mean of the replicates minus `theta`.
    pub bias: f64,
    /// Replicates that have a value.
    pub n_replicates: usize,
    /// Seed of the replicates; absent when they were drawn elsewhere.
    pub seed: Option<u64>,
    /// Replicates on which the statistic has no value; they are left out.
    pub n_degenerate: usize,
    /// Quantiles of the replicates by linear interpolation (R's type 7).
    pub percentile: Interval,
    /// Quantiles at place `(B + 1) p`, interpolated on the normal scale.
    pub percentile_interpolated: Interval,
    /// `percentile` mirrored at `theta`.
    pub basic: Interval,
    /// Acceleration by the jackknife; absent where that has no value.
    pub acceleration: Option<f64>,
    /// Interval with replicates equal to `theta` counted half on each side; absent when all
    /// replicates lie on one side, or without an acceleration.
    pub bca: Option<Bca>,
    /// Interval with only replicates below `theta` counted; it errs for discrete statistics.
    pub bca_strict: Option<Bca>,
}
