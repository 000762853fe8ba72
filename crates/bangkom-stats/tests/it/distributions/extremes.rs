//! Parameters at the ends of the doubles: a probability or a typed error, never NaN.

use bangkom_stats::StatsError;
use bangkom_stats::distributions::{beta, chi_squared, fisher_f, gamma, student_t};

const SIZES: [f64; 13] = [
    f64::MIN_POSITIVE,
    1e-300,
    1e-270,
    1e-160,
    1e-20,
    1e-3,
    0.5,
    1.0,
    7.0,
    1e4,
    1e10,
    1e160,
    1e300,
];
const SHARES: [f64; 7] = [0.0, 1e-300, 1e-16, 0.3, 0.5, 1.0 - 1e-10, 1.0];

/// A probability, or an error that names the parameter.
fn share(result: Result<f64, StatsError>, place: &str) -> Option<f64> {
    match result {
        Ok(p) => {
            assert!((0.0..=1.0).contains(&p), "{place}: {p}");
            Some(p)
        }
        Err(StatsError::OutOfRange { .. }) => None,
        Err(error) => panic!("{place}: {error}"),
    }
}

fn tails(cdf: Result<f64, StatsError>, sf: Result<f64, StatsError>, place: &str) {
    if let (Some(cdf), Some(sf)) = (share(cdf, place), share(sf, place)) {
        assert!((cdf + sf - 1.0).abs() < 1e-9, "{place}: {cdf} and {sf}");
    }
}

fn number(result: Result<f64, StatsError>, place: &str) {
    match result {
        Ok(x) => assert!(!x.is_nan(), "{place}: {x}"),
        Err(StatsError::OutOfRange { .. }) => {}
        Err(error) => panic!("{place}: {error}"),
    }
}

#[test]
fn two_shapes_of_any_size_have_tails() {
    for a in SIZES {
        for b in SIZES {
            for x in SIZES {
                let place = format!("{x:e} of {a:e} and {b:e}");
                tails(fisher_f::cdf(x, a, b), fisher_f::sf(x, a, b), &place);
                let x = x.min(1.0 / x);
                tails(beta::cdf(x, a, b), beta::sf(x, a, b), &place);
            }
        }
    }
}

#[test]
fn one_shape_of_any_size_has_tails() {
    for df in SIZES {
        for x in SIZES {
            let place = format!("{x:e} of {df:e}");
            tails(student_t::cdf(x, df), student_t::sf(x, df), &place);
            tails(chi_squared::cdf(x, df), chi_squared::sf(x, df), &place);
            tails(gamma::cdf(x, df, 1.0), gamma::sf(x, df, 1.0), &place);
        }
    }
}

#[test]
fn shapes_of_any_size_have_quantiles() {
    for a in SIZES {
        for p in SHARES {
            let place = format!("{p:e} of {a:e}");
            number(student_t::quantile(p, a), &place);
            number(chi_squared::quantile(p, a), &place);
            number(gamma::quantile(p, a, 1.0), &place);
            for b in SIZES {
                number(beta::quantile(p, a, b), &place);
                number(fisher_f::quantile(p, a, b), &place);
            }
        }
    }
}
