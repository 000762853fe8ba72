/// How hard to look for a bound.
///
/// There is no clock: the same options give the same certificate. An observer may stop earlier.
///
/// ```
/// use bangkom_schedule::BoundOptions;
///
/// let options = BoundOptions::default().programs(101);
/// assert_eq!(options.programs, 101);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct BoundOptions {
    /// The most linear programs that are solved: one for the whole, two for each split of the
    /// plans by the number of batches of a program; 1 by default. With 0 there are no prices, and
    /// the bound is the sum of what each person could have alone.
    pub programs: u32,
    /// The most steps of the interior point method for each; 300 by default.
    pub steps: u32,
    /// The relative distance from the least bound at which it ends; 1e-8 by default.
    pub gap: f64,
}

impl Default for BoundOptions {
    fn default() -> Self {
        Self {
            programs: 1,
            steps: 300,
            gap: 1e-8,
        }
    }
}

impl BoundOptions {
    /// The same, solving at most this many linear programs.
    #[must_use]
    pub fn programs(mut self, programs: u32) -> Self {
        self.programs = programs;
        self
    }

    /// The same with at most this many steps for each.
    #[must_use]
    pub fn steps(mut self, steps: u32) -> Self {
        self.steps = steps;
        self
    }

    /// The same, ending at this relative distance.
    #[must_use]
    pub fn gap(mut self, gap: f64) -> Self {
        self.gap = gap;
        self
    }
}
