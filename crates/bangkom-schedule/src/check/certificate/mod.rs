//! Recomputes the bound of a certificate from the problem and the certificate alone.
//!
//! One pass in integers over people, programs, instructors and rows for each part of the
//! certificate; nothing of the solver is used, and no floating point.

mod cover;
mod exact;
mod facts;
mod leaf;
mod limits;
mod marginals;
mod people;
mod prices;
mod units;
mod verify;

pub use marginals::marginals;
pub(crate) use verify::recompute;
pub use verify::verify;
