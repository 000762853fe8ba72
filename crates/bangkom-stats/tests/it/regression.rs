//! Least squares and its standard errors: identities, published formulas, bad input.

use bangkom_stats::regression::{
    ClusterCorrection, CoefficientTable, Inference, LeverageCorrection, LinearModel, ancova,
    intercept, one_way_anova,
};
use bangkom_stats::two_sample::{student, welch};
use bangkom_stats::{ConfidenceLevel, StatsError, TestOptions, Warning};
use proptest::prelude::*;

fn level() -> ConfidenceLevel {
    ConfidenceLevel::default()
}

fn table(inference: &Inference<'_>) -> CoefficientTable {
    inference.coefficients(level()).expect("a table")
}

fn close(got: f64, want: f64, tolerance: f64) -> bool {
    (got - want).abs() <= tolerance * want.abs().max(f64::MIN_POSITIVE)
}

/// Rows of a design with some noise, and a label of one of four clusters.
fn rows() -> impl Strategy<Value = Vec<(f64, f64, usize)>> {
    proptest::collection::vec((-50.0..50.0_f64, -50.0..50.0_f64, 0_usize..4), 12..40)
        .prop_filter("four clusters", |rows| {
            (0..4).all(|g| rows.iter().filter(|row| row.2 == g).count() >= 2)
        })
}

fn split(rows: &[(f64, f64, usize)]) -> (Vec<f64>, Vec<f64>, Vec<usize>) {
    let x = rows.iter().map(|row| row.0).collect();
    let y = rows.iter().map(|row| row.1).collect();
    (x, y, rows.iter().map(|row| row.2).collect())
}

