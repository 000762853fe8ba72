use bangkom_domain::results::Occasion;
use bangkom_stats::effect::{self, PairedEffect};
use bangkom_stats::gain::{self, Gains};
use bangkom_stats::paired::{self, PairSummary, PairedT};
use bangkom_stats::{StatsError, TestOptions};
use serde::{Deserialize, Serialize};

use super::complete::Complete;
use super::doubts::doubts;
use super::{
    Advice, Against, Assumption, ClusterEffect, Design, Doubt, ExpectedRegression, Flow, Losses,
    Measured, NoOpinion, Participant, Resampled, Scale, SecondOpinion, advise, assumption, opinion,
};
use crate::policy::EvaluationPolicy;

/// Two measurements of the same attenders, the second minus the first.
///
/// Scores of scales on which less is better are mirrored, so that a positive change is always
/// an improvement; units are those of the instrument.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// Whether there is an estimate, and why not.
    pub status: Status,
    /// How many were left at each step.
    pub flow: Flow,
    /// How the measurements came about.
    pub design: Design,
    /// Means and standard deviations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<PairSummary>,
    /// The paired t test with its interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test: Option<PairedT>,
    /// Standardised effects, each named by its formula.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<PairedEffect>,
    /// Class gain, mean individual gain, normalised change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gains: Option<Gains>,
    /// Intervals of gains and of effects without an exact one, by drawing people again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resampled: Option<Resampled>,
    /// What the missing scores could change; absent where none is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub losses: Option<Losses>,
    /// How far people of one agency changed alike; absent for one agency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clusters: Option<ClusterEffect>,
    /// What the choice of people alone makes of the change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regression: Option<ExpectedRegression>,
    /// The change beside that of people without the program; absent without such people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<Against>,
    /// The method that the design asks for, why, and what it says: the headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<Advice>,
    /// What sturdier methods say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sturdier: Vec<SecondOpinion>,
    /// Why none has a say; absent where one has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_opinion: Option<NoOpinion>,
    /// What the method took for granted, and whether it holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<Assumption>,
    /// What a reader should know beside the figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<Doubt>,
}

/// Whether a comparison has figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Status {
    /// Everything could be estimated.
    Estimated,
    /// All changes are equal: means and gains are given, a test would divide by zero.
    AllEqual,
    /// Fewer than two pairs.
    TooFew,
    /// So few people that the figures would show them, or others by subtraction.
    Suppressed,
    /// The numbers are beyond what can be computed with.
    Undefined,
}

/// Compares two measurements of the same people, and with those of a comparison group.
///
/// The method is picked by the design and named with its reasons in [`Comparison::advice`];
/// what it took for granted, what failed, and what a sturdier method says stand beside it.
///
/// # Errors
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], or [`StatsError::OutOfRange`] for
/// a score outside the scale. Too few pairs, or changes that are all equal, are a [`Status`].
///
/// # Examples
///
/// ```
/// use bangkom_evaluation::{Design, EvaluationPolicy, Measured, MethodChoice, compare};
/// use chrono::NaiveDate;
///
/// let policy = EvaluationPolicy::new(NaiveDate::from_ymd_opt(2026, 12, 1).unwrap());
/// let before = [52.0, 61.0, 47.0, 70.0, 58.0, 64.0];
/// let after = [60.0, 66.0, 59.0, 71.0, 69.0, 66.0];
/// let result = compare(&Measured::new(&before, &after), &Design::default(), &policy)?;
///
/// let advice = result.advice.unwrap();
/// assert_eq!(advice.method, MethodChoice::PairedT);
/// assert!(advice.estimate.unwrap().interval.contains(6.5));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
/// Student 1908; Lakens 2013; Hake 1998; Bell and `McCaffrey` 2002; Lord 1967; Manski 1990.
pub fn compare(
    measured: &Measured<'_>,
    design: &Design,
    policy: &EvaluationPolicy,
) -> Result<Comparison, StatsError> {
    measured.check()?;
    let count = |scores: &[f64]| scores.iter().filter(|score| !score.is_nan()).count() as u32;
    let people = measured.first.len() as u32;
    let flow = Flow {
        seats: people,
        attended: people,
        first: count(measured.first),
        second: count(measured.second),
        both: measured.pairs() as u32,
    };
    Ok(Comparison::of(measured, design, flow, policy))
}

