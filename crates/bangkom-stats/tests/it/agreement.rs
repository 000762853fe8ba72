//! Agreement of raters and rankings against published values and by enumeration.

use bangkom_stats::agreement::{
    KappaWeights, Metric, cohen_kappa, fleiss_kappa, gwet_ac1, intraclass_correlations,
    kendall_tau, kendall_w, krippendorff_alpha, percent_agreement, r_wg, r_wg_items,
};
use bangkom_stats::{Alternative, ConfidenceLevel, StatsError, Warning};
use proptest::prelude::*;

const NA: f64 = f64::NAN;

fn level() -> ConfidenceLevel {
    ConfidenceLevel::default()
}

#[track_caller]
fn close(got: f64, want: f64, tolerance: f64) {
    assert!((got - want).abs() <= tolerance, "got {got}, want {want}");
}

/// Shrout and Fleiss (1979), table 2.
const SHROUT_FLEISS: [[f64; 4]; 6] = [
    [9.0, 2.0, 5.0, 8.0],
    [6.0, 1.0, 3.0, 2.0],
    [8.0, 4.0, 6.0, 8.0],
    [7.0, 1.0, 2.0, 6.0],
    [10.0, 5.0, 6.0, 9.0],
    [6.0, 2.0, 4.0, 7.0],
];

/// Krippendorff (2011), example C: four observers, twelve units; here a row is a unit.
const KRIPPENDORFF: [[f64; 4]; 12] = [
    [1.0, 1.0, NA, 1.0],
    [2.0, 2.0, 3.0, 2.0],
    [3.0, 3.0, 3.0, 3.0],
    [3.0, 3.0, 3.0, 3.0],
    [2.0, 2.0, 2.0, 2.0],
    [1.0, 2.0, 3.0, 4.0],
    [4.0, 4.0, 4.0, 4.0],
    [1.0, 1.0, 2.0, 1.0],
    [2.0, 2.0, 2.0, 2.0],
    [NA, 5.0, 5.0, 5.0],
    [NA, NA, 1.0, 1.0],
    [NA, 3.0, NA, NA],
];

#[test]
fn icc_of_shrout_and_fleiss() {
    let result = intraclass_correlations(&SHROUT_FLEISS, level()).expect("a result");
    let squares = result.mean_squares;
    close(squares.subjects, 11.241_666_666_67, 1e-10);
    close(squares.raters, 32.486_111_111_11, 1e-10);
    close(squares.error, 1.019_444_444_444, 1e-11);
    close(squares.within, 6.263_888_888_889, 1e-11);
    let printed = [0.17, 0.29, 0.71, 0.44, 0.62, 0.91];
    let exact = [
        0.165_741_768_405_5,
        0.289_763_779_527_6,
        0.714_840_714_840_7,
        0.442_797_133_679_3,
        0.620_050_547_599,
        0.909_315_542_377_1,
    ];
    let got = [
        result.one_way,
        result.agreement,
        result.consistency,
        result.one_way_mean,
        result.agreement_mean.expect("an estimate"),
        result.consistency_mean,
    ];
    for ((got, exact), printed) in got.iter().zip(exact).zip(printed) {
        close(got.value, exact, 1e-12);
        close(got.value, printed, 0.005);
        assert!(got.interval.contains(got.value));
    }
}

