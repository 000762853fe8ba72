use super::Acceptance;

/// Step-counting hill climbing: no worse than now, or better than a bound that follows.
///
/// The bound takes the current energy after every `count` moves. There is no temperature to
/// tune; the count alone says how slowly it converges.
///
/// # References
/// Bykov and Petrovic 2016, "A step counting hill climbing algorithm applied to university
/// examination timetabling".
#[derive(Debug, Clone)]
pub struct StepCounting {
    count: u64,
    left: u64,
    bound: Option<i64>,
    at_block: i64,
}

impl StepCounting {
    /// Renews the bound after this many evaluated moves, at least one.
    ///
    /// ```
    /// use bangkom_schedule::search::{Acceptance, StepCounting};
    ///
    /// let mut steps = StepCounting::new(1);
    /// steps.begin(0.0, 100);
    /// assert!(steps.takes(-10, 100, 0));
    /// // The bound is 90 now: 85 + 4 is below it, 85 + 6 is not.
    /// assert!(steps.takes(4, 85, 0) && !steps.takes(6, 85, 0));
    /// ```
    pub fn new(count: u64) -> Self {
        Self {
            count: count.max(1),
            left: count.max(1),
            bound: None,
            at_block: 0,
        }
    }
}

impl Acceptance for StepCounting {
    fn begin(&mut self, _progress: f64, energy: i64) -> f64 {
        self.at_block = energy;
        let bound = *self.bound.get_or_insert(energy);
        bound.saturating_sub(energy).max(1) as f64
    }

    #[inline]
    fn takes(&mut self, delta: i64, energy: i64, _bits: u64) -> bool {
        let bound = self.bound.unwrap_or(self.at_block);
        let takes = delta <= 0 || energy.saturating_add(delta) < bound;
        self.left -= 1;
        if self.left == 0 {
            self.left = self.count;
            self.bound = Some(if takes { energy + delta } else { energy });
        }
        takes
    }
}
