//! Quantiles: the tail at the quantile is the share that was asked for.

use bangkom_stats::StatsError;
use bangkom_stats::distributions::{beta, chi_squared, fisher_f, gamma, normal, student_t};
use proptest::prelude::*;

/// Fails unless `x` is the double where the tail crosses `p`, or the tail there is `p` to `limit`.
///
/// `tail` grows with `x`; a quantile cannot be better than its two neighbours.
fn crosses(
    p: f64,
    x: f64,
    limit: f64,
    tail: impl Fn(f64) -> Result<f64, StatsError>,
) -> Result<(), TestCaseError> {
    prop_assert!(!x.is_nan());
    if x == 0.0 {
        prop_assert!(
            tail(f64::MIN_POSITIVE).expect("a tail") >= p || tail(0.0).expect("a tail") > 0.0
        );
        return Ok(());
    }
    let here = tail(x).expect("a tail");
    if (here / p - 1.0).abs() <= limit {
        return Ok(());
    }
    let (before, after) = (
        tail(x.next_down()).expect("a tail"),
        tail(x.next_up()).expect("a tail"),
    );
    let slack = 1.0 + limit;
    prop_assert!(
        before <= p * slack && p <= after * slack,
        "x = {x:e}: tails {before:e}, {here:e}, {after:e} around {p:e}"
    );
    Ok(())
}

/// Shares from the smallest tails to one half.
fn share() -> impl Strategy<Value = f64> {
    prop_oneof![
        (-300.0..-0.31_f64).prop_map(|e| 10.0_f64.powf(e)),
        (-16.0..-0.31_f64).prop_map(|e| 10.0_f64.powf(e)),
        (0.001..0.5),
    ]
}

/// Parameters over all magnitudes from a tenth to 1e10.
fn parameter() -> impl Strategy<Value = f64> {
    (-1.0..10.0_f64).prop_map(|e| 10.0_f64.powf(e))
}

fn limit(p: f64, largest: f64) -> f64 {
    if largest <= 1e4 && p >= 1e-16 {
        1e-12
    } else {
        1e-9
    }
}

proptest! {
    #[test]
    fn normal_quantile(p in share()) {
        let x = normal::quantile(p).expect("a quantile");
        crosses(p, x, 1e-14, normal::cdf)?;
    }

    #[test]
    fn student_t_quantile(p in share(), df in parameter()) {
        let x = student_t::quantile(p, df).expect("a quantile");
        crosses(p, x, limit(p, df), |x| student_t::cdf(x, df))?;
    }

    #[test]
    fn chi_squared_quantiles(p in share(), df in parameter()) {
        let lower = chi_squared::quantile(p, df).expect("a quantile");
        crosses(p, lower, limit(p, df), |x| chi_squared::cdf(x, df))?;
        let upper = chi_squared::upper_quantile(p, df).expect("a quantile");
        crosses(p, -upper, limit(p, df), |x| chi_squared::sf(-x, df))?;
    }

    #[test]
    fn gamma_quantile(p in share(), shape in parameter(), scale in parameter()) {
        let x = gamma::quantile(p, shape, scale).expect("a quantile");
        crosses(p, x, limit(p, shape.max(scale)), |x| gamma::cdf(x, shape, scale))?;
    }

    #[test]
    fn fisher_f_quantiles(p in share(), d1 in parameter(), d2 in parameter()) {
        let limit = limit(p, d1.max(d2));
        let lower = fisher_f::quantile(p, d1, d2).expect("a quantile");
        crosses(p, lower, limit, |x| fisher_f::cdf(x, d1, d2))?;
        let upper = fisher_f::upper_quantile(p, d1, d2).expect("a quantile");
        if upper < f64::MAX {
            crosses(p, -upper, limit, |x| fisher_f::sf(-x, d1, d2))?;
        } else {
            prop_assert!(fisher_f::sf(f64::MAX, d1, d2).expect("a tail") >= p);
        }
    }

    #[test]
    fn beta_quantiles(p in share(), a in parameter(), b in parameter()) {
        let limit = limit(p, a.max(b));
        let lower = beta::quantile(p, a, b).expect("a quantile");
        crosses(p, lower, limit, |x| beta::cdf(x, a, b))?;
        let upper = beta::upper_quantile(p, a, b).expect("a quantile");
        crosses(p, -upper, limit, |x| beta::sf(-x, a, b))?;
    }

    #[test]
    fn any_finite_input_ends(p in 0.0..=1.0_f64, a in any::<f64>(), b in any::<f64>()) {
        let (a, b) = (a.abs(), b.abs());
        for result in [
            student_t::quantile(p, a),
            chi_squared::quantile(p, a),
            gamma::quantile(p, a, b),
            fisher_f::quantile(p, a, b),
            fisher_f::upper_quantile(p, a, b),
            beta::quantile(p, a, b),
        ] {
            match result {
                Ok(x) => prop_assert!(!x.is_nan()),
                Err(error) => prop_assert!(matches!(error, StatsError::OutOfRange { .. }), "{error}"),
            }
        }
    }
}

#[test]
fn ends_of_the_support() {
    assert_eq!(student_t::quantile(0.0, 3.0), Ok(f64::NEG_INFINITY));
    assert_eq!(student_t::quantile(0.5, 3.0), Ok(0.0));
    assert_eq!(student_t::quantile(1.0, 3.0), Ok(f64::INFINITY));
    assert_eq!(normal::quantile(1.0), Ok(f64::INFINITY));
    assert_eq!(chi_squared::quantile(0.0, 3.0), Ok(0.0));
    assert_eq!(chi_squared::upper_quantile(0.0, 3.0), Ok(f64::INFINITY));
    assert_eq!(beta::quantile(1.0, 2.0, 3.0), Ok(1.0));
    assert_eq!(beta::upper_quantile(1.0, 2.0, 3.0), Ok(0.0));
    assert_eq!(fisher_f::quantile(1.0, 2.0, 3.0), Ok(f64::INFINITY));
}

#[test]
fn a_quantile_below_the_smallest_double_is_zero() {
    assert_eq!(gamma::quantile(1e-10, 1e-3, 1.0), Ok(0.0));
}

#[test]
fn published_critical_values() {
    // Tables of Pearson and Hartley (1966).
    for (got, want) in [
        (student_t::quantile(0.975, 1.0), 12.706),
        (student_t::quantile(0.995, 9.0), 3.250),
        (chi_squared::quantile(0.95, 10.0), 18.307),
        (fisher_f::quantile(0.95, 3.0, 20.0), 3.098),
        (normal::quantile(0.975), 1.960),
    ] {
        assert!((got.expect("a quantile") - want).abs() < 6e-4, "{want}");
    }
}
