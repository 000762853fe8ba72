use std::ops::Range;

use chrono::NaiveDate;

use crate::problem::bits::Mask;

/// A slot of a day, in order of time.
pub(super) type At = (NaiveDate, u8);

/// When a batch takes place.
#[derive(Debug, Clone)]
pub(super) struct When {
    pub(super) slots: Mask,
    pub(super) days: Mask,
    /// The days on which participants are away from their units.
    pub(super) away: Vec<u32>,
    /// How many slots it takes in the horizon.
    pub(super) length: u32,
    pub(super) begin: At,
    pub(super) end: At,
}

/// One session with its place and its instructors.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub(super) slots: Range<u32>,
    pub(super) room: Option<u32>,
    pub(super) teachers: Vec<u32>,
}
