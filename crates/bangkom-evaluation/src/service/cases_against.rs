use bangkom_stats::distributions::normal;
use bangkom_stats::{ConfidenceLevel, Interval};
use serde::{Deserialize, Serialize};

use super::Difference;
use super::followed::Followed;

/// The change of mean days beyond that of cases elsewhere, within the limit of all four stretches.
///
/// # Formula
///
/// ```text
/// (mean after - mean before) - (others' mean after - others' mean before)
/// ```
///
/// # References
/// Royston and Parmar 2013, restricted means; Angrist and Pischke 2009, difference in differences.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CasesAgainst {
    /// How many cases elsewhere were compared with.
    pub cases: u32,
    /// The limit up to which days count.
    pub limit: f64,
    /// The difference, in days.
    pub difference: Difference,
    /// Its two-sided p-value.
    pub p: f64,
}

impl CasesAgainst {
    pub(super) fn of(
        own: (&Followed, &Followed),
        others: (&Followed, &Followed),
        level: ConfidenceLevel,
    ) -> Option<Self> {
        let stretches = [own.1, own.0, others.1, others.0];
        let limit = Followed::limit(&stretches);
        let signs = [1.0, -1.0, -1.0, 1.0];
        let (mut estimate, mut variance) = (0.0, 0.0);
        for (stretch, sign) in stretches.iter().zip(signs) {
            let mean = stretch.curve(limit, level)?.restricted_mean;
            estimate += sign * mean.mean;
            variance += mean.se * mean.se;
        }
        let error = variance.sqrt();
        if !(limit > 0.0 && error > 0.0) {
            return None;
        }
        let reach = normal::quantile(1.0 - level.tail()).ok()? * error;
        let p = 2.0 * normal::sf(f64::abs(estimate) / error).ok()?;
        let p = p.clamp(f64::MIN_POSITIVE, 1.0);
        Some(Self {
            cases: (others.0.days.len() + others.1.days.len()) as u32,
            limit,
            difference: Difference {
                estimate,
                interval: Some(Interval {
                    low: estimate - reach,
                    high: estimate + reach,
                }),
                p: Some(p),
            },
            p,
        })
    }
}
