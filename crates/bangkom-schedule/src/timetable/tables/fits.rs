use std::collections::BTreeMap;

use super::{Csr, kinds};
use crate::problem::bits::BitTable;

/// How each kind of session fits each room, whenever it is used.
///
/// Kinds with the same costs share a row, so that the table stays near however many batches
/// there are.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fits {
    /// The row of each kind.
    row_of: Vec<u32>,
    /// The rooms that may be used, the cheapest first, by row.
    rooms: Csr<u16>,
    usable: BitTable,
    costs: Vec<i64>,
    /// How many rooms there are.
    width: usize,
    /// How many rows there are.
    rows: usize,
}

impl Fits {
    /// The table of what each kind costs in each room; none where the room is refused.
    pub(super) fn new(of_kinds: &[Vec<Option<i64>>]) -> Self {
        let width = of_kinds.first().map_or(0, Vec::len);
        let mut rows: Vec<&[Option<i64>]> = Vec::new();
        let mut known = BTreeMap::new();
        let mut row_of = Vec::with_capacity(of_kinds.len());
        for costs in of_kinds {
            let row = *known.entry(costs).or_insert(rows.len());
            if row == rows.len() {
                rows.push(costs);
            }
            row_of.push(row as u32);
        }
        let mut usable = BitTable::new(rows.len(), width);
        for (row, costs) in rows.iter().enumerate() {
            let possible = (0..).zip(*costs).filter(|(_, cost)| cost.is_some());
            possible.for_each(|(room, _)| usable.set(row, room));
        }
        let costs = rows.iter().flat_map(|row| row.iter());
        Self {
            row_of,
            rooms: Csr::new(rows.iter().map(|costs| kinds::by_cost(costs))),
            usable,
            costs: costs.map(|cost| cost.unwrap_or(0)).collect(),
            width,
            rows: rows.len(),
        }
    }

    /// How many rows there are.
    pub(crate) const fn rows(&self) -> usize {
        self.rows
    }

    /// The row of a kind.
    #[inline]
    pub(crate) fn row(&self, kind: usize) -> usize {
        self.row_of[kind] as usize
    }

    /// The rooms that kinds of a row may use, the cheapest first.
    #[inline]
    pub(crate) fn rooms_of_row(&self, row: usize) -> &[u16] {
        self.rooms.of(row)
    }

    /// The rooms that the kind may use, the cheapest first.
    #[inline]
    pub(crate) fn rooms(&self, kind: usize) -> &[u16] {
        self.rooms.of(self.row(kind))
    }

    /// Whether the kind may use the room.
    #[inline]
    pub(crate) fn may_use(&self, kind: usize, room: u16) -> bool {
        self.usable.get(self.row(kind), u32::from(room))
    }

    /// What the rooms cost for kinds of a row, by room.
    #[inline]
    pub(crate) fn costs_of_row(&self, row: usize) -> &[i64] {
        &self.costs[row * self.width..][..self.width]
    }

    /// What the rooms cost for the kind, by room.
    #[inline]
    pub(crate) fn costs(&self, kind: usize) -> &[i64] {
        self.costs_of_row(self.row(kind))
    }
}