#[test]
fn icc_of_perfect_agreement_and_of_none() {
    let same = [[0.1, 0.1], [0.3, 0.3], [0.7, 0.7]];
    let result = intraclass_correlations(&same, level()).expect("a result");
    assert_eq!(
        (result.agreement.value, result.agreement.interval.low),
        (1.0, 1.0)
    );
    assert_eq!((result.one_way_mean.value, result.p), (1.0, None));
    // One rater is a point more severe: consistent, not in agreement.
    let severe = [[1.0, 2.0], [3.0, 4.0], [7.0, 8.0]];
    let result = intraclass_correlations(&severe, level()).expect("a result");
    assert_eq!(result.consistency.value, 1.0);
    assert!(result.agreement.value < 1.0 && result.agreement.interval.low.is_finite());
    let flat = [[1.0, 2.0], [2.0, 1.0]];
    let error = intraclass_correlations(&flat, level()).expect_err("no variation");
    assert!(matches!(error, StatsError::NoVariation { .. }));
    // Raters who contradict each other: below zero, and inside the interval all the same.
    let against = [[1.0, 9.0], [3.0, 6.0], [8.0, 2.5], [5.0, 4.0]];
    let result = intraclass_correlations(&against, level()).expect("a result");
    assert!(result.agreement.value < 0.0);
    for estimate in [result.agreement, result.consistency, result.one_way] {
        assert!(estimate.interval.contains(estimate.value), "{estimate:?}");
    }
    assert_eq!(result.agreement_mean, None);
}

#[test]
fn icc_drops_incomplete_subjects_and_survives_offsets() {
    let mut rows: Vec<Vec<f64>> = SHROUT_FLEISS.iter().map(|row| row.to_vec()).collect();
    rows.push(vec![5.0, NA, 5.0, 5.0]);
    let whole = intraclass_correlations(&SHROUT_FLEISS, level()).expect("a result");
    let result = intraclass_correlations(&rows, level()).expect("a result");
    assert_eq!(result.agreement, whole.agreement);
    assert_eq!(result.basis.n_missing, 1);
    let far: Vec<Vec<f64>> = rows
        .iter()
        .map(|row| row.iter().map(|x| x + 1e9).collect())
        .collect();
    let result = intraclass_correlations(&far, level()).expect("a result");
    assert_eq!(result.consistency, whole.consistency);
}

#[test]
fn krippendorff_example_in_four_metrics() {
    let expected = [
        (Metric::Nominal, 0.743_421_052_631_6),
        (Metric::Ordinal, 0.815_387_503_754_9),
        (Metric::Interval, 0.849_107_142_857_1),
        (Metric::Ratio, 0.797_402_774_711_6),
    ];
    for (metric, alpha) in expected {
        let result = krippendorff_alpha(&KRIPPENDORFF, metric).expect("a result");
        close(result.alpha, alpha, 1e-12);
        assert_eq!(
            (result.basis.n_used, result.n_values, result.n_categories),
            (11, 40, 5)
        );
    }
}

#[test]
fn krippendorff_binary_example() {
    let first = [0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0];
    let second = [1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0];
    let units: Vec<[f64; 2]> = first.iter().zip(second).map(|(a, b)| [*a, b]).collect();
    let result = krippendorff_alpha(&units, Metric::Nominal).expect("a result");
    close(result.alpha, 0.095_238_095_238_1, 1e-12);
}

#[test]
fn krippendorff_refuses_what_has_no_meaning() {
    let alpha = |units: &[[f64; 2]], metric| krippendorff_alpha(units, metric).err();
    let same = alpha(&[[2.0, 2.0], [2.0, 2.0]], Metric::Nominal);
    assert!(matches!(same, Some(StatsError::NoVariation { .. })));
    let alone = alpha(&[[1.0, NA], [NA, 2.0]], Metric::Ordinal);
    assert_eq!(alone, Some(StatsError::TooFew { needed: 1, got: 0 }));
    let negative = alpha(&[[1.0, 2.0], [-1.0, 2.0]], Metric::Ratio);
    assert!(matches!(
        negative,
        Some(StatsError::OutOfRange { index: Some(1), .. })
    ));
    let endless = alpha(&[[1.0, f64::INFINITY]], Metric::Interval);
    assert!(matches!(
        endless,
        Some(StatsError::NotFinite { index: 0, .. })
    ));
}

