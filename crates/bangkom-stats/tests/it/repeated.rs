//! Repeated measures: identities, published values, bad input.

use bangkom_stats::paired::t_test;
use bangkom_stats::repeated::{Contrast, friedman, planned_contrasts, repeated_measures};
use bangkom_stats::{ConfidenceLevel, StatsError, TestOptions};
use proptest::prelude::*;

fn level() -> ConfidenceLevel {
    ConfidenceLevel::default()
}

fn close(got: f64, want: f64, tolerance: f64) -> bool {
    (got - want).abs() <= tolerance * want.abs().max(1e-12)
}

fn table(occasions: usize) -> impl Strategy<Value = Vec<Vec<f64>>> {
    proptest::collection::vec(proptest::collection::vec(0.0..100.0_f64, occasions), 5..20)
}

proptest! {
    #[test]
    fn two_occasions_are_a_paired_t(rows in table(2)) {
        let r = repeated_measures(&rows).expect("an analysis");
        let (pre, post): (Vec<f64>, Vec<f64>) = rows.iter().map(|row| (row[0], row[1])).unzip();
        let t = t_test(&pre, &post, &TestOptions::default()).expect("a test");
        prop_assert!(close(r.f, t.t * t.t, 1e-9));
        prop_assert!(close(r.p, t.p_two, 1e-8));
        prop_assert_eq!(r.sphericity.greenhouse_geisser, 1.0);
        prop_assert!(r.sphericity.mauchly.is_none());
        let planned = planned_contrasts(&rows, &[Contrast::between(0, 1, 2).expect("one")], level());
        let planned = planned.expect("contrasts");
        prop_assert!(close(planned.tests[0].test.t, t.t, 1e-10));
        prop_assert!(close(planned.tests[0].test.ci.low, t.ci.low, 1e-8));
        prop_assert_eq!(planned.tests[0].p_holm, planned.tests[0].test.p);
    }

    #[test]
    fn corrections_keep_their_order(rows in table(4)) {
        let r = repeated_measures(&rows).expect("an analysis");
        let s = r.sphericity;
        prop_assert!(1.0 / 3.0 - 1e-12 <= s.greenhouse_geisser);
        prop_assert!(s.greenhouse_geisser <= s.huynh_feldt && s.huynh_feldt <= 1.0);
        let all = rows.concat();
        let mean = all.iter().sum::<f64>() / all.len() as f64;
        let whole: f64 = all.iter().map(|y| (y - mean).powi(2)).sum();
        prop_assert!(close(r.ss_time + r.ss_person + r.ss_error, whole, 1e-10));
        let mauchly = s.mauchly.expect("enough persons");
        prop_assert!((0.0..=1.0).contains(&mauchly.w));
        prop_assert!((0.0..=1.0).contains(&mauchly.p));
    }

    #[test]
    fn persons_and_offsets_do_not_matter(rows in table(3), offset in -1e6..1e6_f64) {
        let moved: Vec<Vec<f64>> = rows
            .iter()
            .rev()
            .map(|row| row.iter().map(|y| (y * 256.0).round() / 256.0 + offset.round()).collect())
            .collect();
        let near: Vec<Vec<f64>> = rows
            .iter()
            .map(|row| row.iter().map(|y| (y * 256.0).round() / 256.0).collect())
            .collect();
        let (a, b) = (repeated_measures(&near).expect("one"), repeated_measures(&moved).expect("one"));
        prop_assert!(close(b.f, a.f, 1e-7) || a.f < 1e-9);
        prop_assert!(close(b.sphericity.greenhouse_geisser, a.sphericity.greenhouse_geisser, 1e-8));
        prop_assert_eq!(friedman(&near).expect("ranks").chi_squared, friedman(&moved).expect("ranks").chi_squared);
    }

    #[test]
    fn ranks_ignore_any_rising_scale(rows in table(3)) {
        let bent: Vec<Vec<f64>> =
            rows.iter().map(|row| row.iter().map(|y| (y / 30.0).exp()).collect()).collect();
        let (a, b) = (friedman(&rows).expect("ranks"), friedman(&bent).expect("ranks"));
        prop_assert_eq!(a.chi_squared, b.chi_squared);
        prop_assert!((0.0..=1.0 + 1e-12).contains(&a.kendall_w));
    }
}

