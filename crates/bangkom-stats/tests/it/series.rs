//! Series: trends against enumeration, interruptions that are known, bad input.

use bangkom_stats::series::{
    SegmentedOptions, autocorrelation, durbin_watson, interrupted_counts, interrupted_series,
    mann_kendall,
};
use bangkom_stats::{ConfidenceLevel, StatsError};
use proptest::prelude::*;

fn level() -> ConfidenceLevel {
    ConfidenceLevel::default()
}

fn close(got: f64, want: f64, tolerance: f64) -> bool {
    (got - want).abs() <= tolerance * want.abs().max(1e-9)
}

/// Rising minus falling pairs, one by one.
fn pairs(y: &[f64]) -> i64 {
    let sign = |a: f64, b: f64| i64::from(b > a) - i64::from(b < a);
    (0..y.len())
        .flat_map(|i| (0..i).map(move |j| (j, i)))
        .map(|(j, i)| sign(y[j], y[i]))
        .sum()
}

proptest! {
    #[test]
    fn pairs_are_counted_right(y in proptest::collection::vec(0_u8..12, 2..80)) {
        let y: Vec<f64> = y.into_iter().map(f64::from).collect();
        let r = mann_kendall(&y, level()).expect("a trend");
        prop_assert_eq!(r.s, pairs(&y));
        prop_assert!((0.0..=1.0).contains(&r.p));
        prop_assert!(r.slope_ci.contains(r.slope));
    }

    #[test]
    fn a_reversed_series_falls_as_it_rose(y in proptest::collection::vec(-9.0..9.0_f64, 3..40)) {
        let turned: Vec<f64> = y.iter().rev().copied().collect();
        let (a, b) = (mann_kendall(&y, level()).expect("one"), mann_kendall(&turned, level()).expect("one"));
        prop_assert_eq!(a.s, -b.s);
        prop_assert_eq!(a.slope, -b.slope);
        prop_assert_eq!(a.p, b.p);
        prop_assert_eq!(a.p_exact, b.p_exact);
        prop_assert!(close(a.slope_ci.low, -b.slope_ci.high, 1e-9));
    }

    #[test]
    fn a_slope_added_is_a_slope_found(
        y in proptest::collection::vec(-64_i32..64, 4..40),
        slope in -64_i32..64,
    ) {
        let y: Vec<f64> = y.into_iter().map(|y| f64::from(y) / 8.0).collect();
        let steep: Vec<f64> =
            y.iter().enumerate().map(|(i, y)| y + f64::from(slope) * i as f64).collect();
        let (a, b) = (mann_kendall(&y, level()).expect("one"), mann_kendall(&steep, level()).expect("one"));
        prop_assert!((b.slope - a.slope - f64::from(slope)).abs() < 1e-12);
    }

    #[test]
    fn an_interruption_that_is_known_is_found(
        jump in -50.0..50.0_f64,
        bend in -5.0..5.0_f64,
        origin in -1e4..1e4_f64,
    ) {
        let origin = origin.round();
        let times: Vec<f64> = (0..40).map(|i| origin + f64::from(i)).collect();
        let start = origin + 23.0;
        let noise = |i: usize| if i % 4 < 2 { 0.5 } else { -0.5 };
        let values: Vec<f64> = times.iter().enumerate().map(|(i, t)| {
            let after = if *t >= start { jump + bend * (t - start) } else { 0.0 };
            10.0 + 0.25 * (t - origin) + after + noise(i)
        }).collect();
        let horizon = start + 10.0;
        let options = SegmentedOptions::default().lag(2).horizons(&[horizon]);
        let r = interrupted_series(&values, &times, start, &options).expect("an analysis");
        prop_assert!((r.level_change.estimate - jump).abs() < 0.6);
        prop_assert!((r.slope_change.estimate - bend).abs() < 0.1);
        let effect = r.effects[0].effect;
        let by_hand = r.level_change.estimate + 10.0 * r.slope_change.estimate;
        prop_assert!((effect.estimate - by_hand).abs() < 1e-9);
        let mean = r.after.iter().map(|p| p.fitted - p.counterfactual).sum::<f64>() / 17.0;
        prop_assert!((r.mean_effect.estimate - mean).abs() < 1e-7);
        prop_assert_eq!(r.after.len(), 17);
    }
}

/// All orders of five values, for the exact distribution.
fn orders(left: &[f64], taken: &[f64]) -> Vec<Vec<f64>> {
    if left.is_empty() {
        return vec![taken.to_vec()];
    }
    let mut all = Vec::new();
    for (i, value) in left.iter().enumerate() {
        let rest = [&left[..i], &left[i + 1..]].concat();
        all.extend(orders(&rest, &[taken, &[*value]].concat()));
    }
    all
}

