use super::error::{AlternativeFault, FaultKind, RankProblemError};
use crate::weights::direct;

/// What one source says of one alternative.
#[derive(Clone, Copy, PartialEq)]
pub struct Reading {
    /// The value, such as a mean level.
    pub value: f64,
    /// How much of the source's weight counts here; 1 is all of it.
    pub factor: f64,
}

impl std::fmt::Debug for Reading {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reading").finish_non_exhaustive()
    }
}

impl Reading {
    /// A value that counts with the whole weight of its source.
    pub const fn of(value: f64) -> Self {
        Self { value, factor: 1.0 }
    }
}

/// A line on which the combined value is scored: offset + slope × value.
///
/// A gap against the level 4 with importance 5 is `offset: 20, slope: -5`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// The score of the value 0.
    pub offset: f64,
    /// What one unit of the value adds.
    pub slope: f64,
}

impl Line {
    /// The combined value itself, greatest first.
    pub const VALUE: Self = Self {
        offset: 0.0,
        slope: 1.0,
    };
    /// No score at all; among the lines of a gap it keeps the score from falling below zero.
    pub const ZERO: Self = Self {
        offset: 0.0,
        slope: 0.0,
    };

    pub(super) fn at(self, value: f64) -> f64 {
        self.offset + self.slope * value
    }
}

/// One thing to be ranked: what the sources say of it, and how that is scored.
///
/// # Formula
/// ```text
/// value C = sum w_s f_s x_s / sum w_s f_s      over the sources present
/// score   = greatest of offset + slope × C over the lines
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// What each source says; `None` where it says nothing.
    pub readings: Vec<Option<Reading>>,
    /// How the combined value is scored, at least one line.
    pub lines: Vec<Line>,
}

/// The greatest number that is taken, so that scores on the grid of 1e-9 stay integers.
const LIMIT: f64 = 1e4;

/// What is ranked, and the weights chosen for the sources.
///
/// ```
/// use bangkom_needs::robustness::RankProblem;
///
/// let problem = RankProblem::of_scores(&[2.0, 1.0], &[[0.9, 0.2], [0.5, 0.6], [0.3, 0.95]])?;
/// assert_eq!(problem.len(), 3);
/// assert_eq!(problem.weights()[0], 2.0 / 3.0);
/// # Ok::<(), bangkom_needs::robustness::RankProblemError>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct RankProblem {
    pub(super) weights: Vec<f64>,
    pub(super) rows: Vec<Row>,
    /// The scores that decide the base ranking.
    pub(super) base: Vec<i64>,
}

impl std::fmt::Debug for RankProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RankProblem")
            .field("weights", &self.weights)
            .field("alternatives", &self.rows.len())
            .finish_non_exhaustive()
    }
}

/// An alternative ready to be scored: the sources that are present, by their place.
#[derive(Clone, PartialEq)]
pub(super) struct Row {
    pub parts: Vec<Part>,
    pub lines: Vec<Line>,
}

/// One source that is present.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Part {
    pub source: usize,
    pub value: f64,
    pub factor: f64,
}

impl RankProblem {
    /// Alternatives under chosen weights, one weight for each source.
    ///
    /// # Errors
    /// [`RankProblemError`] for weights that cannot be used, without an alternative, and with
    /// every alternative that cannot be ranked.
    ///
    /// # Examples
    /// ```
    /// use bangkom_needs::robustness::{Alternative, Line, RankProblem, Reading};
    ///
    /// let gap = Line { offset: 20.0, slope: -5.0 };
    /// let need = Alternative {
    ///     readings: vec![Some(Reading::of(2.0)), None],
    ///     lines: vec![gap, Line::ZERO],
    /// };
    /// let silent = Alternative { readings: vec![None, None], lines: vec![gap] };
    /// assert!(RankProblem::new(&[0.6, 0.4], &[need.clone()]).is_ok());
    /// assert!(RankProblem::new(&[0.6, 0.4], &[need, silent]).is_err());
    /// ```
    pub fn new(weights: &[f64], alternatives: &[Alternative]) -> Result<Self, RankProblemError> {
        let weights = direct(weights)?;
        if alternatives.is_empty() {
            return Err(RankProblemError::Empty);
        }
        let (mut rows, mut faults) = (Vec::with_capacity(alternatives.len()), Vec::new());
        for (alternative, given) in alternatives.iter().enumerate() {
            match row(given, &weights) {
                Ok(row) => rows.push(row),
                Err(kind) => faults.push(AlternativeFault { alternative, kind }),
            }
        }
        if !faults.is_empty() {
            return Err(RankProblemError::Alternatives(faults));
        }
        let base = rows.iter().map(|row| row.score(&weights)).collect();
        Ok(Self {
            weights,
            rows,
            base,
        })
    }

