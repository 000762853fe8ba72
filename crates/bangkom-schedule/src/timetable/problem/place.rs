use std::collections::BTreeSet;

use bangkom_domain::id::{FeatureId, InstructorId, RoomId, SiteId};
use bangkom_domain::measure::Rupiah;
use serde::{Deserialize, Serialize};

use super::{Avoid, DayLimits, Window};

/// A place where units work and rooms are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Kilometres to the east of any fixed point.
    pub x_km: i32,
    /// Kilometres to the north of it.
    pub y_km: i32,
}

impl Position {
    /// Kilometres along streets in a grid.
    ///
    /// ```
    /// use bangkom_schedule::timetable::Position;
    ///
    /// let (here, there) = (Position { x_km: 1, y_km: 2 }, Position { x_km: -2, y_km: 3 });
    /// assert_eq!(here.distance_km(there), 4);
    /// ```
    pub fn distance_km(self, other: Self) -> u64 {
        u64::from(self.x_km.abs_diff(other.x_km)) + u64::from(self.y_km.abs_diff(other.y_km))
    }
}

/// A named place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Its code.
    pub id: SiteId,
    /// Where it is.
    pub position: Position,
}

/// A room.
#[doc(alias = "ruang")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Room {
    /// Its code.
    pub id: RoomId,
    /// Where it is, if that matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteId>,
    /// How many people each session in it may have, at least one.
    pub capacity: u32,
    /// How many sessions may use it at the same time, 1 unless it is shared.
    #[serde(default = "one")]
    pub at_once: u8,
    /// What it has.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub features: BTreeSet<FeatureId>,
    /// When it is closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed: Vec<Window>,
}

fn one() -> u8 {
    1
}

/// Somebody who teaches: staff, or an invited expert under contract.
#[doc(alias = "widyaiswara")]
#[doc(alias = "narasumber")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instructor {
    /// The code.
    pub id: InstructorId,
    /// When the contract runs; empty for staff, who are always under contract.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contract: Vec<Window>,
    /// When the instructor is not there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unavailable: Vec<Window>,
    /// When the instructor would rather not teach.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub avoid: Vec<Avoid>,
    /// The most slots of the whole timetable.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_slots: Option<u32>,
    /// The most slots of a day and in a row, and the rest overnight.
    #[serde(default)]
    pub limits: DayLimits,
    /// The fee for one slot.
    #[serde(default)]
    pub fee: Rupiah,
}

impl Room {
    /// A room for one session at a time that is always open, at no known site.
    ///
    /// ```
    /// use bangkom_domain::id::RoomId;
    /// use bangkom_schedule::timetable::Room;
    ///
    /// let hall = Room { at_once: 2, ..Room::new(RoomId::new("HALL")?, 60) };
    /// assert_eq!((hall.capacity, hall.closed.len()), (60, 0));
    /// # Ok::<(), bangkom_domain::id::CodeError>(())
    /// ```
    pub fn new(id: RoomId, capacity: u32) -> Self {
        Self {
            id,
            site: None,
            capacity,
            at_once: 1,
            features: BTreeSet::new(),
            closed: Vec::new(),
        }
    }
}

impl Instructor {
    /// An instructor of the staff, always there, without limits or fee.
    pub fn new(id: InstructorId) -> Self {
        Self {
            id,
            contract: Vec::new(),
            unavailable: Vec::new(),
            avoid: Vec::new(),
            max_slots: None,
            limits: DayLimits::default(),
            fee: Rupiah::ZERO,
        }
    }
}
