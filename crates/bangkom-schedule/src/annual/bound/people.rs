use std::collections::BTreeSet;

use super::interior::Blocks;
use super::relaxation::{PersonPart, Relaxation, Want};
use super::subsets::{MOST_WANTS, Subset, subsets};

/// What a seat, or a person-day, of a unit is counted at.
pub(super) type Spot = Option<(usize, bool)>;

/// The people as blocks of columns: each subset of claims that one of them could follow.
#[derive(Debug, Clone, Default)]
pub(super) struct People {
    pub(super) blocks: Blocks,
    /// For each unit its programs, those of mandatory claims apart, then its person-days.
    pub(super) spots: Vec<Spot>,
    /// For each unit where its spots begin; one more entry ends the last.
    pub(super) first: Vec<u32>,
}

impl People {
    /// Enumerates once; `gain` says what a seat is worth.
    pub(super) fn new(relaxation: &Relaxation, gain: impl Fn(&Want) -> f64) -> Self {
        let mut people = Self {
            blocks: Blocks::new(),
            ..Self::default()
        };
        people.number(relaxation);
        let mut found = Vec::new();
        for person in &relaxation.persons {
            subsets(person, &mut found);
            if !found.is_empty() {
                people.add(person, &found, &gain, relaxation.slots_a_day);
            }
        }
        people
    }

    fn number(&mut self, relaxation: &Relaxation) {
        let mut wanted = vec![BTreeSet::new(); relaxation.units.len()];
        for person in &relaxation.persons {
            let pairs = person
                .wants
                .iter()
                .map(|want| (want.program, want.mandatory));
            wanted[person.unit].extend(pairs);
        }
        for unit in wanted {
            self.first.push(self.spots.len() as u32);
            self.spots.extend(unit.into_iter().map(Some));
            self.spots.push(None);
        }
        self.first.push(self.spots.len() as u32);
    }

    fn add(
        &mut self,
        person: &PersonPart,
        found: &[Subset],
        gain: &impl Fn(&Want) -> f64,
        slots_a_day: u32,
    ) {
        let range = self.first[person.unit] as usize..self.first[person.unit + 1] as usize - 1;
        let days = range.end as u32;
        let spots = &self.spots[range.clone()];
        let wants = &person.wants[..person.wants.len().min(MOST_WANTS)];
        let place = |want: &Want| {
            spots.partition_point(|spot| *spot < Some((want.program, want.mandatory)))
        };
        let mut support: Vec<u32> = wants
            .iter()
            .map(|want| (range.start + place(want)) as u32)
            .collect();
        support.push(days);
        self.blocks.open(&support, 1.0, Some(person.unit as u32));
        let last = wants.len() as u16;
        for subset in found {
            let chosen = || (0..last).filter(|at| subset.claims >> at & 1 == 1);
            let worth = chosen().map(|at| gain(&wants[usize::from(at)])).sum();
            let away = subset.away.div_ceil(slots_a_day) as f32;
            let entries = chosen().map(|at| (at, 1.0)).chain([(last, away)]);
            self.blocks.column(worth, entries);
        }
    }
}
