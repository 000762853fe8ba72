use super::Rng;

/// A problem as the search sees it: a current solution, moves, and exact differences.
///
/// Less energy is better. A move is evaluated before it is made, because most are refused.
pub trait Landscape {
    /// One possible change of the current solution.
    type Move: Copy;

    /// A move drawn by chance; none when the draw gave nothing that changes anything.
    fn propose(&mut self, rng: &mut Rng) -> Option<Self::Move>;

    /// The energy after the move minus the energy now; none when a hard rule refuses it.
    ///
    /// The current solution must be as it was when this returns.
    fn delta(&mut self, step: Self::Move) -> Option<i64>;

    /// Makes the move that was just evaluated, with its difference.
    fn apply(&mut self, step: Self::Move, delta: i64);

    /// The energy of the current solution.
    fn energy(&self) -> i64;

    /// The energy of the best solution so far; that of the current one unless an earlier one
    /// was remembered.
    fn best(&self) -> i64 {
        self.energy()
    }

    /// Keeps the current solution as the best so far.
    fn remember(&mut self);

    /// An energy that no solution can be below; the search ends when it is reached.
    fn floor(&self) -> i64 {
        0
    }

    /// The energies of one unit of each level, rising: a landscape with levels is cooled level by
    /// level.
    fn levels(&self) -> Vec<i64> {
        vec![1]
    }

    /// Told once a block how large a worsening is still taken now and then.
    ///
    /// A landscape may stop proposing moves that are far worse.
    fn focus(&mut self, tolerance: f64) {
        let _ = tolerance;
    }
}
