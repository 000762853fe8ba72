//! Paired and two-sample means: bad input, invariance, coverage, grouped summaries.

use bangkom_stats::distributions::student_t;
use bangkom_stats::paired::{self, PairAccumulator};
use bangkom_stats::ranks::{self, RankSumOptions, SignedRankOptions};
use bangkom_stats::two_sample::{self, EquivalenceDecision, EquivalenceOptions};
use bangkom_stats::{Alternative, ConfidenceLevel, Moments, StatsError, TestOptions, Warning};
use proptest::prelude::*;

use crate::random::{close, normals};

const CONSTANT: StatsError = StatsError::NoVariation {
    what: "differences",
};

fn t_test(pre: &[f64], post: &[f64]) -> Result<paired::PairedT, StatsError> {
    paired::t_test(pre, post, &TestOptions::default())
}

#[test]
fn too_few_pairs_are_refused() {
    let too_few = |got| Err(StatsError::TooFew { needed: 2, got });
    assert_eq!(t_test(&[], &[]), too_few(0));
    assert_eq!(t_test(&[1.0], &[2.0]), too_few(1));
    assert_eq!(t_test(&[1.0, f64::NAN], &[2.0, 4.0]), too_few(1));
}

#[test]
fn unequal_lengths_are_refused() {
    let error = StatsError::LengthMismatch {
        first: 2,
        second: 3,
    };
    assert_eq!(t_test(&[1.0, 2.0], &[1.0, 2.0, 3.0]), Err(error));
}

#[test]
fn infinite_scores_are_refused_with_their_place() {
    let not_finite = |argument, index| Err(StatsError::NotFinite { argument, index });
    let post = [1.0, 2.0, f64::NEG_INFINITY];
    assert_eq!(
        t_test(&[1.0, f64::INFINITY, 3.0], &[1.0; 3]),
        not_finite("pre", 1)
    );
    assert_eq!(t_test(&[1.0; 3], &post), not_finite("post", 2));
    assert_eq!(
        t_test(&[1.0, -1e308], &[2.0, 1e308]),
        not_finite("post - pre", 1)
    );
}

#[test]
fn constant_differences_have_no_p() {
    assert_eq!(t_test(&[5.0; 4], &[5.0; 4]), Err(CONSTANT));
    assert_eq!(t_test(&[5.0, 6.0, 7.0], &[7.0, 8.0, 9.0]), Err(CONSTANT));
    // In binary these differences are not quite equal.
    let (pre, post) = ([0.1, 0.2, 0.3, 1.1], [0.4, 0.5, 0.6, 1.4]);
    assert_eq!(t_test(&pre, &post), Err(CONSTANT));
    assert_eq!(paired::summary(&pre, &post).expect("pairs").sd_diff, 0.0);
}

#[test]
fn missing_sides_are_dropped_and_said() {
    let pre = [1.0, f64::NAN, 3.0, 5.0, 2.0];
    let post = [2.0, 4.0, 6.0, f64::NAN, 2.0];
    let test = t_test(&pre, &post).expect("a test");
    let whole = t_test(&[1.0, 3.0, 2.0], &[2.0, 6.0, 2.0]).expect("a test");
    assert_eq!(
        (test.basis.n_input, test.basis.n_used, test.basis.n_missing),
        (5, 3, 2)
    );
    assert_eq!(test.basis.warnings, [Warning::MissingDropped { count: 2 }]);
    assert_eq!((test.t, test.p_two), (whole.t, whole.p_two));
}

#[test]
fn one_sided_intervals_are_open() {
    let (pre, post) = ([1.0, 2.0, 4.0, 3.0], [2.0, 4.0, 4.5, 5.0]);
    let with = |alternative| {
        let options = TestOptions::default().alternative(alternative);
        paired::t_test(&pre, &post, &options).expect("a test")
    };
    let (two, greater, less) = (
        with(Alternative::TwoSided),
        with(Alternative::Greater),
        with(Alternative::Less),
    );
    assert_eq!(
        (greater.p(), less.p(), two.p()),
        (two.p_greater, two.p_less, two.p_two)
    );
    assert_eq!(
        (greater.ci.high, less.ci.low),
        (f64::INFINITY, f64::NEG_INFINITY)
    );
    assert!(greater.ci.low > two.ci.low && less.ci.high < two.ci.high);
    let text = serde_json::to_string(&greater).expect("JSON");
    assert_eq!(
        serde_json::from_str::<paired::PairedT>(&text).expect("a test"),
        greater
    );
}

