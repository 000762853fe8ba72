use bangkom_stats::ConfidenceLevel;
use bangkom_stats::clusters::{ClusterIcc, cluster_icc};
use bangkom_stats::regression::Coefficient;
use serde::{Deserialize, Serialize};

use super::advise::clustered_mean;
use super::complete::Complete;

/// How far people of one agency changed alike, and what that does to the mean change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClusterEffect {
    /// How many agencies people came from.
    pub agencies: u32,
    /// The correlation of changes within agencies and the design effect, where they can be said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correlation: Option<ClusterIcc>,
    /// The mean change with CR2 errors and Satterthwaite's degrees of freedom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mean: Option<Coefficient>,
}

impl ClusterEffect {
    pub(super) fn of(own: &Complete, level: ConfidenceLevel) -> Option<Self> {
        let agencies = own.n_groups();
        (agencies > 1).then(|| Self {
            agencies: agencies as u32,
            correlation: cluster_icc(&own.change, &own.groups, level).ok(),
            mean: clustered_mean(own, level)
                .ok()
                .filter(|mean| mean.ci.low.is_finite() && mean.ci.high.is_finite()),
        })
    }
}
