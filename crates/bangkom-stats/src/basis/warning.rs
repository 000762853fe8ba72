use serde::{Deserialize, Serialize};

/// A doubt about a result that stands all the same.
///
/// # Examples
///
/// ```
/// use bangkom_stats::Warning;
///
/// let warning = Warning::Ties { groups: 3 };
/// assert_eq!(warning.code(), "ties");
/// assert_eq!(warning.to_string(), "3 groups of equal values");
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Warning {
    /// Missing values, or pairs with one, were dropped.
    #[error("{count} missing values dropped")]
    MissingDropped {
        /// How many.
        count: usize,
    },
    /// The sample is small for the approximation behind the method.
    #[error("{n} values are few, {advised} or more are advised")]
    SmallSample {
        /// Values used.
        n: usize,
        /// Advised number.
        advised: usize,
    },
    /// Equal values share a rank.
    #[error("{groups} groups of equal values")]
    Ties {
        /// Groups of two or more equal values.
        groups: usize,
    },
    /// Zero differences were dropped before ranking.
    #[error("{count} zero differences dropped")]
    ZerosDropped {
        /// How many.
        count: usize,
    },
    /// Many values lie at the upper end of the scale.
    #[error("{:.0} % of the values are at the ceiling", share * 100.0)]
    Ceiling {
        /// Share at the upper end, 0..1.
        share: f64,
    },
    /// Many values lie at the lower end of the scale.
    #[error("{:.0} % of the values are at the floor", share * 100.0)]
    Floor {
        /// Share at the lower end, 0..1.
        share: f64,
    },
    /// Cluster-robust methods rest on the number of clusters, and that is small.
    #[error("{clusters} clusters are few, {advised} or more are advised")]
    FewClusters {
        /// Clusters present.
        clusters: usize,
        /// Advised number.
        advised: usize,
    },
    /// A normal approximation stands in for the exact distribution.
    #[error("normal approximation instead of the exact distribution")]
    NormalApproximation,
    /// A Monte Carlo estimate stands in for the exact value.
    #[error("monte carlo with {replicates} replicates instead of the exact distribution")]
    MonteCarlo {
        /// Replicates drawn.
        replicates: usize,
    },
    /// Replicates on which the statistic is undefined were left out.
    #[error("{count} replicates have no value")]
    DegenerateReplicates {
        /// How many.
        count: usize,
    },
    /// An estimate lies on the boundary of its range.
    #[error("the estimate of {what} lies on the boundary")]
    Boundary {
        /// The estimated quantity.
        what: std::borrow::Cow<'static, str>,
    },
    /// The estimate rests on something that the data cannot show.
    #[error("the data cannot show {what}, on which the estimate rests")]
    Assumed {
        /// What is taken as given.
        what: std::borrow::Cow<'static, str>,
    },
    /// Cases for which the quantity is undefined were left out.
    #[error("{count} cases without a defined value dropped")]
    UndefinedDropped {
        /// How many.
        count: usize,
    },
}

impl Warning {
    /// Stable code of the warning.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::MissingDropped { .. } => "missing_dropped",
            Self::SmallSample { .. } => "small_sample",
            Self::Ties { .. } => "ties",
            Self::ZerosDropped { .. } => "zeros_dropped",
            Self::Ceiling { .. } => "ceiling",
            Self::Floor { .. } => "floor",
            Self::FewClusters { .. } => "few_clusters",
            Self::NormalApproximation => "normal_approximation",
            Self::MonteCarlo { .. } => "monte_carlo",
            Self::DegenerateReplicates { .. } => "degenerate_replicates",
            Self::Boundary { .. } => "boundary",
            Self::Assumed { .. } => "assumed",
            Self::UndefinedDropped { .. } => "undefined_dropped",
        }
    }
}