#[test]
fn exact_probabilities_are_those_of_all_orders() {
    let all = orders(&[1.0, 2.0, 3.0, 4.0, 5.0], &[]);
    assert_eq!(all.len(), 120);
    for series in &all {
        let r = mann_kendall(series, level()).expect("a trend");
        let as_far = all
            .iter()
            .filter(|other| pairs(other).abs() >= r.s.abs())
            .count();
        let exact = r.p_exact.expect("no ties");
        assert!((exact - as_far as f64 / 120.0).abs() < 1e-14, "{series:?}");
    }
}

#[test]
fn long_series_have_the_slope_of_all_pairs() {
    let y: Vec<f64> = (0..2100_u32)
        .map(|i| f64::from(i) * 0.01 + f64::from(i * 7919 % 1009) / 64.0)
        .collect();
    let r = mann_kendall(&y, level()).expect("a trend");
    let mut slopes = Vec::new();
    for i in 0..y.len() {
        slopes.extend((0..i).map(|j| (y[i] - y[j]) / (i - j) as f64));
    }
    slopes.sort_by(f64::total_cmp);
    let n = slopes.len();
    let median = slopes[n / 2].midpoint(slopes[(n - 1) / 2]);
    assert!((r.slope - median).abs() < 1e-13, "{} {median}", r.slope);
    let reach = 1.959_963_984_540_054 * r.var_s.sqrt();
    let low = slopes[((n as f64 - reach) / 2.0) as usize];
    assert!((r.slope_ci.low - low).abs() < 1e-4);
    assert_eq!(r.s, pairs(&y));
}

#[test]
fn long_series_of_few_values_have_an_exact_slope() {
    let flat = mann_kendall(&vec![7.3; 2500], level()).expect("a trend");
    assert_eq!(
        (flat.slope, flat.slope_ci.low, flat.slope_ci.high),
        (0.0, 0.0, 0.0)
    );
    let counts: Vec<f64> = (0..2500_u32).map(|i| f64::from(i * 31 % 5)).collect();
    assert_eq!(mann_kendall(&counts, level()).expect("a trend").slope, 0.0);
    let line: Vec<f64> = (0..2500).map(|i| 1e9 - 0.25 * f64::from(i)).collect();
    let falling = mann_kendall(&line, level()).expect("a trend");
    assert!((falling.slope + 0.25).abs() < 1e-6, "{}", falling.slope);
    let tiny: Vec<f64> = line
        .iter()
        .map(|y| (y - 1e9) * 2.0_f64.powi(-530))
        .collect();
    let tiny = mann_kendall(&tiny, level()).expect("a trend").slope * 2.0_f64.powi(530);
    assert!((tiny + 0.25).abs() < 1e-12, "{tiny}");
}

#[test]
fn a_missing_value_keeps_its_place() {
    let r = mann_kendall(&[1.0, f64::NAN, 3.0, 4.0], level()).expect("a trend");
    assert_eq!((r.s, r.slope, r.basis.n_missing), (3, 1.0, 1));
    let r1 = autocorrelation(&[1.0, f64::NAN, 3.0, 2.0, 4.0], 1).expect("one");
    // Mean 2.5; pairs (3, 2) and (2, 4).
    assert!((r1 - (-0.25 - 0.75) / 5.0).abs() < 1e-15);
}

#[test]
fn trends_that_have_no_direction() {
    let flat = mann_kendall(&[2.0; 6], level()).expect("a trend");
    assert_eq!(
        (flat.s, flat.p, flat.tau_b, flat.slope),
        (0, 1.0, None, 0.0)
    );
    assert!(mann_kendall(&[1.0], level()).is_err());
    assert!(mann_kendall(&[], level()).is_err());
    assert!(mann_kendall(&[1.0, f64::INFINITY], level()).is_err());
    assert!(mann_kendall(&[f64::NAN; 5], level()).is_err());
    let tiny = mann_kendall(&[1e-160, 3e-160, 2e-160, 5e-160], level()).expect("a trend");
    assert!(
        close(tiny.slope * 1e160, 7.0 / 6.0, 1e-12),
        "{}",
        tiny.slope
    );
}

