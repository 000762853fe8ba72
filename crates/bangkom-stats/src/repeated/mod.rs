//! The same persons measured several times: before, after, and months later.
//!
//! A table has one row a person and one column an occasion. Analyses of all occasions at once use
//! complete rows; a planned contrast uses the rows that are complete in its own occasions.

mod anova;
mod contrast;
mod friedman;
mod sphericity;
mod table;

pub use anova::{RepeatedMeasures, repeated_measures};
pub use contrast::{Contrast, ContrastTest, PlannedContrasts, planned_contrasts};
pub use friedman::{Friedman, friedman};
pub use sphericity::{Mauchly, Sphericity};
