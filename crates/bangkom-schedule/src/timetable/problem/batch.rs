use std::collections::BTreeSet;

use bangkom_domain::id::{BatchId, CohortId, FeatureId, InstructorId, PersonId, RoomId, SessionId};
use serde::{Deserialize, Serialize};

use super::{Avoid, Window};

/// A batch: its people, its sessions and who may teach them.
#[doc(alias = "angkatan")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Batch {
    /// Its code.
    pub id: BatchId,
    /// How many people attend; none when all are named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats: Option<u32>,
    /// The people with a seat of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonId>,
    /// The cohorts that attend as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cohorts: Vec<CohortId>,
    /// Who is qualified for its sessions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instructors: Vec<InstructorId>,
    /// Its sessions, in order.
    pub sessions: Vec<Session>,
    /// Whether each session begins after the one before it has ended.
    #[serde(default)]
    pub in_order: bool,
    /// The batches that must end before this one begins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<BatchId>,
    /// On how many different days its sessions should lie.
    #[serde(default)]
    pub min_days: u16,
    /// When it cannot have a session.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unavailable: Vec<Window>,
    /// When it would rather have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub avoid: Vec<Avoid>,
}

/// A block of consecutive slots of a batch: a lesson, a field visit, a test, an observation.
#[doc(alias = "sesi")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Its code.
    pub id: SessionId,
    /// How many slots it takes, at least one.
    pub slots: u16,
    /// Whether it may go on over the end of a day.
    #[serde(default)]
    pub spans_days: bool,
    /// Where it takes place.
    pub venue: Venue,
    /// How many instructors it needs; none for self-study or tests.
    #[serde(default)]
    pub instructors: u8,
    /// The distance from the session before, if that matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap: Option<Gap>,
    /// How much it matters that the session takes place.
    #[serde(default)]
    pub need: Need,
}

/// Where a session takes place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Venue {
    /// In a room that has all of these.
    Room(BTreeSet<FeatureId>),
    /// Anywhere, over the network: away from duty, but in no room.
    Online,
    /// Where the people work: nobody is away.
    Workplace,
}

/// Days between the last day of one session and the first day of the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// The least number of calendar days.
    pub least_days: u16,
    /// The greatest number, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub greatest_days: Option<u16>,
}

/// What is lost when a session has no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// One at the mandatory level.
    #[default]
    Mandatory,
    /// So many points at the value level.
    Value(u32),
}

/// Something that is taken already, by others than these batches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Booking {
    /// When.
    pub window: Window,
    /// Which room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomId>,
    /// Which instructor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instructor: Option<InstructorId>,
    /// Which people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonId>,
}

impl Batch {
    /// A batch with these sessions, without people, instructors or wishes.
    pub fn new(id: BatchId, sessions: Vec<Session>) -> Self {
        Self {
            id,
            seats: None,
            people: Vec::new(),
            cohorts: Vec::new(),
            instructors: Vec::new(),
            sessions,
            in_order: false,
            after: Vec::new(),
            min_days: 0,
            unavailable: Vec::new(),
            avoid: Vec::new(),
        }
    }
}

impl Session {
    /// A mandatory session of so many slots within a day, in any room, without instructors.
    ///
    /// ```
    /// use bangkom_domain::id::SessionId;
    /// use bangkom_schedule::timetable::{Session, Venue};
    ///
    /// let lesson = Session { instructors: 1, ..Session::new(SessionId::new("B1/s1")?, 2) };
    /// let visit = Session { venue: Venue::Workplace, ..lesson.clone() };
    /// assert_eq!((lesson.slots, visit.venue), (2, Venue::Workplace));
    /// # Ok::<(), bangkom_domain::id::CodeError>(())
    /// ```
    pub fn new(id: SessionId, slots: u16) -> Self {
        Self {
            id,
            slots,
            spans_days: false,
            venue: Venue::Room(BTreeSet::new()),
            instructors: 0,
            gap: None,
            need: Need::Mandatory,
        }
    }
}
