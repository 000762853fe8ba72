//! Bayes factors: direct integration, symmetry, extremes, bad input.

use bangkom_stats::StatsError;
use bangkom_stats::bayes::{BayesOptions, from_t, jzs_paired, jzs_two_sample};

use crate::random::close;

/// Density of noncentral t times a Cauchy prior over positive effects, integrated with 25 digits.
/// `BayesFactor` 0.9.12 gives 74.418 for the first.
#[test]
fn one_sided_factors_agree_with_direct_integration() {
    let default = BayesOptions::default();
    for (t, n, both, greater) in [
        (
            5.291_502_622_129_181,
            8,
            37.230_207_100_396_68,
            74.346_849_220_791_14,
        ),
        (
            1.735_273_230_461_860_8,
            12,
            0.918_893_699_432_001,
            1.711_929_574_785_641_6,
        ),
    ] {
        let result = from_t(t, n, &default).expect("a factor");
        assert!(close(result.bf10, both, 1e-12) && close(result.bf_greater, greater, 1e-11));
        let turned = from_t(-t, n, &default).expect("a factor");
        assert_eq!(
            (turned.bf10, turned.bf_less),
            (result.bf10, result.bf_greater)
        );
        assert!(close(
            result.bf_greater + result.bf_less,
            2.0 * result.bf10,
            1e-14
        ));
    }
}

#[test]
fn robustness_holds_the_factor_asked_for() {
    let wide = from_t(2.5, 30, &BayesOptions::new(1.0).expect("a scale")).expect("a factor");
    assert_eq!(wide.bf10, wide.robustness.wide);
    let medium = from_t(2.5, 30, &BayesOptions::default()).expect("a factor");
    assert_eq!(medium.bf10, medium.robustness.medium);
    assert!(wide.robustness.narrow > wide.robustness.ultrawide);
}

#[test]
fn no_effect_in_many_cases_speaks_for_none() {
    let mut last = f64::INFINITY;
    for n in [3, 30, 3_000, 10_000_000] {
        let result = from_t(0.0, n, &BayesOptions::default()).expect("a factor");
        assert!(result.bf10 < last && result.bf10 > 0.0);
        assert!(close(result.bf_greater, result.bf_less, 1e-14));
        last = result.bf10;
    }
}

#[test]
fn extremes_have_a_logarithm_and_an_end() {
    for (t, n) in [(1e100, 2), (-1e50, 40), (300.0, 10_000_000), (1e-300, 2)] {
        for scale in [1e-3, 1.0, 1e3] {
            let options = BayesOptions::new(scale).expect("a scale");
            let result = from_t(t, n, &options).expect("a factor");
            assert!(
                result.log_bf10.is_finite() && result.bf10 > 0.0,
                "{t} {n} {scale}"
            );
        }
    }
    assert!(from_t(f64::NAN, 5, &BayesOptions::default()).is_err());
    assert!(from_t(1.0, 1, &BayesOptions::default()).is_err());
    assert!(BayesOptions::new(f64::NAN).is_err() && BayesOptions::new(-1.0).is_err());
}

#[test]
fn constant_data_have_no_factor() {
    let options = BayesOptions::default();
    let error = StatsError::NoVariation {
        what: "differences",
    };
    assert_eq!(jzs_paired(&[1.0, 2.0], &[2.0, 3.0], &options), Err(error));
    let error = StatsError::NoVariation {
        what: "values within the samples",
    };
    assert_eq!(
        jzs_two_sample(&[1.0, 1.0], &[2.0, 2.0], &options),
        Err(error)
    );
}