/// Student (1908): hours of sleep gained with two drugs, as R prints them in `example(sleep)`.
#[test]
fn the_sleep_data() {
    let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    let pairs = t_test(&first, &second).expect("a test");
    assert!((pairs.t - 4.0621).abs() < 5e-5 && (pairs.p_two - 0.002_833).abs() < 5e-7);
    assert!(
        (pairs.ci.low - 0.700_114_2).abs() < 5e-8 && (pairs.ci.high - 2.459_885_8).abs() < 5e-8
    );
    let welch = two_sample::welch(&first, &second, &TestOptions::default()).expect("a test");
    assert!((welch.t - 1.8608).abs() < 5e-5 && (welch.df - 17.776).abs() < 5e-4);
    assert!((welch.p_two - 0.079_39).abs() < 5e-6);
}

#[test]
fn intervals_cover_as_often_as_they_say() {
    let runs = 2_000;
    let level = ConfidenceLevel::new(0.9).expect("a level");
    let options = TestOptions::default().level(level);
    let (mut paired_hits, mut welch_hits) = (0, 0);
    for run in 0..runs {
        let pre = normals(11, run, 8);
        let post: Vec<f64> = normals(12, run, 8).iter().map(|x| 3.0 * x + 1.0).collect();
        let test = paired::t_test(&pre, &post, &options).expect("a test");
        paired_hits += u32::from(test.ci.contains(1.0));
        let test = two_sample::welch(&pre, &post, &options).expect("a test");
        welch_hits += u32::from(test.ci.contains(1.0));
    }
    // Five standard errors of a share of 0.9.
    let (expected, slack) = (1_800.0, 5.0 * (2_000.0_f64 * 0.9 * 0.1).sqrt());
    assert!(
        (f64::from(paired_hits) - expected).abs() < slack,
        "{paired_hits}"
    );
    assert!(
        (f64::from(welch_hits) - expected).abs() < slack,
        "{welch_hits}"
    );
}

#[test]
fn equivalence_is_where_the_interval_lies_inside() {
    for run in 0..50 {
        let (pre, post) = (normals(13, run, 12), normals(14, run, 12));
        let region = EquivalenceOptions::new(-0.8, 0.8).expect("a region");
        for test in [
            paired::equivalence(&pre, &post, &region).expect("a test"),
            two_sample::equivalence(&pre, &post, &region).expect("a test"),
        ] {
            let inside = test.ci.low > -0.8 && test.ci.high < 0.8;
            assert_eq!(test.decision.is_equivalent(), inside);
            let (other, df) = ((test.mean_diff / test.se).abs(), test.df);
            let differs = student_t::two_sided(other, df).expect("a p-value") < 0.05;
            assert_eq!(
                test.decision == EquivalenceDecision::Equivalent,
                inside && !differs
            );
            assert_eq!(
                test.decision == EquivalenceDecision::Undecided,
                !inside && !differs
            );
            assert_eq!(test.p, test.p_low.max(test.p_high));
        }
    }
    assert!(EquivalenceOptions::new(1.0, 1.0).is_err());
    assert!(EquivalenceOptions::new(f64::NAN, 1.0).is_err());
    assert!(
        EquivalenceOptions::new(0.0, 1.0)
            .expect("a region")
            .alpha(0.5)
            .is_err()
    );
    let region = EquivalenceOptions::new(-1.0, 1.0).expect("a region");
    assert_eq!(
        paired::equivalence(&[1.0, 2.0], &[1.0, 2.0], &region),
        Err(CONSTANT)
    );
}