/// Scores of people without the program, and the agencies they came from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Others {
    pub first: Vec<f64>,
    pub second: Vec<f64>,
    pub groups: Vec<u32>,
}

impl Comparison {
    /// Compares two occasions of everybody with a seat.
    pub(crate) fn new(
        people: &[Participant],
        (first, second): (Occasion, Occasion),
        scale: Option<Scale>,
        design: &Design,
        others: &Others,
        policy: &EvaluationPolicy,
    ) -> Self {
        let there: Vec<&Participant> = people.iter().filter(|person| person.attended).collect();
        let column = |occasion| -> Vec<f64> {
            let scores = there.iter().map(|one| one.at(occasion).unwrap_or(f64::NAN));
            scores.collect()
        };
        let (pre, post) = (column(first), column(second));
        let groups: Vec<u32> = there.iter().map(|one| one.agency).collect();
        let has = |scores: &[f64]| scores.iter().filter(|score| !score.is_nan()).count() as u32;
        let mut measured = Measured::new(&pre, &post).groups(&groups);
        measured.scale = scale;
        if !others.first.is_empty() {
            measured = measured
                .compared(&others.first, &others.second)
                .compared_groups(&others.groups);
        }
        let flow = Flow {
            seats: people.len() as u32,
            attended: there.len() as u32,
            first: has(&pre),
            second: has(&post),
            both: measured.pairs() as u32,
        };
        Self::of(&measured, design, flow, policy)
    }

    fn of(measured: &Measured<'_>, design: &Design, flow: Flow, policy: &EvaluationPolicy) -> Self {
        let mut result = Self::empty(Status::Suppressed, flow, *design);
        if flow.both < policy.min_group {
            return result;
        }
        let own = Complete::participants(measured);
        let other = Complete::compared(measured)
            .filter(|other| other.len() as u32 >= policy.min_group.max(2));
        result.estimate(&own, measured.scale, policy);
        let level = policy.level;
        result.losses = Losses::of(measured, level);
        result.clusters = ClusterEffect::of(&own, level);
        result.against = other
            .as_ref()
            .map(|other| Against::of(&own, other, design.assignment, level));
        let mut headline = None;
        if result.status == Status::Estimated || result.against.is_some() {
            let advice = advise::advise(&own, other.as_ref(), measured.scale, design, level);
            let estimate = advice.estimate.as_ref();
            result.sturdier =
                opinion::opinions(advice.method, estimate, &own, other.as_ref(), level);
            result.regression = Some(ExpectedRegression::of(&own, design, estimate));
            result.assumptions = assumption::assumptions(
                advice.method,
                &own,
                result.clusters.as_ref(),
                result.against.as_ref(),
                design,
            );
            headline = advice.estimate;
            result.advice = Some(advice);
        }
        result.no_opinion = NoOpinion::unless(&result.sturdier, || {
            opinion::silence(result.status, headline.as_ref(), &own, other.as_ref())
        });
        result.doubts = doubts(&result, &own, policy);
        result
    }

    /// The same counts without figures.
    pub(crate) fn suppressed(self) -> Self {
        Self::empty(Status::Suppressed, self.flow, self.design)
    }

    fn empty(status: Status, flow: Flow, design: Design) -> Self {
        Self {
            status,
            flow,
            design,
            summary: None,
            test: None,
            effect: None,
            gains: None,
            resampled: None,
            losses: None,
            clusters: None,
            regression: None,
            against: None,
            advice: None,
            sturdier: Vec::new(),
            no_opinion: Some(NoOpinion::NoFigure),
            assumptions: Vec::new(),
            doubts: Vec::new(),
        }
    }

    fn estimate(&mut self, own: &Complete, scale: Option<Scale>, policy: &EvaluationPolicy) {
        let (pre, post) = (&own.first, &own.second);
        self.summary = paired::summary(pre, post).ok();
        self.gains = scale.and_then(|scale| gain::normalized(pre, post, scale).ok());
        self.effect = effect::paired(pre, post, policy.level).ok();
        self.status = match paired::t_test(pre, post, &TestOptions::default().level(policy.level)) {
            Ok(test) => {
                self.test = Some(test);
                self.resampled = Resampled::of(own, scale, policy);
                Status::Estimated
            }
            Err(StatsError::NoVariation { .. }) => Status::AllEqual,
            Err(StatsError::TooFew { .. }) => Status::TooFew,
            Err(_) => Status::Undefined,
        };
    }
}
