//! What a plan is made from: the documents, checked and numbered before the search begins.

pub(crate) mod bits;
pub(crate) mod claims;
pub(crate) mod decided;
mod finding;
pub(crate) mod fixed;
mod inputs;
pub(crate) mod people;
mod policy;
#[expect(
    clippy::module_inception,
    reason = "the module is named for its main type"
)]
mod problem;
pub(crate) mod programs;
mod standing;
pub(crate) mod supply;
pub(crate) mod timeline;
pub(crate) mod units;

pub use finding::ProblemFinding;
pub use inputs::Inputs;
pub use policy::PlanPolicy;
pub use problem::Problem;
