//! Cluster correlation, design effects and random intercepts: identities and bad input.

use bangkom_stats::clusters::{
    Likelihood, RandomIntercept, cluster_icc, design_effect, random_intercept,
};
use bangkom_stats::regression::{ClusterCorrection, LinearModel, intercept};
use bangkom_stats::{ConfidenceLevel, StatsError, Warning};
use proptest::prelude::*;

fn level() -> ConfidenceLevel {
    ConfidenceLevel::default()
}

fn close(got: f64, want: f64, tolerance: f64) -> bool {
    (got - want).abs() <= tolerance * want.abs().max(1e-12)
}

fn mean_model(y: &[f64], cluster: &[usize], likelihood: Likelihood) -> RandomIntercept {
    random_intercept(&[&intercept(y.len())], y, cluster, likelihood, level()).expect("a fit")
}

/// Five clusters of four values.
fn balanced() -> impl Strategy<Value = (Vec<f64>, Vec<usize>)> {
    let shifts = proptest::collection::vec(-8.0..8.0_f64, 5);
    let noise = proptest::collection::vec(-4.0..4.0_f64, 20);
    (shifts, noise).prop_map(|(shifts, noise)| {
        let cluster: Vec<usize> = (0..20).map(|i| i / 4).collect();
        let y = cluster
            .iter()
            .zip(noise)
            .map(|(g, e)| shifts[*g] + e)
            .collect();
        (y, cluster)
    })
}

proptest! {
    #[test]
    fn restricted_likelihood_gives_the_anova_estimates_when_sizes_are_equal(
        (y, cluster) in balanced(),
    ) {
        let anova = cluster_icc(&y, &cluster, level()).expect("an icc");
        let fit = mean_model(&y, &cluster, Likelihood::Restricted);
        if anova.icc > 1e-6 {
            prop_assert!(close(fit.icc, anova.icc, 1e-8), "{} {}", fit.icc, anova.icc);
            prop_assert!(close(fit.var_residual, anova.ms_within, 1e-8));
            prop_assert!(!fit.boundary);
        } else if anova.icc < -1e-6 {
            prop_assert!(fit.boundary);
            prop_assert_eq!((fit.var_intercept, fit.p_no_variance), (0.0, 1.0));
        }
        prop_assert!(close(fit.fixed[0].estimate, anova.mean, 1e-9) || anova.mean.abs() < 1e-6);
    }

    #[test]
    fn no_other_ratio_is_more_likely((y, cluster) in balanced(), share in 0.0..0.95_f64) {
        let fit = mean_model(&y, &cluster, Likelihood::Full);
        prop_assert!(deviance_at(&y, &cluster, share / (1.0 - share)) >= fit.deviance - 1e-9);
        let again = deviance_at(&y, &cluster, fit.var_intercept / fit.var_residual);
        prop_assert!(close(again, fit.deviance, 1e-10), "{again} {}", fit.deviance);
    }

    #[test]
    fn mixed_models_do_not_know_units_or_order((y, cluster) in balanced(), power in -400_i32..400) {
        let unit = 2.0_f64.powi(power);
        let scaled: Vec<f64> = y.iter().rev().map(|y| y * unit).collect();
        let turned: Vec<usize> = cluster.iter().rev().map(|g| 100 - g).collect();
        let first = mean_model(&y, &cluster, Likelihood::Restricted);
        let second = mean_model(&scaled, &turned, Likelihood::Restricted);
        prop_assert!((first.icc - second.icc).abs() < 1e-9);
        prop_assert!(close(second.fixed[0].se / unit, first.fixed[0].se, 1e-8));
        prop_assert_eq!(first.boundary, second.boundary);
    }

    #[test]
    fn the_interval_holds_the_correlation((y, cluster) in balanced()) {
        let r = cluster_icc(&y, &cluster, level()).expect("an icc");
        prop_assert!(r.icc_ci.contains(r.icc));
        prop_assert!(r.icc_ci.high <= 1.0 && r.icc_ci.low >= -1.0 / (r.n0 - 1.0) - 1e-12);
        prop_assert!(close(r.design_effect, r.design_effect_unequal, 1e-12));
    }
}

/// Full-likelihood deviance of the mean model at a ratio of variances, by the textbook formula for
/// clusters of four.
fn deviance_at(y: &[f64], cluster: &[usize], ratio: f64) -> f64 {
    let n = y.len() as f64;
    let mean = y.iter().sum::<f64>() / n;
    let (mut within, mut between, mut groups) = (0.0, 0.0, 0.0);
    for g in 0..5 {
        let members: Vec<f64> = y
            .iter()
            .zip(cluster)
            .filter(|(_, c)| **c == g)
            .map(|(y, _)| *y)
            .collect();
        let m = members.iter().sum::<f64>() / 4.0;
        within += members.iter().map(|y| (y - m).powi(2)).sum::<f64>();
        between += 4.0 * (m - mean).powi(2) / (1.0 + 4.0 * ratio);
        groups += (1.0 + 4.0 * ratio).ln();
    }
    n * (1.0 + (std::f64::consts::TAU * (within + between) / n).ln()) + groups
}

