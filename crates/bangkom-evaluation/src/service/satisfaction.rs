use std::collections::BTreeSet;

use bangkom_domain::calendar::Period;
use bangkom_domain::evidence::{
    ElementWeight, SatisfactionBands, SatisfactionGrade, SatisfactionIndex, SurveyElement,
};
use bangkom_domain::id::{ProgramId, UnitId};
use bangkom_domain::results::SatisfactionWave;
use bangkom_stats::{ConfidenceLevel, Interval};
use serde::{Deserialize, Serialize};

use super::Difference;
use super::pooled::Pooled;
use super::surveys::{elements, index_change, together};
use crate::compare::{Assumed, Assumption, Doubt, NoOpinion, SecondOpinion, disagree};

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
    /// What the comparison took for granted, and whether it holds.
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
        let opinions = survey
            .elements
            .iter()
            .filter_map(|one| one.sturdier.as_ref());
        let disagrees = disagree(opinions).then_some(Doubt::SturdierDisagrees);
        let doubts = [Doubt::NoComparison].into_iter();
        Self {
            program,
            unit,
            doubts: doubts.chain(several).chain(disagrees).collect(),
            assumptions: vec![
                survey.alike,
                Assumption::unknown(Assumed::AlikeRespondents),
                Assumption::unknown(Assumed::NothingElse),
            ],
            survey,
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
    /// After minus before, with an interval that holds however the elements go together; none
    /// where deviations are not known.
    pub index_change: Difference,
    /// The grade before, where the index reaches one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade_before: Option<SatisfactionGrade>,
    /// The grade after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade_after: Option<SatisfactionGrade>,
    /// Each element asked on both sides, in the order of the regulation.
    pub elements: Vec<ElementChange>,
    /// Whether answers of one survey go alike.
    pub alike: Assumption,
    /// Why no element has a second opinion; absent where one has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_opinion: Option<NoOpinion>,
}

/// The answers to one element before and after, 1 to 4.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    /// What the means of whole surveys say, their p-values adjusted in the same way; absent with
    /// one survey on a side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sturdier: Option<SecondOpinion>,
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
    let pairs: Vec<_> = both
        .iter()
        .map(|element| {
            (
                *element,
                &before.elements[element],
                &after.elements[element],
            )
        })
        .collect();
    let elements = elements(&pairs, level);
    let asked = elements.iter().any(|one| one.sturdier.is_some());
    Some(SurveyChange {
        respondents_before: before.respondents,
        respondents_after: after.respondents,
        grade_before: bands.grade(first.index()),
        grade_after: bands.grade(second.index()),
        index_before: first.index(),
        index_after: second.index(),
        index_change: index_change(second.index() - first.index(), &pairs, level),
        alike: together(&pairs),
        no_opinion: (!asked).then_some(NoOpinion::TooFew),
        elements,
    })
}
