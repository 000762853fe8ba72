use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::enumeration::enumeration;
use crate::id::{BatchId, InstructorId, ModuleId, PersonId, ProgramId, RoomId, SessionId};
use crate::measure::Rupiah;
use crate::program::SessionKind;

/// One run of a program.
#[doc(alias = "angkatan")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Batch {
    /// Its code.
    pub id: BatchId,
    /// The program.
    pub program: ProgramId,
    /// Its sessions, in the order of the program.
    pub sessions: Vec<Session>,
    /// Who takes part, ordered by person.
    pub seats: Vec<Seat>,
    /// What it costs in all.
    pub cost: Rupiah,
    /// Whether it may still be moved.
    pub publication: Publication,
}

enumeration! {
    /// Whether a batch may still be moved.
    Publication {
        /// May change freely.
        Draft => "draft", "rancangan", "draft";
        /// Announced; every change is counted.
        Published => "published", "diumumkan", "published";
        /// Begun or past; does not change.
        Frozen => "frozen", "dibekukan", "frozen";
    }
}

/// One session of a batch.
#[doc(alias = "sesi")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Its code.
    pub id: SessionId,
    /// What happens.
    pub kind: SessionKind,
    /// The module it belongs to, where it belongs to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub module: Option<ModuleId>,
    /// The slots it takes, in order of time.
    pub times: Vec<SlotSpan>,
    /// The room; none where the session needs none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomId>,
    /// Who teaches, ordered by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instructors: Vec<InstructorId>,
}

impl Session {
    /// The first day.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.times.first().map(|span| span.date)
    }

    /// The last day.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.times.last().map(|span| span.date)
    }

    /// How many slots it takes.
    pub fn slots(&self) -> u32 {
        self.times.iter().map(|span| u32::from(span.count)).sum()
    }
}

/// Consecutive slots of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlotSpan {
    /// The day.
    pub date: NaiveDate,
    /// The first slot of the day, counted from 0.
    pub first: u8,
    /// How many slots, at least one.
    pub count: u8,
}

/// One person's place in a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// Who.
    pub person: PersonId,
    /// Whether the seat was promised and must not be taken away.
    #[serde(default)]
    pub pinned: bool,
}
