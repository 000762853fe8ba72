//! Moments, missing values, and what every result carries.

use bangkom_stats::{
    Alternative, Basis, ConfidenceLevel, Interval, Method, Moments, StatsError, Warning,
    WeightedMoments, sample,
};
use proptest::prelude::*;

fn close(got: Option<f64>, want: f64, limit: f64) {
    let got = got.expect("a value");
    assert!(
        (got / want - 1.0).abs() <= limit,
        "{got:e} instead of {want:e}"
    );
}

#[test]
fn moments_of_offsets_and_extreme_scales() {
    // NIST StRD NumAcc4 in small: mean 1e7 + 0.2, standard deviation 0.1.
    let values: Vec<f64> = (0..1001)
        .map(|i| {
            if i == 0 {
                1e7 + 0.2
            } else {
                1e7 + 0.1 + 0.2 * f64::from(i % 2)
            }
        })
        .collect();
    close(Moments::of(&values).sd(), 0.1, 1e-8);
    for scale in [1e-300, 1e-160, 1.0, 1e150, 1e300] {
        let moments = Moments::of(&[scale, 2.0 * scale, 3.0 * scale, 4.0 * scale]);
        close(moments.mean(), 2.5 * scale, 1e-15);
        close(moments.sd(), (5.0_f64 / 3.0).sqrt() * scale, 1e-15);
        close(
            moments.standard_error(),
            (5.0_f64 / 12.0).sqrt() * scale,
            1e-15,
        );
    }
}

#[test]
fn moments_of_too_few_values() {
    assert_eq!(Moments::of(&[]).mean(), None);
    assert_eq!(Moments::of(&[7.0]).mean(), Some(7.0));
    assert_eq!(Moments::of(&[7.0]).variance(), None);
    assert_eq!(Moments::of(&[7.0, 7.0]).variance(), Some(0.0));
    assert_eq!(
        Moments::default()
            .merge(&Moments::of(&[1.0, 3.0]))
            .variance(),
        Some(2.0)
    );
}

proptest! {
    #[test]
    fn moments_merge_like_one_sample(
        values in prop::collection::vec(-1e3..1e3_f64, 2..60), at in 0..60_usize,
        offset in -1e9..1e9_f64, exponent in -150..150,
    ) {
        let scale = 10.0_f64.powi(exponent);
        let values: Vec<f64> = values.iter().map(|x| (x + offset) * scale).collect();
        let (left, right) = values.split_at(at.min(values.len()));
        let (all, merged) = (Moments::of(&values), Moments::of(left).merge(&Moments::of(right)));
        let pushed = values.iter().fold(Moments::default(), |sum, x| sum.push(*x));
        for part in [merged, pushed] {
            prop_assert_eq!(part.n(), all.n());
            let (mean, sd) = (all.mean().expect("a mean"), all.sd().expect("an sd"));
            prop_assert!((part.mean().expect("a mean") - mean).abs() <= 1e-14 * mean.abs());
            // A deviation is only known to the last digit of the offset.
            let floor = 1e-6 * sd + 1e-14 * mean.abs();
            prop_assert!((part.sd().expect("an sd") - sd).abs() <= floor);
        }
    }
}

#[test]
fn missing_values_are_dropped_and_infinity_is_refused() {
    let nan = f64::NAN;
    let names = ["pre", "post"];
    let pairs = sample::present_pairs(names, &[1.0, nan, 3.0], &[nan, 2.0, 4.0], 1);
    assert_eq!(pairs, Ok((vec![3.0], vec![4.0])));
    assert_eq!(
        sample::present("x", &[1.0, f64::INFINITY], 1),
        Err(StatsError::NotFinite {
            argument: "x",
            index: 1
        })
    );
    assert_eq!(
        sample::present("x", &[nan], 1),
        Err(StatsError::TooFew { needed: 1, got: 0 })
    );
    assert_eq!(
        sample::present_pairs(names, &[1.0], &[], 1),
        Err(StatsError::LengthMismatch {
            first: 1,
            second: 0
        })
    );
}

#[test]
fn messages_show_parameters_but_no_element_of_a_sample() {
    let level = ConfidenceLevel::new(1.5).expect_err("a level above one");
    assert_eq!(level.to_string(), "level must lie in 0..1, got 1.5");
    let score = StatsError::OutOfRange {
        argument: "post",
        index: Some(3),
        value: 87.0,
        low: 0.0,
        high: 50.0,
    };
    assert_eq!(score.to_string(), "post[3] lies outside 0..50");
}

