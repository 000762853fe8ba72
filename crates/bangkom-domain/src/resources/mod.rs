//! What a plan may use: calendar, sites, rooms, instructors, funds, and staff that must stay.

mod check;
mod document;
mod finding;
mod fund;
mod instructor;
mod place;
mod staffing;

pub use check::check;
pub use document::{Resources, ResourcesSchema};
pub use finding::ResourcesFinding;
pub use fund::Fund;
pub use instructor::{Instructor, InstructorKind};
pub use place::{Room, Site};
pub use staffing::StaffingRule;
