use super::{Acceptance, Landscape, Rng};

/// How many acceptance limits are kept, as a power of two.
const LIMITS: usize = 1 << 12;

/// Simulated annealing: a worsening is taken with probability exp(−worsening / temperature).
///
/// The temperature falls geometrically from `hot` to `cold` over the budget. The limits that
/// correspond to 4096 evenly spread chances are computed once a block, so that the loop
/// compares integers only.
///
/// # Formula
/// ```text
/// temperature = hot × (cold / hot)^progress
/// take when difference ≤ −temperature × ln(chance),  chance = (k + ½) / 4096
/// ```
///
/// # References
/// Kirkpatrick, Gelatt and Vecchi 1983; Bellio et al. 2016 for timetables.
#[derive(Debug, Clone)]
pub struct Annealing {
    hot: f64,
    cold: f64,
    logarithms: Vec<f64>,
    limits: Vec<i64>,
}

impl Annealing {
    /// From one temperature to another, both in units of energy and more than zero.
    ///
    /// ```
    /// use bangkom_schedule::search::{Acceptance, Annealing};
    ///
    /// let mut annealing = Annealing::between(8.0, 0.5);
    /// assert_eq!(annealing.begin(0.0, 100), 8.0);
    /// assert!((annealing.begin(0.5, 100) - 2.0).abs() < 1e-12);
    /// assert!(annealing.takes(0, 100, 0) && !annealing.takes(1_000, 100, 0));
    /// ```
    pub fn between(hot: f64, cold: f64) -> Self {
        let chance = |index: usize| (index as f64 + 0.5) / LIMITS as f64;
        Self {
            hot,
            cold,
            logarithms: (0..LIMITS).map(|k| -libm::log(chance(k))).collect(),
            limits: vec![0; LIMITS],
        }
    }

    /// Temperatures from the worsenings that the landscape itself proposes.
    ///
    /// Hot is half the median of them, cold 0.15 of the smallest, which is then taken about once
    /// in 800 times.
    pub fn calibrated<L: Landscape>(landscape: &mut L, rng: &mut Rng) -> Self {
        let mut sample = || {
            landscape
                .propose(rng)
                .and_then(|step| landscape.delta(step))
        };
        let deltas = (0..SAMPLES).filter_map(|_| sample());
        let mut worse: Vec<i64> = deltas.filter(|delta| *delta > 0).collect();
        worse.sort_unstable();
        let median = worse.get(worse.len() / 2).copied().unwrap_or(1);
        let least = worse.first().copied().unwrap_or(1);
        let cold = COLD_SHARE * least as f64;
        Self::between((HOT_SHARE * median as f64).max(2.0 * cold), cold)
    }
}

/// How many moves are drawn to find the temperatures.
const SAMPLES: usize = 20_000;

/// The first temperature, as a share of the median worsening.
const HOT_SHARE: f64 = 0.5;

/// The last temperature, as a share of the smallest worsening.
const COLD_SHARE: f64 = 0.15;

impl Acceptance for Annealing {
    fn begin(&mut self, progress: f64, _energy: i64) -> f64 {
        let temperature = self.hot * libm::pow(self.cold / self.hot, progress);
        for (limit, logarithm) in self.limits.iter_mut().zip(&self.logarithms) {
            *limit = (temperature * logarithm) as i64;
        }
        temperature
    }

    #[inline]
    fn takes(&mut self, delta: i64, _energy: i64, bits: u64) -> bool {
        delta <= self.limits[bits as usize & (LIMITS - 1)]
    }
}
