use serde::{Deserialize, Serialize};

use crate::linear::Compensated;
use crate::{Basis, Method, StatsError};

/// What a study in clusters needs; see [`design_effect`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DesignEffect {
    /// Method; counts are the persons that would be needed without clusters.
    pub basis: Basis,
    /// Factor by which the variance of a mean grows.
    pub design_effect: f64,
    /// Persons needed in clusters.
    pub n_required: u64,
    /// Clusters of the given size that hold them.
    pub n_clusters: u64,
}

/// Persons needed when they come in clusters.
///
/// # Formula
///
/// ```text
/// deff = 1 + (m - 1) icc, n = ceil(n_independent deff), clusters = ceil(n_independent deff / m)
/// ```
///
/// Both are rounded up from the exact product of the numbers given, so they never fall short: a
/// correlation of `0.05`, which as a double is a little more, asks for one person more at `195`.
///
/// # Parameters
///
/// - `icc`: intraclass correlation, from `-1 / (m - 1)` to 1.
/// - `cluster_size`: persons in a cluster, at least 1.
/// - `n_independent`: persons needed if they were independent, at least 1.
///
/// # Errors
///
/// [`StatsError::OutOfRange`] for a parameter outside its range.
///
/// # Examples
///
/// ```
/// let plan = bangkom_stats::clusters::design_effect(0.25, 9, 50)?;
/// assert_eq!((plan.design_effect, plan.n_required, plan.n_clusters), (3.0, 150, 17));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Kish (1965); Donner and Klar (2000).
pub fn design_effect(
    icc: f64,
    cluster_size: u64,
    n_independent: u64,
) -> Result<DesignEffect, StatsError> {
    const MOST: u64 = 1 << 26;
    for (argument, value) in [
        ("cluster_size", cluster_size),
        ("n_independent", n_independent),
    ] {
        if value == 0 || value > MOST {
            let high = MOST as f64;
            return Err(StatsError::parameter(argument, value as f64, 1.0, high));
        }
    }
    let others = (cluster_size - 1) as f64;
    let low = if cluster_size > 1 {
        -1.0 / others
    } else {
        -1.0
    };
    if !(low..=1.0).contains(&icc) {
        return Err(StatsError::parameter("icc", icc, low, 1.0));
    }
    let n = n_independent as f64;
    let exact = Compensated::default().plus(n).plus_product(n * others, icc);
    let n_required = round_up(exact);
    let basis = Basis::new(
        Method::new("design_effect"),
        n_independent as usize,
        n_independent as usize,
    );
    Ok(DesignEffect {
        basis,
        design_effect: 1.0 + others * icc,
        n_required,
        n_clusters: n_required.div_ceil(cluster_size),
    })
}

fn round_up(value: Compensated) -> u64 {
    let near = value.value().round();
    let above = value.subtracted_from(near) < 0.0;
    near.max(0.0) as u64 + u64::from(above)
}
