use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::calendar::Period;
use bangkom_domain::evidence::{
    ElementWeight, SatisfactionBands, SatisfactionGrade, SatisfactionIndex, SurveyElement,
};
use bangkom_domain::id::{ProgramId, UnitId};
use bangkom_domain::results::SatisfactionWave;
use bangkom_stats::distributions::student_t;
use bangkom_stats::multiplicity::{Adjustment, adjust_p_values};
use bangkom_stats::{ConfidenceLevel, Interval};
use serde::{Deserialize, Serialize};

use crate::compare::{Assumed, Assumption, Doubt};

/// What citizens said before and after a program, by element.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SatisfactionChange {
    /// The program.
    pub program: ProgramId,
    /// The unit.
    pub unit: UnitId,
    /// Before and after.
    pub survey: SurveyChange,
    /// What the comparison took for granted.
    pub assumptions: Vec<Assumption>,
    /// What a reader should know beside the figures.
    pub doubts: Vec<Doubt>,
}

impl SatisfactionChange {
    /// A change that no other unit is compared with; its elements are several tests.
    pub(super) fn new(program: ProgramId, unit: UnitId, survey: SurveyChange) -> Self {
        let tested = survey.elements.iter().filter(|one| one.p_holm.is_some());
        let tests = tested.count() as u32;
        let several = (tests > 1).then_some(Doubt::SeveralTests { tests });
        Self {
            program,
            unit,
            survey,
            assumptions: vec![Assumption::unknown(Assumed::NothingElse)],
            doubts: [Doubt::NoComparison].into_iter().chain(several).collect(),
        }
    }
}

/// Surveys before and after a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveyChange {
    /// How many answered before.
    pub respondents_before: u32,
    /// How many answered after.
    pub respondents_after: u32,
    /// The index before, 25 to 100, of the elements asked on both sides.
    pub index_before: f64,
    /// The index after.
    pub index_after: f64,
    /// The grade before, where the index reaches one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade_before: Option<SatisfactionGrade>,
    /// The grade after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade_after: Option<SatisfactionGrade>,
    /// Each element asked on both sides, in the order of the regulation.
    pub elements: Vec<ElementChange>,
}

/// The answers to one element before and after, 1 to 4.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ElementChange {
    /// The element.
    pub element: SurveyElement,
    /// The mean before.
    pub before: f64,
    /// The mean after.
    pub after: f64,
    /// The interval of after minus before; absent where deviations are not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// The p-value, adjusted over the elements (Holm); absent like the interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p_holm: Option<f64>,
}

/// Surveys before and after a time, respondents of several counted together; none without a
/// survey on both sides that asked one element alike.
///
/// # Examples
///
/// ```
/// use bangkom_domain::calendar::Period;
/// use bangkom_domain::evidence::SurveyElement;
/// use bangkom_domain::id::UnitId;
/// use bangkom_domain::results::{ElementAnswers, SatisfactionWave};
/// use bangkom_evaluation::survey_change;
/// use bangkom_stats::ConfidenceLevel;
/// use chrono::NaiveDate;
///
/// let month = |month| {
///     let day = |day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
///     Period::new(day(1), day(28)).unwrap()
/// };
/// let wave = |at: Period, mean: f64| SatisfactionWave {
///     unit: UnitId::new("DPMPTSP").unwrap(),
///     period: at,
///     respondents: 100,
///     elements: vec![ElementAnswers {
///         element: SurveyElement::CompletionTime, mean, deviation: Some(0.5),
///     }],
/// };
/// let waves = [wave(month(1), 2.6), wave(month(6), 3.2)];
/// let change = survey_change(&waves, month(3), ConfidenceLevel::default()).unwrap();
/// assert_eq!((change.index_before, change.index_after), (65.0, 80.0));
/// assert!(change.elements[0].p_holm.is_some_and(|p| p < 0.001));
/// ```
///
/// # References
/// PermenPANRB 14/2017, the index and its elements; Welch 1947.
pub fn survey_change(
    waves: &[SatisfactionWave],
    time: Period,
    level: ConfidenceLevel,
) -> Option<SurveyChange> {
    let before = Pooled::of(
        waves
            .iter()
            .filter(|wave| wave.period.last() < time.first()),
    );
    let after = Pooled::of(
        waves
            .iter()
            .filter(|wave| wave.period.first() > time.last()),
    );
    let asked: BTreeSet<SurveyElement> = before.elements.keys().copied().collect();
    let both: Vec<SurveyElement> = asked
        .into_iter()
        .filter(|element| after.elements.contains_key(element))
        .collect();
    let index = |pooled: &Pooled| {
        let means = both
            .iter()
            .map(|element| (*element, pooled.elements[element].mean()));
        SatisfactionIndex::new(means.collect(), ElementWeight::Exact).ok()
    };
    let (first, second) = (index(&before)?, index(&after)?);
    let bands = SatisfactionBands::default();
    let changes: Vec<(ElementChange, Option<f64>)> = both
        .iter()
        .map(|element| {
            let (a, b) = (&before.elements[element], &after.elements[element]);
            let welch = welch(a, b, level);
            let change = ElementChange {
                element: *element,
                before: a.mean(),
                after: b.mean(),
                interval: welch.map(|(interval, _)| interval),
                p_holm: None,
            };
            (change, welch.map(|(_, p)| p))
        })
        .collect();
    Some(SurveyChange {
        respondents_before: before.respondents,
        respondents_after: after.respondents,
        grade_before: bands.grade(first.index()),
        grade_after: bands.grade(second.index()),
        index_before: first.index(),
        index_after: second.index(),
        elements: adjusted(changes),
    })
}

