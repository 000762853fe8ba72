//! Values in clusters: how alike they are, and what that costs.

mod grouping;

pub(crate) use grouping::Grouping;