proptest! {
    #[test]
    fn robust_errors_agree_where_they_must(rows in rows()) {
        let (x, y, _) = split(&rows);
        let ones = intercept(x.len());
        let model = LinearModel::fit(&[&ones, &x], &y).expect("a fit");
        let alone: Vec<usize> = (0..x.len()).collect();
        let pairs = [
            (model.robust(LeverageCorrection::Hc0), model.clustered(&alone, ClusterCorrection::Cr0)),
            (model.robust(LeverageCorrection::Hc2), model.clustered(&alone, ClusterCorrection::Cr2)),
            (model.robust(LeverageCorrection::Hc0), model.newey_west(0, false)),
            (model.robust(LeverageCorrection::Hc1), model.newey_west(0, true)),
        ];
        for (first, second) in pairs {
            let (first, second) = (table(&first.expect("errors")), table(&second.expect("errors")));
            for (a, b) in first.coefficients.iter().zip(&second.coefficients) {
                prop_assert!(close(a.se, b.se, 1e-10));
            }
        }
    }

    #[test]
    fn order_of_rows_and_names_of_clusters_do_not_matter(rows in rows()) {
        let (x, y, cluster) = split(&rows);
        let turned: Vec<_> = rows.iter().rev().copied().collect();
        let (x2, y2, cluster2) = split(&turned);
        let renamed: Vec<String> = cluster2.iter().map(|g| format!("unit {}", 9 - g)).collect();
        let ones = intercept(x.len());
        let first = LinearModel::fit(&[&ones, &x], &y).expect("a fit");
        let second = LinearModel::fit(&[&ones, &x2], &y2).expect("a fit");
        for kind in [ClusterCorrection::Cr0, ClusterCorrection::Cr1, ClusterCorrection::Cr2] {
            let a = table(&first.clustered(&cluster, kind).expect("errors"));
            let b = table(&second.clustered(&renamed, kind).expect("errors"));
            for (a, b) in a.coefficients.iter().zip(&b.coefficients) {
                prop_assert!(close(a.se, b.se, 1e-9));
                prop_assert!(close(a.df, b.df, 1e-7));
            }
        }
    }

    #[test]
    fn units_do_not_matter(rows in rows(), power in -500_i32..500) {
        let (x, y, cluster) = split(&rows);
        let unit = 2.0_f64.powi(power);
        let scaled: Vec<f64> = y.iter().map(|y| y * unit).collect();
        let small: Vec<f64> = x.iter().map(|x| x / unit).collect();
        let ones = intercept(x.len());
        let first = LinearModel::fit(&[&ones, &x], &y).expect("a fit");
        let second = LinearModel::fit(&[&ones, &small], &scaled).expect("a fit");
        let a = table(&first.clustered(&cluster, ClusterCorrection::Cr2).expect("errors"));
        let b = table(&second.clustered(&cluster, ClusterCorrection::Cr2).expect("errors"));
        // A power of two changes no digit.
        prop_assert_eq!(a.coefficients[1].t, b.coefficients[1].t);
        prop_assert_eq!(a.coefficients[1].df, b.coefficients[1].df);
        prop_assert_eq!(a.coefficients[0].se * unit, b.coefficients[0].se);
    }

    #[test]
    fn a_shift_changes_the_intercept_only(rows in rows()) {
        let (x, y, _) = split(&rows);
        let far: Vec<f64> = x.iter().map(|x| (x * 1024.0).round() / 1024.0 + 1e9).collect();
        let near: Vec<f64> = x.iter().map(|x| (x * 1024.0).round() / 1024.0).collect();
        let ones = intercept(x.len());
        let first = LinearModel::fit(&[&ones, &near], &y).expect("a fit");
        let second = LinearModel::fit(&[&ones, &far], &y).expect("a fit");
        let (a, b) = (table(&first.classical().expect("errors")), table(&second.classical().expect("errors")));
        prop_assert!(close(b.coefficients[1].estimate, a.coefficients[1].estimate, 1e-6)
            || a.coefficients[1].estimate.abs() < 1e-3);
        prop_assert!(close(b.coefficients[1].se, a.coefficients[1].se, 1e-6));
        prop_assert!(close(second.sigma(), first.sigma(), 1e-10));
    }

    #[test]
    fn residuals_are_orthogonal_to_every_column(rows in rows()) {
        let (x, y, _) = split(&rows);
        let model = LinearModel::fit(&[&intercept(x.len()), &x], &y).expect("a fit");
        let residuals = model.residuals();
        let along: f64 = residuals.iter().zip(&x).map(|(e, x)| e * x).sum();
        prop_assert!(residuals.iter().sum::<f64>().abs() < 1e-10);
        prop_assert!(along.abs() < 1e-9);
    }

    #[test]
    fn two_groups_are_a_t_test(
        a in proptest::collection::vec(0.0..10.0_f64, 3..12),
        b in proptest::collection::vec(0.0..10.0_f64, 3..12),
    ) {
        let options = TestOptions::default();
        let (pooled, unequal) =
            (student(&a, &b, &options).expect("t"), welch(&a, &b, &options).expect("t"));
        let anova = one_way_anova(&[&a, &b]).expect("an anova");
        prop_assert!(close(anova.f, pooled.t * pooled.t, 1e-9) || anova.f < 1e-12);
        prop_assert!(close(anova.p, pooled.p_two, 1e-9));
        // Two means with HC2 errors have Welch's standard error, and the degrees of freedom of
        // Imbens and Kolesar (2016), section 3.
        let y = [a.clone(), b.clone()].concat();
        let second: Vec<f64> = (0..y.len()).map(|i| f64::from(u8::from(i >= a.len()))).collect();
        let alone: Vec<usize> = (0..y.len()).collect();
        let model = LinearModel::fit(&[&intercept(y.len()), &second], &y).expect("a fit");
        let robust = table(&model.clustered(&alone, ClusterCorrection::Cr2).expect("errors"));
        prop_assert!(close(robust.coefficients[1].se, unequal.se, 1e-10));
        let (n0, n1) = (a.len() as f64, b.len() as f64);
        let df = (n0 + n1).powi(2) * (n0 - 1.0) * (n1 - 1.0)
            / (n1 * n1 * (n1 - 1.0) + n0 * n0 * (n0 - 1.0));
        prop_assert!(close(robust.coefficients[1].df, df, 1e-9), "{} {}", robust.coefficients[1].df, df);
    }

    #[test]
    fn a_joint_test_of_one_column_is_its_t_squared(rows in rows()) {
        let (x, y, _) = split(&rows);
        let model = LinearModel::fit(&[&intercept(x.len()), &x], &y).expect("a fit");
        let t = table(&model.classical().expect("errors")).coefficients[1].t;
        let test = model.hypothesis(&[1]).expect("a test");
        prop_assert!(close(test.f, t * t, 1e-9));
        let alone = LinearModel::fit(&[&intercept(x.len())], &y).expect("a fit");
        prop_assert!((test.ss - (alone.rss() - model.rss())).abs() < 1e-8 * alone.rss());
    }
}

