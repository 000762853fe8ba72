/// The rule by which a move is taken or not.
pub trait Acceptance {
    /// Told before a block of moves: the share of the budget that is used, and the energy.
    ///
    /// Returns the worsening that is still taken about once in three times, if it knows one.
    fn begin(&mut self, progress: f64, energy: i64) -> f64;

    /// Whether to take a move with this difference; `bits` are fresh random bits.
    fn takes(&mut self, delta: i64, energy: i64, bits: u64) -> bool;
}