#[test]
fn two_constant_samples_have_no_p() {
    let error = StatsError::NoVariation {
        what: "values within the samples",
    };
    for test in [two_sample::welch, two_sample::student] {
        let result = test(&[1.0, 1.0], &[2.0, 2.0], &TestOptions::default());
        assert_eq!(result, Err(error.clone()));
        assert!(test(&[1.0, 1.0], &[2.0, 3.0], &TestOptions::default()).is_ok());
        let one = test(&[1.0], &[2.0, 3.0], &TestOptions::default());
        assert_eq!(one, Err(StatsError::TooFew { needed: 2, got: 1 }));
    }
}

#[test]
fn groups_are_refused_beyond_their_number() {
    let result = paired::grouped(&[0, 2], 2, &[1.0, 2.0], &[2.0, 3.0]);
    assert!(matches!(
        result,
        Err(StatsError::OutOfRange { index: Some(1), .. })
    ));
    let result = paired::grouped(&[0], 1, &[1.0, 2.0], &[2.0, 3.0]);
    assert_eq!(
        result,
        Err(StatsError::LengthMismatch {
            first: 1,
            second: 2
        })
    );
    let result = paired::grouped(&[0, 0], 1, &[1.0, f64::INFINITY], &[2.0, f64::INFINITY]);
    assert_eq!(
        result,
        Err(StatsError::NotFinite {
            argument: "pre",
            index: 1
        })
    );
}

#[test]
fn groups_of_any_scale_keep_their_spread() {
    let pre = [1e-160, 1.0, 2e-160, 5.0, 4e-160, 1e155, 3e155];
    let post = [3e-160, 2.0, 3e-160, 5.0, 9e-160, 2e155, 9e155];
    let groups = [0, 1, 0, 1, 0, 2, 2];
    let summaries = paired::grouped(&groups, 3, &pre, &post).expect("summaries");
    for (group, summary) in summaries.iter().enumerate() {
        let keep = |values: &[f64]| -> Vec<f64> {
            let of_group = values
                .iter()
                .zip(&groups)
                .filter(|(_, g)| **g as usize == group);
            of_group.map(|(x, _)| *x).collect()
        };
        let alone = paired::summary(&keep(&pre), &keep(&post)).expect("a summary");
        assert!(close(
            summary.sd_diff.expect("a spread"),
            alone.sd_diff,
            1e-14
        ));
        assert!(close(
            summary.sd_pre.expect("a spread"),
            alone.sd_pre,
            1e-14
        ));
    }
}

fn pairs() -> impl Strategy<Value = (Vec<f64>, Vec<f64>)> {
    prop::collection::vec((-50.0..50.0_f64, -50.0..50.0_f64), 3..40)
        .prop_map(|pairs| pairs.into_iter().unzip())
}

