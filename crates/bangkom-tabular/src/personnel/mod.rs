//! Personnel records in the shape of a SIASN export.

mod directory;
mod read;

pub use directory::Directory;
pub use read::read;
