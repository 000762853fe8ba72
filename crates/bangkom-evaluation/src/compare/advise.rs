use bangkom_domain::results::Assignment;
use bangkom_stats::counts::mcnemar;
use bangkom_stats::gain::{PrePostControl, pre_post_control};
use bangkom_stats::paired::{self, PairedT};
use bangkom_stats::ranks::{SignedRank, SignedRankOptions, ZeroMethod, signed_rank};
use bangkom_stats::regression::{
    Ancova, ClusterCorrection, Coefficient, LinearModel, ancova, intercept,
};
use bangkom_stats::{ConfidenceLevel, StatsError, TestOptions};

use super::complete::Complete;
use super::{Advice, Because, Design, Estimate, MethodChoice, Scale};

/// Up to how many steps of a scale ranks say more than means.
const FEW_STEPS: u32 = 7;

/// The method that the design asks for, with its reasons and what it says.
pub(super) fn advise(
    own: &Complete,
    other: Option<&Complete>,
    scale: Option<Scale>,
    design: &Design,
    level: ConfidenceLevel,
) -> Advice {
    let (method, because) = choose(own, other, scale, design);
    let estimate = match (method, other) {
        (MethodChoice::Ancova, Some(other)) => adjusted(other, own, level)
            .ok()
            .and_then(|result| result.coefficients.get(1).and_then(coefficient)),
        (MethodChoice::DifferenceInDifferences, Some(other)) => {
            difference(other, own, level).ok().map(|did| Estimate {
                value: did.did,
                interval: did.ci,
                p: did.welch.p_two,
            })
        }
        (MethodChoice::ClusteredDifference, Some(other)) => clustered_difference(other, own, level)
            .ok()
            .and_then(|it| coefficient(&it)),
        (MethodChoice::ClusteredMean, _) => clustered_mean(own, level)
            .ok()
            .and_then(|it| coefficient(&it)),
        (MethodChoice::SignedRank, _) => ranked(own, level).ok().map(|ranks| Estimate {
            value: ranks.hodges_lehmann,
            interval: ranks.hodges_lehmann_ci,
            p: ranks.p,
        }),
        (MethodChoice::McNemar, _) => yes_or_no(own, scale, level),
        _ => t_test(own, level).ok().map(|test| Estimate {
            value: test.mean_diff,
            interval: test.ci,
            p: test.p_two,
        }),
    };
    Advice {
        method,
        because,
        estimate,
    }
}

fn choose(
    own: &Complete,
    other: Option<&Complete>,
    scale: Option<Scale>,
    design: &Design,
) -> (MethodChoice, Vec<Because>) {
    let agencies = |n: usize| Because::Agencies { agencies: n as u32 };
    let own_groups = own.n_groups();
    if let Some(other) = other.filter(|other| other.len() >= 2) {
        if design.assignment == Some(Assignment::Lot) {
            return (MethodChoice::Ancova, vec![Because::ByLot]);
        }
        let all = own_groups + other.n_groups();
        let clustered = own_groups > 1 && other.n_groups() > 1 && all < own.len() + other.len();
        return if clustered {
            let because = vec![Because::ExistingGroup, agencies(all)];
            (MethodChoice::ClusteredDifference, because)
        } else {
            let because = vec![Because::ExistingGroup];
            (MethodChoice::DifferenceInDifferences, because)
        };
    }
    match scale.and_then(|scale| steps(own, scale)) {
        Some(2) => (MethodChoice::McNemar, vec![Because::YesOrNo]),
        _ if own_groups > 1 && own_groups < own.len() => {
            (MethodChoice::ClusteredMean, vec![agencies(own_groups)])
        }
        Some(steps) => (
            MethodChoice::SignedRank,
            vec![Because::PairsOnly, Because::FewSteps { steps }],
        ),
        None => (MethodChoice::PairedT, vec![Because::PairsOnly]),
    }
}

