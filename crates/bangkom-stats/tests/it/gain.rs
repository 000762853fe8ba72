//! Gains, reliable change, regression to the mean, control groups: bad input and simulation.

use bangkom_stats::bootstrap::BootstrapOptions;
use bangkom_stats::gain::{
    ChangeClass, GainBand, Scale, floor_ceiling, gain_intervals, individual_gains, normalized,
    normalized_changes, pre_post_control, regression_to_mean, reliable_change,
};
use bangkom_stats::regression::{ClusterCorrection, LinearModel};
use bangkom_stats::{ConfidenceLevel, StatsError, TestOptions, Warning};
use proptest::prelude::*;

use crate::random::{close, normals};

fn ten() -> Scale {
    Scale::new(0.0, 10.0).expect("a scale")
}

#[test]
fn scores_outside_the_scale_are_refused_without_showing_them() {
    let result = normalized(&[1.0, 11.5], &[2.0, 3.0], ten());
    let Err(error @ StatsError::OutOfRange { index: Some(1), .. }) = result else {
        panic!("not refused");
    };
    assert_eq!(error.to_string(), "pre[1] lies outside 0..10");
    assert!(individual_gains(&[1.0], &[-0.5], ten()).is_err());
    assert!(floor_ceiling(&[f64::INFINITY], ten()).is_err());
    assert!(Scale::new(0.0, f64::INFINITY).is_err() && Scale::new(f64::NAN, 1.0).is_err());
    assert!(serde_json::from_str::<Scale>(r#"{"low": 3, "high": 1}"#).is_err());
}

#[test]
fn who_starts_at_the_top_has_no_gain() {
    let gains = normalized(&[10.0, 10.0], &[10.0, 8.0], ten()).expect("gains");
    assert_eq!(
        (gains.class_gain, gains.band, gains.individual_mean),
        (None, None, None)
    );
    assert_eq!(
        (gains.n_pre_at_max, gains.change_dropped, gains.change_mean),
        (2, 1, Some(-0.2))
    );
    let all = normalized(&[10.0], &[10.0], ten()).expect("gains");
    assert_eq!(
        (all.change_mean, all.change_median, all.change_sd),
        (None, None, None)
    );
    assert!(
        all.basis
            .warnings
            .contains(&Warning::UndefinedDropped { count: 1 })
    );
    assert!(
        all.basis
            .warnings
            .contains(&Warning::Ceiling { share: 1.0 })
    );
}

#[test]
fn missing_scores_are_dropped() {
    let gains = normalized(&[4.0, f64::NAN, 5.0], &[7.0, 3.0, f64::NAN], ten()).expect("gains");
    assert_eq!(
        (gains.basis.n_used, gains.basis.n_missing, gains.class_gain),
        (1, 2, Some(0.5))
    );
    let changes = normalized_changes(&[f64::NAN, 2.0], &[3.0, 6.0], ten()).expect("changes");
    assert_eq!(changes, [None, Some(0.5)]);
    let none = normalized(&[f64::NAN], &[1.0], ten());
    assert_eq!(none, Err(StatsError::TooFew { needed: 1, got: 0 }));
}

#[test]
fn bands_begin_where_hake_says() {
    let bands = [-1.0, 0.299, 0.3, 0.699, 0.7, 1.0].map(GainBand::of);
    let (low, medium, high) = (GainBand::Low, GainBand::Medium, GainBand::High);
    assert_eq!(bands, [low, low, medium, medium, high, high]);
}

#[test]
fn a_scale_may_start_anywhere() {
    let scale = Scale::new(1.0, 5.0).expect("a scale");
    let changes = normalized_changes(&[3.0, 1.0, 5.0], &[2.0, 1.0, 1.0], scale).expect("changes");
    assert_eq!(changes, [Some(-0.5), None, Some(-1.0)]);
}

#[test]
fn reliable_change_keeps_the_place_of_each_case() {
    let (pre, post) = ([10.0, f64::NAN, 12.0, 8.0], [30.0, 5.0, 12.5, -9.0]);
    let change = reliable_change(&pre, &post, 0.5, ConfidenceLevel::default()).expect("change");
    let class = [
        Some(ChangeClass::Improved),
        None,
        Some(ChangeClass::Unchanged),
        Some(ChangeClass::Deteriorated),
    ];
    assert_eq!(change.class, class);
    assert_eq!((change.rci[1], change.basis.n_missing), (None, 1));
    assert!(
        close(change.s_diff, 2.0, 1e-12)
            && close(change.minimal_detectable_change, 3.919_927_969, 1e-9)
    );
}

#[test]
fn reliability_is_a_share_and_pre_must_vary() {
    let level = ConfidenceLevel::default();
    for reliability in [1.0, -0.1, f64::NAN] {
        let result = reliable_change(&[1.0, 2.0], &[1.0, 2.0], reliability, level);
        assert!(matches!(
            result,
            Err(StatsError::OutOfRange {
                argument: "reliability",
                ..
            })
        ));
    }
    let constant = StatsError::NoVariation { what: "pre scores" };
    assert_eq!(
        reliable_change(&[1.0, 1.0], &[1.0, 2.0], 0.5, level),
        Err(constant)
    );
}

/// True scores do not change; the weak rise and the strong fall all the same, as predicted.
#[test]
fn regression_to_the_mean_predicts_changes_without_effect() {
    let n = 40_000;
    let (truth, a, b) = (normals(61, 0, n), normals(61, 1, n), normals(61, 2, n));
    let measure = |error: &[f64]| -> Vec<f64> {
        truth
            .iter()
            .zip(error)
            .map(|(t, e)| 50.0 + 8.0 * t + 6.0 * e)
            .collect()
    };
    let (pre, post) = (measure(&a), measure(&b));
    let result = regression_to_mean(&pre, &post).expect("a regression");
    let rise_of = |keep: &dyn Fn(f64) -> bool| {
        let chosen: Vec<f64> = pre
            .iter()
            .zip(&post)
            .filter(|(x, _)| keep(**x))
            .map(|(x, y)| y - x)
            .collect();
        chosen.iter().sum::<f64>() / chosen.len() as f64
    };
    assert!((rise_of(&|x| x < 42.0) - result.expected_rise_below(42.0)).abs() < 0.3);
    assert!((-rise_of(&|x| x > 58.0) - result.expected_fall_above(58.0)).abs() < 0.3);
    // The naive correlation cries effect, Oldham's does not.
    assert!(result.cor_pre_change.expect("r") < -0.3);
    assert!(result.oldham_r.abs() < 0.02 && result.pitman_morgan_p > 1e-3);
    assert!(result.expected_beyond(500.0).is_finite());
}

#[test]
fn what_does_not_regress_is_refused() {
    let too_few = Err(StatsError::TooFew { needed: 3, got: 2 });
    assert_eq!(regression_to_mean(&[1.0, 2.0], &[2.0, 4.0]), too_few);
    let constant = regression_to_mean(&[1.0, 2.0, 3.0], &[2.0, 3.0, 4.0]);
    assert_eq!(
        constant,
        Err(StatsError::NoVariation {
            what: "differences"
        })
    );
    let line = regression_to_mean(&[1.0, 2.0, 3.0], &[2.0, 4.0, 6.0]);
    assert!(
        matches!(line, Err(StatsError::Undefined { .. })),
        "{line:?}"
    );
    let flat = regression_to_mean(&[1.0, 1.0, 1.0], &[2.0, 4.0, 7.0]);
    assert_eq!(
        flat,
        Err(StatsError::NoVariation {
            what: "pre or post scores"
        })
    );
}

#[test]
fn the_same_changes_in_both_groups_cancel() {
    let gain = [1.0, 2.0, 4.0, 3.0];
    let pre = [10.0, 20.0, 15.0, 12.0];
    let post: Vec<f64> = pre.iter().zip(gain).map(|(x, g)| x + g).collect();
    let options = TestOptions::default();
    let result = pre_post_control((&pre, &post), (&pre, &post), &options).expect("a result");
    assert_eq!(
        (result.did, result.welch.p_two, result.d_ppc2),
        (0.0, 1.0, Some(0.0))
    );
    let assumed = |w: &Warning| w.code() == "assumed";
    assert!(result.basis.warnings.iter().any(assumed));
    let constant = pre_post_control(
        (&[1.0, 2.0], &[2.0, 3.0]),
        (&[1.0, 2.0], &[3.0, 4.0]),
        &options,
    );
    assert!(matches!(constant, Err(StatsError::NoVariation { .. })));
    let short = pre_post_control((&[1.0], &[2.0]), (&pre, &post), &options);
    assert_eq!(short, Err(StatsError::TooFew { needed: 2, got: 1 }));
}

proptest! {
    #[test]
    fn gains_have_no_unit(
        pairs in prop::collection::vec((0..20_u8, 0..20_u8), 1..40), exponent in -100..100_i32,
        low in -3..3_i32,
    ) {
        let scale = 10.0_f64.powi(exponent);
        let at = |x: u8, s: f64| (f64::from(x) + f64::from(low)) * s;
        let gains = |s: f64| {
            let (pre, post): (Vec<f64>, Vec<f64>) = pairs.iter().map(|(x, y)| (at(*x, s), at(*y, s))).unzip();
            normalized(&pre, &post, Scale::new(at(0, s), at(20, s)).expect("a scale")).expect("gains")
        };
        let (plain, moved) = (gains(1.0), gains(scale));
        let same = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => close(a, b, 1e-9) || (a - b).abs() < 1e-12,
            (a, b) => a == b,
        };
        prop_assert!(same(plain.class_gain, moved.class_gain));
        prop_assert!(same(plain.change_mean, moved.change_mean));
        prop_assert!(same(plain.individual_sd, moved.individual_sd));
        prop_assert_eq!(plain.n_gain + plain.n_same + plain.n_loss, pairs.len());
        prop_assert!(plain.change_mean.is_none_or(|c| (-1.0..=1.0).contains(&c)));
    }
}

#[test]
fn gains_have_intervals() {
    let n = 60;
    let pre: Vec<f64> = normals(62, 0, n)
        .iter()
        .map(|x| (50.0 + 10.0 * x).clamp(0.0, 100.0))
        .collect();
    let errors = normals(62, 1, n);
    let post: Vec<f64> = pre
        .iter()
        .zip(&errors)
        .map(|(x, e)| (x + 0.4 * (100.0 - x) + 5.0 * e).min(100.0))
        .collect();
    let scale = Scale::new(0.0, 100.0).expect("a scale");
    let options = BootstrapOptions::default().replicates(1_999).seed(3);
    let intervals = gain_intervals(&pre, &post, scale, &options).expect("intervals");
    let gains = normalized(&pre, &post, scale).expect("gains");
    let class = intervals.class_gain;
    assert!(close(class.theta, gains.class_gain.expect("a gain"), 1e-13));
    let bca = class.bca.expect("an interval").interval;
    assert!(bca.contains(0.4) && bca.width() < 0.1, "{bca:?}");
    let change = intervals.change_mean.expect("changes");
    assert!(close(
        change.theta,
        gains.change_mean.expect("a change"),
        1e-13
    ));
    let top = gain_intervals(&[10.0, 10.0], &[10.0, 10.0], ten(), &options);
    assert!(matches!(top, Err(StatsError::Undefined { .. })));
}

#[test]
fn bias_reduced_error_of_a_difference_in_differences_is_that_of_its_regression() {
    let control = (&[5.0, 6.0, 7.0, 4.0][..], &[5.0, 7.0, 7.5, 6.0][..]);
    let treated = (&[5.0, 6.0, 8.0][..], &[8.0, 8.0, 11.5][..]);
    let result = pre_post_control(control, treated, &TestOptions::default()).expect("a result");
    let y = [control.0, treated.0, control.1, treated.1].concat();
    let person: Vec<usize> = (0..14).map(|row| row % 7).collect();
    let flag = |test: fn(usize) -> bool| -> Vec<f64> {
        (0..14).map(|row| f64::from(u8::from(test(row)))).collect()
    };
    let (one, group, time) = (flag(|_| true), flag(|r| r % 7 > 3), flag(|r| r > 6));
    let both = flag(|r| r % 7 > 3 && r > 6);
    let model = LinearModel::fit(&[&one, &group, &time, &both], &y).expect("a fit");
    let errors = model
        .clustered(&person, ClusterCorrection::Cr2)
        .expect("errors");
    let did = errors
        .contrast(&[0.0, 0.0, 0.0, 1.0], ConfidenceLevel::default())
        .expect("a contrast");
    for (got, want) in [
        (result.did, did.estimate),
        (result.se_cr2, did.se),
        (result.df, did.df),
        (result.ci.low, did.ci.low),
        (result.ci.high, did.ci.high),
    ] {
        assert!((got - want).abs() < 1e-11, "{got} {want}");
    }
}
