//! The needs-scoring workload: answers about people as raw columns, six results.

mod columns;
mod digest;
mod results;

pub use columns::{ColumnError, Room, RowFiles};
pub use digest::PairDigest;
pub use results::{Failure, Results, run};
