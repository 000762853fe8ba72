use std::collections::{BTreeMap, BTreeSet};

use super::relaxation::Relaxation;

/// A row that couples people, batches and means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Row {
    /// The seats of a program are no more than its batches hold in a session's rooms.
    SeatsAtMost(usize, u16),
    /// They are no fewer than its batches need.
    SeatsAtLeast(usize),
    /// The instructor slots of a program are taught by somebody.
    Teaching(usize),
    /// So are those of invited experts.
    Experts(usize),
    /// At least so many batches: a row of branching.
    Least(usize),
    /// The seats of a unit are no more than its share of the program.
    Share(usize, usize),
    /// Nor more than each batch can have of it.
    PerBatch(usize, usize),
    /// The person-days of a unit.
    Release(usize),
    /// The slots of a class of rooms.
    Room(usize),
    /// The money of a fund.
    Fund(usize),
    /// At least so many mandatory claims have a seat.
    Mandatory,
}

/// The rows in use, numbered in the order in which they came.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    list: Vec<Row>,
    index: BTreeMap<Row, u32>,
}

impl Rows {
    /// The rows that every model has; those of shares come in when they bind.
    pub(super) fn base(relaxation: &Relaxation, mandatory: bool) -> Self {
        let mut rows = Self::default();
        for (p, program) in relaxation.programs.iter().enumerate() {
            if program.max_batches == 0 && program.standing == 0 {
                continue;
            }
            for session in &program.sessions {
                rows.insert(Row::SeatsAtMost(p, session.number));
            }
            if program.sessions.is_empty() {
                rows.insert(Row::SeatsAtMost(p, 0));
            }
            rows.insert(Row::SeatsAtLeast(p));
            if program.teaching > 0 {
                rows.insert(Row::Teaching(p));
            }
            if program.experts > 0 {
                rows.insert(Row::Experts(p));
            }
        }
        let sending: BTreeSet<usize> = relaxation.persons.iter().map(|p| p.unit).collect();
        for unit in sending {
            rows.insert(Row::Release(unit));
        }
        (0..relaxation.rooms.len()).for_each(|room| rows.insert(Row::Room(room)));
        (0..relaxation.funds.len()).for_each(|fund| rows.insert(Row::Fund(fund)));
        if mandatory {
            rows.insert(Row::Mandatory);
        }
        rows
    }

    pub(super) fn insert(&mut self, row: Row) {
        if !self.index.contains_key(&row) {
            self.index.insert(row, self.list.len() as u32);
            self.list.push(row);
        }
    }

    pub(super) fn get(&self, row: Row) -> Option<u32> {
        self.index.get(&row).copied()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Row> + '_ {
        self.list.iter().copied()
    }
}
