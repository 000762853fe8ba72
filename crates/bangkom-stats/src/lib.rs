//! Statistics an examiner would sign: tests, effect sizes, exact intervals, agreement,
//! reliability, regression, survival.
//!
//! Plain functions on slices: numbers in, numbers out. Nothing here reads a file, a clock or a
//! random source; nothing knows what the numbers are about.
//!
//! # Conventions
//!
//! - In a sample (`&[f64]`) NaN means *missing*: it is dropped (with its partner where values are
//!   paired), counted in [`Basis::n_missing`] and warned about. Infinity is an error.
//! - Every result has a [`Basis`]: counts, method, alternative, level and warnings.
//! - What has no value is a [`StatsError`] that says why, never NaN and never a p-value of zero.
//! - Estimates are in the unit that the field's documentation states.

mod basis;
mod correlation;
mod error;
mod grid;
mod linear;
mod moments;
mod t_statistic;

pub mod agreement;
pub mod attrition;
pub mod bayes;
pub mod bootstrap;
pub mod clusters;
pub mod counts;
pub mod distributions;
pub mod effect;
pub mod gain;
pub mod items;
pub mod multiplicity;
pub mod paired;
pub mod permutation;
pub mod quantiles;
pub mod ranks;
pub mod regression;
pub mod reliability;
pub mod repeated;
pub mod returns;
pub mod sample;
pub mod series;
pub mod survival;
pub mod two_sample;

pub use basis::{Alternative, Basis, ConfidenceLevel, Interval, Method, TestOptions, Warning};
pub use error::StatsError;
pub use moments::Moments;
