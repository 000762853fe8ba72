//! The rules of a timetable, one file each: what it means, its default, and what breaks it.
//!
//! Each file recomputes its rule from the plan alone. The solver holds compiled differences of
//! the same rules; tests compare the two after every move.

mod all;
mod availability;
mod balance;
mod bookings;
mod breach;
mod calendars;
mod capacity;
mod compactness;
mod daily_load;
mod features;
mod fee;
mod form;
mod found;
mod instructor_conflict;
mod load_limit;
mod night_rest;
mod participant_conflict;
pub(crate) mod perturbation;
mod precedence;
mod preferences;
mod qualification;
mod rest;
mod room_conflict;
mod rule;
mod setting;
mod settings;
mod stability;
mod staffing;
mod travel;
mod view;
mod working_days;

pub(crate) use all::{blocking, matches, of_rules};
pub use breach::Breach;
pub use found::{Match, Subject};
pub use rule::Rule;
pub use setting::{Level, Reason, Setting, Severity};
pub use settings::{FixedRule, Override, Rules};
pub(crate) use view::{Placed, View, load};
