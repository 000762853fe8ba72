//! Attrition: identities, the published table, bad input.

use bangkom_stats::attrition::{
    AttritionLevel, attrition_rates, dropouts, lee_bounds, monotone_mean, worst_case_bounds,
};
use bangkom_stats::{ConfidenceLevel, Interval, Moments, StatsError, TestOptions};
use proptest::prelude::*;

const NA: f64 = f64::NAN;
const SCALE: Interval = Interval {
    low: 0.0,
    high: 100.0,
};

fn level() -> ConfidenceLevel {
    ConfidenceLevel::default()
}

fn scores(size: std::ops::Range<usize>) -> impl Strategy<Value = Vec<f64>> {
    proptest::collection::vec(0.0..100.0_f64, size)
}

/// Scores of which some are missing, never the first.
fn with_gaps() -> impl Strategy<Value = Vec<f64>> {
    proptest::collection::vec((0.0..100.0_f64, proptest::bool::weighted(0.3)), 2..30).prop_map(
        |list| {
            let gap = |(i, (score, gone)): (usize, (f64, bool))| {
                if gone && i > 0 { NA } else { score }
            };
            list.into_iter().enumerate().map(gap).collect()
        },
    )
}

fn present(values: &[f64]) -> Vec<f64> {
    values
        .iter()
        .copied()
        .filter(|value| !value.is_nan())
        .collect()
}

proptest! {
    #[test]
    fn whatever_is_missing_the_mean_lies_in_the_bounds(
        values in with_gaps(), filling in scores(30..31),
    ) {
        let bounds = worst_case_bounds(&values, SCALE).expect("bounds");
        let whole: Vec<f64> = values
            .iter()
            .zip(filling)
            .map(|(value, fill)| if value.is_nan() { fill } else { *value })
            .collect();
        let mean = Moments::of(&whole).mean().expect("a mean");
        prop_assert!(bounds.low - 1e-9 <= mean && mean <= bounds.high + 1e-9);
        let gone = (values.len() - present(&values).len()) as f64 / values.len() as f64;
        prop_assert!((bounds.width() - 100.0 * gone).abs() < 1e-9);
    }

    #[test]
    fn trimming_holds_the_plain_difference(first in with_gaps(), second in with_gaps()) {
        let r = lee_bounds(&first, &second).expect("bounds");
        prop_assert!(r.bounds.low - 1e-9 <= r.difference && r.difference <= r.bounds.high + 1e-9);
        let turned = lee_bounds(&second, &first).expect("bounds");
        prop_assert!((turned.bounds.low + r.bounds.high).abs() < 1e-9);
        if r.trimmed == 0.0 {
            prop_assert!(r.bounds.width().abs() < 1e-9);
        }
    }

    #[test]
    fn when_nobody_left_nothing_is_estimated(pre in scores(5..20)) {
        let post: Vec<f64> = pre.iter().enumerate().map(|(i, x)| x / 2.0 + (i % 3) as f64).collect();
        let r = monotone_mean(&pre, &post, level()).expect("a mean");
        let moments = Moments::of(&post);
        prop_assert!((r.mean_post - moments.mean().expect("a mean")).abs() < 1e-9);
        // The variance is then that of a mean, with divisor n.
        let n = post.len() as f64;
        let se = moments.sd().expect("an sd") * (n - 1.0).sqrt() / n;
        prop_assert!((r.se - se).abs() < 1e-9, "{} {se}", r.se);
        prop_assert_eq!(r.attrition, 0.0);
    }

    #[test]
    fn a_straight_line_is_carried_to_those_who_left(
        pre in scores(8..20), slope in -2.0..2.0_f64, left in 1_usize..4,
    ) {
        let n = pre.len();
        let truth: Vec<f64> =
            pre.iter().enumerate().map(|(i, x)| 5.0 + slope * x + [1e-6, -1e-6][i % 2]).collect();
        let mut post = truth.clone();
        post[n - left..].fill(NA);
        let r = monotone_mean(&pre, &post, level()).expect("a mean");
        let mean = Moments::of(&truth).mean().expect("a mean");
        let spread = Moments::of(&pre[..n - left]).sd().expect("an sd");
        prop_assume!(spread > 1.0);
        prop_assert!((r.mean_post - mean).abs() < 1e-3);
    }
}

