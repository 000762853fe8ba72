//! Sessions of many batches get a time, a room and an instructor.

pub mod problem;
mod solve;
mod state;
mod tables;

pub use problem::{
    Assignment, Avoid, Batch, Booking, Cohort, Day, DayLimits, Exception, Gap, Input, Instructor,
    Need, Person, Position, Problem, Room, Session, Site, Timetable, TimetableFinding, Unit, Venue,
    Window,
};
pub use solve::{Method, SolveOptions, TimetableSolution, TimetableSolutionSchema, repair, solve};
