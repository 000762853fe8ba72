use bangkom_domain::measure::Nano;
use bangkom_domain::privacy::Personal;

use super::{Collector, Dictionary, Key, PairScore, RankedNeed};

/// The greatest needs of each person: priority falling, then the competency rising.
#[derive(Clone)]
pub struct TopOfPerson {
    most: usize,
    /// The needs of the person at hand, best first.
    current: Vec<Kept>,
    kept: Vec<Kept>,
    /// What merged collectors kept.
    merged: Vec<Vec<Kept>>,
}

/// Place of the person, priority from below, competency.
type Kept = (u32, u16, i64);

impl std::fmt::Debug for TopOfPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TopOfPerson")
            .field("most", &self.most)
            .finish_non_exhaustive()
    }
}

impl TopOfPerson {
    /// Keeps so many needs of each person.
    pub fn new(most: usize) -> Self {
        Self {
            most,
            current: Vec::with_capacity(most + 1),
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
        for (person, competency, below) in parts().copied() {
            let place = &mut next[person as usize];
            ranked[*place] = RankedNeed {
                key: people.keys()[person as usize],
                competency,
                priority: Personal::new(Nano::from_raw(-below)),
            };
            *place += 1;
        }
        ranked
    }
}

impl<K> Collector<K> for TopOfPerson {
    #[inline]
    fn pair(&mut self, pair: &PairScore<'_, K>) {
        let below = -pair.priority.raw();
        let full = self.current.len() >= self.most;
        if below == 0 || full && self.current.last().is_none_or(|last| last.2 <= below) {
            return;
        }
        // Competencies come rising, so behind equals is the right place.
        let place = self
            .current
            .partition_point(|(_, _, other)| *other <= below);
        self.current.truncate(self.most - 1);
        self.current
            .insert(place, (pair.person, pair.competency, below));
    }

    #[inline]
    fn person_done(&mut self) {
        self.kept.append(&mut self.current);
    }

    fn merge(&mut self, other: Self) {
        self.merged.push(other.kept);
        self.merged.extend(other.merged);
    }
}