/// Gwet (2014), the same ratings: AC1 0.77544, standard error 0.14295, interval (0.46081, 1).
#[test]
fn gwet_ac1_of_four_raters_with_missing_ratings() {
    let scale = [1.0, 2.0, 3.0, 4.0, 5.0];
    let result = gwet_ac1(&KRIPPENDORFF, &scale, level()).expect("a result");
    close(result.ac1, 0.775_44, 5e-6);
    close(result.se.expect("twelve subjects"), 0.142_95, 5e-6);
    let interval = result.interval.expect("twelve subjects");
    close(interval.low, 0.460_81, 5e-6);
    assert_eq!(interval.high, 1.0);
    close(result.observed, 0.818_18, 5e-6);
    close(result.expected, 0.190_32, 5e-6);
}

#[test]
fn unlisted_and_repeated_categories_are_refused() {
    let refused = cohen_kappa(
        &[1.0, 4.0],
        &[1.0, 2.0],
        &[1.0, 2.0],
        KappaWeights::Linear,
        level(),
    );
    let Err(StatsError::OutOfRange {
        argument: "first",
        index: Some(1),
        ..
    }) = refused
    else {
        unreachable!("category 4 is not listed: {refused:?}")
    };
    let twice = cohen_kappa(&[1.0], &[1.0], &[1.0, 1.0], KappaWeights::Linear, level());
    assert!(matches!(twice, Err(StatsError::Undefined { .. })));
    let row = gwet_ac1(&[[1.0, 1.0], [1.0, 9.0]], &[1.0, 2.0], level());
    assert!(matches!(
        row,
        Err(StatsError::OutOfRange { index: Some(1), .. })
    ));
}

#[test]
fn kappa_of_one_category_is_undefined_but_agreement_is_not() {
    let same = [2.0; 6];
    let result = cohen_kappa(&same, &same, &[1.0, 2.0], KappaWeights::Identity, level());
    assert!(matches!(result, Err(StatsError::Undefined { .. })));
    let share = percent_agreement(&same, &same, level()).expect("a result");
    assert_eq!((share.share, share.interval.high), (1.0, 1.0));
    let ac1 = gwet_ac1(&[[2.0, 2.0]; 6], &[1.0, 2.0], level()).expect("a result");
    assert_eq!(ac1.ac1, 1.0);
}

#[test]
fn perfect_kappa_has_no_error() {
    let codes = [1.0, 2.0, 3.0, 1.0, 2.0, 3.0];
    let scale = [1.0, 2.0, 3.0];
    for weights in [
        KappaWeights::Identity,
        KappaWeights::Linear,
        KappaWeights::Quadratic,
    ] {
        let result = cohen_kappa(&codes, &codes, &scale, weights, level()).expect("a result");
        close(result.kappa, 1.0, 1e-15);
        close(result.se, 0.0, 1e-7);
        assert!(result.p.expect("a p-value") > 0.0);
    }
}

/// A worked example that is widely printed: ten subjects, fourteen raters, five categories.
#[test]
fn fleiss_kappa_of_fourteen_raters() {
    let counts = [
        [0, 0, 0, 0, 14],
        [0, 2, 6, 4, 2],
        [0, 0, 3, 5, 6],
        [0, 3, 9, 2, 0],
        [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0],
        [3, 2, 6, 3, 0],
        [2, 5, 3, 2, 2],
        [6, 5, 2, 1, 0],
        [0, 2, 2, 3, 7],
    ];
    let result = fleiss_kappa(&counts).expect("a result");
    close(result.observed, 0.378, 5e-4);
    close(result.expected, 0.213, 5e-4);
    close(result.kappa, 0.210, 5e-4);
    assert!(result.p > 0.0 && result.p < 1e-6);
    let uneven = fleiss_kappa(&[[2_u64, 1], [1, 1]]);
    assert!(matches!(uneven, Err(StatsError::Undefined { .. })));
    assert!(matches!(
        fleiss_kappa(&[[3_u64, 0]; 4]),
        Err(StatsError::Undefined { .. })
    ));
}

