//! Reliability and item analysis: identities, closed forms, bad input.

use bangkom_stats::agreement::intraclass_correlations;
use bangkom_stats::items::{item_analysis, item_shifts};
use bangkom_stats::reliability::{
    cronbach_alpha, guttman_lambdas, kuder_richardson, omega_total, split_half,
};
use bangkom_stats::{ConfidenceLevel, StatsError, Warning};
use proptest::prelude::*;

const NA: f64 = f64::NAN;

fn level() -> ConfidenceLevel {
    ConfidenceLevel::default()
}

#[track_caller]
fn close(got: f64, want: f64, tolerance: f64) {
    assert!((got - want).abs() <= tolerance, "got {got}, want {want}");
}

const SCORES: [[f64; 3]; 7] = [
    [3.0, 4.0, 3.0],
    [2.0, 2.0, 1.0],
    [5.0, 4.0, 5.0],
    [4.0, 5.0, 3.0],
    [1.0, 2.0, 2.0],
    [3.0, 3.0, 4.0],
    [2.0, 3.0, 2.0],
];

#[test]
fn alpha_is_the_consistency_of_the_mean() {
    let alpha = cronbach_alpha(&SCORES, level()).expect("a result");
    let icc = intraclass_correlations(&SCORES, level()).expect("a result");
    close(alpha.alpha, icc.consistency_mean.value, 1e-14);
    close(alpha.interval.low, icc.consistency_mean.interval.low, 1e-12);
    close(
        alpha.interval.high,
        icc.consistency_mean.interval.high,
        1e-12,
    );
    let lambdas = guttman_lambdas(&SCORES).expect("a result");
    assert!(lambdas.lambda2 >= alpha.alpha);
}

/// A full design of signs: factor and noises are uncorrelated in the sample itself, so that the
/// model holds exactly.
#[test]
fn omega_finds_the_loadings_of_an_exact_model() {
    let sign = |bits: u8, bit: u8| 1.0 - 2.0 * f64::from(bits >> bit & 1);
    let rows: Vec<[f64; 4]> = (0..32_u8)
        .map(|bits| {
            let factor = sign(bits, 4);
            let item =
                |j: u8, loading: f64, noise: f64| 5.0 + loading * factor + noise * sign(bits, j);
            [
                item(0, 1.0, 1.0),
                item(1, 2.0, 1.0),
                item(2, 1.0, 2.0),
                item(3, 0.5, 1.0),
            ]
        })
        .collect();
    let result = omega_total(&rows).expect("a result");
    for (loading, want) in result.loadings.iter().zip([1.0, 2.0, 1.0, 0.5]) {
        close(*loading, want, 1e-10);
    }
    for (own, want) in result.uniquenesses.iter().zip([1.0, 1.0, 4.0, 1.0]) {
        close(*own, want, 1e-10);
    }
    close(result.omega, 20.25 / 27.25, 1e-12);
}

#[test]
fn an_item_without_noise_is_held_and_said() {
    let scores: Vec<[f64; 3]> = (0..12_u8)
        .map(|i| {
            let x = f64::from(i);
            [x, x + f64::from(i % 2) * 6.0, x + f64::from(i % 3) * 6.0]
        })
        .collect();
    let result = omega_total(&scores).expect("a result");
    let held = |warning: &Warning| matches!(warning, Warning::Boundary { .. });
    assert!(result.basis.warnings.iter().any(held));
}

#[test]
fn kr20_is_alpha_and_bounds_kr21() {
    let rows: Vec<[f64; 4]> = (0..16_u8)
        .map(|i| [1_u8, 3, 5, 8].map(|cut| f64::from(i % 11 >= cut)))
        .collect();
    let alpha = cronbach_alpha(&rows, level()).expect("a result");
    let kr = kuder_richardson(&rows, level()).expect("a result");
    close(kr.kr20, alpha.alpha, 1e-14);
    close(kr.sem, alpha.sem, 1e-13);
    close(kr.interval.low, alpha.interval.low, 1e-13);
    close(kr.interval.high, alpha.interval.high, 1e-13);
    assert!(kr.kr21 <= kr.kr20);
}

#[test]
fn what_does_not_vary_is_refused() {
    let flat = [[1.0, 1.0, 1.0]; 4];
    let no_variation = |error: Option<StatsError>| {
        assert!(
            matches!(error, Some(StatsError::NoVariation { .. })),
            "{error:?}"
        );
    };
    no_variation(cronbach_alpha(&flat, level()).err());
    no_variation(kuder_richardson(&flat, level()).err());
    no_variation(guttman_lambdas(&flat).err());
    no_variation(split_half(&flat).err());
    no_variation(omega_total(&flat).err());
    // All right is no error for the items: they have a difficulty and no discrimination.
    let items = item_analysis(&flat, &[1.0; 3]).expect("a result");
    assert_eq!(
        (items.items[0].difficulty, items.items[0].item_total),
        (1.0, None)
    );
    assert_eq!(items.items[0].alpha_if_deleted, None);
}

