//! People invented from a seed, to whom a program does what a test says.

use bangkom_evaluation::{Comparison, Design, EvaluationPolicy, Measured, Verdict, compare, judge};
use bangkom_stats::gain::Scale;
use bangkom_testkit::Rng;

use crate::course::day;

/// The columns of a study on a scale of 0 to 100.
#[derive(Default)]
pub(crate) struct Invented {
    pub(crate) first: Vec<f64>,
    pub(crate) second: Vec<f64>,
    pub(crate) groups: Vec<u32>,
    pub(crate) others: (Vec<f64>, Vec<f64>),
    pub(crate) design: Design,
}

/// How a program works and is measured.
pub(crate) struct World {
    pub(crate) mean: f64,
    pub(crate) spread: f64,
    /// Measurement error of one test.
    pub(crate) error: f64,
    pub(crate) effect: f64,
    /// How much harder or easier the test after is.
    pub(crate) easier: f64,
}

impl World {
    pub(crate) fn new(effect: f64) -> Self {
        Self {
            mean: 50.0,
            spread: 12.0,
            error: 5.0,
            effect,
            easier: 0.0,
        }
    }

    fn person(&self, rng: &mut Rng, effect: f64) -> (f64, f64) {
        let able = self.mean + self.spread * rng.normal();
        let score = |rng: &mut Rng, shift: f64| {
            (able + shift + self.error * rng.normal())
                .round()
                .clamp(0.0, 100.0)
        };
        (score(rng, 0.0), score(rng, effect + self.easier))
    }

    /// A study of so many participants.
    pub(crate) fn study(&self, seed: u64, people: usize) -> Invented {
        let mut rng = Rng::new(seed, "study");
        let pairs = (0..people).map(|_| self.person(&mut rng, self.effect));
        let (first, second) = pairs.unzip();
        Invented {
            first,
            second,
            ..Invented::default()
        }
    }

    /// Adds so many people without the program.
    pub(crate) fn with_others(&self, seed: u64, mut study: Invented, people: usize) -> Invented {
        let mut rng = Rng::new(seed, "others");
        study.others = (0..people).map(|_| self.person(&mut rng, 0.0)).unzip();
        study
    }
}

pub(crate) fn policy() -> EvaluationPolicy {
    EvaluationPolicy::new(day(6, 1))
}

impl Invented {
    pub(crate) fn compare(&self) -> Comparison {
        let mut measured = Measured::new(&self.first, &self.second)
            .groups(&self.groups)
            .scale(Scale::new(0.0, 100.0).unwrap());
        if !self.others.0.is_empty() {
            measured = measured.compared(&self.others.0, &self.others.1);
        }
        // Intervals of gains are tested elsewhere; here thousands of programs are compared.
        compare(&measured, &self.design, &policy().resamples(0)).unwrap()
    }

    pub(crate) fn verdict(&self) -> Verdict {
        judge(&[self.compare()], &policy()).remove(0)
    }
}
