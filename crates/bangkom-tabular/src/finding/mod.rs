//! What is wrong or noteworthy in a table.

mod code;
mod expected;
mod kinds;
mod text;

pub use expected::Expected;
pub use kinds::TableFinding;
