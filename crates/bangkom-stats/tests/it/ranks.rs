//! Rank tests: published examples, enumeration, bad input, medians of pairs.

use bangkom_stats::ranks::{
    RankSumOptions, SignedRankOptions, ZeroMethod, rank_sum, sign_test, signed_rank,
    signed_rank_cdf,
};
use bangkom_stats::{Alternative, StatsError, Warning};
use proptest::prelude::*;

use crate::random::{close, normals};

/// Hollander and Wolfe (1973), depression scales before and after; R's `example(wilcox.test)`.
#[test]
#[expect(clippy::approx_constant, reason = "3.14 is a score")]
fn hollander_and_wolfe_paired() {
    let first = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30];
    let second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
    let options = SignedRankOptions::default().alternative(Alternative::Greater);
    let test = signed_rank(&second, &first, &options).expect("a test");
    assert_eq!(test.w_plus, 40.0);
    assert!((test.p - 0.019_531_25).abs() < 1e-12);
}

/// Hollander and Wolfe (1973), permeability of membranes; R's `example(wilcox.test)`.
#[test]
fn hollander_and_wolfe_two_samples() {
    let term = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    let early = [1.15, 0.88, 0.90, 0.74, 1.21];
    let options = RankSumOptions::default().alternative(Alternative::Greater);
    let test = rank_sum(&early, &term, &options).expect("a test");
    assert_eq!(test.u, 35.0);
    assert!((test.p - 0.127_206_1).abs() < 5e-8);
    // R: conf.int = TRUE, two-sided.
    assert!((test.shift - 0.305).abs() < 1e-9);
    assert!((test.shift_ci.low - -0.15).abs() < 1e-9 && (test.shift_ci.high - 0.76).abs() < 1e-9);
}

#[test]
fn what_has_no_ranks_has_no_p() {
    let constant = StatsError::NoVariation {
        what: "differences",
    };
    let options = SignedRankOptions::default();
    assert_eq!(
        signed_rank(&[5.0, 6.0], &[5.0, 6.0], &options),
        Err(constant.clone())
    );
    assert_eq!(
        sign_test(&[5.0], &[5.0], Alternative::TwoSided),
        Err(constant)
    );
    let empty = Err(StatsError::TooFew { needed: 1, got: 0 });
    assert_eq!(signed_rank(&[], &[], &options), empty);
    assert_eq!(signed_rank(&[f64::NAN], &[1.0], &options), empty);
    let tied = StatsError::NoVariation { what: "values" };
    assert_eq!(
        rank_sum(&[0.0, -0.0], &[0.0], &RankSumOptions::default()),
        Err(tied)
    );
    let bad = signed_rank(&[1.0], &[2.0], &options.resolution(0.0));
    assert!(matches!(bad, Err(StatsError::OutOfRange { .. })));
    assert!(signed_rank_cdf(1, 1_001).is_err());
}

#[test]
fn one_pair_is_as_certain_as_a_coin() {
    let test = signed_rank(&[1.0], &[2.0], &SignedRankOptions::default()).expect("a test");
    assert_eq!(
        (test.p, test.hodges_lehmann, test.hodges_lehmann_level),
        (1.0, 1.0, 0.0)
    );
    let test = sign_test(&[1.0], &[2.0], Alternative::Greater).expect("a test");
    assert!((test.p() - 0.5).abs() < 1e-15);
}

#[test]
fn decimal_steps_tie_only_when_asked() {
    // 1.3 - 0.6 and 0.7 - 0 are one difference on paper and two in binary.
    let (pre, post) = ([0.6, 0.0, 5.0, 7.0], [1.3, 0.7, 7.0, 6.0]);
    let exact = signed_rank(&pre, &post, &SignedRankOptions::default()).expect("a test");
    let paper = SignedRankOptions::default().resolution(0.1);
    let paper = signed_rank(&pre, &post, &paper).expect("a test");
    assert!(exact.basis.warnings.is_empty());
    assert_eq!(paper.basis.warnings, [Warning::Ties { groups: 1 }]);
}