/// Standard normal deviates, the same on every run.
struct Normal(u64);

impl Normal {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn next(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.uniform()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.uniform()).cos()
    }
}

#[test]
fn eight_clusters_cover_with_cr2_and_not_with_cr0() {
    let (mut covered, mut plain) = (0, 0);
    let runs = 600;
    let mut normal = Normal(20_261_123);
    let cluster: Vec<usize> = (0..64).map(|i| i / 8).collect();
    let treated: Vec<f64> = cluster
        .iter()
        .map(|g| f64::from(u8::from(*g < 3)))
        .collect();
    for _ in 0..runs {
        let shift: Vec<f64> = (0..8).map(|_| normal.next()).collect();
        let y: Vec<f64> = cluster.iter().map(|g| shift[*g] + normal.next()).collect();
        let model = LinearModel::fit(&[&intercept(64), &treated], &y).expect("a fit");
        let interval =
            |kind| table(&model.clustered(&cluster, kind).expect("errors")).coefficients[1].ci;
        covered += i32::from(interval(ClusterCorrection::Cr2).contains(0.0));
        plain += i32::from(interval(ClusterCorrection::Cr0).contains(0.0));
    }
    let share = f64::from(covered) / f64::from(runs);
    assert!((0.92..=0.99).contains(&share), "{share}");
    assert!(plain < covered - runs / 20, "{plain} of {covered}");
}

#[test]
fn few_clusters_are_said() {
    let y = [1.0, 2.0, 4.0, 3.0];
    let model = LinearModel::fit(&[&intercept(4)], &y).expect("a fit");
    let inference = model
        .clustered(&[1, 1, 2, 2], ClusterCorrection::Cr1)
        .expect("errors");
    let warning = Warning::FewClusters {
        clusters: 2,
        advised: 40,
    };
    assert_eq!(table(&inference).basis.warnings, [warning]);
}

#[test]
fn missing_rows_are_dropped_with_their_clusters() {
    let (x, y) = (
        [1.0, 2.0, 3.0, f64::NAN, 5.0, 7.0],
        [2.0, f64::NAN, 1.0, 4.0, 6.0, 5.0],
    );
    let cluster = ["a", "lost", "b", "lost", "b", "a"];
    let model = LinearModel::fit(&[&intercept(6), &x], &y).expect("a fit");
    let whole = LinearModel::fit(
        &[&intercept(4), &[1.0, 3.0, 5.0, 7.0]],
        &[2.0, 1.0, 6.0, 5.0],
    );
    let whole = whole.expect("a fit");
    let got = table(
        &model
            .clustered(&cluster, ClusterCorrection::Cr1)
            .expect("errors"),
    );
    let want = whole.clustered(&["a", "b", "b", "a"], ClusterCorrection::Cr1);
    assert_eq!(got.coefficients, table(&want.expect("errors")).coefficients);
    assert_eq!(
        (got.basis.n_input, got.basis.n_used, got.basis.n_missing),
        (6, 4, 2)
    );
}

