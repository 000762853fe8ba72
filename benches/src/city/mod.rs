//! Instances of yearly plans of a city, in the words of the library.

mod codes;
mod documents;
mod instance;
mod outline;
mod people;
mod programs;
mod supply;
mod translate;

pub use documents::Documents;
pub use instance::Instance;
pub use outline::{Outline, OutlineBatch};