#[test]
fn the_error_of_a_carried_mean_by_hand() {
    let pre = [50.0, 60.0, 55.0, 40.0, 45.0];
    let r = monotone_mean(&pre, &[68.0, 78.0, 74.0, NA, NA], level()).expect("a mean");
    // Slope 1, residuals -1/3, -1/3, 2/3: s22.1 = 2/9, s11 = 50/3, S11 = 50, means 5 apart.
    let variance: f64 = 2.0 / 27.0 * (1.0 + 25.0 / (50.0 / 3.0)) + 50.0 / 5.0;
    assert!((r.se - variance.sqrt()).abs() < 1e-12);
    assert!((r.ci.high - r.mean_post - 1.959_963_984_540_054 * r.se).abs() < 1e-12);
}

#[test]
fn boundaries_of_the_handbook() {
    let level_of = |first, second| attrition_rates(first, second).expect("rates").level;
    assert_eq!(level_of((100, 100), (100, 100)), AttritionLevel::Low);
    // At 10 percent overall: 6.3 and 10.9.
    assert_eq!(level_of((1000, 931), (1000, 869)), AttritionLevel::Low);
    assert_eq!(
        level_of((1000, 932), (1000, 868)),
        AttritionLevel::LowIfUnrelated
    );
    assert_eq!(
        level_of((1000, 954), (1000, 846)),
        AttritionLevel::LowIfUnrelated
    );
    assert_eq!(level_of((1000, 955), (1000, 845)), AttritionLevel::High);
    // At 57 percent nothing is left for the cautious; above, the table ends.
    assert_eq!(level_of((100, 43), (100, 43)), AttritionLevel::Low);
    assert_eq!(level_of((100, 42), (100, 42)), AttritionLevel::BeyondTable);
    let between = attrition_rates((1000, 985), (1000, 985)).expect("rates");
    assert!((between.cautious.expect("in the table") - 0.0585).abs() < 1e-12);
    assert_eq!(
        (
            between.basis.n_input,
            between.basis.n_used,
            between.basis.n_missing
        ),
        (2000, 1970, 30)
    );
    assert!(attrition_rates((0, 0), (10, 5)).is_err());
    assert!(attrition_rates((10, 11), (10, 5)).is_err());
}

#[test]
fn losses_that_cannot_be_judged() {
    let pre = [1.0, 2.0, 3.0, 4.0];
    let run =
        |pre: &[f64], post: &[f64]| monotone_mean(pre, post, level()).map(|_| ()).unwrap_err();
    assert!(matches!(
        run(&pre, &[1.0, NA, NA, 2.0]),
        StatsError::TooFew { needed: 3, got: 2 }
    ));
    assert!(matches!(
        run(&pre, &[1.0]),
        StatsError::LengthMismatch { .. }
    ));
    assert!(matches!(
        run(&[2.0; 4], &pre),
        StatsError::Degenerate { column: 1 }
    ));
    assert!(matches!(
        run(&[f64::INFINITY, 1.0, 2.0, 3.0], &pre),
        StatsError::NotFinite { .. }
    ));
    let left = |pre: &[f64], post: &[f64]| {
        dropouts(pre, post, &TestOptions::default())
            .map(|_| ())
            .unwrap_err()
    };
    assert!(matches!(left(&pre, &pre), StatsError::TooFew { .. }));
    assert!(matches!(
        left(&[2.0; 4], &[1.0, 1.0, NA, NA]),
        StatsError::NoVariation { .. }
    ));
    assert!(matches!(
        left(&pre, &[1.0]),
        StatsError::LengthMismatch { .. }
    ));
    let outside = worst_case_bounds(&[1.0, 101.0], SCALE).unwrap_err();
    assert!(matches!(
        outside,
        StatsError::OutOfRange { index: Some(1), .. }
    ));
    assert!(
        !outside.to_string().contains("101"),
        "a score must not be shown"
    );
    assert!(worst_case_bounds(&[], SCALE).is_err());
    assert!(
        worst_case_bounds(
            &[1.0],
            Interval {
                low: 1.0,
                high: 1.0
            }
        )
        .is_err()
    );
    assert!(worst_case_bounds(&[1.0], Interval { low: NA, high: 1.0 }).is_err());
    assert!(lee_bounds(&[NA], &[1.0]).is_err());
    assert!(lee_bounds(&[1.0], &[]).is_err());
    assert_eq!(worst_case_bounds(&[NA, NA], SCALE).expect("bounds"), SCALE);
}
