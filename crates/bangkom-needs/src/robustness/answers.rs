use super::problem::{Alternative, Line, RankProblem, Reading};
use super::{AlternativeFault, FaultKind, RankProblemError};

/// One answer of one source about one alternative.
#[derive(Clone, Copy, PartialEq)]
pub struct Answer {
    /// What tells this answer from all others, whatever its row or file: a hash of its id.
    pub key: u64,
    /// The value, such as a level.
    pub value: f64,
    /// How much it counts within its source, such as its decay.
    pub weight: f64,
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Answer").finish_non_exhaustive()
    }
}

/// Alternatives with the single answers of every source, of which a bootstrap draws.
///
/// ```
/// use bangkom_needs::robustness::{Answer, AnswerTable, Line};
///
/// let answer = |key, value| Answer { key, value, weight: 1.0 };
/// let mut table = AnswerTable::new(2);
/// table.push(&[vec![answer(1, 2.0), answer(2, 4.0)], vec![answer(3, 5.0)]], &[Line::VALUE]);
/// let problem = table.problem(&[0.5, 0.5])?;
/// assert_eq!(problem.len(), 1);
/// # Ok::<(), bangkom_needs::robustness::RankProblemError>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct AnswerTable {
    sources: usize,
    pub(super) entries: Vec<Entry>,
}

/// The answers about one alternative.
#[derive(Clone, PartialEq)]
pub(super) struct Entry {
    /// The answers with the place of their source.
    pub answers: Vec<(usize, Answer)>,
    /// How much of the weight of a source counts here.
    pub factors: Vec<f64>,
    pub lines: Vec<Line>,
    /// How many sources were given.
    given: usize,
}

impl std::fmt::Debug for AnswerTable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AnswerTable")
            .field("sources", &self.sources)
            .field("alternatives", &self.entries.len())
            .finish_non_exhaustive()
    }
}

impl AnswerTable {
    /// An empty table for so many sources.
    pub const fn new(sources: usize) -> Self {
        Self {
            sources,
            entries: Vec::new(),
        }
    }

    /// Adds an alternative with the answers of each source and the lines that score it.
    pub fn push<A: AsRef<[Answer]>>(&mut self, answers: &[A], lines: &[Line]) {
        let factors = vec![1.0; answers.len()];
        self.push_weighed(answers, &factors, lines);
    }

    /// The same where only a part of a source's weight counts.
    pub(super) fn push_weighed<A: AsRef<[Answer]>>(
        &mut self,
        answers: &[A],
        factors: &[f64],
        lines: &[Line],
    ) {
        let each = answers.iter().enumerate();
        self.entries.push(Entry {
            answers: each
                .flat_map(|(source, list)| list.as_ref().iter().map(move |a| (source, *a)))
                .collect(),
            factors: factors.to_vec(),
            lines: lines.to_vec(),
            given: answers.len(),
        });
    }

    /// The ranking of the answers as they are, under weights of the sources.
    ///
    /// # Errors
    /// As [`RankProblem::new`], and with every alternative that has an answer whose weight is
    /// not positive and finite.
    pub fn problem(&self, weights: &[f64]) -> Result<RankProblem, RankProblemError> {
        let faults: Vec<AlternativeFault> = self
            .entries
            .iter()
            .enumerate()
            .filter_map(|(alternative, entry)| {
                let kind = entry.fault(self.sources)?;
                Some(AlternativeFault { alternative, kind })
            })
            .collect();
        if !faults.is_empty() {
            return Err(RankProblemError::Alternatives(faults));
        }
        let alternatives: Vec<Alternative> = self
            .entries
            .iter()
            .map(|entry| Alternative {
                readings: entry.readings(),
                lines: entry.lines.clone(),
            })
            .collect();
        RankProblem::new(weights, &alternatives)
    }
}

impl Entry {
    fn fault(&self, needed: usize) -> Option<FaultKind> {
        let got = self.given;
        if got != needed {
            return Some(FaultKind::Length { needed, got });
        }
        let sound = |(_, answer): &(usize, Answer)| {
            answer.value.is_finite() && answer.weight > 0.0 && answer.weight.is_finite()
        };
        (!self.answers.iter().all(sound)).then_some(FaultKind::Number)
    }

    fn readings(&self) -> Vec<Option<Reading>> {
        (0..self.given)
            .map(|source| {
                let own = self.answers.iter().filter(|(of, _)| *of == source);
                let (mut sum, mut weight) = (0.0, 0.0);
                for (_, answer) in own {
                    sum += answer.weight * answer.value;
                    weight += answer.weight;
                }
                (weight > 0.0).then(|| Reading {
                    value: sum / weight,
                    factor: self.factors[source],
                })
            })
            .collect()
    }
}
