use crate::timetable::tables::Place;

/// One move of the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// A session goes to another place, or gets one.
    Move { session: u32, to: Place },
    /// Two sessions exchange slots and rooms; each keeps its instructors.
    Swap { first: u32, second: u32 },
    /// A session takes a place from another, which then has none.
    Replace { session: u32, to: Place, out: u32 },
    /// The state cannot reach this: the move is known to be refused.
    Refused,
}