#[test]
fn many_values_fall_back_to_the_normal_distribution() {
    let post: Vec<f64> = normals(31, 0, 30_000).iter().map(|x| x + 0.05).collect();
    let pre = vec![0.0; post.len()];
    let test = signed_rank(&pre, &post, &SignedRankOptions::default()).expect("a test");
    assert_eq!(test.basis.warnings, [Warning::NormalApproximation]);
    assert!(test.exact.is_none() && test.p > 0.0 && test.p < 1e-6);
    assert!(test.hodges_lehmann_ci.contains(test.hodges_lehmann));
    assert!((test.hodges_lehmann - 0.05).abs() < 0.03);
    let sums =
        rank_sum(&normals(32, 0, 30_000), &post, &RankSumOptions::default()).expect("a test");
    assert!(sums.exact.is_none() && sums.shift_ci.contains(0.05));
}

#[test]
fn the_normal_tail_agrees_with_the_exact_one_for_many_values() {
    let post: Vec<f64> = normals(33, 0, 180).iter().map(|x| x + 0.1).collect();
    let pre = vec![0.0; post.len()];
    let exact = signed_rank(&pre, &post, &SignedRankOptions::default()).expect("a test");
    let normal = SignedRankOptions::default().exact_up_to(0);
    let normal = signed_rank(&pre, &post, &normal).expect("a test");
    assert!((exact.p / normal.p - 1.0).abs() < 0.02);
    let (a, b) = (exact.hodges_lehmann_ci, normal.hodges_lehmann_ci);
    assert!((a.low - b.low).abs() < 0.01 && (a.high - b.high).abs() < 0.01);
}

#[test]
fn location_intervals_cover_at_least_as_often_as_they_say() {
    let (mut paired, mut shift) = (0, 0);
    for run in 0..400 {
        let (first, second) = (normals(34, run, 9), normals(35, run, 7));
        let test = signed_rank(&[0.0; 9], &first, &SignedRankOptions::default()).expect("a test");
        assert!(test.hodges_lehmann_level >= 0.95);
        paired += u32::from(test.hodges_lehmann_ci.contains(0.0));
        let test = rank_sum(&first, &second, &RankSumOptions::default()).expect("a test");
        shift += u32::from(test.shift_ci.contains(0.0));
    }
    assert!(paired > 360 && shift > 360, "{paired} {shift}");
}

/// Two-sided, greater, less: shares of all sign patterns of the midranks, by listing them.
fn enumerate_signs(pre: &[f64], post: &[f64], zeros: ZeroMethod) -> Option<[f64; 3]> {
    let mut d: Vec<f64> = pre.iter().zip(post).map(|(a, b)| b - a).collect();
    if zeros == ZeroMethod::Wilcoxon {
        d.retain(|d| *d != 0.0);
    }
    let rank = |x: &f64| {
        let below = d.iter().filter(|y| y.abs() < x.abs()).count() as f64;
        let equal = d.iter().filter(|y| y.abs() == x.abs()).count() as f64;
        below + f64::midpoint(equal, 1.0)
    };
    let ranks: Vec<f64> = d.iter().filter(|d| **d != 0.0).map(rank).collect();
    let signed: Vec<f64> = d.iter().copied().filter(|d| *d != 0.0).collect();
    let observed: f64 = ranks
        .iter()
        .zip(&signed)
        .filter(|(_, d)| **d > 0.0)
        .map(|(r, _)| r)
        .sum();
    let patterns = 1_u32 << ranks.len();
    let sum = |pattern: u32| -> f64 {
        let chosen = ranks
            .iter()
            .enumerate()
            .filter(|(i, _)| pattern >> i & 1 == 1);
        chosen.map(|(_, rank)| rank).sum()
    };
    let share = |keep: &dyn Fn(f64) -> bool| {
        (0..patterns).filter(|p| keep(sum(*p))).count() as f64 / f64::from(patterns)
    };
    let (greater, less) = (share(&|w| w >= observed), share(&|w| w <= observed));
    (!ranks.is_empty()).then(|| [(2.0 * greater.min(less)).min(1.0), greater, less])
}