#[test]
fn designs_that_cannot_be_fitted() {
    let y = [1.0, 2.0, 4.0, 3.0];
    let x = [1.0, 2.0, 3.0, 4.0];
    let ones = intercept(4);
    let fit = |columns: &[&[f64]], y: &[f64]| LinearModel::fit(columns, y).map(|_| ()).unwrap_err();
    let twice: Vec<f64> = x.iter().map(|x| 2.0 * x - 1.0).collect();
    assert_eq!(
        fit(&[&ones, &x, &twice], &y),
        StatsError::Degenerate { column: 2 }
    );
    assert_eq!(
        fit(&[&ones, &[0.0; 4]], &y),
        StatsError::Degenerate { column: 1 }
    );
    assert_eq!(
        fit(&[&ones, &x[..3]], &y),
        StatsError::LengthMismatch {
            first: 3,
            second: 4
        }
    );
    assert_eq!(
        fit(&[&ones[..2], &x[..2]], &y[..2]),
        StatsError::TooFew { needed: 3, got: 2 }
    );
    assert_eq!(
        fit(&[&ones[..0]], &[]),
        StatsError::TooFew { needed: 2, got: 0 }
    );
    assert!(matches!(fit(&[], &y), StatsError::Undefined { .. }));
    let infinite = [1.0, f64::INFINITY, 2.0, 3.0];
    assert_eq!(
        fit(&[&ones], &infinite),
        StatsError::NotFinite {
            argument: "y",
            index: 1
        }
    );
    assert_eq!(
        fit(&[&infinite], &y),
        StatsError::NotFinite {
            argument: "columns",
            index: 1
        }
    );
}

#[test]
fn an_exact_fit_has_no_p_value() {
    let x = [0.1, 0.2, 0.3, 0.7];
    let y: Vec<f64> = x.iter().map(|x| 3.0 * x + 0.1).collect();
    let model = LinearModel::fit(&[&intercept(4), &x], &y).expect("a fit");
    let none = StatsError::NoVariation { what: "residuals" };
    assert_eq!(model.classical().map(|_| ()).unwrap_err(), none);
    assert_eq!(
        model
            .robust(LeverageCorrection::Hc3)
            .map(|_| ())
            .unwrap_err(),
        none
    );
    assert_eq!(model.hypothesis(&[1]).unwrap_err(), none);
    let constant = LinearModel::fit(&[&intercept(4)], &[7.0; 4]).expect("a fit");
    assert_eq!(constant.estimates(), [7.0]);
    assert_eq!(constant.r_squared(), None);
    assert_eq!(constant.classical().map(|_| ()).unwrap_err(), none);
}

#[test]
fn questions_that_a_model_cannot_answer() {
    let (x, y) = ([0.0, 0.0, 0.0, 1.0], [1.0, 2.0, 4.0, 3.0]);
    let model = LinearModel::fit(&[&intercept(4), &x], &y).expect("a fit");
    let lone = model
        .robust(LeverageCorrection::Hc3)
        .map(|_| ())
        .unwrap_err();
    assert!(matches!(lone, StatsError::Undefined { .. }));
    assert!(model.robust(LeverageCorrection::Hc1).is_ok());
    let one = model
        .clustered(&[1; 4], ClusterCorrection::Cr2)
        .map(|_| ())
        .unwrap_err();
    assert_eq!(one, StatsError::TooFew { needed: 2, got: 1 });
    assert!(model.clustered(&[1, 2], ClusterCorrection::Cr2).is_err());
    assert!(matches!(
        model.newey_west(4, true),
        Err(StatsError::OutOfRange { .. })
    ));
    assert!(matches!(
        model.hypothesis(&[2]),
        Err(StatsError::OutOfRange { .. })
    ));
    assert!(matches!(
        model.hypothesis(&[]),
        Err(StatsError::Undefined { .. })
    ));
    assert!(matches!(
        model.hypothesis(&[1, 1]),
        Err(StatsError::Degenerate { .. })
    ));
    let classical = model.classical().expect("errors");
    assert!(classical.contrast(&[1.0], level()).is_err());
    assert!(classical.contrast(&[1.0, f64::NAN], level()).is_err());
}