proptest! {
    #[test]
    fn t_does_not_depend_on_unit_and_origin(
        (pre, post) in pairs(), exponent in -160..150_i32, shift in -1e3..1e3_f64,
    ) {
        let scale = 10.0_f64.powi(exponent);
        let to = |x: &[f64]| -> Vec<f64> { x.iter().map(|x| (x + shift) * scale).collect() };
        let plain = t_test(&pre, &post).expect("a test");
        let moved = t_test(&to(&pre), &to(&post)).expect("a test");
        prop_assert!(close(plain.t, moved.t, 1e-9) || plain.t.abs() < 1e-9);
        prop_assert!(close(plain.sd_diff * scale, moved.sd_diff, 1e-9));
        prop_assert!(close(plain.ci.width() * scale, moved.ci.width(), 1e-9));
    }

    #[test]
    fn swapping_pre_and_post_turns_the_sign((pre, post) in pairs()) {
        let (there, back) = (t_test(&pre, &post).expect("t"), t_test(&post, &pre).expect("t"));
        prop_assert_eq!(there.t, -back.t);
        prop_assert_eq!((there.p_two, there.p_greater), (back.p_two, back.p_less));
        prop_assert_eq!((there.ci.low, there.ci.high), (-back.ci.high, -back.ci.low));
    }

    #[test]
    fn grouped_says_what_each_group_says_alone(
        rows in prop::collection::vec((0..4_u32, 0..20_u32, 0..20_u32, 0..8_u32), 1..120),
        offset in prop::sample::select(vec![0.0, 1e9]),
    ) {
        let missing = |x: u32, hole| if hole { f64::NAN } else { offset + f64::from(x) / 4.0 };
        let groups: Vec<u32> = rows.iter().map(|row| row.0).collect();
        let pre: Vec<f64> = rows.iter().map(|row| missing(row.1, row.3 == 0)).collect();
        let post: Vec<f64> = rows.iter().map(|row| missing(row.2, row.3 == 1)).collect();
        let summaries = paired::grouped(&groups, 4, &pre, &post).expect("summaries");
        for (group, summary) in summaries.iter().enumerate() {
            let of_group = |i: &usize| groups[*i] as usize == group;
            let complete = |i: &usize| !pre[*i].is_nan() && !post[*i].is_nan();
            let all: Vec<usize> = (0..rows.len()).filter(of_group).collect();
            let used: Vec<usize> = all.iter().copied().filter(complete).collect();
            let d: Vec<f64> = used.iter().map(|i| post[*i] - pre[*i]).collect();
            let x: Vec<f64> = used.iter().map(|i| pre[*i]).collect();
            let (d, x) = (Moments::of(&d), Moments::of(&x));
            prop_assert_eq!(summary.basis.n_used, used.len());
            prop_assert_eq!(summary.basis.n_missing, all.len() - used.len());
            let same = |a: Option<f64>, b: Option<f64>| match (a, b) {
                (Some(a), Some(b)) => close(a, b, 1e-12) || (a - b).abs() < 1e-12,
                (a, b) => a == b,
            };
            prop_assert!(same(summary.mean_diff, d.mean()) && same(summary.sd_diff, d.sd()));
            prop_assert!(same(summary.mean_pre, x.mean()) && same(summary.sd_pre, x.sd()));
        }
    }

    #[test]
    fn accumulators_merge_as_if_pushed_together(
        (pre, post) in pairs(), cut in 0.0..1.0_f64, offset in prop::sample::select(vec![0.0, 1e9]),
    ) {
        let cut = (cut * pre.len() as f64) as usize;
        let (mut all, mut left, mut right) = <[PairAccumulator; 3]>::default().into();
        for (i, (x, y)) in pre.iter().zip(&post).enumerate() {
            let (x, y) = (x.round() + offset, y.round() + offset);
            all.push(x, y);
            if i < cut { left.push(x, y) } else { right.push(x, y) }
        }
        left.merge(&right);
        let (merged, all) = (left.summary(), all.summary());
        prop_assert_eq!(merged.basis, all.basis);
        let (a, b) = (merged.sd_diff.expect("sd"), all.sd_diff.expect("sd"));
        prop_assert!(close(a, b, 1e-10) || (a - b).abs() < 1e-7);
        prop_assert!(close(merged.mean_post.expect("mean"), all.mean_post.expect("mean"), 1e-12)
            || offset == 0.0);
    }
}

#[test]
fn no_p_is_zero() {
    let n = 200_000;
    let noise = normals(15, 0, n);
    let post: Vec<f64> = noise.iter().map(|x| x + 9.0).collect();
    let pre = vec![0.0; n];
    let test = t_test(&pre, &post).expect("a test");
    assert!(test.t > 3_000.0 && test.p_two > 0.0 && test.p_greater > 0.0);
    let back = t_test(&post, &pre).expect("a test");
    assert!(back.p_less > 0.0);
    let ranks = ranks::signed_rank(&pre, &post, &SignedRankOptions::default()).expect("a test");
    assert!(ranks.p > 0.0 && ranks.p_normal > 0.0 && ranks.p < 1e-300);
    let signs = ranks::sign_test(&pre, &post, Alternative::Greater).expect("a test");
    assert!(signs.p() > 0.0 && signs.p() < 1e-300);
    let sums = ranks::rank_sum(&noise, &post, &RankSumOptions::default()).expect("a test");
    assert!(sums.p > 0.0 && sums.p < 1e-300);
}