#[test]
fn kendall_tau_of_ten_without_ties() {
    let a = [7.0, 4.0, 3.0, 10.0, 6.0, 2.0, 9.0, 8.0, 1.0, 5.0];
    let b = [5.0, 7.0, 3.0, 10.0, 1.0, 9.0, 6.0, 2.0, 8.0, 4.0];
    let result = kendall_tau(&a, &b, Alternative::TwoSided).expect("a result");
    assert_eq!(result.s, -3);
    close(result.tau_b, -0.066_666_666_666_67, 1e-13);
    close(result.p_exact.expect("no ties"), 0.861_800_595_238_1, 1e-12);
}

#[test]
fn kendall_tau_of_ten_with_ties() {
    let a = [1.0, 2.5, 2.5, 4.5, 4.5, 6.5, 6.5, 8.0, 9.5, 9.5];
    let b = [1.0, 2.0, 4.5, 4.5, 4.5, 4.5, 8.0, 8.0, 8.0, 10.0];
    let result = kendall_tau(&a, &b, Alternative::TwoSided).expect("a result");
    assert_eq!((result.s, result.p_exact), (33, None));
    close(result.tau_b, 0.858_955_690_387_3, 1e-12);
    assert!(result.basis.warnings.contains(&Warning::Ties { groups: 6 }));
    assert!(
        result
            .basis
            .warnings
            .contains(&Warning::NormalApproximation)
    );
}

#[test]
fn kendall_w_of_three_rankings() {
    let rankings = [
        [1.0, 2.0, 3.0, 4.0],
        [1.0, 3.0, 2.0, 4.0],
        [2.0, 1.0, 3.0, 4.0],
    ];
    let result = kendall_w(&rankings).expect("a result");
    close(result.w, 0.777_777_777_777_8, 1e-13);
    close(result.mean_spearman, 0.666_666_666_666_7, 1e-13);
    // Complete concordance of three rankings of three has one chance in 3!^2.
    let same = kendall_w(&[[1.0, 2.0, 3.0]; 3]).expect("a result");
    close(same.p_exact.expect("small"), 1.0 / 36.0, 1e-15);
    assert!(matches!(
        kendall_w(&[[1.0, 1.0]; 3]),
        Err(StatsError::NoVariation { .. })
    ));
}

/// All orders of `0..n`.
fn orders(n: usize) -> Vec<Vec<f64>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let insert = |order: Vec<f64>| {
        (0..n).map(move |at| {
            let mut longer = order.clone();
            longer.insert(at, n as f64);
            longer
        })
    };
    orders(n - 1).into_iter().flat_map(insert).collect()
}

#[test]
fn exact_tau_is_the_share_of_permutations() {
    let x: Vec<f64> = (0..6_u8).map(f64::from).collect();
    let all: Vec<_> = orders(6)
        .into_iter()
        .map(|y| kendall_tau(&x, &y, Alternative::Greater).expect("a result"))
        .collect();
    for one in all.iter().step_by(37) {
        let as_high = all.iter().filter(|other| other.s >= one.s).count();
        close(one.p_exact.expect("no ties"), as_high as f64 / 720.0, 1e-14);
    }
}

#[test]
fn exact_w_is_the_share_of_permutations_with_ties() {
    let first = vec![1.0, 2.0, 2.0, 4.0];
    let of = |second: &Vec<f64>, third: &Vec<f64>| {
        kendall_w(&[first.clone(), second.clone(), third.clone()]).expect("a result")
    };
    let seen = of(&vec![2.0, 1.0, 3.0, 4.0], &vec![1.0, 3.0, 2.0, 4.0]);
    let all = orders(4);
    let high = all
        .iter()
        .flat_map(|second| all.iter().map(move |third| (second, third)))
        .filter(|(second, third)| of(second, third).w >= seen.w - 1e-12)
        .count();
    close(seen.p_exact.expect("small"), high as f64 / 576.0, 1e-13);
}