#[test]
fn groups_that_cannot_be_compared() {
    let same = one_way_anova(&[[0.1 + 0.2, 0.3], [0.5, 0.5]]).unwrap_err();
    assert!(matches!(same, StatsError::NoVariation { .. }));
    assert!(matches!(
        one_way_anova(&[[1.0, 2.0]]),
        Err(StatsError::TooFew { .. })
    ));
    assert!(one_way_anova(&[vec![1.0, 2.0], vec![f64::NAN]]).is_err());
    assert!(one_way_anova(&[[1.0], [2.0]]).is_err());
    assert!(one_way_anova::<[f64; 2]>(&[]).is_err());
    assert!(one_way_anova(&[[1.0, f64::NEG_INFINITY], [1.0, 2.0]]).is_err());
    let tiny = one_way_anova(&[[1e-160, 2e-160, 3e-160], [2e-160, 3e-160, 7e-160]]).expect("f");
    let usual = one_way_anova(&[[1.0, 2.0, 3.0], [2.0, 3.0, 7.0]]).expect("f");
    assert!(close(tiny.f, usual.f, 1e-12));
    let missing = one_way_anova(&[[1.0, f64::NAN, 3.0], [2.0, 3.0, 7.0]]).expect("f");
    assert_eq!(missing.basis.n_missing, 1);
}

#[test]
fn covariance_analyses_that_cannot_be_done() {
    let pre = [1.0, 2.0, 3.0, 4.0];
    let post = [2.0, 3.0, 5.0, 4.0];
    let run = |pre: &[f64], post: &[f64], group: &[u8]| ancova(pre, post, group, level());
    assert_eq!(
        run(&pre, &post, &[1; 4]).unwrap_err(),
        StatsError::TooFew { needed: 2, got: 1 }
    );
    assert!(run(&pre, &post[..3], &[1, 1, 2, 2]).is_err());
    assert!(run(&pre, &post, &[1, 1, 2]).is_err());
    let lost = [2.0, 3.0, f64::NAN, f64::NAN];
    assert!(matches!(
        run(&pre, &lost, &[1, 1, 2, 2]),
        Err(StatsError::TooFew { .. })
    ));
    let flat = run(&[1.0, 1.0, 2.0, 2.0], &post, &[1, 1, 2, 2]);
    assert_eq!(flat.unwrap_err(), StatsError::Degenerate { column: 2 });
    let short = run(&pre, &post, &[1, 1, 2, 2]).expect("an ancova");
    assert!(
        short.slopes.is_none(),
        "four rows leave nothing for two slopes"
    );
}

#[test]
fn covariance_analysis_is_equivariant() {
    let pre = [50.0, 60.0, 70.0, 52.0, 61.0, 69.0, 55.0];
    let post = [55.0, 66.0, 74.0, 63.0, 72.0, 81.0, 64.0];
    let group = [0, 0, 0, 1, 1, 1, 1];
    let near = ancova(&pre, &post, &group, level()).expect("an ancova");
    let shifted = |values: &[f64]| values.iter().map(|v| v + 1e9).collect::<Vec<_>>();
    let far = ancova(&shifted(&pre), &shifted(&post), &group, level()).expect("an ancova");
    assert!(close(
        far.coefficients[1].estimate,
        near.coefficients[1].estimate,
        1e-6
    ));
    assert!(close(far.group.f, near.group.f, 1e-6));
    assert!(close(
        far.means[1].adjusted_se,
        near.means[1].adjusted_se,
        1e-6
    ));
    assert_eq!(near.means[1].n, 4);
    assert!(close(far.means[0].mean - 1e9, near.means[0].mean, 1e-8));
}
