//! What is wrong or noteworthy in data, as data: all at once, each with its place and the way out.

mod checked;
mod code;
mod declare;
mod explain;
mod findings;
mod place;
mod sensitive;
mod shown;

pub use checked::Checked;
pub use code::FindingCode;
pub(crate) use declare::findings;
pub use explain::{Explain, Severity};
pub use findings::Findings;
pub use place::Place;
pub use sensitive::{Sensitive, Shape};
pub(crate) use shown::Shown;
