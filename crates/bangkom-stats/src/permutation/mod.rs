//! Permutation tests: exact where the sums can be counted or listed, else Monte Carlo.

mod grid;
mod sign_flip;
mod tally;

pub use sign_flip::{Counting, SignFlip, SignFlipOptions, sign_flip, sign_flip_observed};
