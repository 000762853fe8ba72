//! Permutation tests: exact where the sums can be counted or listed, else Monte Carlo.

mod grid;
mod options;
mod sign_flip;
mod tally;

pub use options::SignFlipOptions;
pub use sign_flip::{Counting, SignFlip, sign_flip, sign_flip_observed};
