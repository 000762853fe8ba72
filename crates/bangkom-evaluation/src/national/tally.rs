use bangkom_stats::gain::ChangeClass;

use super::rule::STEPS;

/// Into how many classes changes of -1 to 1 of the scale are counted.
pub(super) const CLASSES: usize = 40;

/// What is counted of one program; every field is a whole number, so that any order and any
/// partition of the learners give the same sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tally {
    pub seats: u64,
    pub first_only: u64,
    pub second_only: u64,
    pub both: u64,
    pub set_aside: u64,
    pub first: u64,
    pub second: u64,
    pub first_squares: u128,
    pub second_squares: u128,
    pub products: u128,
    pub top_first: u64,
    pub top_second: u64,
    pub bottom_first: u64,
    pub mastered: u64,
    pub improved: u64,
    pub unchanged: u64,
    pub deteriorated: u64,
    pub changes: [u32; CLASSES],
}

impl Default for Tally {
    fn default() -> Self {
        Self {
            seats: 0,
            first_only: 0,
            second_only: 0,
            both: 0,
            set_aside: 0,
            first: 0,
            second: 0,
            first_squares: 0,
            second_squares: 0,
            products: 0,
            top_first: 0,
            top_second: 0,
            bottom_first: 0,
            mastered: 0,
            improved: 0,
            unchanged: 0,
            deteriorated: 0,
            changes: [0; CLASSES],
        }
    }
}

impl Tally {
    /// Counts a pair of scores in steps.
    pub(super) fn pair(&mut self, first: u64, second: u64) {
        let top = STEPS as u64;
        self.both += 1;
        self.first += first;
        self.second += second;
        self.first_squares += u128::from(first * first);
        self.second_squares += u128::from(second * second);
        self.products += u128::from(first * second);
        self.top_first += u64::from(first == top);
        self.top_second += u64::from(second == top);
        self.bottom_first += u64::from(first == 0);
        // From -top..=top to 0..CLASSES, the greatest rise in the last class.
        let place = (second + top - first) * CLASSES as u64 / (2 * top);
        self.changes[(place as usize).min(CLASSES - 1)] += 1;
    }

    pub(super) fn class(&mut self, class: ChangeClass) {
        match class {
            ChangeClass::Improved => self.improved += 1,
            ChangeClass::Unchanged => self.unchanged += 1,
            ChangeClass::Deteriorated => self.deteriorated += 1,
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.seats += other.seats;
        self.first_only += other.first_only;
        self.second_only += other.second_only;
        self.both += other.both;
        self.set_aside += other.set_aside;
        self.first += other.first;
        self.second += other.second;
        self.first_squares += other.first_squares;
        self.second_squares += other.second_squares;
        self.products += other.products;
        self.top_first += other.top_first;
        self.top_second += other.top_second;
        self.bottom_first += other.bottom_first;
        self.mastered += other.mastered;
        self.improved += other.improved;
        self.unchanged += other.unchanged;
        self.deteriorated += other.deteriorated;
        for (own, other) in self.changes.iter_mut().zip(&other.changes) {
            *own += other;
        }
    }

    /// `n` times the sum of squared deviations of first scores, second scores and changes, and
    /// of their products, in steps.
    pub(super) fn deviations(&self) -> [i128; 4] {
        let n = i128::from(self.both);
        let (first, second) = (i128::from(self.first), i128::from(self.second));
        let of = |squares: u128, a: i128, b: i128| n * squares as i128 - a * b;
        let firsts = of(self.first_squares, first, first);
        let seconds = of(self.second_squares, second, second);
        let products = of(self.products, first, second);
        [firsts, seconds, firsts + seconds - 2 * products, products]
    }
}