#[test]
fn a_basis_survives_json() {
    let basis = Basis::new(Method::new("paired_t"), 5, 4)
        .alternative(Alternative::Greater)
        .level(ConfidenceLevel::new(0.9).expect("a level"))
        .warn_if(true, Warning::Ties { groups: 2 })
        .warn_if(false, Warning::NormalApproximation);
    let text = serde_json::to_string(&basis).expect("JSON");
    assert_eq!(
        text,
        r#"{"n_input":5,"n_used":4,"n_missing":1,"method":"paired_t","alternative":"greater","level":0.9,"warnings":[{"missing_dropped":{"count":1}},{"ties":{"groups":2}}]}"#
    );
    assert_eq!(
        serde_json::from_str::<Basis>(&text).expect("a basis"),
        basis
    );
    assert!(serde_json::from_str::<ConfidenceLevel>("1.0").is_err());
}

#[test]
fn an_open_interval_survives_json() {
    let interval = Interval {
        low: f64::NEG_INFINITY,
        high: 2.0,
    };
    let text = serde_json::to_string(&interval).expect("JSON");
    assert_eq!(text, r#"{"low":null,"high":2.0}"#);
    assert_eq!(
        serde_json::from_str::<Interval>(&text).expect("an interval"),
        interval
    );
    assert!(interval.contains(-1e300) && !interval.contains(3.0));
}

/// Moments of pairs of value and weight, pushed one by one.
fn weighted(pairs: &[(f64, f64)]) -> WeightedMoments {
    let mut moments = WeightedMoments::default();
    for (value, weight) in pairs {
        assert!(moments.push(*value, *weight));
    }
    moments
}

#[test]
fn weighted_moments_worked_by_hand() {
    let moments = weighted(&[(2.0, 0.5), (4.0, 1.5)]);
    close(moments.mean(), 3.5, 1e-15);
    // 0.5 × 1.5^2 + 1.5 × 0.5^2 = 1.5, over 2 - 2.5 / 2.
    close(Some(moments.squared_deviations()), 1.5, 1e-15);
    close(moments.variance(), 2.0, 1e-15);
    close(Some(moments.effective_number()), 1.6, 1e-15);
}

#[test]
fn what_cannot_count_is_told_and_not_added() {
    let mut moments = weighted(&[(2.0, 1.0)]);
    for (value, weight) in [
        (f64::NAN, 1.0),
        (f64::INFINITY, 1.0),
        (1.0, 0.0),
        (1.0, -1.0),
        (1.0, f64::NAN),
        (1.0, f64::INFINITY),
    ] {
        assert!(!moments.push(value, weight));
    }
    assert_eq!(moments, weighted(&[(2.0, 1.0)]));
    assert_eq!(moments.variance(), None);
    let empty = WeightedMoments::default();
    assert_eq!((empty.mean(), empty.variance()), (None, None));
    assert_eq!(empty.effective_number(), 0.0);
}

proptest! {
    #[test]
    fn weighted_moments_of_parts_are_those_of_the_whole(
        pairs in prop::collection::vec((-5.0_f64..5.0, 0.01_f64..3.0), 2..40), cut in 0..40_usize,
    ) {
        let cut = cut % pairs.len();
        let (whole, parts) = (weighted(&pairs), weighted(&pairs[..cut]).merge(&weighted(&pairs[cut..])));
        close(Some(parts.total_weight()), whole.total_weight(), 1e-12);
        prop_assert!((parts.mean().unwrap_or(0.0) - whole.mean().unwrap_or(1.0)).abs() < 1e-12);
        prop_assert!((parts.squared_deviations() - whole.squared_deviations()).abs() < 1e-9);
    }

    #[test]
    fn equal_weights_give_the_plain_moments(values in prop::collection::vec(-5.0_f64..5.0, 2..40)) {
        let pairs: Vec<(f64, f64)> = values.iter().map(|value| (*value, 0.25)).collect();
        let (plain, moments) = (Moments::of(&values), weighted(&pairs));
        let difference = moments.variance().unwrap_or(0.0) - plain.variance().unwrap_or(1.0);
        prop_assert!(difference.abs() < 1e-9);
    }
}
