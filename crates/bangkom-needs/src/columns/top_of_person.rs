use bangkom_domain::measure::Nano;
use bangkom_domain::privacy::Personal;

use super::{Collector, Dictionary, Key, PairScore, RankedNeed};

/// The greatest needs of each person: priority falling, then the competency rising.
#[derive(Clone)]
pub struct TopOfPerson {
    /// The person at hand.
    person: u32,
    /// The greatest needs of the person, best first; [`NOTHING`] where there is none.
    best: Vec<i64>,
    kept: Vec<Kept>,
    /// What merged collectors kept.
    merged: Vec<Vec<Kept>>,
}

/// Place of the person and a need.
type Kept = (u32, i64);

/// What stands behind every need.
const NOTHING: i64 = 0;
/// Up to so many needs are kept in order without a branch.
const FEW: usize = 8;

/// Priority from below, then the competency: the best need is the least number.
///
/// A priority is at most 25 × 10^9 and takes 35 bits.
#[inline]
const fn packed(priority: Nano, competency: u16) -> i64 {
    (-priority.raw() << u16::BITS) | competency as i64
}

#[inline]
const fn unpacked(need: i64) -> (Nano, u16) {
    (Nano::from_raw(-(need >> u16::BITS)), need as u16)
}

impl std::fmt::Debug for TopOfPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TopOfPerson")
            .field("most", &self.best.len())
            .finish_non_exhaustive()
    }
}

impl TopOfPerson {
    /// Keeps so many needs of each person.
    pub fn new(most: usize) -> Self {
        Self {
            person: 0,
            best: vec![NOTHING; most],
            kept: Vec::new(),
            merged: Vec::new(),
        }
    }

    /// The needs by person and rank.
    pub fn ranked<K: Key>(self, people: &Dictionary<K>) -> Vec<RankedNeed<K>> {
        let parts = || self.merged.iter().chain([&self.kept]).flatten();
        let mut next = vec![0_usize; people.len() + 1];
        for (person, ..) in parts() {
            next[*person as usize + 1] += 1;
        }
        for person in 0..people.len() {
            next[person + 1] += next[person];
        }
        let Some(filler) = people.keys().first() else {
            return Vec::new();
        };
        let nothing = RankedNeed {
            key: *filler,
            competency: 0,
            priority: Personal::new(Nano::ZERO),
        };
        let mut ranked = vec![nothing; next[people.len()]];
        // Needs of one person stand together and in their order.
        for (person, need) in parts().copied() {
            let (priority, competency) = unpacked(need);
            let place = &mut next[person as usize];
            ranked[*place] = RankedNeed {
                key: people.keys()[person as usize],
                competency,
                priority: Personal::new(priority),
            };
            *place += 1;
        }
        ranked
    }
}

impl<K> Collector<K> for TopOfPerson {
    #[inline]
    fn pair(&mut self, pair: &PairScore<'_, K>) {
        let mut need = packed(pair.priority, pair.competency);
        let many = self.best.len() > FEW;
        if many && self.best.last().is_some_and(|last| need >= *last) {
            return;
        }
        self.person = pair.person;
        for kept in &mut self.best {
            let better = need.min(*kept);
            need = need.max(*kept);
            *kept = better;
        }
    }

    #[inline]
    fn person_done(&mut self) {
        let needs = self
            .best
            .iter_mut()
            .map(|need| std::mem::replace(need, NOTHING));
        let found = needs.filter(|need| *need < NOTHING);
        self.kept.extend(found.map(|need| (self.person, need)));
    }

    fn merge(&mut self, other: Self) {
        self.merged.push(other.kept);
        self.merged.extend(other.merged);
    }
}
