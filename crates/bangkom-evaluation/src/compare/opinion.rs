use bangkom_stats::Alternative;
use bangkom_stats::ConfidenceLevel;
use bangkom_stats::permutation::{SignFlipOptions, sign_flip};
use bangkom_stats::ranks::{RankSumOptions, rank_sum, sign_test};

use super::advise::{difference, ranked};
use super::complete::Complete;
use super::second_opinion::{Asked, least_of_signs, least_of_splits};
use super::{Estimate, MethodChoice, NoOpinion, SecondOpinion, Status};

/// Up to how many people methods that hold everybody at once are asked.
pub(crate) const HELD_WHOLE: usize = 200_000;

/// Up to how many people patterns of signs are drawn.
const DRAWN: usize = 2_000;

/// What sturdier methods say, where they can be asked.
pub(super) fn opinions(
    method: MethodChoice,
    estimate: Option<&Estimate>,
    own: &Complete,
    other: Option<&Complete>,
    level: ConfidenceLevel,
) -> Vec<SecondOpinion> {
    if too_many(own, other) {
        return Vec::new();
    }
    let asked = match (method, other) {
        (MethodChoice::Ancova, Some(other)) => {
            let gains = difference(other, own, level).ok();
            let gains = gains.map(|it| Asked::new("pre_post_control", it.did, it.welch.p_two));
            vec![gains, ranks_of_changes(other, own, level)]
        }
        (MethodChoice::DifferenceInDifferences, Some(other)) => {
            vec![
                ranks_of_changes(other, own, level),
                at_same_start(other, own, level),
            ]
        }
        (MethodChoice::ClusteredDifference, Some(other)) => vec![
            ranks_of_groups(other, own, level),
            at_same_start(other, own, level),
        ],
        (MethodChoice::ClusteredMean, _) => vec![flips_of_groups(own)],
        (MethodChoice::SignedRank | MethodChoice::McNemar, _) => vec![signs(own)],
        _ => vec![ranks(own, level), flips(own)],
    };
    let side = estimate.map(|it| it.side(level));
    let asked = asked.into_iter().flatten();
    asked.map(|asked| asked.beside(side, level)).collect()
}

/// Why no sturdier method was asked, or none could answer.
pub(super) fn silence(
    status: Status,
    estimate: Option<&Estimate>,
    own: &Complete,
    other: Option<&Complete>,
) -> NoOpinion {
    match (status, estimate) {
        (Status::AllEqual, None) => NoOpinion::AllAlike,
        (_, None) => NoOpinion::NoFigure,
        _ if too_many(own, other) => NoOpinion::TooMany,
        _ => NoOpinion::TooFew,
    }
}

fn too_many(own: &Complete, other: Option<&Complete>) -> bool {
    own.len() > HELD_WHOLE || other.is_some_and(|other| other.len() > HELD_WHOLE)
}

fn ranks(own: &Complete, level: ConfidenceLevel) -> Option<Asked> {
    let it = ranked(own, level).ok()?;
    let asked = Asked::new("signed_rank", it.hodges_lehmann, it.p);
    Some(asked.least(least_of_signs(own.len())))
}

fn flips(own: &Complete) -> Option<Asked> {
    if own.len() > DRAWN {
        return None;
    }
    let it = sign_flip(&own.first, &own.second, &SignFlipOptions::default()).ok()?;
    let mean = it.sum_diff / own.len() as f64;
    let asked = Asked::new("sign_flip", mean, it.p_two);
    Some(asked.least(least_of_signs(own.len())))
}

fn flips_of_groups(own: &Complete) -> Option<Asked> {
    let means = own.group_means();
    let zeros = vec![0.0; means.len()];
    let it = sign_flip(&zeros, &means, &SignFlipOptions::default()).ok()?;
    let mean = it.sum_diff / means.len() as f64;
    let asked = Asked::new("sign_flip of agencies", mean, it.p_two);
    Some(asked.least(least_of_signs(means.len())))
}

fn signs(own: &Complete) -> Option<Asked> {
    let it = sign_test(&own.first, &own.second, Alternative::TwoSided).ok()?;
    let lean = it.n_plus as f64 - it.n_minus as f64;
    let asked = Asked::new("sign_test", lean / own.len() as f64, it.p_two);
    Some(asked.least(least_of_signs(own.len())))
}

fn ranks_of_changes(other: &Complete, own: &Complete, level: ConfidenceLevel) -> Option<Asked> {
    let options = RankSumOptions::default().level(level);
    let it = rank_sum(&other.change, &own.change, &options).ok()?;
    Some(Asked::new("rank_sum of changes", it.shift, it.p))
}

fn ranks_of_groups(other: &Complete, own: &Complete, level: ConfidenceLevel) -> Option<Asked> {
    let (others, owns) = (other.group_means(), own.group_means());
    let options = RankSumOptions::default().level(level);
    let it = rank_sum(&others, &owns, &options).ok()?;
    let asked = Asked::new("rank_sum of agencies", it.shift, it.p);
    Some(asked.least(least_of_splits(others.len(), owns.len())))
}

fn at_same_start(other: &Complete, own: &Complete, level: ConfidenceLevel) -> Option<Asked> {
    let it = super::advise::adjusted(other, own, level).ok()?;
    let program = it.coefficients.get(1)?;
    let finite = program.estimate.is_finite() && program.p.is_finite();
    finite.then_some(Asked::new("ancova", program.estimate, program.p))
}
