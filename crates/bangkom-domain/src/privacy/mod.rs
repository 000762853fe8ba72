//! Which data are about a person, and how they stay in.

mod personal;

pub use personal::Personal;
