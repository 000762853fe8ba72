use super::kernel::Kernel;
use super::pair::{Answers, PairScore};
use super::reader::Row;
use super::{Collector, Key, Workforce};
use crate::exact::Sums;

const NO_SLOT: u32 = u32::MAX;

/// The sums of one person, one after the other.
///
/// Only competencies that somebody spoke of take room, so that the sums stay in the cache
/// however long the dictionary of competencies is.
pub(super) struct PersonSums<S> {
    slot_of: Vec<u32>,
    touched: Vec<(u16, u32)>,
    /// Which sources of a slot have answered, by their bits; the others hold old sums.
    present: Vec<u64>,
    sums: Vec<S>,
    width: usize,
}

impl<S: Sums> PersonSums<S> {
    pub(super) fn new(competencies: usize, width: usize) -> Self {
        Self {
            slot_of: vec![NO_SLOT; competencies],
            touched: Vec::new(),
            present: Vec::new(),
            sums: Vec::new(),
            width,
        }
    }

    /// Adds an answer.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "a call for each row takes half as long again"
    )]
    pub(super) fn add(&mut self, kernel: &Kernel<'_, S>, row: &Row) {
        let mut slot = self.slot_of[usize::from(row.competency)];
        if slot == NO_SLOT {
            slot = self.open(row.competency);
        }
        let slot = slot as usize;
        let sums = &mut self.sums[slot * self.width + usize::from(row.source)];
        let bit = 1 << row.source;
        let is_first = self.present[slot] & bit == 0;
        self.present[slot] |= bit;
        kernel.add(sums, row, is_first);
    }

    #[inline(never)]
    fn open(&mut self, competency: u16) -> u32 {
        let slot = self.touched.len();
        self.slot_of[usize::from(competency)] = slot as u32;
        self.touched.push((competency, slot as u32));
        if self.present.len() == slot {
            self.present.push(0);
            self.sums.resize((slot + 1) * self.width, S::default());
        }
        slot as u32
    }

    /// Hands every pair of the person to the collector, by competency, and starts anew.
    pub(super) fn hand_over<K: Key, C: Collector<K>>(
        &mut self,
        kernel: &Kernel<'_, S>,
        workforce: &Workforce<K>,
        person: u32,
        collector: &mut C,
    ) {
        if self.touched.is_empty() {
            return;
        }
        let (key, unit, asks) = workforce.person(person);
        self.touched.sort_unstable();
        for (competency, slot) in &self.touched {
            let slot = *slot as usize;
            let sums = &self.sums[slot * self.width..(slot + 1) * self.width];
            let present = std::mem::take(&mut self.present[slot]);
            let (level, coverage) = kernel.level(sums, present);
            let answers = Answers {
                kernel,
                sums,
                present,
            };
            let pair = PairScore::new(&answers, level, coverage, asks[usize::from(*competency)]);
            collector.pair(&pair.of(key, person, unit, *competency));
        }
        collector.person_done();
        self.clear();
    }

    fn clear(&mut self) {
        for (competency, _) in &self.touched {
            self.slot_of[usize::from(*competency)] = NO_SLOT;
        }
        self.touched.clear();
    }
}
