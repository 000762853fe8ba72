//! Instances of yearly plans of a city, in the words of the library.

mod documents;
mod instance;
mod outline;
mod translate;

pub use documents::Documents;
pub use instance::Instance;
pub use outline::{Outline, OutlineBatch};
