use super::{Calendars, Csr, Instructors, Kinds, Price, Prices, Sessions, Teams, Units};
use crate::problem::bits::BitTable;

/// A compiled problem.
///
/// Sessions, batches, rooms and so on are numbers. Two-dimensional tables are rows of rows.
#[derive(Debug, Clone)]
pub(crate) struct Tables {
    pub(crate) slots: usize,
    pub(crate) days: usize,
    pub(crate) batches: usize,
    /// How many rooms there are, each copy of a shared room counted.
    pub(crate) rooms: usize,
    /// The room of each copy.
    pub(crate) room_of: Vec<u16>,
    /// Whether nothing but single slots, rooms and cohorts plays a part.
    pub(crate) plain: bool,

    // Slots and days.
    pub(crate) day_of: Vec<u16>,
    pub(crate) bit_of: Vec<u8>,
    pub(crate) first: Vec<u32>,
    /// The date of each day, as a number of days.
    pub(crate) date: Vec<i32>,
    /// How many slots each day has.
    pub(crate) day_slots: Vec<u32>,
    /// The isolated slots of each short day, by the bits of the slots that are taken.
    pub(crate) isolated: Vec<u8>,

    pub(crate) sessions: Sessions,
    pub(crate) kinds: Kinds,

    // Batches.
    pub(crate) neighbours: Csr<u32>,
    pub(crate) conflicts: BitTable,
    pub(crate) closed: BitTable,
    pub(crate) min_days: Vec<u16>,

    pub(crate) calendars: Calendars,

    // Rooms, instructors, teams, units.
    pub(crate) occupied: Vec<u32>,
    pub(crate) closed_cost: Vec<i64>,
    pub(crate) instructors: Instructors,
    pub(crate) teams: Teams,
    pub(crate) units: Units,

    pub(crate) prices: Prices,
    pub(crate) working_days: Price,
    pub(crate) stability: Price,
    pub(crate) compactness: Price,
    pub(crate) daily_load: Price,
    pub(crate) rest: Price,
    pub(crate) night: Price,
}

impl Tables {
    /// The slots of a day that a block takes, as bits.
    #[inline]
    pub(crate) fn bits(&self, block: &std::ops::Range<u32>, day: usize) -> u64 {
        let (first, end) = (self.first[day], self.first[day + 1]);
        let (from, to) = (block.start.max(first), block.end.min(end));
        if from >= to {
            return 0;
        }
        (u64::MAX >> (64 - (to - from))) << (from - first)
    }

    /// The isolated slots among those that are taken on a day.
    #[inline]
    pub(crate) fn isolated(&self, taken: u64) -> i64 {
        match self.isolated.get(taken as usize) {
            Some(count) => i64::from(*count),
            None => i64::from((taken & !(taken << 1) & !(taken >> 1)).count_ones()),
        }
    }

    /// The slots of a session at a place.
    #[inline]
    pub(crate) fn block(&self, kind: usize, place: super::Place) -> std::ops::Range<u32> {
        if place.is_nowhere() {
            return 0..0;
        }
        let start = u32::from(place.slot);
        start..start + u32::from(self.kinds.all[kind].length)
    }
}
