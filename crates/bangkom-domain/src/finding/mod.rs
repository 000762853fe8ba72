//! What is wrong or noteworthy in data, as data: all at once, each with its place and the way out.

mod checked;
mod explain;
mod findings;
mod place;
mod sensitive;

pub use checked::Checked;
pub use explain::{Explain, Severity};
pub use findings::Findings;
pub use place::Place;
pub use sensitive::{Sensitive, Shape};
