use bangkom_domain::id::{InstructorId, RoomId, SessionId};
use serde::{Deserialize, Serialize};

/// When and where a session takes place, and who teaches it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// Which session.
    pub session: SessionId,
    /// Its first slot.
    pub start: u32,
    /// The room, for a session that needs one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomId>,
    /// The instructors, as many as the session needs; their order means nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instructors: Vec<InstructorId>,
}

/// A plan of sessions; a session that is not in it has no place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timetable {
    /// The assignments; the solver gives them in the order of the sessions' codes.
    pub assignments: Vec<Assignment>,
}

impl Timetable {
    /// The assignment of a session.
    pub fn of(&self, session: &SessionId) -> Option<&Assignment> {
        let mut assignments = self.assignments.iter();
        assignments.find(|assignment| &assignment.session == session)
    }
}
