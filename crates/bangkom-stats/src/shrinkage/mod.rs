//! Empirical Bayes: many small estimates, each drawn toward what they have in common.
//!
//! A small unit's rate jumps from year to year; drawn toward the mean of all units by the share
//! of its variance that is chance, it errs less on the whole.

mod exposed;
mod gamma_poisson;
mod james_stein;
mod marshall;

pub use gamma_poisson::{GammaPoisson, PosteriorRate, gamma_poisson};
pub use james_stein::{ShrunkenMeans, james_stein, shrink_proportions};
pub use marshall::{SmoothedRate, SmoothedRates, marshall_rates};
