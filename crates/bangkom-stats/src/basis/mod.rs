//! What every result says about itself: counts, method, alternative, level, warnings.

mod alternative;
mod interval;
mod level;
mod method;
mod options;
mod record;
mod warning;

pub use alternative::Alternative;
pub use interval::Interval;
pub use level::ConfidenceLevel;
pub use method::Method;
pub use options::TestOptions;
pub use record::Basis;
pub use warning::Warning;
