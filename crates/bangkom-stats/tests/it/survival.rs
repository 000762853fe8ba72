//! Survival against published curves, identities, bad input.

use bangkom_stats::survival::{SurvivalInterval, SurvivalOptions, kaplan_meier, log_rank};
use bangkom_stats::{Moments, StatsError};
use proptest::prelude::*;

/// Freireich et al. (1963): weeks in remission under 6-MP, true where it ended.
const TREATED: [(f64, bool); 21] = [
    (6.0, true),
    (6.0, true),
    (6.0, true),
    (6.0, false),
    (7.0, true),
    (9.0, false),
    (10.0, true),
    (10.0, false),
    (11.0, false),
    (13.0, true),
    (16.0, true),
    (17.0, false),
    (19.0, false),
    (20.0, false),
    (22.0, true),
    (23.0, true),
    (25.0, false),
    (32.0, false),
    (32.0, false),
    (34.0, false),
    (35.0, false),
];

/// The same under placebo, where all ended.
const PLACEBO: [f64; 21] = [
    1.0, 1.0, 2.0, 2.0, 3.0, 4.0, 4.0, 5.0, 5.0, 8.0, 8.0, 8.0, 8.0, 11.0, 11.0, 12.0, 12.0, 15.0,
    17.0, 22.0, 23.0,
];

fn log() -> SurvivalOptions {
    SurvivalOptions::default().interval(SurvivalInterval::Log)
}

#[test]
fn remission_of_freireich() {
    let (times, events): (Vec<f64>, Vec<bool>) = TREATED.into_iter().unzip();
    let curve = kaplan_meier(&times, &events, &log()).expect("a curve");
    // Kalbfleisch and Prentice (2002) and every textbook since.
    let printed = [
        (6.0, 21, 3, 0.857, 0.0764),
        (7.0, 17, 1, 0.807, 0.0869),
        (10.0, 15, 1, 0.753, 0.0963),
        (13.0, 12, 1, 0.690, 0.1068),
        (16.0, 11, 1, 0.627, 0.1141),
        (22.0, 7, 1, 0.538, 0.1282),
        (23.0, 6, 1, 0.448, 0.1346),
    ];
    assert_eq!(curve.steps.len(), printed.len());
    for (step, (time, at_risk, ended, survival, se)) in curve.steps.iter().zip(printed) {
        assert_eq!(
            (step.time, step.at_risk, step.events),
            (time, at_risk, ended)
        );
        assert!((step.survival - survival).abs() < 5.1e-4);
        assert!((step.se - se).abs() < 5.1e-5);
    }
    assert_eq!(curve.median, Some(23.0));
    let ci = curve.median_ci.expect("an interval");
    assert_eq!((ci.low, ci.high), (16.0, f64::INFINITY));
}

#[test]
fn remission_of_freireich_compared() {
    let (mut times, mut events): (Vec<f64>, Vec<bool>) = TREATED.into_iter().unzip();
    times.extend(PLACEBO);
    events.extend([true; 21]);
    let group: Vec<u8> = (0..42).map(|i| u8::from(i >= 21)).collect();
    let r = log_rank(&times, &events, &group).expect("a test");
    // R's survdiff: expected 19.3 and 10.7, chi-squared 16.8, p = 4e-05.
    assert!((r.groups[0].expected - 19.25).abs() < 0.005);
    assert!((r.groups[1].expected - 10.75).abs() < 0.005);
    assert!((r.chi_squared - 16.793).abs() < 5e-4);
    assert!((r.p - 4.17e-5).abs() < 5e-8);
}

#[test]
fn median_interval_of_the_maintenance_trial() {
    // Miller (1997), acute myelogenous leukaemia; R's survfit prints these limits.
    let maintained = [
        9.0, 13.0, 13.0, 18.0, 23.0, 28.0, 31.0, 34.0, 45.0, 48.0, 161.0,
    ];
    let ended = [
        true, true, false, true, true, false, true, true, false, true, false,
    ];
    let curve = kaplan_meier(&maintained, &ended, &log()).expect("a curve");
    assert_eq!(curve.median, Some(31.0));
    assert_eq!(
        curve.median_ci.map(|ci| (ci.low, ci.high)),
        Some((18.0, f64::INFINITY))
    );
    let others = [
        5.0, 5.0, 8.0, 8.0, 12.0, 16.0, 23.0, 27.0, 30.0, 33.0, 43.0, 45.0,
    ];
    let mut all = [true; 12];
    all[5] = false;
    let curve = kaplan_meier(&others, &all, &log()).expect("a curve");
    assert_eq!(curve.median, Some(23.0));
    assert_eq!(
        curve.median_ci.map(|ci| (ci.low, ci.high)),
        Some((8.0, f64::INFINITY))
    );
}

fn cases() -> impl Strategy<Value = Vec<(f64, bool, u8)>> {
    let one = (0_u16..60, any::<bool>(), 0_u8..3);
    proptest::collection::vec(one.prop_map(|(t, e, g)| (f64::from(t), e, g)), 3..60)
}

