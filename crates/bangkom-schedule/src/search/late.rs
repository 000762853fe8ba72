use super::Acceptance;

/// Late acceptance: no worse than now, or than the energy that was current a while ago.
///
/// # References
/// Burke and Bykov 2017, "The late acceptance hill-climbing heuristic".
#[derive(Debug, Clone)]
pub struct LateAcceptance {
    length: usize,
    history: Vec<i64>,
    at: usize,
}

impl LateAcceptance {
    /// Looks back this many evaluated moves, at least one.
    ///
    /// ```
    /// use bangkom_schedule::search::{Acceptance, LateAcceptance};
    ///
    /// let mut late = LateAcceptance::new(2);
    /// late.begin(0.0, 100);
    /// assert!(late.takes(-10, 100, 0));
    /// // Two moves ago the energy was 100.
    /// assert!(late.takes(10, 90, 0) && !late.takes(10, 100, 0));
    /// ```
    pub fn new(length: usize) -> Self {
        Self {
            length: length.max(1),
            history: Vec::new(),
            at: 0,
        }
    }
}

impl Acceptance for LateAcceptance {
    fn begin(&mut self, _progress: f64, energy: i64) -> f64 {
        if self.history.is_empty() {
            self.history = vec![energy; self.length];
        }
        let worst = self.history.iter().copied().max().unwrap_or(energy);
        worst.saturating_sub(energy).max(1) as f64
    }

    #[inline]
    fn takes(&mut self, delta: i64, energy: i64, _bits: u64) -> bool {
        let candidate = energy.saturating_add(delta);
        let takes = delta <= 0 || candidate <= self.history[self.at];
        let current = if takes { candidate } else { energy };
        if current < self.history[self.at] {
            self.history[self.at] = current;
        }
        self.at += 1;
        if self.at == self.length {
            self.at = 0;
        }
        takes
    }
}