#[test]
fn bad_tables_are_refused() {
    let ragged = vec![vec![1.0, 0.0], vec![1.0]];
    assert!(matches!(
        cronbach_alpha(&ragged, level()),
        Err(StatsError::LengthMismatch { .. })
    ));
    let endless = [[1.0, 0.0], [f64::INFINITY, 1.0]];
    let error = cronbach_alpha(&endless, level()).err();
    assert_eq!(
        error,
        Some(StatsError::NotFinite {
            argument: "scores",
            index: 1
        })
    );
    assert!(matches!(
        cronbach_alpha::<[f64; 3]>(&[], level()),
        Err(StatsError::TooFew { .. })
    ));
    assert!(matches!(
        omega_total(&[[1.0, 2.0], [2.0, 1.0]]),
        Err(StatsError::TooFew { .. })
    ));
    let above = item_analysis(&[[1.0, 0.0], [2.0, 1.0]], &[1.0, 1.0]);
    assert!(matches!(
        above,
        Err(StatsError::OutOfRange { index: Some(1), .. })
    ));
    let graded = kuder_richardson(&[[1.0, 0.0], [2.0, 1.0]], level());
    assert!(matches!(
        graded,
        Err(StatsError::OutOfRange { index: Some(1), .. })
    ));
}

#[test]
fn rows_with_missing_scores_are_dropped() {
    let mut rows = SCORES.map(|row| row.to_vec()).to_vec();
    rows.insert(2, vec![NA, 5.0, 5.0]);
    let whole = cronbach_alpha(&SCORES, level()).expect("a result");
    let result = cronbach_alpha(&rows, level()).expect("a result");
    assert_eq!(result.alpha, whole.alpha);
    assert_eq!((result.basis.n_used, result.basis.n_missing), (7, 1));
}

#[test]
fn extreme_scales_keep_their_digits() {
    let whole = cronbach_alpha(&SCORES, level()).expect("a result");
    let omega = omega_total(&SCORES).expect("a result");
    for scale in [1e-160, 1e150] {
        let rows = SCORES.map(|row| row.map(|score| score * scale));
        let result = cronbach_alpha(&rows, level()).expect("a result");
        close(result.alpha, whole.alpha, 1e-13);
        close(result.sem / scale, whole.sem, 1e-13);
        let scaled = omega_total(&rows).expect("a result");
        close(scaled.omega, omega.omega, 1e-11);
        close(scaled.sem / scale, omega.sem, 1e-11);
    }
}

#[test]
fn item_shifts_adjust_only_what_moved() {
    let before = [
        [0.0, 1.0, NA],
        [0.0, 1.0, 0.0],
        [0.0, 1.0, 1.0],
        [0.0, 1.0, 1.0],
        [0.0, 1.0, 0.0],
    ];
    let after = [
        [1.0, 1.0, 1.0],
        [1.0, 1.0, 1.0],
        [1.0, 1.0, 0.0],
        [1.0, 1.0, 1.0],
        [1.0, 1.0, 1.0],
    ];
    let result = item_shifts(&before, &after).expect("a result");
    let [first, second, third] = &result.items[..] else {
        unreachable!("three items")
    };
    close(first.p.expect("moved"), 0.0625, 1e-15);
    assert_eq!((second.p, second.p_holm), (None, None));
    assert_eq!(
        (third.n, third.n_up, third.n_down, third.p),
        (4, 2, 1, Some(1.0))
    );
    close(first.p_holm.expect("moved"), 0.125, 1e-15);
    let shorter = item_shifts(&before[..2], &after[..3]);
    assert!(matches!(shorter, Err(StatsError::LengthMismatch { .. })));
}

proptest! {
    #[test]
    fn alpha_ignores_shifts_and_scale(
        rows in prop::collection::vec(prop::array::uniform4(0..6_u8), 3..30),
        shift in -1e9..1e9_f64,
        power in -8..8_i32,
    ) {
        let plain: Vec<[f64; 4]> = rows.iter().map(|row| row.map(f64::from)).collect();
        let scale = 2.0_f64.powi(power);
        let moved: Vec<[f64; 4]> =
            plain.iter().map(|row| row.map(|x| (shift.round() + x) * scale)).collect();
        if let Ok(result) = cronbach_alpha(&plain, level()) {
            let other = cronbach_alpha(&moved, level()).expect("a result");
            prop_assert!((result.alpha - other.alpha).abs() < 1e-6 * (1.0 + result.alpha.abs()));
            prop_assert!(result.alpha <= 1.0);
            prop_assert!(result.interval.low <= result.alpha);
        }
    }

    #[test]
    fn order_of_persons_does_not_matter(
        mut rows in prop::collection::vec(prop::array::uniform3(0..2_u8), 4..30),
    ) {
        let of = |rows: &[[u8; 3]]| {
            let table: Vec<[f64; 3]> = rows.iter().map(|row| row.map(f64::from)).collect();
            item_analysis(&table, &[1.0; 3]).expect("a result")
        };
        let one = of(&rows);
        rows.reverse();
        let other = of(&rows);
        for (a, b) in one.items.iter().zip(&other.items) {
            prop_assert!((a.difficulty - b.difficulty).abs() < 1e-14);
            let gap = a.item_rest.unwrap_or(2.0) - b.item_rest.unwrap_or(2.0);
            prop_assert!(gap.abs() < 1e-12);
        }
    }
}

#[test]
fn errors_of_measurement_are_the_noise_of_the_total() {
    let alpha = cronbach_alpha(&SCORES, level()).expect("a result");
    let lambdas = guttman_lambdas(&SCORES).expect("a result");
    close(
        lambdas.sem,
        alpha.sd_total * (1.0 - lambdas.lambda2).sqrt(),
        1e-13,
    );
    let halves = split_half(&SCORES).expect("a result");
    let whole = halves.spearman_brown.expect("a reliability");
    let sem = halves.sem.expect("an error");
    close(sem, alpha.sd_total * (1.0 - whole).sqrt(), 1e-13);
    let omega = omega_total(&SCORES).expect("a result");
    close(
        omega.sem.powi(2),
        omega.uniquenesses.iter().sum::<f64>(),
        1e-13,
    );
}
