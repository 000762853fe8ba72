use super::kernel::Kernel;
use super::pair::{Answers, PairScore};
use super::reader::Row;
use super::{Collector, Key, Workforce};
use crate::exact::Sums;

const NO_SLOT: u32 = u32::MAX;

/// The sums of one person, one after the other.
///
/// Competencies take slots in the order in which they are spoken of, so that the sums at work
/// stay together however long the dictionary of competencies is.
pub(super) struct PersonSums<S> {
    slot_of: Vec<u32>,
    /// Competency and slot of what was spoken of.
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
            touched: Vec::with_capacity(competencies),
            present: vec![0; competencies],
            sums: vec![S::default(); competencies * width],
            width,
        }
    }

    /// Adds answers of the person.
    #[inline]
    pub(super) fn add(&mut self, kernel: &Kernel<'_, S>, rows: impl Iterator<Item = Row>) {
        // Fields of their own, which the compiler may keep in registers through the loop.
        let (slots, present) = (self.slot_of.as_mut_slice(), self.present.as_mut_slice());
        let (sums, width) = (self.sums.as_mut_slice(), self.width);
        for row in rows {
            let slot = &mut slots[usize::from(row.competency)];
            if *slot == NO_SLOT {
                *slot = self.touched.len() as u32;
                self.touched.push((row.competency, *slot));
            }
            let slot = *slot as usize;
            let bit = 1 << row.source;
            let is_first = present[slot] & bit == 0;
            present[slot] |= bit;
            kernel.add(
                &mut sums[slot * width + usize::from(row.source)],
                &row,
                is_first,
            );
        }
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
        if !self.touched.is_sorted() {
            self.touched.sort_unstable();
        }
        for (competency, slot) in &self.touched {
            let slot = *slot as usize;
            self.slot_of[usize::from(*competency)] = NO_SLOT;
            let answers = Answers {
                kernel,
                sums: &self.sums[slot * self.width..(slot + 1) * self.width],
                present: std::mem::take(&mut self.present[slot]),
            };
            let (level, coverage) = kernel.level(answers.sums, answers.present);
            let asked = asks[usize::from(*competency)];
            let place = (key, person, unit, *competency);
            collector.pair(&PairScore::new(place, level, coverage, asked, &answers));
        }
        collector.person_done();
        self.touched.clear();
    }
}
