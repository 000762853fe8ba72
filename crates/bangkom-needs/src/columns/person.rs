use bangkom_domain::measure::Nano;

use super::kernel::Kernel;
use super::pair::{Answers, PairScore};
use super::reader::Row;
use super::workforce::Post;
use super::{Collector, Key};
use crate::exact::Sums;

/// How many bits a word has.
const WORD: usize = u64::BITS as usize;

/// The sums of one person, one after the other: a cell for each competency and source.
pub(super) struct PersonSums<S> {
    /// Which competencies were spoken of, by their bits.
    spoken: Vec<u64>,
    /// Which sources of a competency have answered, by their bits; the others hold old sums.
    present: Vec<u64>,
    sums: Vec<S>,
    width: usize,
    /// What the sums come to.
    pairs: Vec<Pair>,
}

/// What the sums of a competency come to.
struct Pair {
    competency: u16,
    present: u64,
    level: Option<Nano>,
    coverage: Nano,
}

impl<S: Sums> PersonSums<S> {
    pub(super) fn new(competencies: usize, width: usize) -> Self {
        Self {
            spoken: vec![0; competencies.div_ceil(WORD)],
            present: vec![0; competencies],
            sums: vec![S::default(); competencies * width],
            width,
            pairs: Vec::new(),
        }
    }

    /// Adds answers of the person.
    #[inline]
    pub(super) fn add(&mut self, kernel: &Kernel<'_, S>, rows: impl Iterator<Item = Row>) {
        // Fields of their own, which the compiler may keep in registers through the loop.
        let (spoken, present) = (self.spoken.as_mut_slice(), self.present.as_mut_slice());
        let (sums, width) = (self.sums.as_mut_slice(), self.width);
        for row in rows {
            let (competency, source) = (usize::from(row.competency), usize::from(row.source));
            let bit = 1 << source;
            let is_first = present[competency] & bit == 0;
            spoken[competency / WORD] |= 1 << (competency % WORD);
            present[competency] |= bit;
            kernel.add(&mut sums[competency * width + source], &row, is_first);
        }
    }

    /// Hands every pair of the person to the collector, by competency, and starts anew.
    pub(super) fn hand_over<K: Key, C: Collector<K>>(
        &mut self,
        kernel: &Kernel<'_, S>,
        post: &Post<K>,
        asked: &[(u8, u8)],
        collector: &mut C,
    ) {
        self.combine(kernel);
        for pair in &self.pairs {
            let competency = usize::from(pair.competency);
            let answers = Answers {
                kernel,
                sums: &self.sums[competency * self.width..][..self.width],
                present: pair.present,
            };
            let found = (pair.competency, pair.level, pair.coverage);
            let score = PairScore::new(post, found, asked[competency], &answers);
            collector.pair(&score);
        }
        collector.person_done();
    }

    /// Works out every pair of the person, by competency, before one is handed over: divisions
    /// of several are under way at the same time, and no choice of a collector waits for them.
    #[inline]
    fn combine(&mut self, kernel: &Kernel<'_, S>) {
        self.pairs.clear();
        for (word, spoken) in self.spoken.iter_mut().enumerate() {
            let mut rest = std::mem::take(spoken);
            while rest != 0 {
                let competency = word * WORD + rest.trailing_zeros() as usize;
                rest &= rest - 1;
                let present = std::mem::take(&mut self.present[competency]);
                let sums = &self.sums[competency * self.width..][..self.width];
                let (level, coverage) = kernel.level(sums, present);
                self.pairs.push(Pair {
                    competency: competency as u16,
                    present,
                    level,
                    coverage,
                });
            }
        }
    }
}
