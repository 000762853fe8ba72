//! Effect sizes: bad input, invariance, exactness of intervals.

use bangkom_stats::distributions::noncentral_t;
use bangkom_stats::effect::{dominance, hedges_correction, independent, paired};
use bangkom_stats::{ConfidenceLevel, StatsError};
use proptest::prelude::*;

use crate::random::{close, normals};

fn level() -> ConfidenceLevel {
    ConfidenceLevel::default()
}

#[test]
fn nothing_is_standardised_by_zero() {
    let error = StatsError::NoVariation {
        what: "differences",
    };
    assert_eq!(paired(&[1.0, 2.0], &[2.0, 3.0], level()), Err(error));
    let effect = paired(&[5.0, 5.0, 5.0], &[6.0, 7.0, 5.0], level()).expect("an effect");
    assert_eq!(
        (effect.r, effect.d_rm, effect.glass_pre, effect.g_rm),
        (None, None, None, None)
    );
    assert_eq!(effect.d_av, 2.0 * effect.d_z);
    let error = StatsError::NoVariation {
        what: "values within the samples",
    };
    assert_eq!(independent(&[1.0, 1.0], &[2.0, 2.0], level()), Err(error));
    let effect = independent(&[1.0, 1.0], &[2.0, 3.0], level()).expect("an effect");
    assert_eq!(effect.glass, None);
    assert_eq!(
        dominance(&[], &[1.0]),
        Err(StatsError::TooFew { needed: 1, got: 0 })
    );
}

#[test]
fn the_bias_factor_is_exact() {
    // Gamma at halves and integers in closed form.
    let pi = std::f64::consts::PI;
    let closed = [
        (2.0, 1.0 / pi.sqrt()),
        (3.0, (pi / 6.0).sqrt()),
        (4.0, (2.0 / pi).sqrt()),
        (5.0, 3.0 / 4.0 * (pi / 2.5).sqrt()),
    ];
    for (df, j) in closed {
        assert!(
            close(hedges_correction(df).expect("a factor"), j, 4e-16),
            "{df}"
        );
    }
    // J(m) J(m + 1) = (m - 1) / sqrt(m (m + 1)), by the recurrence of the gamma function.
    for df in [2.0, 5.5, 40.0, 59.0, 61.0, 1e4, 1e8] {
        let product = hedges_correction(df).expect("j") * hedges_correction(df + 1.0).expect("j");
        assert!(
            close(product, (df - 1.0) / (df * (df + 1.0)).sqrt(), 4e-15),
            "{df}"
        );
    }
    assert_eq!(hedges_correction(1.0), Ok(0.0));
    assert!(hedges_correction(0.5).is_err() && hedges_correction(f64::NAN).is_err());
}

#[test]
fn intervals_cut_off_their_tails_exactly() {
    for n in [2, 3, 5, 13, 14, 40, 300] {
        let post: Vec<f64> = normals(21, n as u64, n).iter().map(|x| x + 0.7).collect();
        let effect = paired(&vec![0.0; n], &post, level()).expect("an effect");
        let (ci, root, df) = (
            effect.d_z_ci.expect("ci"),
            (n as f64).sqrt(),
            n as f64 - 1.0,
        );
        let t = effect.d_z * root;
        let above = noncentral_t::sf(t, df, ci.low * root).expect("a tail");
        let below = noncentral_t::cdf(t, df, ci.high * root).expect("a tail");
        assert!(
            close(above, 0.025, 1e-10) && close(below, 0.025, 1e-10),
            "{n} {above} {below}"
        );
    }
}

#[test]
fn intervals_of_effects_cover_as_often_as_they_say() {
    let mut hits = 0;
    for run in 0..1_000 {
        let post: Vec<f64> = normals(22, run, 15).iter().map(|x| x + 0.6).collect();
        let effect = paired(&[0.0; 15], &post, level()).expect("an effect");
        hits += u32::from(effect.d_z_ci.expect("ci").contains(0.6));
    }
    // Five standard errors of a share of 0.95.
    assert!((f64::from(hits) - 950.0).abs() < 35.0, "{hits}");
}

proptest! {
    #[test]
    fn effects_have_no_unit(
        pairs in prop::collection::vec((-9.0..9.0_f64, -9.0..9.0_f64), 3..30), exponent in -150..140_i32,
    ) {
        let scale = 10.0_f64.powi(exponent);
        let (pre, post): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
        let to = |x: &[f64]| -> Vec<f64> { x.iter().map(|x| x * scale).collect() };
        let plain = paired(&pre, &post, level()).expect("an effect");
        let moved = paired(&to(&pre), &to(&post), level()).expect("an effect");
        let fields = |e: &bangkom_stats::effect::PairedEffect| {
            [e.d_z, e.d_av, e.d_av_rms, e.d_rm.expect("r"), e.glass_pre.expect("sd"), e.g_z]
        };
        for (a, b) in fields(&plain).into_iter().zip(fields(&moved)) {
            prop_assert!(close(a, b, 1e-8) || a.abs() < 1e-9);
        }
        // The five are ratios of one difference: they share its sign.
        prop_assert!(fields(&plain).iter().all(|d| d.signum() == plain.d_z.signum()));
    }

    #[test]
    fn dominance_counts_all_pairs(
        first in prop::collection::vec(0..6_u8, 1..25), second in prop::collection::vec(0..6_u8, 1..25),
    ) {
        let to = |x: &[u8]| -> Vec<f64> { x.iter().map(|x| f64::from(*x)).collect() };
        let result = dominance(&to(&first), &to(&second)).expect("dominance");
        let all = || second.iter().flat_map(|y| first.iter().map(move |x| (x, y)));
        prop_assert_eq!(result.n_greater, all().filter(|(x, y)| y > x).count() as u64);
        prop_assert_eq!(result.n_equal, all().filter(|(x, y)| y == x).count() as u64);
        prop_assert_eq!(result.n_less, all().filter(|(x, y)| y < x).count() as u64);
        let turned = dominance(&to(&second), &to(&first)).expect("dominance");
        prop_assert_eq!(result.cliff_delta, -turned.cliff_delta);
        prop_assert!((result.a12 + turned.a12 - 1.0).abs() < 1e-15);
    }
}
