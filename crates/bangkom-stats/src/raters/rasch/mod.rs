//! The many-facet Rasch model with rating-scale thresholds, by joint maximum likelihood.
//!
//! # Formula
//!
//! ```text
//! log P_k / P_(k-1) = ability - severity - tau_k
//! ```
//!
//! Abilities of targets and severities of raters are in logits, severities sum to zero within a
//! component, thresholds sum to zero.
//!
//! # Limits
//!
//! Joint estimates spread too wide when targets have few ratings; [`RatingScaleModel::bias_factor`]
//! says by about how much, and nothing is corrected. At most 2,000 raters in one model.
//!
//! # References
//!
//! Linacre (1989), "Many-Facet Rasch Measurement"; Andrich (1978) for the thresholds; Wright and
//! Masters (1982) for the fit statistics.

mod curve;
mod estimate;
mod fit;
mod information;
mod likelihood;
mod model;
mod responses;
mod result;
mod separation;

pub use model::rating_scale_model;
pub use result::{ElementFit, Measure, RaschStatus, RatingScaleModel, Separation, Threshold};
