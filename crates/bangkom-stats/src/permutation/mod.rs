//! Permutation tests: exact where the sums can be counted or listed, else Monte Carlo.

mod grid;
mod sign_flip;

pub use sign_flip::{Counting, SignFlip, SignFlipOptions, sign_flip};
