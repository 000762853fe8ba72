//! Where `statrs` 0.19.1 loses digits, beside the exact value and ours.
//!
//! These cases say why the crate has kernels of its own. When one of them fails because `statrs`
//! became right, the kernel may be given up. `StudentsT::inverse_cdf` is not called with 1e8 or
//! more degrees of freedom: for most probabilities it never returns there.

use bangkom_stats::distributions::{chi_squared, fisher_f, gamma, normal, student_t};
use statrs::distribution::{ChiSquared, ContinuousCDF, FisherSnedecor, Gamma, Normal, StudentsT};

/// Ours is within `limit` of the exact value, theirs is off by at least `off`, relatively.
fn compare(exact: f64, ours: f64, limit: f64, theirs: f64, off: f64) {
    let error = |value: f64| (value / exact - 1.0).abs();
    assert!(error(ours) <= limit, "ours: {ours:e}, exact {exact:e}");
    assert!(error(theirs) >= off, "statrs: {theirs:e}, exact {exact:e}");
}

#[test]
fn normal_tails_have_ten_digits() {
    let theirs = Normal::standard();
    let ours = |z| normal::cdf(z).expect("a tail");
    // Exact: erfc(1 / sqrt 2) / 2 and erfc(4 / sqrt 2) / 2 by mpmath with 60 digits.
    compare(
        0.158_655_253_931_457_05,
        ours(-1.0),
        1e-15,
        theirs.cdf(-1.0),
        5e-11,
    );
    compare(
        3.167_124_183_311_992_4e-5,
        ours(-4.0),
        1e-15,
        theirs.cdf(-4.0),
        5e-11,
    );
}

#[test]
fn student_t_near_zero_returns_one_half() {
    let theirs = StudentsT::new(0.0, 1.0, 1e10).expect("parameters");
    let ours = student_t::sf(1e-3, 1e10).expect("a tail");
    // Exact: one half minus 1e-3 times the density, by mpmath with 60 digits.
    compare(0.499_601_057_786_098_9, ours, 1e-14, theirs.sf(1e-3), 7e-4);
}

#[test]
fn student_t_far_out_returns_zero() {
    let theirs = StudentsT::new(0.0, 1.0, 1.0).expect("parameters");
    let ours = student_t::sf(1e200, 1.0).expect("a tail");
    // Exact: 1 / (pi t) for one degree of freedom.
    compare(
        1e-200 / std::f64::consts::PI,
        ours,
        1e-12,
        theirs.sf(1e200),
        1.0,
    );
}

#[test]
fn student_t_quantile_drifts_with_the_degrees_of_freedom() {
    // Exact: Newton's method on the incomplete beta function, mpmath with 60 digits.
    for (df, exact, off) in [
        (1e5, 1.959_987_707_534_609_3, 3e-6),
        (1e6, 1.959_966_356_814_106_7, 6e-5),
        (1e7, 1.959_964_221_767_205, 0.06),
    ] {
        let theirs = StudentsT::new(0.0, 1.0, df).expect("parameters");
        let ours = student_t::quantile(0.975, df).expect("a quantile");
        compare(exact, ours, 1e-14, theirs.inverse_cdf(0.975), off);
    }
}

#[test]
fn student_t_quantile_with_one_degree_is_nine_percent_off() {
    let theirs = StudentsT::new(0.0, 1.0, 1.0).expect("parameters");
    let ours = student_t::quantile(1e-8, 1.0).expect("a quantile");
    // Exact: -cot(pi p).
    let exact = -1.0 / (std::f64::consts::PI * 1e-8).tan();
    compare(exact, ours, 1e-13, theirs.inverse_cdf(1e-8), 0.09);
}

#[test]
fn student_t_quantile_ends_at_any_degrees_of_freedom() {
    for df in [1e8, 1e12, 1e100, f64::MAX] {
        let ours = student_t::quantile(0.975, df).expect("a quantile");
        assert!(
            (ours - 1.959_963_984_540_054).abs() < 3e-8,
            "{ours} at {df}"
        );
    }
}

#[test]
fn fisher_f_far_out_returns_zero() {
    let theirs = FisherSnedecor::new(2.0, 1.0).expect("parameters");
    let ours = fisher_f::sf(1e20, 2.0, 1.0).expect("a tail");
    // Exact: (1 + 2 f)^(-1/2) for these degrees of freedom.
    compare(1.0 / 2e20_f64.sqrt(), ours, 1e-14, theirs.sf(1e20), 1.0);
}

#[test]
fn small_quantiles_have_a_floor() {
    let theirs = ChiSquared::new(1.0).expect("parameters").inverse_cdf(1e-8);
    let ours = chi_squared::quantile(1e-8, 1.0).expect("a quantile");
    // Exact to 16 digits: the square of the normal quantile of (1 + p) / 2, near pi p^2 / 2.
    compare(std::f64::consts::PI * 1e-16 / 2.0, ours, 1e-14, theirs, 1e6);
    let theirs = Gamma::new(0.5, 1.0).expect("parameters").inverse_cdf(1e-8);
    let ours = gamma::quantile(1e-8, 0.5, 1.0).expect("a quantile");
    compare(std::f64::consts::PI * 1e-16 / 4.0, ours, 1e-14, theirs, 1e6);
}
