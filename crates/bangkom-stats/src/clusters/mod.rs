//! Values in clusters: how alike they are, and what that costs.

mod design_effect;
mod grouping;
mod icc;
mod random_intercept;

pub use design_effect::{DesignEffect, design_effect};
pub use icc::{ClusterIcc, cluster_icc};
pub use random_intercept::{FixedEffect, Likelihood, RandomIntercept, random_intercept};

pub(crate) use grouping::Grouping;
