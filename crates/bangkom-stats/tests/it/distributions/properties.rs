//! What holds for every distribution at every point.

use bangkom_stats::distributions::{
    beta, binomial, chi_squared, fisher_f, noncentral_t, normal, poisson, student_t,
    studentized_range,
};
use bangkom_stats::{ConfidenceLevel, StatsError};
use proptest::prelude::*;

/// A lower and an upper tail add to one.
fn whole(
    lower: Result<f64, StatsError>,
    upper: Result<f64, StatsError>,
) -> Result<(), TestCaseError> {
    let (lower, upper) = (lower.expect("a tail"), upper.expect("a tail"));
    prop_assert!((0.0..=1.0).contains(&lower) && (0.0..=1.0).contains(&upper));
    prop_assert!((lower + upper - 1.0).abs() <= 1e-12, "{lower} + {upper}");
    Ok(())
}

proptest! {
    #[test]
    fn tails_add_to_one(x in -60.0..60.0_f64, a in 0.1..500.0_f64, b in 0.1..500.0_f64) {
        whole(normal::cdf(x), normal::sf(x))?;
        whole(student_t::cdf(x, a), student_t::sf(x, a))?;
        whole(fisher_f::cdf(x, a, b), fisher_f::sf(x, a, b))?;
        whole(chi_squared::cdf(x, a), chi_squared::sf(x, a))?;
        whole(beta::cdf(x / 60.0, a, b), beta::sf(x / 60.0, a, b))?;
        whole(noncentral_t::cdf(x, a, b / 20.0), noncentral_t::sf(x, a, b / 20.0))?;
    }

    #[test]
    fn lower_tails_grow(
        x in -50.0..50.0_f64, step in 1e-3..1.0_f64, a in 0.1..5e4_f64, b in 0.1..5e4_f64,
    ) {
        let grows = |f: &dyn Fn(f64) -> Result<f64, StatsError>| {
            let (before, after) = (f(x).expect("a tail"), f(x + step).expect("a tail"));
            before <= after * (1.0 + 1e-11)
        };
        prop_assert!(grows(&normal::cdf));
        prop_assert!(grows(&|x| student_t::cdf(x, a)));
        prop_assert!(grows(&|x| fisher_f::cdf(x, a, b)));
        prop_assert!(grows(&|x| chi_squared::cdf(x * a, a)));
        prop_assert!(grows(&|x| beta::cdf(x / 50.0, a, b)));
        prop_assert!(grows(&|x| noncentral_t::cdf(x, a, 2.0)));
    }

    #[test]
    fn families_agree(x in 0.01..50.0_f64, a in 0.5..2e3_f64, b in 0.5..2e3_f64) {
        let near = |limit: f64, one: Result<f64, StatsError>, two: Result<f64, StatsError>| {
            let (one, two) = (one.expect("a tail"), two.expect("a tail"));
            (one - two).abs() <= limit * two.max(1e-290)
        };
        // A squared t variable is F with one degree; the odds of a beta variable are F.
        prop_assert!(near(1e-11, student_t::two_sided(x, a), fisher_f::sf(x * x, 1.0, a))
            || x * x < 1e-3);
        let odds = a * x / (b + a * x);
        prop_assert!(odds > 0.999
            || (beta::cdf(odds, a / 2.0, b / 2.0).expect("a tail")
                - fisher_f::cdf(x, a, b).expect("a tail")).abs() < 1e-12);
        // Without noncentrality the noncentral t is Student's.
        prop_assert!(near(1e-10, noncentral_t::sf(x, a, 0.0), student_t::sf(x, a)));
        // The range of two is a difference of two.
        let root = x / std::f64::consts::SQRT_2;
        prop_assert!(near(1e-8, studentized_range::sf(x, 2, a.max(1.0)), student_t::two_sided(root, a.max(1.0)))
            || x > 20.0);
        // Infinite degrees of freedom are the normal distribution.
        prop_assert_eq!(student_t::sf(x, f64::INFINITY), normal::sf(x));
    }

    #[test]
    fn counts_sum_to_their_tails(n in 1..60_u64, p in 0.01..0.99_f64, mean in 0.1..40.0_f64) {
        let (mut binomial_sum, mut poisson_sum) = (0.0, 0.0);
        for k in 0..n {
            binomial_sum += binomial::pmf(k, n, p).expect("a probability");
            poisson_sum += poisson::pmf(k, mean).expect("a probability");
            let lower = binomial::cdf(k, n, p).expect("a tail");
            prop_assert!((binomial_sum - lower).abs() <= 1e-13 * lower.max(1e-3));
            let lower = poisson::cdf(k, mean).expect("a tail");
            prop_assert!((poisson_sum - lower).abs() <= 1e-13 * lower.max(1e-3));
            whole(binomial::cdf(k, n, p), binomial::sf(k, n, p))?;
            whole(poisson::cdf(k, mean), poisson::sf(k, mean))?;
        }
    }

    #[test]
    fn noncentrality_interval_inverts(
        t in -60.0..60.0_f64, df in 1.0..3e3_f64, level in 0.5..0.999_f64,
    ) {
        let level = ConfidenceLevel::new(level).expect("a level");
        let interval = noncentral_t::ncp_interval(t, df, level).expect("an interval");
        prop_assert!(interval.low < interval.high);
        let above = noncentral_t::sf(t, df, interval.low).expect("a tail");
        let below = noncentral_t::cdf(t, df, interval.high).expect("a tail");
        prop_assert!((above / level.tail() - 1.0).abs() < 1e-9, "{above}");
        prop_assert!((below / level.tail() - 1.0).abs() < 1e-9, "{below}");
    }

    #[test]
    fn any_input_has_an_answer(
        x in any::<f64>(), size_a in -9.0..15.0_f64, size_b in -9.0..15.0_f64, invalid in 0..10,
    ) {
        let (mut a, b) = (10.0_f64.powf(size_a), 10.0_f64.powf(size_b));
        if invalid == 0 {
            a = -a;
        }
        for (name, result) in [
            ("normal", normal::sf(x)),
            ("student_t", student_t::sf(x, a)),
            ("fisher_f", fisher_f::sf(x, a, b)),
            ("chi_squared", chi_squared::sf(x, a)),
            ("beta", beta::sf(x, a, b)),
            ("noncentral_t", noncentral_t::sf(x, a, b)),
            ("studentized_range", studentized_range::sf(x, 3, a)),
        ] {
            match result {
                Ok(p) => prop_assert!((0.0..=1.0).contains(&p), "{name}: {p}"),
                Err(error) => prop_assert!(
                    matches!(error, StatsError::OutOfRange { .. }), "{name}: {error}"
                ),
            }
        }
    }
}

