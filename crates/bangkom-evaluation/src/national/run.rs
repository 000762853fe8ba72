use bangkom_stats::StatsError;
use bangkom_stats::gain::ChangeClass;
use bangkom_stats::multiplicity::Adjustment;
use bangkom_stats::{ConfidenceLevel, multiplicity};

use super::figures::{Quantiles, figures};
use super::tally::Tally;
use super::{CountingRule, NationalFigures};

/// A pass over the learners of many programs that keeps sums, never learners.
///
/// Scores count in steps of 2^-24 of their scale, so that every sum is a whole number: the same
/// learners give the same figures in any order and any partition ([`merge`](Self::merge)).
/// Memory grows with the programs alone. A learner who comes twice counts twice: rows must be
/// distinct.
///
/// ```
/// use bangkom_evaluation::{CountingRule, NationalRun};
/// use bangkom_stats::ConfidenceLevel;
/// use bangkom_stats::gain::Scale;
/// use bangkom_stats::multiplicity::Adjustment;
///
/// let rule = CountingRule::new(Scale::new(0.0, 100.0)?).mastery(70.0);
/// let mut run = NationalRun::new(vec![rule; 2]);
/// for (program, first, second) in [(0, 40.0, 72.0), (0, 55.0, 80.0), (0, 50.0, 69.0)] {
///     run.push(program, Some(first), Some(second))?;
/// }
/// run.push(1, Some(62.0), None)?;
/// let figures = run.figures(ConfidenceLevel::default(), Adjustment::Holm);
/// assert_eq!((figures.programs[0].pairs, figures.programs[0].mastered), (3, 2));
/// assert!((figures.programs[0].class_gain.unwrap() - 76.0 / 155.0).abs() < 1e-6);
/// assert_eq!(figures.programs[1].attrition, Some(1.0));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
#[derive(Debug, Clone)]
pub struct NationalRun {
    rules: Vec<CountingRule>,
    tallies: Vec<Tally>,
}

impl NationalRun {
    /// A run over programs, each with its rule; a program is named by its place.
    pub fn new(rules: Vec<CountingRule>) -> Self {
        let tallies = vec![Tally::default(); rules.len()];
        Self { rules, tallies }
    }

    /// Counts one learner who attended; a score not taken is `None`.
    ///
    /// Returns the class of the change where persons are classed and both scores are there.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] for a program that the run does not have or a score outside
    /// its scale; [`StatsError::NotFinite`]. The learner is then set aside and counted as such.
    pub fn push(
        &mut self,
        program: u32,
        first: Option<f64>,
        second: Option<f64>,
    ) -> Result<Option<ChangeClass>, StatsError> {
        let at = program as usize;
        let (Some(rule), Some(tally)) = (self.rules.get(at), self.tallies.get_mut(at)) else {
            return Err(unknown(program, self.rules.len()));
        };
        let steps = |argument, score: Option<f64>| {
            score.map(|score| rule.steps(argument, score)).transpose()
        };
        let scores = steps("first", first).and_then(|a| Ok((a, steps("second", second)?)));
        let (a, b) = scores.inspect_err(|_| tally.set_aside += 1)?;
        tally.seats += 1;
        match (a, b) {
            (Some(a), Some(b)) => tally.pair(a, b),
            (Some(_), None) => tally.first_only += 1,
            (None, Some(_)) => tally.second_only += 1,
            (None, None) => {}
        }
        tally.mastered += u64::from(second.is_some_and(|score| rule.masters(score)));
        let class = first.zip(second).and_then(|(a, b)| rule.class(a, b));
        if let Some(class) = class {
            tally.class(class);
        }
        Ok(class)
    }

    /// Adds the learners of another run over the same programs.
    ///
    /// # Errors
    /// [`StatsError::LengthMismatch`] for a run over other programs or rules.
    pub fn merge(&mut self, other: &Self) -> Result<(), StatsError> {
        if self.rules != other.rules {
            let (first, second) = (self.rules.len(), other.rules.len());
            return Err(StatsError::LengthMismatch { first, second });
        }
        for (own, other) in self.tallies.iter_mut().zip(&other.tallies) {
            own.merge(other);
        }
        Ok(())
    }

    /// The rule of a program for a second pass, its deviation taken from the learners so far;
    /// absent below two pairs or where first scores do not vary.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] for a program that the run does not have, or a reliability
    /// outside 0 to below 1.
    pub fn reliable_rule(
        &self,
        program: u32,
        reliability: f64,
        level: ConfidenceLevel,
    ) -> Result<Option<CountingRule>, StatsError> {
        let at = program as usize;
        let (Some(rule), Some(tally)) = (self.rules.get(at), self.tallies.get(at)) else {
            return Err(unknown(program, self.rules.len()));
        };
        match figures(rule, tally, &mut Quantiles::new(level)).deviation_first {
            Some(deviation) if deviation > 0.0 => {
                rule.reliable(reliability, deviation, level).map(Some)
            }
            _ => Ok(None),
        }
    }

    /// The figures of every program; p-values are adjusted over all of them.
    pub fn figures(&self, level: ConfidenceLevel, adjustment: Adjustment) -> NationalFigures {
        let pairs = self.rules.iter().zip(&self.tallies);
        let mut quantiles = Quantiles::new(level);
        let mut programs: Vec<_> = pairs
            .map(|(rule, tally)| figures(rule, tally, &mut quantiles))
            .collect();
        let given: Vec<f64> = programs
            .iter()
            .filter_map(|one| one.test.map(|test| test.p))
            .collect();
        let adjusted = multiplicity::adjust_p_values(&given, adjustment).unwrap_or(given);
        let tested = programs.iter_mut().filter_map(|one| one.test.as_mut());
        for (test, p) in tested.zip(adjusted) {
            test.p_adjusted = p;
        }
        NationalFigures::of(programs)
    }
}

fn unknown(program: u32, programs: usize) -> StatsError {
    StatsError::OutOfRange {
        argument: "program",
        index: None,
        value: f64::from(program),
        low: 0.0,
        high: programs as f64 - 1.0,
    }
}