/// The changes with their p-values adjusted over all elements that have one.
fn adjusted(changes: Vec<(ElementChange, Option<f64>)>) -> Vec<ElementChange> {
    let given: Vec<f64> = changes.iter().filter_map(|(_, p)| *p).collect();
    let adjusted = adjust_p_values(&given, Adjustment::Holm).unwrap_or_default();
    let mut adjusted = adjusted.into_iter();
    let changes = changes.into_iter().map(|(mut change, p)| {
        change.p_holm = p.and_then(|_| adjusted.next());
        change
    });
    changes.collect()
}

/// Surveys of one side, respondents counted together.
#[derive(Default)]
struct Pooled {
    respondents: u32,
    elements: BTreeMap<SurveyElement, Element>,
}

/// Sums over respondents of one element.
#[derive(Default)]
struct Element {
    people: f64,
    sum: f64,
    /// Sum of variances times people; none where a deviation is not known.
    squares: Option<f64>,
}

impl Pooled {
    fn of<'a>(waves: impl Iterator<Item = &'a SatisfactionWave>) -> Self {
        let mut pooled = Self::default();
        for wave in waves {
            pooled.respondents += wave.respondents;
            let people = f64::from(wave.respondents);
            for answer in &wave.elements {
                let first = !pooled.elements.contains_key(&answer.element);
                let element = pooled.elements.entry(answer.element).or_default();
                let squares = answer
                    .deviation
                    .map(|deviation| people * deviation * deviation);
                element.squares = match (first, element.squares, squares) {
                    (true, _, squares) => squares,
                    (false, Some(known), Some(squares)) => Some(known + squares),
                    _ => None,
                };
                element.people += people;
                element.sum += people * answer.mean;
            }
        }
        pooled
    }
}

impl Element {
    fn mean(&self) -> f64 {
        (self.sum / self.people).clamp(1.0, 4.0)
    }

    /// The variance of the mean.
    fn of_mean(&self) -> Option<f64> {
        Some(self.squares? / self.people / self.people)
    }
}

/// The interval of the difference and its p-value.
fn welch(before: &Element, after: &Element, level: ConfidenceLevel) -> Option<(Interval, f64)> {
    let (a, b) = (before.of_mean()?, after.of_mean()?);
    let variance = a + b;
    if variance <= 0.0 || before.people < 2.0 || after.people < 2.0 {
        return None;
    }
    let freedom = a * a / (before.people - 1.0) + b * b / (after.people - 1.0);
    let df = variance * variance / freedom;
    let (estimate, error) = (after.mean() - before.mean(), variance.sqrt());
    let reach = student_t::quantile(1.0 - level.tail(), df).ok()? * error;
    let p = 2.0 * student_t::sf((estimate / error).abs(), df).ok()?;
    let interval = Interval {
        low: estimate - reach,
        high: estimate + reach,
    };
    Some((interval, p.clamp(f64::MIN_POSITIVE, 1.0)))
}
