use super::{Acceptance, Landscape, Rng};

/// How many acceptance limits are kept, as a power of two.
const LIMITS: usize = 1 << 12;

/// Simulated annealing: a worsening is taken with probability exp(−worsening / temperature).
///
/// The temperature falls geometrically from `hot` to `cold` over the budget, or stage by stage
/// when energies have levels: first those of the highest level, at which what is below it hardly
/// counts, then those of the next, at which nothing above it is made worse. The limits that
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
    stages: Vec<Stage>,
    logarithms: Vec<f64>,
    limits: Vec<i64>,
}

/// A part of the budget with its own temperatures.
#[derive(Debug, Clone, Copy)]
struct Stage {
    /// The progress at its end.
    end: f64,
    hot: f64,
    cold: f64,
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
        Self::staged(vec![Stage {
            end: 1.0,
            hot,
            cold,
        }])
    }

    fn staged(stages: Vec<Stage>) -> Self {
        let chance = |index: usize| (index as f64 + 0.5) / LIMITS as f64;
        Self {
            stages,
            logarithms: (0..LIMITS).map(|k| -libm::log(chance(k))).collect(),
            limits: vec![0; LIMITS],
        }
    }

    /// Temperatures from the worsenings that the landscape itself proposes.
    ///
    /// For each level that some worsening reaches, hot is half the median of those that reach it
    /// and no higher one, cold 0.15 of the smallest, which is then taken about once in 800 times.
    /// The lowest level has half of the budget, the others share the rest.
    pub fn calibrated<L: Landscape>(landscape: &mut L, rng: &mut Rng) -> Self {
        let levels = landscape.levels();
        let mut worse = vec![Vec::new(); levels.len().max(1)];
        for _ in 0..SAMPLES {
            let step = landscape.propose(rng);
            let delta = step.and_then(|step| landscape.delta(step));
            if let Some(delta) = delta.filter(|delta| *delta > 0) {
                let level = levels.partition_point(|unit| *unit <= delta);
                worse[level.saturating_sub(1)].push(delta);
            }
        }
        let reached = worse.into_iter().rev().filter(|worse| !worse.is_empty());
        let mut ranges: Vec<(f64, f64)> = reached.map(range).collect();
        if ranges.is_empty() {
            ranges.push(range(vec![1]));
        }
        Self::staged(shared(&ranges))
    }
}

/// The temperatures for these worsenings.
fn range(mut worse: Vec<i64>) -> (f64, f64) {
    worse.sort_unstable();
    let (median, least) = (worse[worse.len() / 2], worse[0]);
    let cold = COLD_SHARE * least as f64;
    ((HOT_SHARE * median as f64).max(2.0 * cold), cold)
}

/// The stages of these temperatures, the highest level first.
fn shared(ranges: &[(f64, f64)]) -> Vec<Stage> {
    let above = ranges.len() - 1;
    let stage = |(index, (hot, cold)): (usize, &(f64, f64))| Stage {
        end: if index == above {
            1.0
        } else {
            LEVELS_SHARE * (index + 1) as f64 / above as f64
        },
        hot: *hot,
        cold: *cold,
    };
    ranges.iter().enumerate().map(stage).collect()
}

/// How many moves are drawn to find the temperatures.
const SAMPLES: usize = 20_000;

/// The first temperature, as a share of the median worsening.
const HOT_SHARE: f64 = 0.5;

/// The last temperature, as a share of the smallest worsening.
const COLD_SHARE: f64 = 0.15;

/// What all levels but the lowest have of the budget.
const LEVELS_SHARE: f64 = 0.5;

impl Acceptance for Annealing {
    fn begin(&mut self, progress: f64, _energy: i64) -> f64 {
        let at = self.stages.partition_point(|stage| stage.end < progress);
        let Stage { end, hot, cold } = self.stages[at.min(self.stages.len() - 1)];
        let begin = at
            .checked_sub(1)
            .map_or(0.0, |before| self.stages[before].end);
        let within = (progress - begin) / (end - begin);
        let temperature = hot * libm::pow(cold / hot, within);
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
