use std::collections::BTreeMap;

use bangkom_domain::evidence::SurveyElement;
use bangkom_domain::results::SatisfactionWave;

/// Surveys of one side, respondents counted together.
#[derive(Default)]
pub(super) struct Pooled {
    pub(super) respondents: u32,
    pub(super) elements: BTreeMap<SurveyElement, Element>,
}

/// Sums over respondents of one element.
#[derive(Default)]
pub(super) struct Element {
    pub(super) people: f64,
    sum: f64,
    /// Sum of variances times people; none where a deviation is not known.
    squares: Option<f64>,
    /// The mean of each survey.
    pub(super) means: Vec<f64>,
    /// Sum over surveys of the variances of their means; none where one is not known.
    pub(super) variances: Option<f64>,
}

impl Pooled {
    pub(super) fn of<'a>(waves: impl Iterator<Item = &'a SatisfactionWave>) -> Self {
        let mut pooled = Self::default();
        for wave in waves {
            pooled.respondents += wave.respondents;
            let people = f64::from(wave.respondents);
            for answer in &wave.elements {
                let element = pooled.elements.entry(answer.element).or_default();
                let first = element.means.is_empty();
                let variance = answer.deviation.map(|deviation| deviation * deviation);
                let sum = |known: Option<f64>, more: Option<f64>| match (first, known, more) {
                    (true, _, more) => more,
                    (false, Some(known), Some(more)) => Some(known + more),
                    _ => None,
                };
                element.squares = sum(element.squares, variance.map(|it| people * it));
                element.variances = sum(element.variances, variance.map(|it| it / people));
                element.people += people;
                element.sum += people * answer.mean;
                element.means.push(answer.mean);
            }
        }
        pooled
    }
}

impl Element {
    pub(super) fn mean(&self) -> f64 {
        (self.sum / self.people).clamp(1.0, 4.0)
    }

    /// The variance of the mean, each answer for itself.
    pub(super) fn of_mean(&self) -> Option<f64> {
        Some(self.squares? / self.people / self.people)
    }
}
