//! Curriculum-based course timetabling (ITC-2007 track 3), in the words of the library.

mod generate;
mod instance;
mod translate;

pub use instance::{Instance, WrongInstance};
pub use translate::{problem, solution_lines};