/// The same over all splits of both samples.
fn enumerate_splits(first: &[f64], second: &[f64]) -> [f64; 3] {
    let all: Vec<f64> = first.iter().chain(second).copied().collect();
    let u = |chosen: u32| -> f64 {
        let (mut u, n) = (0.0, all.len());
        for i in (0..n).filter(|i| chosen >> i & 1 == 1) {
            for j in (0..n).filter(|j| chosen >> j & 1 == 0) {
                u += f64::from(u8::from(all[i] > all[j]))
                    + 0.5 * f64::from(u8::from(all[i] == all[j]));
            }
        }
        u
    };
    let observed = u(((1 << second.len()) - 1) << first.len());
    let splits = (0..1_u32 << all.len()).filter(|s| s.count_ones() as usize == second.len());
    let values: Vec<f64> = splits.map(u).collect();
    let share = |keep: &dyn Fn(f64) -> bool| {
        values.iter().filter(|u| keep(**u)).count() as f64 / values.len() as f64
    };
    let (greater, less) = (share(&|u| u >= observed), share(&|u| u <= observed));
    [(2.0 * greater.min(less)).min(1.0), greater, less]
}

fn small(
    range: std::ops::Range<u8>,
    sizes: std::ops::Range<usize>,
) -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(range.prop_map(f64::from), sizes)
}

proptest! {
    #[test]
    fn signed_rank_counts_what_listing_lists(
        post in small(0..9, 1..10), pratt in any::<bool>(),
    ) {
        let pre = vec![4.0; post.len()];
        let zeros = if pratt { ZeroMethod::Pratt } else { ZeroMethod::Wilcoxon };
        let options = SignedRankOptions::default().zeros(zeros);
        match (signed_rank(&pre, &post, &options), enumerate_signs(&pre, &post, zeros)) {
            (Ok(test), Some(listed)) => {
                let p = test.exact.expect("exact");
                for (a, b) in [p.p_two, p.p_greater, p.p_less].into_iter().zip(listed) {
                    prop_assert!(close(a, b, 1e-13), "{a} {b}");
                }
                prop_assert_eq!(p.p_two, p.p_symmetric);
            }
            (result, listed) => prop_assert!(result.is_err() && listed.is_none()),
        }
    }

    #[test]
    fn rank_sum_counts_what_listing_lists(first in small(0..6, 1..6), second in small(0..6, 1..6)) {
        let listed = enumerate_splits(&first, &second);
        if let Ok(test) = rank_sum(&first, &second, &RankSumOptions::default()) {
            let p = test.exact.expect("exact");
            for (a, b) in [p.p_two, p.p_greater, p.p_less].into_iter().zip(listed) {
                prop_assert!(close(a, b, 1e-13), "{a} {b}");
            }
        } else {
            prop_assert_eq!(listed, [1.0, 1.0, 1.0]);
        }
    }

    #[test]
    fn locations_are_the_medians_of_all_pairs(
        x in prop::collection::vec(-9.0..9.0_f64, 1..30), y in prop::collection::vec(-9.0..9.0_f64, 1..30),
    ) {
        let median = |mut values: Vec<f64>| {
            values.sort_by(f64::total_cmp);
            let n = values.len();
            f64::midpoint(values[(n - 1) / 2], values[n / 2])
        };
        let means = (0..x.len()).flat_map(|i| (i..x.len()).map(move |j| (i, j)));
        let means = means.map(|(i, j)| f64::midpoint(x[i], x[j])).collect();
        let test = signed_rank(&vec![0.0; x.len()], &x, &SignedRankOptions::default()).expect("test");
        prop_assert!(close(test.hodges_lehmann, median(means), 1e-12));
        let shifts = x.iter().flat_map(|a| y.iter().map(move |b| b - a)).collect();
        let test = rank_sum(&x, &y, &RankSumOptions::default()).expect("test");
        prop_assert!(close(test.shift, median(shifts), 1e-12));
    }

    #[test]
    fn turning_the_sign_turns_the_test(post in small(0..30, 2..60)) {
        let pre = vec![11.0; post.len()];
        let options = SignedRankOptions::default();
        if let (Ok(there), Ok(back)) = (signed_rank(&pre, &post, &options), signed_rank(&post, &pre, &options)) {
            prop_assert_eq!((there.w_plus, there.p), (back.w_minus, back.p));
            prop_assert_eq!(there.hodges_lehmann, -back.hodges_lehmann);
            prop_assert_eq!(there.hodges_lehmann_ci.low, -back.hodges_lehmann_ci.high);
            let (a, b) = (there.exact.expect("exact"), back.exact.expect("exact"));
            prop_assert_eq!((a.p_greater, a.p_less), (b.p_less, b.p_greater));
        }
    }
}
