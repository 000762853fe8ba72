//! The tasks on which the statistics are timed, and the peers that do the same.

pub mod data;
pub mod peers;
pub mod tasks;
