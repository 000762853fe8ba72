use bangkom_stats::permutation::{SignFlipOptions, sign_flip};
use bangkom_stats::ranks::{RankSumOptions, rank_sum, sign_test};
use bangkom_stats::{Alternative, ConfidenceLevel};

use super::advise::{difference, ranked};
use super::choice::side;
use super::complete::Complete;
use super::{Estimate, MethodChoice, SecondOpinion};

/// Up to how many people methods that hold everybody at once are asked.
const HELD_WHOLE: usize = 200_000;

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
    if own.len() > HELD_WHOLE || other.is_some_and(|other| other.len() > HELD_WHOLE) {
        return Vec::new();
    }
    let asked = match (method, other) {
        (MethodChoice::Ancova, Some(other)) => {
            let gains = difference(other, own, level).ok();
            let gains = gains.map(|it| ("pre_post_control", Some(it.did), it.welch.p_two, 0.0));
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
    let opinion = |(method, value, p, least): Asked| SecondOpinion {
        method: method.to_owned(),
        estimate: value,
        p,
        agrees: estimate
            .filter(|_| least <= level.alpha())
            .map(|it| side(value.unwrap_or(it.value), p, level) == it.side(level)),
    };
    asked.into_iter().flatten().map(opinion).collect()
}

/// A method, its estimate, its p-value and the least p-value that it can have.
type Asked = (&'static str, Option<f64>, f64, f64);

/// The least two-sided p-value of `n` signs.
fn least(n: usize) -> f64 {
    0.5_f64.powi(i32::try_from(n).unwrap_or(i32::MAX).saturating_sub(1))
}

fn ranks(own: &Complete, level: ConfidenceLevel) -> Option<Asked> {
    let it = ranked(own, level).ok()?;
    Some((
        "signed_rank",
        Some(it.hodges_lehmann),
        it.p,
        least(own.len()),
    ))
}

fn flips(own: &Complete) -> Option<Asked> {
    if own.len() > DRAWN {
        return None;
    }
    let it = sign_flip(&own.first, &own.second, &SignFlipOptions::default()).ok()?;
    let mean = it.sum_diff / own.len() as f64;
    Some(("sign_flip", Some(mean), it.p_two, least(own.len())))
}

fn flips_of_groups(own: &Complete) -> Option<Asked> {
    let means = own.group_means();
    let zeros = vec![0.0; means.len()];
    let it = sign_flip(&zeros, &means, &SignFlipOptions::default()).ok()?;
    let mean = it.sum_diff / means.len() as f64;
    Some((
        "sign_flip of agencies",
        Some(mean),
        it.p_two,
        least(means.len()),
    ))
}

fn signs(own: &Complete) -> Option<Asked> {
    let it = sign_test(&own.first, &own.second, Alternative::TwoSided).ok()?;
    let lean = it.n_plus as f64 - it.n_minus as f64;
    Some((
        "sign_test",
        Some(lean / own.len() as f64),
        it.p_two,
        least(own.len()),
    ))
}

fn ranks_of_changes(other: &Complete, own: &Complete, level: ConfidenceLevel) -> Option<Asked> {
    let options = RankSumOptions::default().level(level);
    let it = rank_sum(&other.change, &own.change, &options).ok()?;
    Some(("rank_sum of changes", Some(it.shift), it.p, 0.0))
}

fn ranks_of_groups(other: &Complete, own: &Complete, level: ConfidenceLevel) -> Option<Asked> {
    let (others, owns) = (other.group_means(), own.group_means());
    let options = RankSumOptions::default().level(level);
    let it = rank_sum(&others, &owns, &options).ok()?;
    let (a, b) = (others.len() as f64, owns.len() as f64);
    // The least p-value of a rank sum: two of all splits of the groups.
    let splits = (1..=others.len()).fold(1.0, |all, k| all * (b + k as f64) / k as f64);
    let least = if a > 0.0 { 2.0 / splits } else { 1.0 };
    Some(("rank_sum of agencies", Some(it.shift), it.p, least))
}

fn at_same_start(other: &Complete, own: &Complete, level: ConfidenceLevel) -> Option<Asked> {
    let it = super::advise::adjusted(other, own, level).ok()?;
    let program = it.coefficients.get(1)?;
    let finite = program.estimate.is_finite() && program.p.is_finite();
    finite.then_some(("ancova", Some(program.estimate), program.p, 0.0))
}
