use std::ops::Range;

use super::State;
use crate::timetable::tables::{Place, Tables};

/// A session that goes from one place to another, either of which may be nowhere.
pub(super) struct Change {
    pub(super) session: usize,
    pub(super) kind: usize,
    pub(super) batch: usize,
    pub(super) old: Place,
    pub(super) new: Place,
    pub(super) left: Range<u32>,
    pub(super) taken: Range<u32>,
}

/// The slots of one day that a change leaves and takes.
#[derive(Clone, Copy)]
pub(super) struct OfDay {
    pub(super) day: usize,
    pub(super) left: u64,
    pub(super) taken: u64,
}

impl Change {
    pub(super) fn new(state: &State<'_>, session: usize, new: Place) -> Self {
        let tables = state.tables;
        let kind = tables.sessions.kind_of[session] as usize;
        let old = state.places[session];
        Self {
            session,
            kind,
            batch: tables.sessions.batch_of[session] as usize,
            old,
            new,
            left: tables.block(kind, old),
            taken: tables.block(kind, new),
        }
    }

    /// Visits the days on which slots are left or taken; stops at the first refusal.
    pub(super) fn days(
        &self,
        tables: &Tables,
        mut visit: impl FnMut(OfDay) -> Option<i64>,
    ) -> Option<i64> {
        let mut sum = 0;
        let before = days(tables, &self.left);
        for day in before.clone() {
            sum += visit(self.of_day(tables, day))?;
        }
        for day in days(tables, &self.taken).filter(|day| !before.contains(day)) {
            sum += visit(self.of_day(tables, day))?;
        }
        Some(sum)
    }

    fn of_day(&self, tables: &Tables, day: usize) -> OfDay {
        OfDay {
            day,
            left: tables.bits(&self.left, day),
            taken: tables.bits(&self.taken, day),
        }
    }
}

/// The days of a block.
pub(super) fn days(tables: &Tables, block: &Range<u32>) -> Range<usize> {
    if block.is_empty() {
        return 0..0;
    }
    let first = usize::from(tables.day_of[block.start as usize]);
    let last = usize::from(tables.day_of[block.end as usize - 1]);
    first..last + 1
}
