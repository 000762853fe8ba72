use bangkom_domain::measure::Nano;

use super::{Collector, PairScore};

/// What a unit needs in a competency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UnitCell {
    /// How many people have a level.
    pub people: u32,
    /// How many of them have a priority above the threshold.
    pub over: u32,
    /// The sum of their priorities, in 1e-9.
    pub priorities: Nano,
}

impl UnitCell {
    /// The mean priority, in 1e-9 rounded down; `None` without people.
    pub fn mean(&self) -> Option<Nano> {
        let people = i64::from(self.people);
        (people > 0).then(|| Nano::from_raw(self.priorities.raw() / people))
    }

    fn add(&mut self, other: &Self) {
        self.people += other.people;
        self.over += other.over;
        self.priorities = self.priorities + other.priorities;
    }
}

/// Needs by unit and competency.
///
/// Cells of few people tell of persons: show those of small units only to who may see them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitTable {
    competencies: usize,
    threshold: Nano,
    cells: Vec<UnitCell>,
    /// Cells of the person at hand and what they gain.
    ///
    /// Units come in no order and their table outgrows the near caches: what waits for memory
    /// waits together.
    waiting: Vec<(usize, Nano)>,
}

impl UnitTable {
    /// A table of so many competencies that counts priorities above the threshold.
    ///
    /// Units are added as they come.
    pub const fn new(competencies: usize, threshold: Nano) -> Self {
        Self {
            competencies,
            threshold,
            cells: Vec::new(),
            waiting: Vec::new(),
        }
    }

    /// The cell of a unit and competency; empty where nobody has a level.
    pub fn cell(&self, unit: u32, competency: u16) -> UnitCell {
        let place = unit as usize * self.competencies + usize::from(competency);
        let inside = usize::from(competency) < self.competencies;
        let cell = self.cells.get(place).filter(|_| inside);
        cell.copied().unwrap_or_default()
    }

    /// The cells with people, by unit and competency.
    pub fn cells(&self) -> impl Iterator<Item = (u32, u16, UnitCell)> {
        let filled = self
            .cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| cell.people > 0);
        filled.map(|(place, cell)| {
            let (unit, competency) = (place / self.competencies, place % self.competencies);
            (unit as u32, competency as u16, *cell)
        })
    }

    #[inline]
    fn grow(&mut self, unit: u32) {
        let needed = (unit as usize + 1) * self.competencies;
        if self.cells.len() < needed {
            self.cells.resize(needed, UnitCell::default());
        }
    }
}

impl<K> Collector<K> for UnitTable {
    #[inline]
    fn pair(&mut self, pair: &PairScore<'_, K>) {
        if pair.level.is_none() || usize::from(pair.competency) >= self.competencies {
            return;
        }
        self.grow(pair.unit);
        let place = pair.unit as usize * self.competencies + usize::from(pair.competency);
        self.waiting.push((place, pair.priority));
    }

    #[inline]
    fn person_done(&mut self) {
        for (place, priority) in self.waiting.drain(..) {
            self.cells[place].add(&UnitCell {
                people: 1,
                over: u32::from(priority > self.threshold),
                priorities: priority,
            });
        }
    }

    fn merge(&mut self, other: Self) {
        if self.cells.len() < other.cells.len() {
            self.cells.resize(other.cells.len(), UnitCell::default());
        }
        for (mine, theirs) in self.cells.iter_mut().zip(&other.cells) {
            mine.add(theirs);
        }
    }
}
