//! What a timetable is made from: days, rooms, instructors, people, batches and their sessions.

mod assignment;
mod attend;
mod batch;
mod calendars;
mod clean;
mod cycles;
mod demands;
mod distinct;
mod exception;
mod exceptions;
mod finding;
mod input;
mod numbers;
mod pins;
mod place;
#[expect(
    clippy::module_inception,
    reason = "the module is named for its main type"
)]
mod problem;
mod questions;
mod references;
mod time;
mod windows;

pub use assignment::{Assignment, Timetable};
pub use attend::{Cohort, Person, Unit};
pub use batch::{Batch, Booking, Gap, Need, Session, Venue};
pub(crate) use calendars::{Calendar, Group};
pub use exception::Exception;
pub use finding::TimetableFinding;
pub use input::Input;
pub use place::{Instructor, Position, Room, Site};
pub use problem::Problem;
pub use time::{Avoid, Day, DayLimits, Window};
