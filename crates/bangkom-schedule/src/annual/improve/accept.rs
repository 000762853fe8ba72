use crate::search::{Acceptance as _, Annealing, Rng};

/// The first temperature, in mean values of the claims.
const HOT: f64 = 2.0;

/// The last temperature, in mean values of the claims.
const COLD: f64 = 0.01;

/// Which losses of weight are taken now and then.
pub(super) struct Accept {
    annealing: Annealing,
    temperature: f64,
}

impl Accept {
    pub(super) fn new(mean: f64) -> Self {
        let hot = (HOT * mean).max(1.0);
        let cold = (COLD * mean).clamp(0.05, hot / 2.0);
        Self {
            annealing: Annealing::between(hot, cold),
            temperature: hot,
        }
    }

    /// Told how much of the budget is used, from 0 to 1.
    pub(super) fn begin(&mut self, progress: f64) {
        self.temperature = self.annealing.begin(progress, 0);
    }

    /// By how much weights are blurred.
    pub(super) fn noise(&self) -> u32 {
        self.temperature as u32 + 1
    }

    pub(super) fn takes(&mut self, gain: i64, rng: &mut Rng) -> bool {
        gain >= 0 || self.annealing.takes(-gain, 0, rng.bits())
    }
}
