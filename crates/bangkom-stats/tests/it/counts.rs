//! Proportions and rates: bad input, enumeration, coverage.

use bangkom_stats::counts::{cochran_q, mcnemar, proportion, rate_ratio, two_proportions};
use bangkom_stats::distributions::binomial;
use bangkom_stats::{Alternative, ConfidenceLevel, StatsError, Warning};
use proptest::prelude::*;

fn level() -> ConfidenceLevel {
    ConfidenceLevel::default()
}

#[test]
fn wrong_counts_are_refused() {
    assert_eq!(
        proportion(0, 0, level()),
        Err(StatsError::TooFew { needed: 1, got: 0 })
    );
    assert!(matches!(
        proportion(4, 3, level()),
        Err(StatsError::OutOfRange { .. })
    ));
    let two = two_proportions((1, 3), (4, 3), Alternative::TwoSided, level());
    assert!(matches!(two, Err(StatsError::OutOfRange { .. })));
    let most = u64::MAX;
    let two = two_proportions((1, most), (4, most), Alternative::TwoSided, level());
    assert!(matches!(two, Err(StatsError::OutOfRange { .. })));
    let rates = rate_ratio((most, 1.0), (most, 1.0), level());
    assert!(matches!(rates, Err(StatsError::OutOfRange { .. })));
}

#[test]
fn zero_exposure_is_refused() {
    for exposure in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        let result = rate_ratio((3, 12.0), (2, exposure), level());
        assert!(matches!(
            result,
            Err(StatsError::OutOfRange {
                argument: "exposure",
                ..
            })
        ));
    }
    let none = rate_ratio((0, 1.0), (0, 1.0), level());
    assert_eq!(none, Err(StatsError::TooFew { needed: 1, got: 0 }));
    let tiny = rate_ratio((3, 5e-324), (2, 1.0), level());
    assert!(matches!(tiny, Err(StatsError::Undefined { .. })));
}

#[test]
fn all_or_nothing_has_no_test_and_no_false_p() {
    for (first, second) in [((0, 10), (0, 12)), ((10, 10), (12, 12))] {
        let result =
            two_proportions(first, second, Alternative::TwoSided, level()).expect("a result");
        assert_eq!((result.z, result.p, result.difference), (None, None, 0.0));
        assert!(result.interval.low < 0.0 && result.interval.high > 0.0);
    }
}

#[test]
fn mcnemar_without_change_has_no_test() {
    let ones = [1.0; 5];
    let result = mcnemar(&ones, &ones, level()).expect("a result");
    assert_eq!((result.discordance, result.difference), (None, 0.0));
    assert_eq!(result.counts.n11, 5);
}

#[test]
fn mcnemar_refuses_and_drops() {
    let refused = mcnemar(&[0.0, 2.0], &[1.0, 1.0], level());
    assert!(matches!(
        refused,
        Err(StatsError::OutOfRange { index: Some(1), .. })
    ));
    let lengths = mcnemar(&[0.0], &[1.0, 1.0], level());
    assert_eq!(
        lengths,
        Err(StatsError::LengthMismatch {
            first: 1,
            second: 2
        })
    );
    let result = mcnemar(&[0.0, f64::NAN, 1.0], &[1.0, 1.0, f64::NAN], level()).expect("a result");
    assert_eq!((result.basis.n_used, result.basis.n_missing), (1, 2));
    assert_eq!(
        result.basis.warnings[0],
        Warning::MissingDropped { count: 2 }
    );
    assert!(mcnemar(&[], &[], level()).is_err());
}

#[test]
fn cochran_of_two_columns_is_mcnemar() {
    let before = [0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0];
    let after = [1.0, 1.0, 1.0, 1.0, 0.0, 1.0, 1.0, 0.0];
    let rows: Vec<[f64; 2]> = before.iter().zip(after).map(|(a, b)| [*a, b]).collect();
    let q = cochran_q(&rows).expect("a result");
    let tests = mcnemar(&before, &after, level())
        .expect("a result")
        .discordance;
    let tests = tests.expect("changes");
    assert!((q.q - tests.chi_squared).abs() < 1e-14);
    assert!((q.p - tests.p_chi_squared).abs() < 1e-14);
}

