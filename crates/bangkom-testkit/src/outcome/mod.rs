//! What happens when a plan is carried out in the invented city.

mod instruments;
mod learner;
mod measured;
mod service;
mod simulate;

pub use simulate::simulate_results;
