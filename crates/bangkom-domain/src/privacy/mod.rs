//! Which data are about a person, and how they stay in.

mod documents;
mod field;
mod field_table;
mod personal;
mod rights;
mod rows;
mod suppression;

pub use documents::{Documents, DocumentsSchema};
pub use field::{Field, FieldClass, fields};
pub use personal::Personal;
pub use rights::{erase, exclude, extract};
pub use suppression::{MIN_GROUP, suppressed};
