use std::collections::{BTreeMap, BTreeSet};

use super::facts::Facts;
use crate::certificate::{CertificateFinding as F, CertificateLeaf, CertificateRow as Row};

/// The multipliers of one part, by the numbers of the problem.
#[derive(Debug, Clone, Default)]
pub(super) struct Prices {
    pub(super) seats_at_most: BTreeMap<(usize, u16), i128>,
    pub(super) seats_at_least: Vec<i128>,
    /// By program, then unit.
    pub(super) share: Vec<BTreeMap<usize, i128>>,
    pub(super) per_batch: Vec<BTreeMap<usize, i128>>,
    pub(super) release: Vec<i128>,
    pub(super) room: Vec<i128>,
    pub(super) teaching: Vec<i128>,
    pub(super) experts: Vec<i128>,
    pub(super) fund: Vec<i128>,
    pub(super) mandatory: i128,
}

impl Prices {
    /// Reads the multipliers; what cannot be one is named.
    pub(super) fn read(
        facts: &Facts<'_>,
        part: &CertificateLeaf,
        leaf: usize,
        assumes: bool,
        found: &mut Vec<F>,
    ) -> Self {
        let programs = facts.programs.len();
        let mut prices = Self {
            seats_at_least: vec![0; programs],
            share: vec![BTreeMap::new(); programs],
            per_batch: vec![BTreeMap::new(); programs],
            release: vec![0; facts.units.len()],
            room: vec![0; facts.rooms.len()],
            teaching: vec![0; programs],
            experts: vec![0; programs],
            fund: vec![0; facts.problem.supply.amounts.len()],
            ..Self::default()
        };
        let mut seen = BTreeSet::new();
        for multiplier in &part.multipliers {
            let row = || multiplier.row.to_string();
            if !seen.insert(&multiplier.row) {
                found.push(F::RowRepeated { leaf, row: row() });
            } else if multiplier.value < 0 {
                let value = multiplier.value;
                found.push(F::Negative {
                    leaf,
                    row: row(),
                    value,
                });
            } else {
                match prices.place(facts, &multiplier.row, assumes) {
                    Some(place) => *place = i128::from(multiplier.value),
                    None => found.push(F::UnknownRow { leaf, row: row() }),
                }
            }
        }
        prices
    }

    fn place(&mut self, facts: &Facts<'_>, row: &Row, assumes: bool) -> Option<&mut i128> {
        let problem = facts.problem;
        let program = |id| problem.programs.binary_search_by(|p| p.id.cmp(id)).ok();
        let unit = |id| problem.units.index.get(id).map(|row| *row as usize);
        match row {
            Row::SeatsAtMost {
                program: id,
                session,
            } => {
                let p = program(id)?;
                let sessions = &facts.programs[p].sessions;
                let known = match session {
                    0 => sessions.is_empty(),
                    number => sessions.iter().any(|(own, ..)| own == number),
                };
                known.then(|| self.seats_at_most.entry((p, *session)).or_default())
            }
            Row::SeatsAtLeast { program: id } => self.seats_at_least.get_mut(program(id)?),
            Row::Share {
                program: id,
                unit: of,
            } => Some(self.share[program(id)?].entry(unit(of)?).or_default()),
            Row::PerBatch {
                program: id,
                unit: of,
            } => Some(self.per_batch[program(id)?].entry(unit(of)?).or_default()),
            Row::Release { unit: of } => self.release.get_mut(unit(of)?),
            Row::Room { room } => {
                let rooms = &problem.supply.rooms;
                let row = rooms.binary_search_by(|other| other.id.cmp(room)).ok()?;
                self.room.get_mut(row)
            }
            Row::Teaching { program: id } => self.teaching.get_mut(program(id)?),
            Row::Experts { program: id } => self.experts.get_mut(program(id)?),
            Row::Fund { fund } => {
                let row = *problem.supply.funds.get(fund)?;
                self.fund.get_mut(row as usize)
            }
            Row::Mandatory {} => assumes.then_some(&mut self.mandatory),
        }
    }
}