#[test]
fn without_variance_between_clusters_least_squares_is_left() {
    let y = [1.0, 5.0, 2.0, 4.0, 3.0, 3.5];
    let x = [0.0, 1.0, 2.0, 3.0, 4.0, 5.5];
    let cluster = [1, 1, 2, 2, 3, 3];
    let columns: [&[f64]; 2] = [&intercept(6), &x];
    let fit = random_intercept(&columns, &y, &cluster, Likelihood::Restricted, level());
    let fit = fit.expect("a fit");
    assert!(fit.boundary);
    assert!(
        fit.basis
            .warnings
            .iter()
            .any(|w| matches!(w, Warning::Boundary { .. }))
    );
    let ols = LinearModel::fit(&columns, &y).expect("a fit");
    let table = ols
        .classical()
        .expect("errors")
        .coefficients(level())
        .expect("a table");
    for (mixed, plain) in fit.fixed.iter().zip(&table.coefficients) {
        assert!(close(mixed.estimate, plain.estimate, 1e-12));
        assert!(close(mixed.se, plain.se, 1e-12));
    }
    assert_eq!(fit.likelihood_ratio, 0.0);
}

#[test]
fn clusters_that_tell_nothing() {
    let y = [1.0, 2.0, 4.0, 3.0];
    let icc = |y: &[f64], g: &[u8]| cluster_icc(y, g, level()).unwrap_err();
    assert_eq!(icc(&y, &[1; 4]), StatsError::TooFew { needed: 2, got: 1 });
    assert_eq!(
        icc(&y, &[1, 2, 3, 4]),
        StatsError::TooFew { needed: 5, got: 4 }
    );
    assert_eq!(
        icc(&y, &[1, 2]),
        StatsError::LengthMismatch {
            first: 4,
            second: 2
        }
    );
    assert_eq!(icc(&[], &[]), StatsError::TooFew { needed: 2, got: 0 });
    let flat = StatsError::NoVariation {
        what: "values within groups",
    };
    assert_eq!(icc(&[1.0, 1.0, 2.0, 2.0], &[1, 1, 2, 2]), flat);
    assert!(matches!(
        icc(&[1.0, f64::INFINITY], &[1, 2]),
        StatsError::NotFinite { .. }
    ));

    let mixed = |y: &[f64], g: &[u8]| {
        let ones = intercept(y.len());
        random_intercept(&[&ones], y, g, Likelihood::Full, level())
            .map(|_| ())
            .unwrap_err()
    };
    assert_eq!(mixed(&y, &[1; 4]), StatsError::TooFew { needed: 2, got: 1 });
    assert_eq!(
        mixed(&y, &[1, 2, 3, 4]),
        StatsError::TooFew { needed: 5, got: 4 }
    );
    assert!(matches!(
        mixed(&[1.0, 1.0, 2.0, 2.0], &[1, 1, 2, 2]),
        StatsError::NoVariation { .. }
    ));
    assert!(matches!(
        mixed(&[3.0; 4], &[1, 1, 2, 2]),
        StatsError::NoVariation { .. }
    ));
    assert!(
        mixed(&y, &[1, 2])
            == StatsError::LengthMismatch {
                first: 2,
                second: 4
            }
    );
}

#[test]
fn equal_cluster_means_leave_a_negative_correlation() {
    let r = cluster_icc(&[1.0, 3.0, 3.0, 1.0], &[1, 1, 2, 2], level()).expect("an icc");
    assert_eq!((r.icc, r.se_cr0, r.f), (-1.0, 0.0, 0.0));
    assert_eq!((r.design_effect, r.n_effective), (0.0, None));
}

#[test]
fn plans_outside_their_range() {
    assert!(design_effect(0.1, 0, 10).is_err());
    assert!(design_effect(0.1, 10, 0).is_err());
    assert!(design_effect(1.5, 10, 10).is_err());
    assert!(design_effect(-0.2, 10, 10).is_err());
    assert!(design_effect(f64::NAN, 10, 10).is_err());
    let alone = design_effect(0.9, 1, 7).expect("a plan");
    assert_eq!(
        (alone.design_effect, alone.n_required, alone.n_clusters),
        (1.0, 7, 7)
    );
    let best = design_effect(-1.0 / 9.0, 10, 100).expect("a plan");
    assert!(best.n_required <= 1);
}

#[test]
fn bias_reduced_error_of_a_mean_is_that_of_its_model() {
    let y = [4.0, 6.0, 5.5, 1.0, 2.0, 9.0, 7.0, 8.5, 8.0, 7.5, 3.0];
    let cluster = [1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 4];
    let result = cluster_icc(&y, &cluster, level()).expect("an icc");
    let model = LinearModel::fit(&[&intercept(y.len())], &y).expect("a fit");
    let errors = model.clustered(&cluster, ClusterCorrection::Cr2);
    let mean = errors.expect("errors").contrast(&[1.0], level());
    let mean = mean.expect("a mean");
    assert!(close(result.se_cr2, mean.se, 1e-13));
    assert!(
        close(result.df_cr2, mean.df, 1e-12),
        "{} {}",
        result.df_cr2,
        mean.df
    );
    // Clusters of one size leave their number less one.
    let even: Vec<usize> = (0..10).map(|i| i / 2).collect();
    let even = cluster_icc(&y[..10], &even, level()).expect("an icc");
    assert!(close(even.df_cr2, 4.0, 1e-13) && even.se_cr2 > even.se_cr0);
}
