//! Adjusted p-values against the closed test, and return on investment at its limits.

use bangkom_stats::StatsError;
use bangkom_stats::multiplicity::{Adjustment, adjust_p_values};
use bangkom_stats::returns::{RoiOptions, return_on_investment};
use proptest::prelude::*;

fn adjusted(p: &[f64], method: Adjustment) -> Vec<f64> {
    adjust_p_values(p, method).expect("a family")
}

/// Hommel's procedure by its definition: the largest Simes p-value of all sets with the element.
fn closed_simes(p: &[f64], element: usize) -> f64 {
    let mut worst: f64 = 0.0;
    for set in 1_u32..1 << p.len() {
        if set >> element & 1 == 1 {
            let mut members: Vec<f64> = (0..p.len())
                .filter(|i| set >> i & 1 == 1)
                .map(|i| p[i])
                .collect();
            members.sort_by(f64::total_cmp);
            let n = members.len() as f64;
            let simes = members
                .iter()
                .enumerate()
                .map(|(i, p)| n * p / (i + 1) as f64);
            worst = worst.max(simes.fold(f64::INFINITY, f64::min));
        }
    }
    worst.min(1.0)
}

#[test]
fn tests_not_made_do_not_count() {
    let with_gap = adjusted(&[0.01, f64::NAN, 0.04], Adjustment::Bonferroni);
    assert_eq!(with_gap[0], 0.02);
    assert!(with_gap[1].is_nan());
    assert!(matches!(
        adjust_p_values(&[], Adjustment::Holm),
        Err(StatsError::TooFew { .. })
    ));
    let outside = adjust_p_values(&[0.1, 1.5], Adjustment::Holm);
    assert!(matches!(
        outside,
        Err(StatsError::OutOfRange { index: Some(1), .. })
    ));
}

#[test]
fn returns_refuse_what_is_unknown() {
    let options = RoiOptions::default();
    let missing = return_on_investment(&[1.0, f64::NAN], 1.0, options);
    assert!(matches!(
        missing,
        Err(StatsError::NotFinite { index: 1, .. })
    ));
    assert!(return_on_investment(&[], 1.0, options).is_err());
    assert!(return_on_investment(&[1.0], 0.0, options).is_err());
    assert!(return_on_investment(&[1.0], 1.0, options.attribution(1.2)).is_err());
    assert!(return_on_investment(&[1.0], 1.0, options.rate(-1.0)).is_err());
}

#[test]
fn losses_have_no_payback() {
    let result = return_on_investment(&[-5.0, 2.0], 10.0, RoiOptions::default()).expect("a result");
    assert_eq!(
        (result.payback_periods, result.recovered_after),
        (None, None)
    );
    assert_eq!(result.roi_percent, -130.0);
    // The second period fills what the first left open, half-way through.
    let options = RoiOptions::default().attribution(0.5);
    let result = return_on_investment(&[10.0, 20.0], 10.0, options).expect("a result");
    assert_eq!(result.recovered_after, Some(1.5));
}

proptest! {
    #[test]
    fn hommel_is_the_closed_simes_test(p in prop::collection::vec(0.0..=1.0_f64, 1..8)) {
        let hommel = adjusted(&p, Adjustment::Hommel);
        for (i, value) in hommel.iter().enumerate() {
            prop_assert!((value - closed_simes(&p, i)).abs() < 1e-12);
        }
    }

    #[test]
    fn methods_keep_their_order(p in prop::collection::vec(0.0..=1.0_f64, 1..40)) {
        let all = [
            Adjustment::BenjaminiHochberg,
            Adjustment::Hommel,
            Adjustment::Hochberg,
            Adjustment::Holm,
            Adjustment::Bonferroni,
        ]
        .map(|method| adjusted(&p, method));
        for i in 0..p.len() {
            prop_assert!(p[i] <= all[0][i] + 1e-15);
            for pair in all.windows(2) {
                prop_assert!(pair[0][i] <= pair[1][i] + 1e-12);
            }
            prop_assert!(all[4][i] <= 1.0);
        }
    }

    #[test]
    fn order_of_tests_does_not_matter(mut p in prop::collection::vec(0.0..=1.0_f64, 1..20)) {
        let before = adjusted(&p, Adjustment::BenjaminiYekutieli);
        p.reverse();
        let mut after = adjusted(&p, Adjustment::BenjaminiYekutieli);
        after.reverse();
        prop_assert_eq!(before, after);
    }
}