#[test]
fn interval_of_a_huge_t_is_found() {
    for t in [1e3, 1e4, 9.9e4, -5e4] {
        let level = ConfidenceLevel::default();
        let interval = noncentral_t::ncp_interval(t, 9.0, level).expect("an interval");
        let above = noncentral_t::sf(t, 9.0, interval.low).expect("a tail");
        assert!((above / 0.025 - 1.0).abs() < 1e-9, "{above} at {t}");
        assert!(interval.low < t && t < interval.high);
    }
}

#[test]
fn parameters_outside_their_range_are_refused() {
    let refused = |result: Result<f64, StatsError>, name: &str| match result {
        Err(StatsError::OutOfRange { argument, .. }) => assert_eq!(argument, name),
        other => panic!("{other:?}"),
    };
    refused(normal::cdf(f64::NAN), "z");
    refused(normal::quantile(1.5), "p");
    refused(student_t::cdf(1.0, 0.0), "df");
    refused(student_t::cdf(1.0, f64::NAN), "df");
    refused(fisher_f::sf(1.0, -1.0, 2.0), "d1");
    refused(fisher_f::sf(1.0, 1.0, f64::INFINITY), "d2");
    refused(beta::cdf(0.5, 1.0, 0.0), "b");
    refused(binomial::cdf(1, 2, -0.1), "p");
    refused(poisson::cdf(1, 0.0), "mean");
    refused(noncentral_t::cdf(0.0, 3.0, 1e7), "ncp");
    refused(studentized_range::sf(1.0, 1, 3.0), "k");
    refused(studentized_range::sf(1.0, 2, 0.5), "df");
    assert!(noncentral_t::ncp_interval(1e6, 3.0, ConfidenceLevel::default()).is_err());
}

#[test]
fn infinite_points_are_the_ends() {
    let (up, down) = (f64::INFINITY, f64::NEG_INFINITY);
    assert_eq!(normal::sf(up), Ok(0.0));
    assert_eq!(student_t::cdf(down, 2.0), Ok(0.0));
    assert_eq!(student_t::sf(down, 2.0), Ok(1.0));
    assert_eq!(fisher_f::cdf(up, 2.0, 3.0), Ok(1.0));
    assert_eq!(chi_squared::sf(down, 3.0), Ok(1.0));
    assert_eq!(noncentral_t::sf(up, 3.0, 1.0), Ok(0.0));
    assert_eq!(studentized_range::cdf(up, 3, 5.0), Ok(1.0));
}