proptest! {
    #[test]
    fn without_open_cases_it_is_the_empirical_share(times in proptest::collection::vec(0_u8..40, 2..50)) {
        let times: Vec<f64> = times.into_iter().map(f64::from).collect();
        let n = times.len() as f64;
        let curve = kaplan_meier(&times, &vec![true; times.len()], &SurvivalOptions::default());
        let curve = curve.expect("a curve");
        for step in &curve.steps {
            let open = times.iter().filter(|t| **t > step.time).count() as f64 / n;
            prop_assert!((step.survival - open).abs() < 1e-12);
            prop_assert!((step.se - (open * (1.0 - open) / n).sqrt()).abs() < 1e-12);
        }
        let moments = Moments::of(&times);
        prop_assert!((curve.restricted_mean.mean - moments.mean().expect("a mean")).abs() < 1e-10);
        // Without open cases the variance is that of a mean, with divisor n.
        let se = moments.sd().expect("an sd") * (n - 1.0).sqrt() / n;
        prop_assert!((curve.restricted_mean.se - se).abs() < 1e-10);
    }

    #[test]
    fn curves_fall_and_intervals_hold(cases in cases()) {
        let times: Vec<f64> = cases.iter().map(|case| case.0).collect();
        let events: Vec<bool> = cases.iter().map(|case| case.1).collect();
        for interval in [SurvivalInterval::Plain, SurvivalInterval::Log, SurvivalInterval::LogLog] {
            let options = SurvivalOptions::default().interval(interval);
            let curve = kaplan_meier(&times, &events, &options).expect("a curve");
            let mut last = 1.0;
            for step in &curve.steps {
                prop_assert!(step.survival < last);
                prop_assert!(step.ci.contains(step.survival));
                prop_assert!((0.0..=1.0).contains(&step.ci.low) && step.ci.high <= 1.0);
                last = step.survival;
            }
            let mean = curve.restricted_mean;
            prop_assert!(mean.mean >= 0.0 && mean.mean <= mean.tau + 1e-12);
            if let (Some(median), Some(ci)) = (curve.median, curve.median_ci) {
                prop_assert!(ci.contains(median));
            }
        }
    }

    #[test]
    fn observed_and_expected_sum_alike(cases in cases()) {
        let times: Vec<f64> = cases.iter().map(|case| case.0).collect();
        let events: Vec<bool> = cases.iter().map(|case| case.1).collect();
        let groups: Vec<u8> = cases.iter().map(|case| case.2).collect();
        if let Ok(r) = log_rank(&times, &events, &groups) {
            let observed: usize = r.groups.iter().map(|g| g.observed).sum();
            let expected: f64 = r.groups.iter().map(|g| g.expected).sum();
            prop_assert!((observed as f64 - expected).abs() < 1e-9);
            prop_assert!(r.chi_squared >= 0.0 && (0.0..=1.0).contains(&r.p));
            let renamed: Vec<u8> = groups.iter().map(|g| 9 - g).collect();
            let other = log_rank(&times, &events, &renamed).expect("a test");
            prop_assert!((other.chi_squared - r.chi_squared).abs() <= 1e-6 * (1.0 + r.chi_squared));
        }
    }
}

#[test]
fn cases_that_cannot_be_followed() {
    let usual = SurvivalOptions::default();
    let run = |times: &[f64], events: &[bool]| {
        kaplan_meier(times, events, &usual).map(|_| ()).unwrap_err()
    };
    assert_eq!(run(&[], &[]), StatsError::TooFew { needed: 1, got: 0 });
    assert_eq!(
        run(&[f64::NAN], &[true]),
        StatsError::TooFew { needed: 1, got: 0 }
    );
    assert!(matches!(
        run(&[1.0], &[true, true]),
        StatsError::LengthMismatch { .. }
    ));
    assert!(matches!(
        run(&[-1.0], &[true]),
        StatsError::OutOfRange { index: Some(0), .. }
    ));
    assert!(matches!(
        run(&[f64::INFINITY], &[true]),
        StatsError::NotFinite { .. }
    ));
    let late = usual.tau(f64::NAN);
    assert!(kaplan_meier(&[1.0], &[true], &late).is_err());
    let dropped = kaplan_meier(&[1.0, f64::NAN, 2.0], &[true; 3], &usual).expect("a curve");
    assert_eq!(dropped.basis.n_missing, 1);
    let open = kaplan_meier(&[1.0, 2.0], &[false; 2], &usual).expect("a curve");
    assert_eq!(
        (open.n_events, open.median, open.median_ci),
        (0, None, None)
    );
}

#[test]
fn groups_that_cannot_be_compared() {
    let run = |times: &[f64], events: &[bool], groups: &[u8]| {
        log_rank(times, events, groups).map(|_| ()).unwrap_err()
    };
    let too_few = StatsError::TooFew { needed: 2, got: 1 };
    assert_eq!(run(&[1.0, 2.0], &[true; 2], &[1, 1]), too_few);
    assert!(matches!(
        run(&[1.0, 2.0], &[false; 2], &[1, 2]),
        StatsError::Undefined { .. }
    ));
    assert!(matches!(
        run(&[1.0, f64::NAN], &[true; 2], &[1, 2]),
        StatsError::TooFew { .. }
    ));
    assert!(matches!(
        run(&[1.0, 2.0], &[true; 2], &[1]),
        StatsError::LengthMismatch { .. }
    ));
    // One group has left before anything ends.
    let gone = run(
        &[1.0, 1.0, 2.0, 3.0],
        &[false, false, true, true],
        &[1, 1, 2, 2],
    );
    assert!(matches!(gone, StatsError::Undefined { .. }));
}
