//! Quantiles and their intervals: equivariance, coverage, bad input.

use bangkom_stats::distributions::binomial;
use bangkom_stats::quantiles::{
    QuantileKind, SortedSample, harrell_davis, quantile, quantile_interval, share_within,
};
use bangkom_stats::{ConfidenceLevel, StatsError};
use proptest::prelude::*;

fn level() -> ConfidenceLevel {
    ConfidenceLevel::default()
}

#[test]
fn bad_input_is_refused() {
    assert!(matches!(
        SortedSample::new(&[f64::NAN]),
        Err(StatsError::TooFew { .. })
    ));
    let endless = SortedSample::new(&[1.0, f64::NEG_INFINITY]);
    assert!(matches!(
        endless,
        Err(StatsError::NotFinite { index: 1, .. })
    ));
    let sample = SortedSample::new(&[1.0, 2.0]).expect("a sample");
    for p in [-0.1, 1.1, f64::NAN] {
        assert!(quantile(&sample, p, QuantileKind::Type7).is_err());
        assert!(quantile_interval(&sample, p, level()).is_err());
        assert!(harrell_davis(&sample, p).is_err());
    }
    assert!(share_within(&[1.0], f64::NAN, level()).is_err());
    assert!(share_within(&[f64::NAN], 1.0, level()).is_err());
}

#[test]
fn a_small_sample_has_an_open_interval() {
    let sample = SortedSample::new(&[1.0, 2.0, 3.0]).expect("a sample");
    let result = quantile_interval(&sample, 0.5, level()).expect("a result");
    assert_eq!((result.rank_low, result.rank_high), (None, None));
    assert_eq!(result.interval.low, f64::NEG_INFINITY);
    assert_eq!(result.coverage, 1.0);
    let json = serde_json::to_string(&result.interval).expect("JSON");
    assert_eq!(json, r#"{"low":null,"high":null}"#);
}

/// The median of n continuous values lies between ranks l and u with the binomial probability of
/// l..u-1 values below it.
#[test]
fn coverage_is_what_the_ranks_give() {
    for n in [6_u32, 17, 40, 123] {
        let values: Vec<f64> = (0..n).map(f64::from).collect();
        let sample = SortedSample::new(&values).expect("a sample");
        for p in [0.1, 0.5, 0.9] {
            let result = quantile_interval(&sample, p, level()).expect("a result");
            let (low, high) = (result.rank_low.unwrap_or(0), result.rank_high);
            let last = high.map_or(u64::from(n), |rank| rank as u64 - 1);
            let chance = |k| binomial::pmf(k, u64::from(n), p).expect("a probability");
            let covered: f64 = (low as u64..=last).map(chance).sum();
            assert!((covered - result.coverage).abs() < 1e-12);
            assert!(covered >= 0.95);
        }
    }
}

#[test]
fn a_million_values_and_a_constant_sample() {
    let values: Vec<f64> = (0..1_000_000_u64)
        .map(|i| (i * 7919 % 1_000_000) as f64)
        .collect();
    let sample = SortedSample::new(&values).expect("a sample");
    let median = quantile_interval(&sample, 0.5, level()).expect("a result");
    assert_eq!(
        (median.rank_low, median.rank_high),
        (Some(499_020), Some(500_981))
    );
    let smooth = harrell_davis(&sample, 0.5).expect("a quantile");
    assert!((smooth - 499_999.5).abs() < 1e-3);
    let constant = SortedSample::new(&[7.25; 9]).expect("a sample");
    for kind in QuantileKind::ALL {
        assert_eq!(quantile(&constant, 0.37, kind), Ok(7.25));
    }
    assert_eq!(harrell_davis(&constant, 0.37), Ok(7.25));
}

proptest! {
    #[test]
    fn quantiles_move_with_the_values_and_rise(
        values in prop::collection::vec(-1000..1000_i32, 1..60),
        p in 0.0..=1.0_f64,
        q in 0.0..=1.0_f64,
    ) {
        let plain: Vec<f64> = values.iter().map(|x| f64::from(*x)).collect();
        let moved: Vec<f64> = plain.iter().map(|x| 4.0 * x + 1e9).collect();
        let sample = SortedSample::new(&plain).expect("a sample");
        let other = SortedSample::new(&moved).expect("a sample");
        for kind in QuantileKind::ALL {
            let low = quantile(&sample, p.min(q), kind).expect("a quantile");
            let high = quantile(&sample, p.max(q), kind).expect("a quantile");
            prop_assert!(low <= high);
            let shifted = quantile(&other, p.min(q), kind).expect("a quantile");
            prop_assert!((shifted - (4.0 * low + 1e9)).abs() < 1e-5);
        }
    }

    #[test]
    fn order_of_input_does_not_matter(mut values in prop::collection::vec(-50..50_i8, 1..40)) {
        let of = |values: &[i8]| {
            let plain: Vec<f64> = values.iter().map(|x| f64::from(*x)).collect();
            let sample = SortedSample::new(&plain).expect("a sample");
            harrell_davis(&sample, 0.3).expect("a quantile")
        };
        let one = of(&values);
        values.reverse();
        prop_assert_eq!(one, of(&values));
    }
}
