//! The JSON form of the documents: the schema first, unknown fields refused with their place.

mod document;
mod error;

pub(crate) use document::schema;
pub use document::{Document, read, write};
pub use error::{ReadError, WriteError};
