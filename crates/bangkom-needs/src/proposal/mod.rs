//! From gaps to seats: which program closes what, and what nothing closes.

mod agency;
mod choice;
mod decided;
mod design;
mod document;
mod finding;
mod offer;
mod person;
mod price;
mod program_finding;
mod propose;
mod sketch;
mod teachers;
mod unclosed;

pub use agency::{AgencyDemand, agency_demand};
pub use design::{DesignNeed, MethodShare};
pub use document::{Proposal, ProposalSchema};
pub use finding::DecisionFinding;
pub use program_finding::ProgramFinding;
pub use propose::propose;
pub use teachers::{TeachersFound, teachers};
pub use unclosed::{UnclosedGap, UnclosedReason};
