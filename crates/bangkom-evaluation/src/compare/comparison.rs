use bangkom_domain::results::Occasion;
use bangkom_stats::effect::{self, PairedEffect};
use bangkom_stats::gain::{self, Gains};
use bangkom_stats::paired::{self, PairSummary, PairedT};
use bangkom_stats::{StatsError, TestOptions};
use serde::{Deserialize, Serialize};

use super::{Doubt, Flow, Participant, Scale};
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

impl Comparison {
    /// Compares two occasions of everybody with a seat.
    pub(crate) fn new(
        people: &[Participant],
        (first, second): (Occasion, Occasion),
        scale: Option<Scale>,
        attendance_known: bool,
        policy: &EvaluationPolicy,
    ) -> Self {
        let there: Vec<&Participant> = people.iter().filter(|person| person.attended).collect();
        let pairs = there
            .iter()
            .filter_map(|one| Some((one.at(first)?, one.at(second)?)));
        let (pre, post): (Vec<f64>, Vec<f64>) = pairs.unzip();
        let has = |occasion| {
            there
                .iter()
                .filter(|one| one.at(occasion).is_some())
                .count() as u32
        };
        let flow = Flow {
            seats: people.len() as u32,
            attended: there.len() as u32,
            first: has(first),
            second: has(second),
            both: pre.len() as u32,
        };
        let mut result = Self::empty(Status::Suppressed, flow);
        if flow.both >= policy.min_group {
            result.estimate(&pre, &post, scale, policy);
            result.doubt(attendance_known, policy);
        }
        result
    }

    /// The same counts without figures.
    pub(crate) fn suppressed(self) -> Self {
        Self::empty(Status::Suppressed, self.flow)
    }

    fn empty(status: Status, flow: Flow) -> Self {
        Self {
            status,
            flow,
            summary: None,
            test: None,
            effect: None,
            gains: None,
            doubts: Vec::new(),
        }
    }

    fn estimate(
        &mut self,
        pre: &[f64],
        post: &[f64],
        scale: Option<Scale>,
        policy: &EvaluationPolicy,
    ) {
        self.summary = paired::summary(pre, post).ok();
        self.gains = scale.and_then(|scale| gain::normalized(pre, post, scale).ok());
        self.effect = effect::paired(pre, post, policy.level).ok();
        self.status = match paired::t_test(pre, post, &TestOptions::default().level(policy.level)) {
            Ok(test) => {
                self.test = Some(test);
                Status::Estimated
            }
            Err(StatsError::NoVariation { .. }) => Status::AllEqual,
            Err(StatsError::TooFew { .. }) => Status::TooFew,
            Err(_) => Status::Undefined,
        };
    }

    fn doubt(&mut self, attendance_known: bool, policy: &EvaluationPolicy) {
        let pairs = self.flow.both;
        let mut doubts = Vec::new();
        if pairs < policy.few_pairs {
            doubts.push(Doubt::FewPairs { pairs });
        }
        let attrition = self
            .flow
            .attrition()
            .filter(|share| *share >= policy.attrition_share);
        doubts.extend(attrition.map(|share| Doubt::Attrition { share }));
        if let Some(gains) = &self.gains {
            let (ceiling, floor) = (gains.ceiling_post, gains.floor_pre);
            let many = |share: &f64| *share >= policy.bound_share && *share > 0.0;
            doubts.extend(
                Some(ceiling)
                    .filter(many)
                    .map(|share| Doubt::Ceiling { share }),
            );
            doubts.extend(Some(floor).filter(many).map(|share| Doubt::Floor { share }));
        }
        if !attendance_known {
            doubts.push(Doubt::AttendanceUnknown);
        }
        doubts.push(Doubt::NoComparison);
        self.doubts = doubts;
    }
}