/// The steps of a scale of few whole steps, all scores on them.
fn steps(own: &Complete, scale: Scale) -> Option<u32> {
    let steps = scale.high() - scale.low() + 1.0;
    let on_steps = |score: &f64| (score - scale.low()).fract() == 0.0;
    let whole = own.first.iter().chain(&own.second).all(on_steps);
    (whole && steps.fract() == 0.0 && steps <= f64::from(FEW_STEPS)).then_some(steps as u32)
}

/// A coefficient as an estimate; none where it is not a number.
fn coefficient(it: &Coefficient) -> Option<Estimate> {
    let finite = it.estimate.is_finite() && it.ci.low.is_finite() && it.ci.high.is_finite();
    finite.then_some(Estimate {
        value: it.estimate,
        interval: it.ci,
        p: it.p,
    })
}

pub(super) fn t_test(own: &Complete, level: ConfidenceLevel) -> Result<PairedT, StatsError> {
    let options = TestOptions::default().level(level);
    paired::t_test(&own.first, &own.second, &options)
}

pub(super) fn ranked(own: &Complete, level: ConfidenceLevel) -> Result<SignedRank, StatsError> {
    let options = SignedRankOptions::default()
        .zeros(ZeroMethod::Pratt)
        .level(level);
    signed_rank(&own.first, &own.second, &options)
}

/// The mean change with errors clustered by agency.
pub(super) fn clustered_mean(
    own: &Complete,
    level: ConfidenceLevel,
) -> Result<Coefficient, StatsError> {
    let model = LinearModel::fit(&[&intercept(own.len())], &own.change)?;
    model
        .clustered(&own.groups, ClusterCorrection::Cr2)?
        .contrast(&[1.0], level)
}

/// The change beyond that of the others, errors clustered by agency.
fn clustered_difference(
    other: &Complete,
    own: &Complete,
    level: ConfidenceLevel,
) -> Result<Coefficient, StatsError> {
    let change: Vec<f64> = other.change.iter().chain(&own.change).copied().collect();
    let treated: Vec<f64> = std::iter::repeat_n(0.0, other.len())
        .chain(std::iter::repeat_n(1.0, own.len()))
        .collect();
    let groups: Vec<u32> = other.groups.iter().chain(&own.groups).copied().collect();
    let model = LinearModel::fit(&[&intercept(change.len()), &treated], &change)?;
    model
        .clustered(&groups, ClusterCorrection::Cr2)?
        .contrast(&[0.0, 1.0], level)
}

/// The change beyond that of the others.
pub(super) fn difference(
    other: &Complete,
    own: &Complete,
    level: ConfidenceLevel,
) -> Result<PrePostControl, StatsError> {
    let options = TestOptions::default().level(level);
    pre_post_control(
        (&other.first, &other.second),
        (&own.first, &own.second),
        &options,
    )
}

/// Adjusted means at the same start, the others first.
pub(super) fn adjusted(
    other: &Complete,
    own: &Complete,
    level: ConfidenceLevel,
) -> Result<Ancova, StatsError> {
    let join = |a: &[f64], b: &[f64]| [a, b].concat();
    let groups: Vec<bool> = std::iter::repeat_n(false, other.len())
        .chain(std::iter::repeat_n(true, own.len()))
        .collect();
    ancova(
        &join(&other.first, &own.first),
        &join(&other.second, &own.second),
        &groups,
        level,
    )
}

/// The change of the share that is at the upper end.
fn yes_or_no(own: &Complete, scale: Option<Scale>, level: ConfidenceLevel) -> Option<Estimate> {
    let high = scale?.high();
    let turn = |scores: &[f64]| -> Vec<f64> {
        let yes = scores
            .iter()
            .map(|score| f64::from(u8::from(*score == high)));
        yes.collect()
    };
    let result = mcnemar(&turn(&own.first), &turn(&own.second), level).ok()?;
    Some(Estimate {
        value: result.difference,
        interval: result.interval,
        p: result.discordance.map_or(1.0, |tests| tests.p_exact),
    })
}