#[test]
fn r_wg_of_six_raters() {
    let result = r_wg(&[4.0, 4.0, 5.0, 4.0, 3.0, 4.0], 5).expect("a result");
    close(result.variance, 0.4, 1e-15);
    close(result.value, 0.8, 1e-15);
    let split = r_wg(&[1.0, 5.0, 1.0, 5.0], 5).expect("a result");
    assert!(split.value < 0.0 && split.truncated == 0.0);
    assert_eq!(split.basis.warnings.len(), 1);
    let one = r_wg_items(&[[4.0], [4.0], [5.0], [4.0], [3.0], [4.0]], 5).expect("a result");
    close(one.value, result.value, 1e-15);
    assert!(r_wg(&[3.0], 5).is_err() && r_wg(&[3.0, 4.0], 1).is_err());
}

/// Concordant minus discordant pairs by looking at every pair.
fn slow_s(x: &[f64], y: &[f64]) -> i64 {
    let sign = |a: f64, b: f64| i64::from(a > b) - i64::from(a < b);
    let pair = |i: usize, j: usize| sign(x[i], x[j]) * sign(y[i], y[j]);
    (0..x.len())
        .flat_map(|i| (0..i).map(move |j| (i, j)))
        .map(|(i, j)| pair(i, j))
        .sum()
}

proptest! {
    #[test]
    fn tau_counts_every_pair(pairs in prop::collection::vec((0..8_u8, 0..8_u8), 2..40)) {
        let (x, y): (Vec<f64>, Vec<f64>) =
            pairs.into_iter().map(|(a, b)| (f64::from(a), f64::from(b))).unzip();
        if let Ok(result) = kendall_tau(&x, &y, Alternative::TwoSided) {
            prop_assert_eq!(result.s, slow_s(&x, &y));
            let turned = kendall_tau(&y, &x, Alternative::TwoSided).expect("a result");
            prop_assert_eq!(turned.s, result.s);
            prop_assert!((turned.z - result.z).abs() < 1e-12);
            prop_assert!(result.p() > 0.0 && result.p() <= 1.0);
        }
    }

    #[test]
    fn kappa_does_not_care_who_is_first(
        pairs in prop::collection::vec((1..5_u8, 1..5_u8), 2..60),
    ) {
        let (a, b): (Vec<f64>, Vec<f64>) =
            pairs.into_iter().map(|(a, b)| (f64::from(a), f64::from(b))).unzip();
        let scale = [1.0, 2.0, 3.0, 4.0];
        for weights in [KappaWeights::Identity, KappaWeights::Linear, KappaWeights::Quadratic] {
            let one = cohen_kappa(&a, &b, &scale, weights, level());
            let other = cohen_kappa(&b, &a, &scale, weights, level());
            if let (Ok(one), Ok(other)) = (one, other) {
                prop_assert!((one.kappa - other.kappa).abs() < 1e-12);
                prop_assert!((one.se - other.se).abs() < 1e-7);
                prop_assert!(one.kappa <= 1.0 + 1e-12);
            }
        }
    }

    #[test]
    fn interval_alpha_ignores_units_of_measurement(
        units in prop::collection::vec(prop::array::uniform3(0..9_u8), 2..20),
        scale in 0.01..100.0_f64,
        shift in -1e6..1e6_f64,
    ) {
        let plain: Vec<[f64; 3]> = units.iter().map(|unit| unit.map(f64::from)).collect();
        let moved: Vec<[f64; 3]> =
            plain.iter().map(|unit| unit.map(|value| shift + scale * value)).collect();
        if let Ok(result) = krippendorff_alpha(&plain, Metric::Interval) {
            let other = krippendorff_alpha(&moved, Metric::Interval).expect("a result");
            prop_assert!((result.alpha - other.alpha).abs() < 1e-6);
            let ordinal = krippendorff_alpha(&plain, Metric::Ordinal).expect("a result");
            let other = krippendorff_alpha(&moved, Metric::Ordinal).expect("a result");
            prop_assert!((ordinal.alpha - other.alpha).abs() < 1e-9);
        }
    }
}
