//! What stands in the way at work, as participants say.

mod build;
mod record;

pub(crate) use build::{Hindered, figures};
pub use record::BarrierFigure;
