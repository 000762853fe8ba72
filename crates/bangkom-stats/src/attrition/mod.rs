//! People who were not measured again: how many, who they were, what they could change.

mod anderson;
mod bounds;
mod completers;
mod lee;
mod rates;

pub use anderson::{MonotoneMean, monotone_mean};
pub use bounds::worst_case_bounds;
pub use completers::{Dropouts, dropouts};
pub use lee::{LeeBounds, lee_bounds};
pub use rates::{AttritionLevel, AttritionRates, attrition_rates};
