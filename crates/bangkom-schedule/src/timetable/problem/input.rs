use serde::{Deserialize, Serialize};

use super::{
    Assignment, Batch, Booking, Cohort, Day, Exception, Instructor, Person, Room, Site, Unit,
};
use crate::rules::timetable::Rules;

/// Everything that a timetable is made from, as it was given.
///
/// [`Problem::new`](super::Problem::new) checks it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// The working days, each with its slots.
    pub days: Vec<Day>,
    /// The sites of units and rooms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sites: Vec<Site>,
    /// The rooms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rooms: Vec<Room>,
    /// The instructors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instructors: Vec<Instructor>,
    /// The units whose people attend.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Unit>,
    /// The people who attend.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// The cohorts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cohorts: Vec<Cohort>,
    /// The batches with their sessions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub batches: Vec<Batch>,
    /// What is taken already.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bookings: Vec<Booking>,
    /// The assignments that must stay as they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pins: Vec<Assignment>,
    /// The assignments that people have been told of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub published: Vec<Assignment>,
    /// The rules, each with its severity, level and weight.
    #[serde(default)]
    pub rules: Rules,
    /// The sessions that a rule does not hold for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<Exception>,
}