/// Hollander and Wolfe (1973), table 7.1, rounding first base; R's `friedman.test` prints
/// chi-squared 11.143 on 2 degrees of freedom, p = 0.003805.
const FIRST_BASE: [[f64; 3]; 22] = [
    [5.40, 5.50, 5.55],
    [5.85, 5.70, 5.75],
    [5.20, 5.60, 5.50],
    [5.55, 5.50, 5.40],
    [5.90, 5.85, 5.70],
    [5.45, 5.55, 5.60],
    [5.40, 5.40, 5.35],
    [5.45, 5.50, 5.35],
    [5.25, 5.15, 5.00],
    [5.85, 5.80, 5.70],
    [5.25, 5.20, 5.10],
    [5.65, 5.55, 5.45],
    [5.60, 5.35, 5.45],
    [5.05, 5.00, 4.95],
    [5.50, 5.50, 5.40],
    [5.45, 5.55, 5.50],
    [5.55, 5.55, 5.35],
    [5.45, 5.50, 5.55],
    [5.50, 5.45, 5.25],
    [5.65, 5.60, 5.40],
    [5.70, 5.65, 5.55],
    [6.30, 6.30, 6.25],
];

#[test]
fn friedman_of_hollander_and_wolfe() {
    let r = friedman(&FIRST_BASE).expect("ranks");
    assert!((r.chi_squared - 11.143).abs() < 5e-4, "{}", r.chi_squared);
    assert!((r.p - 0.003_805).abs() < 5e-7, "{}", r.p);
}

#[test]
fn planned_comparisons_use_what_they_need() {
    let rows = [
        [3.0, 5.0, f64::NAN],
        [4.0, 5.0, 5.0],
        [2.0, 5.0, 4.0],
        [5.0, 7.0, 6.0],
        [f64::NAN, 6.0, 6.5],
    ];
    let change = [
        Contrast::between(0, 1, 3).expect("one"),
        Contrast::between(1, 2, 3).expect("one"),
        Contrast::new(vec![-1.0, 0.5, 0.5]).expect("one"),
    ];
    let r = planned_contrasts(&rows, &change, level()).expect("contrasts");
    let used: Vec<usize> = r.tests.iter().map(|test| test.basis.n_used).collect();
    assert_eq!(used, [4, 4, 3]);
    assert_eq!((r.basis.n_input, r.basis.n_used), (5, 5));
    let smallest = r.tests.iter().map(|t| t.test.p).fold(1.0, f64::min);
    let adjusted = r.tests.iter().map(|t| t.p_holm).fold(1.0, f64::min);
    assert!(close(adjusted, 3.0 * smallest, 1e-12));
    let whole = repeated_measures(&rows).expect("an analysis");
    assert_eq!((whole.basis.n_used, whole.basis.n_missing), (3, 2));
}

#[test]
fn tables_that_cannot_be_analysed() {
    let run = |rows: &[Vec<f64>]| repeated_measures(rows).map(|_| ()).unwrap_err();
    assert!(matches!(run(&[]), StatsError::TooFew { .. }));
    assert_eq!(
        run(&[vec![1.0, 2.0]]),
        StatsError::TooFew { needed: 2, got: 1 }
    );
    assert_eq!(
        run(&[vec![1.0], vec![2.0]]),
        StatsError::TooFew { needed: 2, got: 1 }
    );
    assert!(matches!(
        run(&[vec![1.0, 2.0], vec![2.0]]),
        StatsError::LengthMismatch { .. }
    ));
    let infinite = [vec![1.0, 2.0], vec![f64::INFINITY, 2.0]];
    assert!(matches!(run(&infinite), StatsError::NotFinite { .. }));
    let alike = [vec![0.1, 0.4], vec![0.2, 0.5], vec![0.7, 1.0]];
    assert!(matches!(run(&alike), StatsError::NoVariation { .. }));
    let same = [[2.0, 2.0, 2.0], [3.0, 3.0, 3.0]];
    assert!(matches!(
        friedman(&same),
        Err(StatsError::NoVariation { .. })
    ));
    assert!(repeated_measures(&same).is_err());
}

#[test]
fn contrasts_that_are_none() {
    assert!(Contrast::new(vec![]).is_err());
    assert!(Contrast::new(vec![0.0, 0.0]).is_err());
    assert!(Contrast::new(vec![1.0, f64::NAN]).is_err());
    assert!(Contrast::between(0, 3, 3).is_err());
    let one = Contrast::between(0, 1, 2).expect("one");
    let rows = [[1.0, 2.0], [2.0, 3.0]];
    let constant = planned_contrasts(&rows, std::slice::from_ref(&one), level());
    assert!(matches!(constant, Err(StatsError::NoVariation { .. })));
    assert!(planned_contrasts(&rows, &[], level()).is_err());
    assert!(planned_contrasts(&[[1.0, 2.0, 3.0]; 2], &[one], level()).is_err());
    assert!(serde_json::from_str::<Contrast>("[1.0, 1.0]").is_err());
}