#[test]
fn cochran_refuses_what_does_not_vary() {
    let flat = cochran_q(&[[1.0, 1.0], [0.0, 0.0]]);
    assert!(matches!(flat, Err(StatsError::NoVariation { .. })));
    let score = cochran_q(&[[1.0, 0.0], [0.0, 3.0]]);
    assert!(matches!(
        score,
        Err(StatsError::OutOfRange { index: Some(1), .. })
    ));
    let ragged = cochran_q(&[vec![1.0, 0.0], vec![1.0]]);
    assert_eq!(
        ragged,
        Err(StatsError::LengthMismatch {
            first: 2,
            second: 1
        })
    );
    assert!(cochran_q::<[f64; 2]>(&[]).is_err());
}

/// The exact interval covers at least its level, the score interval about its level, at every
/// share: sums over all outcomes, not a simulation.
#[test]
fn intervals_cover_what_they_promise() {
    let n = 25;
    let intervals: Vec<_> = (0..=n)
        .map(|k| proportion(k, n, level()).expect("a result"))
        .collect();
    let mut total = 0.0;
    for step in 1..100_u8 {
        let p = f64::from(step) / 100.0;
        let (mut exact, mut score) = (0.0, 0.0);
        for (k, interval) in intervals.iter().enumerate() {
            let chance = binomial::pmf(k as u64, n, p).expect("a probability");
            exact += chance * f64::from(interval.clopper_pearson.contains(p));
            score += chance * f64::from(interval.wilson.contains(p));
        }
        assert!(exact >= 0.95 - 1e-12, "p = {p}: {exact}");
        assert!(score > 0.83, "p = {p}: {score}");
        total += score / 99.0;
    }
    assert!((total - 0.95).abs() < 0.01, "mean coverage {total}");
}

/// Every outcome no likelier than the one seen, looked at one by one.
fn slow_minlike(x1: u64, x2: u64, share: f64) -> f64 {
    let n = x1 + x2;
    let chance = |k| binomial::pmf(k, n, share).expect("a probability");
    let limit = chance(x2) * (1.0 + 1e-7);
    (0..=n)
        .map(chance)
        .filter(|p| *p <= limit)
        .sum::<f64>()
        .min(1.0)
}

#[test]
fn huge_counts_take_no_time() {
    let result = rate_ratio((10_000_000, 1.0), (10_001_000, 1.0), level()).expect("a result");
    assert!(result.p_minlike > 0.8 && result.interval.contains(1.0));
    let share = proportion(3, 10_000_000, level()).expect("a result");
    assert!(share.wilson.low > 0.0 && share.clopper_pearson.low > 0.0);
}

proptest! {
    #[test]
    fn minlike_counts_every_outcome(x1 in 0..40_u64, x2 in 0..40_u64, t in 0.05..20.0_f64) {
        prop_assume!(x1 + x2 > 0);
        let result = rate_ratio((x1, t), (x2, 1.0), level()).expect("a result");
        let slow = slow_minlike(x1, x2, 1.0 / (1.0 + t));
        prop_assert!((result.p_minlike - slow).abs() < 1e-11, "{} {}", result.p_minlike, slow);
        // The central p-value and the interval decide alike.
        let inside = result.interval.contains(1.0);
        prop_assert!(inside == (result.p_central >= 0.05) || (result.p_central - 0.05).abs() < 1e-9);
    }

    #[test]
    fn swapping_groups_turns_the_difference(
        k1 in 0..30_u64, more1 in 1..30_u64, k2 in 0..30_u64, more2 in 1..30_u64,
    ) {
        let (first, second) = ((k1, k1 + more1), (k2, k2 + more2));
        let one = two_proportions(first, second, Alternative::Greater, level()).expect("a result");
        let other = two_proportions(second, first, Alternative::Less, level()).expect("a result");
        prop_assert!((one.difference + other.difference).abs() < 1e-15);
        prop_assert!((one.interval.low + other.interval.high).abs() < 1e-12);
        prop_assert!(one.interval.contains(one.difference));
        if let (Some(a), Some(b)) = (one.p, other.p) {
            prop_assert!((a - b).abs() < 1e-12);
        }
    }
}
