/// The bits of a full weight.
const WEIGHT_BITS: i32 = 48;
/// Ages below this are looked up.
const TABLE: u32 = 4_096;

/// Weights of answers by age, 2^(-age / half-life) in steps of 2^-48.
#[derive(Debug, Clone)]
pub(crate) struct DecayTable {
    half_life_days: f64,
    weights: Vec<u64>,
}

impl DecayTable {
    pub(crate) fn new(half_life_days: f64) -> Self {
        let weights = (0..TABLE).map(|age| weight(age, half_life_days)).collect();
        Self {
            half_life_days,
            weights,
        }
    }

    /// The weight of an answer of this age; zero when it has faded.
    pub(crate) fn weight(&self, age_days: u32) -> u64 {
        self.weights
            .get(age_days as usize)
            .copied()
            .unwrap_or_else(|| weight(age_days, self.half_life_days))
    }
}

fn weight(age_days: u32, half_life_days: f64) -> u64 {
    let share = libm::exp2(-f64::from(age_days) / half_life_days);
    libm::ldexp(share, WEIGHT_BITS).round_ties_even() as u64
}
