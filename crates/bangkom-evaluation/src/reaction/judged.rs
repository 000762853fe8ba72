use bangkom_stats::ranks::{SignedRankOptions, ZeroMethod, signed_rank};
use bangkom_stats::{ConfidenceLevel, Interval};

use crate::compare::{
    Asked, Assumed, Assumption, AssumptionState, Doubt, HELD_WHOLE, Scale, SecondOpinion,
    least_of_signs, side_of,
};
use crate::policy::EvaluationPolicy;

/// The middle of a scale.
pub(super) fn middle(scale: Scale) -> f64 {
    f64::midpoint(scale.low(), scale.high())
}

/// Whether ranks lie on the same side of the middle as the interval of the mean does.
pub(super) fn opinion(
    scores: &[f64],
    middle: f64,
    interval: Option<Interval>,
    level: ConfidenceLevel,
) -> Option<SecondOpinion> {
    if scores.len() > HELD_WHOLE {
        return None;
    }
    let middles = vec![middle; scores.len()];
    let options = SignedRankOptions::default()
        .zeros(ZeroMethod::Pratt)
        .level(level);
    let ranks = signed_rank(&middles, scores, &options).ok()?;
    let above = ranks.hodges_lehmann;
    let asked = Asked::new("signed_rank around the middle of the scale", above, ranks.p)
        .shown_as(Some(middle + above))
        .least(least_of_signs(scores.len()));
    Some(asked.beside(interval.map(|it| side_of(it, middle)), level))
}

/// What a mean of answers takes for granted.
pub(super) fn assumptions(scores: &[f64], response: Option<f64>) -> Vec<Assumption> {
    let respondents = Assumption {
        figure: response,
        state: match response {
            Some(share) if share >= 1.0 => AssumptionState::Holds,
            _ => AssumptionState::Unknown,
        },
        what: Assumed::AlikeRespondents,
    };
    vec![
        Assumption::unknown(Assumed::Independence),
        Assumption::modest_skew(scores),
        respondents,
    ]
}

/// What a reader of a mean of answers should know.
pub(super) fn doubts(
    scores: &[f64],
    scale: Scale,
    response: Option<f64>,
    attendance_known: bool,
    policy: &EvaluationPolicy,
) -> Vec<Doubt> {
    let answers = scores.len() as u32;
    let few = (answers < policy.few_pairs).then_some(Doubt::FewAnswers { answers });
    let silent = response.map(|share| 1.0 - share);
    let silent = silent.filter(|share| *share >= policy.attrition_share);
    let at = |end: f64| {
        let there = scores.iter().filter(|score| **score == end).count();
        let share = there as f64 / scores.len() as f64;
        (there > 0 && share >= policy.bound_share).then_some(share)
    };
    let unknown = (!attendance_known).then_some(Doubt::AttendanceUnknown);
    let all = few
        .into_iter()
        .chain(silent.map(|share| Doubt::Unanswered { share }))
        .chain(at(scale.high()).map(|share| Doubt::Ceiling { share }))
        .chain(at(scale.low()).map(|share| Doubt::Floor { share }))
        .chain(unknown);
    all.collect()
}
