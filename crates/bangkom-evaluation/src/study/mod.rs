//! The measurements of one program on one instrument, ready to compare.

mod build;

pub(crate) use build::{Study, steps};