    /// Alternatives scored by the weighted mean of their values, NaN where one is missing.
    ///
    /// # Errors
    /// As [`RankProblem::new`].
    pub fn of_scores<R: AsRef<[f64]>>(
        weights: &[f64],
        scores: &[R],
    ) -> Result<Self, RankProblemError> {
        let reading = |value: &f64| (!value.is_nan()).then(|| Reading::of(*value));
        let alternatives: Vec<Alternative> = scores
            .iter()
            .map(|row| Alternative {
                readings: row.as_ref().iter().map(reading).collect(),
                lines: vec![Line::VALUE],
            })
            .collect();
        Self::new(weights, &alternatives)
    }

    /// How many alternatives there are, at least one.
    #[expect(
        clippy::len_without_is_empty,
        reason = "there is always an alternative"
    )]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The chosen weights, with the sum of one.
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// The same problem with base scores that were computed elsewhere, one for each alternative.
    pub(super) fn with_base(mut self, base: Vec<i64>) -> Self {
        self.base = base;
        self
    }
}

/// Places by score falling, in the order given where equal.
pub(super) fn falling(scores: &[i64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by_key(|&place| std::cmp::Reverse(scores[place]));
    order
}

fn row(given: &Alternative, weights: &[f64]) -> Result<Row, FaultKind> {
    let (needed, got) = (weights.len(), given.readings.len());
    if needed != got {
        return Err(FaultKind::Length { needed, got });
    }
    if given.lines.is_empty() {
        return Err(FaultKind::NoLine);
    }
    let usable = |number: f64| number.abs() <= LIMIT;
    let readings = given.readings.iter().flatten();
    let sound = readings
        .clone()
        .all(|reading| usable(reading.value) && usable(reading.factor) && reading.factor >= 0.0)
        && given
            .lines
            .iter()
            .all(|line| usable(line.offset) && usable(line.slope));
    if !sound {
        return Err(FaultKind::Number);
    }
    let parts: Vec<Part> = given
        .readings
        .iter()
        .enumerate()
        .filter_map(|(source, reading)| {
            let reading = reading.filter(|reading| reading.factor * weights[source] > 0.0)?;
            Some(Part {
                source,
                value: reading.value,
                factor: reading.factor,
            })
        })
        .collect();
    if parts.is_empty() {
        return Err(FaultKind::NothingPresent);
    }
    let lines = given.lines.clone();
    Ok(Row { parts, lines })
}

impl Row {
    /// The combined value under these weights.
    pub(super) fn value(&self, weights: &[f64]) -> f64 {
        let (mut sum, mut weight) = (0.0, 0.0);
        for part in &self.parts {
            let own = weights[part.source] * part.factor;
            sum += own * part.value;
            weight += own;
        }
        if weight > 0.0 {
            sum / weight
        } else {
            // Drawn weights this small mean nothing; all that is present then counts alike.
            let values = self.parts.iter().map(|part| part.value);
            values.sum::<f64>() / self.parts.len() as f64
        }
    }

    /// The score in units of 1e-9.
    pub(super) fn score(&self, weights: &[f64]) -> i64 {
        score(&self.lines, self.value(weights))
    }
}

/// The score of a combined value in units of 1e-9; the value itself is on that grid.
pub(super) fn score(lines: &[Line], value: f64) -> i64 {
    let value = (value * 1e9).round_ties_even() / 1e9;
    let scores = lines.iter().map(|line| line.at(value));
    let greatest = scores.fold(f64::NEG_INFINITY, f64::max);
    (greatest * 1e9).round_ties_even() as i64
}
