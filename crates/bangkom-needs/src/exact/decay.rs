/// The bits of a weight of one.
const WEIGHT_BITS: i32 = 48;
/// Ages below this are looked up.
const TABLE: u32 = 4_096;

/// How many half-lives after the landmark a weight still fits in 63 bits.
pub(crate) const MAX_HALF_LIVES: f64 = 15.0;

/// The weight 2^(days / half-life) of an answer given so many days after the landmark, in steps
/// of 2^-48, ties to even.
///
/// Days before the landmark are negative. Beyond [`MAX_HALF_LIVES`] the weight stays where it is.
pub(crate) fn weight(days: i64, half_life_days: f64) -> u64 {
    let half_lives = (days as f64 / half_life_days).min(MAX_HALF_LIVES);
    libm::ldexp(libm::exp2(half_lives), WEIGHT_BITS).round_ties_even() as u64
}

/// The same weight as a floating-point number.
pub(crate) fn fast_weight(days: i64, half_life_days: f64) -> f64 {
    libm::exp2((days as f64 / half_life_days).min(MAX_HALF_LIVES))
}

/// Weights of answers by age, seen on a day that lies `lead` days after the landmark.
#[derive(Debug, Clone)]
pub(crate) struct DecayTable<W> {
    half_life_days: f64,
    lead_days: i64,
    weigh: fn(i64, f64) -> W,
    weights: Vec<W>,
}

impl<W: Copy> DecayTable<W> {
    pub(crate) fn new(half_life_days: f64, lead_days: i64, weigh: fn(i64, f64) -> W) -> Self {
        let weights = (0..TABLE)
            .map(|age| weigh(lead_days - i64::from(age), half_life_days))
            .collect();
        Self {
            half_life_days,
            lead_days,
            weigh,
            weights,
        }
    }

    /// The weight of an answer of this age.
    #[inline]
    pub(crate) fn weight(&self, age_days: u32) -> W {
        match self.weights.get(age_days as usize) {
            Some(weight) => *weight,
            None => (self.weigh)(self.lead_days - i64::from(age_days), self.half_life_days),
        }
    }
}
