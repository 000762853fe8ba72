//! Least squares with standard errors for real data: unequal variances, clusters, series.
//!
//! A [`LinearModel`] is fitted once; each kind of standard error is then an [`Inference`] on it.
//!
//! ```
//! use bangkom_stats::ConfidenceLevel;
//! use bangkom_stats::regression::{ClusterCorrection, LinearModel, intercept};
//!
//! let hours = [2.0, 4.0, 6.0, 8.0, 10.0, 12.0];
//! let score = [51.0, 57.0, 60.0, 68.0, 69.0, 77.0];
//! let office = ["a", "a", "b", "b", "c", "c"];
//! let model = LinearModel::fit(&[&intercept(6), &hours], &score)?;
//! let table = model
//!     .clustered(&office, ClusterCorrection::Cr2)?
//!     .coefficients(ConfidenceLevel::default())?;
//! assert!(table.coefficients[1].ci.contains(2.5));
//! # Ok::<(), bangkom_stats::StatsError>(())
//! ```

mod ancova;
mod anova;
mod autocorrelated;
mod clustered;
mod design;
mod heteroscedastic;
mod hypothesis;
mod inference;
mod model;

pub use ancova::{Ancova, GroupMean, ancova};
pub use anova::{OneWayAnova, one_way_anova};
pub use clustered::ClusterCorrection;
pub use design::{dummies, intercept};
pub use heteroscedastic::LeverageCorrection;
pub use hypothesis::FTest;
pub use inference::{Coefficient, CoefficientTable, Inference};
pub use model::LinearModel;
