//! What no plan can exceed: a linear program over batches and people, proven by its prices.
//!
//! The program forgets the dates. Its columns are the subsets of claims that each person could
//! follow, batches with their rooms, and slots of instructors; its rows are what these share.
//! Prices of the rows make a [certificate](crate::certificate), whose bound the
//! [checker](crate::check::certificate) computes; splitting the plans by numbers of batches
//! makes it sharper. Solved roughly, the program guides the construction of a plan.

mod appeal;
mod branch;
mod certify;
mod claimants;
mod compile;
mod guide;
mod interior;
mod intervals;
mod model;
mod options;
mod people;
mod prove;
mod relaxation;
mod rounds;
mod rows;
mod subsets;
mod worth;

pub use certify::certify;
pub(super) use guide::Guide;
pub use options::BoundOptions;
