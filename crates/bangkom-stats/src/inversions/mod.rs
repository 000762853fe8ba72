//! Pairs that stand in the wrong order: how many, and how many by chance.

mod count;
mod null;

pub(crate) use count::count;
pub(crate) use null::{EXACT_LIMIT, exact_tail};