#[test]
fn seasons_take_their_own_part() {
    let times: Vec<f64> = (0..48).map(f64::from).collect();
    let seasons: Vec<u32> = (0..48).map(|i| i % 4).collect();
    let wobble = |i: usize| (((i * i) % 7) as f64 - 3.0) / 20.0;
    let of_season = [0.0, 9.0, -4.0, 2.0];
    let values: Vec<f64> = (0..48)
        .map(|i| {
            let after = if i >= 30 { -6.0 } else { 0.0 };
            20.0 + of_season[i % 4] + after + wobble(i)
        })
        .collect();
    let plain = SegmentedOptions::default().lag(3);
    let with = plain.clone().seasons(&seasons);
    let first = interrupted_series(&values, &times, 30.0, &plain).expect("an analysis");
    let second = interrupted_series(&values, &times, 30.0, &with).expect("an analysis");
    assert!(second.sigma < 0.3 && first.sigma > 3.0);
    assert!((second.level_change.estimate + 6.0).abs() < 0.3);
    assert!(second.level_change.ci.contains(-6.0));
    assert_eq!(second.n_coefficients, 7);
}

#[test]
fn interruptions_that_cannot_be_analysed() {
    let times: Vec<f64> = (0..10).map(f64::from).collect();
    let values = [1.0, 3.0, 2.0, 4.0, 3.0, 9.0, 8.0, 9.5, 9.0, 8.0];
    let run = |values: &[f64], times: &[f64], start: f64, options: &SegmentedOptions| {
        interrupted_series(values, times, start, options)
            .map(|_| ())
            .unwrap_err()
    };
    let usual = SegmentedOptions::default();
    assert!(matches!(
        run(&values, &times, 9.0, &usual),
        StatsError::TooFew { needed: 2, got: 1 }
    ));
    assert!(matches!(
        run(&values, &times, 0.0, &usual),
        StatsError::TooFew { .. }
    ));
    assert!(matches!(
        run(&values, &times[1..], 5.0, &usual),
        StatsError::LengthMismatch { .. }
    ));
    assert!(matches!(
        run(&values, &times, f64::NAN, &usual),
        StatsError::OutOfRange { .. }
    ));
    let turned: Vec<f64> = times.iter().rev().copied().collect();
    assert!(matches!(
        run(&values, &turned, 5.0, &usual),
        StatsError::Undefined { .. }
    ));
    let long = usual.clone().lag(10);
    assert!(matches!(
        run(&values, &times, 5.0, &long),
        StatsError::OutOfRange { .. }
    ));
    let early = usual.clone().horizons(&[2.0]);
    assert!(matches!(
        run(&values, &times, 5.0, &early),
        StatsError::OutOfRange { .. }
    ));
    let short = usual.clone().seasons(&[1, 2]);
    assert!(matches!(
        run(&values, &times, 5.0, &short),
        StatsError::LengthMismatch { .. }
    ));
    let straight: Vec<f64> = times.iter().map(|t| 2.0 * t).collect();
    assert!(matches!(
        run(&straight, &times, 5.0, &usual),
        StatsError::NoVariation { .. }
    ));
    let same_as_time = usual.seasons(&[0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
    assert!(matches!(
        run(&values, &times, 5.0, &same_as_time),
        StatsError::Degenerate { column: 4 }
    ));
}

#[test]
fn residuals_that_tell_nothing() {
    assert!(durbin_watson(&[1.0]).is_err());
    assert!(durbin_watson(&[0.0, 0.0]).is_err());
    assert!(durbin_watson(&[1.0, f64::NAN]).is_err());
    assert!(close(
        durbin_watson(&[1e-160, -1e-160]).expect("one"),
        2.0,
        1e-15
    ));
    assert!(autocorrelation(&[3.0; 4], 1).is_err());
    assert!(autocorrelation(&[0.1 + 0.2, 0.1 + 0.2, 0.1 + 0.2], 1).is_err());
    assert!(autocorrelation(&[1.0, 2.0], 2).is_err());
    assert_eq!(autocorrelation(&[1.0, 2.0, 5.0], 0).expect("one"), 1.0);
}

fn near(found: f64, expected: f64) {
    assert!(
        (found / expected - 1.0).abs() < 1e-9,
        "{found} instead of {expected}"
    );
}

/// Drivers of light goods vehicles killed in Great Britain a month, 1969 to 1984, and kilometres;
/// belts were compulsory from month 170 (Harvey and Durbin 1986).
fn van_drivers() -> (Vec<u64>, Vec<f64>, Vec<u32>) {
    let text = include_str!("../../../../examples/data/evaluation/seatbelts.csv");
    let (mut killed, mut kilometres, mut months) = (Vec::new(), Vec::new(), Vec::new());
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        months.push(cells[1].parse().expect("a month"));
        killed.push(cells[2].parse().expect("a count"));
        kilometres.push(cells[3].parse().expect("a number"));
    }
    (killed, kilometres, months)
}

#[test]
fn counts_have_the_course_of_a_poisson_regression() {
    // R 4.2.2: glm(family = poisson, offset = log(exposure)), then sandwich's
    // NeweyWest(lag, prewhite = FALSE, adjust = TRUE), t with n - k degrees of freedom.
    let (killed, kilometres, months) = van_drivers();
    let times: Vec<f64> = (1..=192).map(f64::from).collect();
    let options = SegmentedOptions::default().lag(4).seasons(&months);
    let belts = interrupted_counts(&killed, &kilometres, &times, 170.0, &options).expect("a fit");
    near(belts.slope_before.ln.estimate, -0.006_427_430_775_910_61);
    near(belts.slope_before.ln.se, 0.000_488_182_368_807_084);
    near(belts.level_change.ln.estimate, -0.359_283_414_771_352_45);
    near(belts.level_change.ln.se, 0.205_070_570_781_927_4);
    near(belts.slope_change.ln.estimate, 0.009_561_454_336_447_84);
    near(belts.mean_effect.ratio, 0.775_608_483_980_518);
    near(belts.mean_effect.ci.low, 0.624_008_367_555_237);
    near(belts.mean_effect.ci.high, 0.964_039_188_736_21);
    near(belts.dispersion, 0.911_677_412_282_229);
    near(belts.dispersion_p, 0.794_172_529_195_535);
    assert_eq!((belts.df_residual, belts.after.len()), (177, 23));
    let (fitted, expected) = belts.after.iter().fold((0.0, 0.0), |(a, b), point| {
        (a + point.fitted, b + point.counterfactual)
    });
    let after: u64 = killed[169..].iter().sum();
    // A fit with a jump and a slope meets the sum of the counts after.
    near(fitted, after as f64);
    assert!(expected > fitted);
}

#[test]
fn a_short_course_of_counts() {
    let counts = [40, 44, 38, 42, 41, 20, 22, 19, 21, 18];
    let times: Vec<f64> = (1..=10).map(f64::from).collect();
    let options = SegmentedOptions::default().lag(1);
    let result = interrupted_counts(&counts, &[100.0; 10], &times, 6.0, &options).expect("a fit");
    near(result.level_change.ln.estimate, -0.668_451_499_554_078);
    near(result.level_change.ln.se, 0.043_592_468_437_742_33);
    near(result.mean_effect.ln.estimate, -0.718_465_047_180_737);
    near(result.mean_effect.ln.se, 0.044_081_484_442_932_3);
    near(result.dispersion, 0.144_398_693_743_37);
    // Exposures in another unit change nothing but the level.
    let other = interrupted_counts(&counts, &[7.5; 10], &times, 6.0, &options).expect("a fit");
    near(other.mean_effect.ratio, result.mean_effect.ratio);
}

#[test]
fn counts_that_have_no_course() {
    let times: Vec<f64> = (1..=8).map(f64::from).collect();
    let run = |counts: [u64; 8], exposures: [f64; 8]| {
        let options = SegmentedOptions::default();
        interrupted_counts(&counts, &exposures, &times, 5.0, &options).map(|_| ())
    };
    let undefined = |result| matches!(result, Err(StatsError::Undefined { .. }));
    assert!(undefined(run([0; 8], [1.0; 8])));
    assert!(undefined(run([5, 4, 6, 5, 0, 0, 0, 0], [1.0; 8])));
    assert!(undefined(run([0, 0, 0, 0, 5, 4, 6, 5], [1.0; 8])));
    for bad in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        let mut exposures = [1.0; 8];
        exposures[3] = bad;
        let refused = run([5, 4, 6, 5, 2, 3, 1, 2], exposures);
        assert!(matches!(
            refused,
            Err(StatsError::OutOfRange {
                argument: "exposures",
                index: Some(3),
                ..
            })
        ));
    }
    // A perfect course leaves nothing to tell errors by.
    assert_eq!(
        run([8, 8, 8, 8, 4, 4, 4, 4], [1.0; 8]),
        Err(StatsError::NoVariation { what: "residuals" })
    );
    // Counts of any size and far apart: a result or an error, never an endless loop.
    for large in [1, 1_000_000_000_000, u64::MAX / 2] {
        let _ = run(
            [large, 0, large, 3, 0, large, 1, large],
            [1e-9, 1e9, 1.0, 2.0, 1.0, 1.0, 5.0, 1e5],
        );
    }
    let options = SegmentedOptions::default();
    let short = interrupted_counts(&[1, 2], &[1.0; 3], &times, 5.0, &options);
    assert!(matches!(short, Err(StatsError::LengthMismatch { .. })));
}
