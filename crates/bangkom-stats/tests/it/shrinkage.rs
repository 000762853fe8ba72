//! Empirical Bayes: published tables, the moments that define the estimates, and bad input.

use bangkom_stats::shrinkage::{gamma_poisson, james_stein, marshall_rates, shrink_proportions};
use bangkom_stats::{ConfidenceLevel, StatsError};
use proptest::prelude::*;

use crate::random::close;

fn level() -> ConfidenceLevel {
    ConfidenceLevel::default()
}

#[track_caller]
fn all_close(got: &[f64], want: &[f64], tolerance: f64) {
    assert_eq!(got.len(), want.len());
    for (got, want) in got.iter().zip(want) {
        assert!(
            (got - want).abs() <= tolerance * want.abs(),
            "got {got}, want {want}"
        );
    }
}

#[test]
fn reference_eb_baseball18() {
    let hits = [
        18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7,
    ];
    let result = shrink_proportions(&hits, 45).expect("a result");
    all_close(
        &[result.grand_mean, result.kept],
        &[0.265_432_098_765_4, 0.211_653_417_144_3],
        1e-12,
    );
    let estimates: Vec<f64> = result.estimates.iter().flatten().copied().collect();
    let want = [
        0.293_913_854_899_7,
        0.289_210_445_629_8,
        0.284_507_036_359_9,
        0.279_803_627_09,
        0.275_100_217_820_2,
        0.275_100_217_820_2,
        0.270_396_808_550_3,
        0.265_693_399_280_4,
        0.260_989_990_010_6,
        0.260_989_990_010_6,
        0.256_286_580_740_7,
        0.256_286_580_740_7,
        0.256_286_580_740_7,
        0.256_286_580_740_7,
        0.256_286_580_740_7,
        0.251_583_171_470_8,
        0.246_879_762_200_9,
        0.242_176_352_931_1,
    ];
    all_close(&estimates, &want, 1e-12);
    // Printed: grand mean .265, shrinking factor .212, first estimate .294.
    assert!((result.estimates[0].expect("a share") - 0.294).abs() < 0.000_5);
}

#[test]
fn reference_eb_complaint_rates() {
    let exposures = [400.0, 150.0, 90.0, 60.0, 700.0, 210.0];
    let result = marshall_rates(&[12, 3, 7, 0, 25, 4], &exposures).expect("a result");
    all_close(&[result.mean_rate], &[0.031_677_018_633_54], 1e-12);
    all_close(&[result.between_variance], &[7.944_223_688_215e-5], 1e-11);
    let units: Vec<_> = result.units.iter().flatten().collect();
    let weights: Vec<f64> = units.iter().map(|unit| unit.weight).collect();
    let want = [
        0.500_786_997_318_1,
        0.273_352_114_338,
        0.184_145_941_595_5,
        0.130_792_248_302_7,
        0.637_091_784_118_3,
        0.344_973_288_907_9,
    ];
    all_close(&weights, &want, 1e-11);
    let rates: Vec<f64> = units.iter().map(|unit| unit.rate).collect();
    let want = [
        0.030_837_189_507_6,
        0.028_485_080_900_9,
        0.040_166_286_334_43,
        0.027_533_910_146_93,
        0.034_249_128_320_97,
        0.027_320_213_121_45,
    ];
    all_close(&rates, &want, 1e-11);
}

/// The iteration of Clayton and Kaldor with 40 digits, and quantiles of the posterior.
#[test]
fn gamma_poisson_by_40_digits() {
    let exposures = [400.0, 150.0, 90.0, 60.0, 700.0, 210.0];
    let result = gamma_poisson(&[12, 3, 17, 0, 25, 4], &exposures, level()).expect("a result");
    let got = [
        result.mean_rate,
        result.prior_exposure.expect("a prior"),
        result.between_variance,
    ];
    all_close(
        &got,
        &[
            0.048_306_562_171_683_11,
            11.189_769_451_826_07,
            0.004_317_029_263_172_168,
        ],
        1e-12,
    );
    let units: Vec<_> = result.units.iter().flatten().collect();
    let rates: Vec<f64> = units.iter().map(|unit| unit.rate).collect();
    let want = [
        0.030_498_179_248_062_87,
        0.021_965_037_270_988_71,
        0.173_343_010_748_354_9,
        0.007_592_935_022_457_375,
        0.035_912_410_991_791_52,
        0.020_527_799_748_443_34,
    ];
    all_close(&rates, &want, 1e-12);
    let ends = |unit: usize| {
        let interval = units[unit].interval.expect("an interval");
        [interval.low, interval.high]
    };
    all_close(
        &ends(0),
        &[0.016_024_512_588_936_14, 0.049_551_560_627_651_14],
        1e-11,
    );
    all_close(
        &ends(2),
        &[0.101_944_099_051_082_1, 0.263_383_938_605_421],
        1e-11,
    );
}

#[test]
fn chance_alone_leaves_one_rate_for_all() {
    let (counts, exposures) = ([10, 20, 31], [100.0, 200.0, 300.0]);
    let smoothed = marshall_rates(&counts, &exposures).expect("a result");
    let posterior = gamma_poisson(&counts, &exposures, level()).expect("a result");
    assert_eq!(
        (smoothed.between_variance, posterior.between_variance),
        (0.0, 0.0)
    );
    assert_eq!(posterior.prior_exposure, None);
    for (a, b) in smoothed.units.iter().zip(&posterior.units) {
        let (a, b) = (a.expect("a unit"), b.expect("a unit"));
        assert_eq!(
            (a.rate, a.weight, b.weight, b.interval),
            (b.rate, 0.0, 0.0, None)
        );
        assert!(close(a.rate, 61.0 / 600.0, 1e-15));
    }
    assert_eq!(
        smoothed.basis.warnings.len() + posterior.basis.warnings.len(),
        2
    );
    // No event anywhere is a rate of zero, not a failure.
    let none = gamma_poisson(&[0, 0], &[5.0, 9.0], level()).expect("a result");
    assert_eq!(
        (none.mean_rate, none.units[0].expect("a unit").rate),
        (0.0, 0.0)
    );
    let none = marshall_rates(&[0, 0], &[5.0, 9.0]).expect("a result");
    assert_eq!(none.units[1].expect("a unit").rate, 0.0);
    let same = james_stein(&[0.1; 6], 0.5).expect("a result");
    assert_eq!((same.kept, same.estimates[2]), (0.0, Some(same.grand_mean)));
    let close_by = james_stein(&[1.0, 1.1, 0.9, 1.0], 4.0).expect("a result");
    assert_eq!((close_by.kept, close_by.basis.warnings.len()), (0.0, 1));
}

#[test]
fn a_unit_without_exposure_gets_what_is_common() {
    let (counts, exposures) = ([12, 30, 7, 0, 0], [400.0, 150.0, 90.0, 0.0, f64::NAN]);
    let smoothed = marshall_rates(&counts, &exposures).expect("a result");
    let unit = smoothed.units[3].expect("a unit");
    assert_eq!(
        (unit.raw, unit.weight, unit.rate),
        (None, 0.0, smoothed.mean_rate)
    );
    assert_eq!((smoothed.units[4], smoothed.basis.n_missing), (None, 1));
    let posterior = gamma_poisson(&counts, &exposures, level()).expect("a result");
    let unit = posterior.units[3].expect("a unit");
    assert_eq!(
        (unit.raw, unit.weight, unit.rate),
        (None, 0.0, posterior.mean_rate)
    );
    let wide = unit.interval.expect("the common distribution").width();
    assert!(
        wide > posterior.units[0]
            .expect("a unit")
            .interval
            .expect("one")
            .width()
    );
}

#[test]
fn shrinkage_bad_input_is_refused() {
    let one = StatsError::TooFew { needed: 2, got: 1 };
    assert_eq!(marshall_rates(&[3, 0], &[10.0, 0.0]), Err(one.clone()));
    assert_eq!(gamma_poisson(&[3], &[10.0], level()), Err(one));
    for exposure in [-1.0, 0.0] {
        let refused = marshall_rates(&[3, 2, 1], &[10.0, exposure, 4.0]);
        assert!(
            matches!(refused, Err(StatsError::OutOfRange { index: Some(1), .. })),
            "{exposure}"
        );
    }
    let endless = gamma_poisson(&[3, 2], &[10.0, f64::INFINITY], level());
    assert!(matches!(
        endless,
        Err(StatsError::NotFinite { index: 1, .. })
    ));
    let uneven = marshall_rates(&[3, 2], &[10.0]);
    assert_eq!(
        uneven,
        Err(StatsError::LengthMismatch {
            first: 2,
            second: 1
        })
    );
    let few = shrink_proportions(&[1, 2, 3], 9);
    assert_eq!(few, Err(StatsError::TooFew { needed: 4, got: 3 }));
    let many = shrink_proportions(&[1, 2, 10, 3], 9);
    assert!(matches!(
        many,
        Err(StatsError::OutOfRange { index: Some(2), .. })
    ));
    assert!(shrink_proportions(&[0, 0, 0, 0], 0).is_err());
    for variance in [-1.0, f64::NAN, f64::INFINITY] {
        assert!(james_stein(&[1.0, 2.0, 3.0, 4.0], variance).is_err());
    }
    let far = james_stein(&[1e308, -1e308, 1e308, -1e308, 1e308], 1.0);
    assert!(matches!(far, Err(StatsError::Undefined { .. })), "{far:?}");
    let thin = [5e-324, 1.0, 2.0];
    assert!(matches!(
        marshall_rates(&[9, 2, 1], &thin),
        Err(StatsError::Undefined { .. })
    ));
    assert!(matches!(
        gamma_poisson(&[9, 2, 1], &thin, level()),
        Err(StatsError::Undefined { .. })
    ));
    let missing = james_stein(&[1.0, f64::NAN, 3.0, 4.0, 9.0], 0.5).expect("four are there");
    assert_eq!((missing.estimates[1], missing.basis.n_missing), (None, 1));
    let endless = james_stein(&[1.0, f64::INFINITY, 3.0, 4.0], 0.5);
    assert!(matches!(
        endless,
        Err(StatsError::NotFinite { index: 1, .. })
    ));
}

#[test]
fn no_square_leaves_the_range_of_a_double() {
    let values = [3.0, 4.0, 5.0, 8.0];
    let plain = james_stein(&values, 2.0).expect("a result");
    for scale in [1e-150, 1e150] {
        let scaled = james_stein(&values.map(|x| x * scale), 2.0 * scale * scale);
        let kept = scaled.expect("a result").kept;
        assert!(close(kept, plain.kept, 1e-12), "{kept}");
    }
}

proptest! {
    #[test]
    fn estimates_lie_between_their_own_and_the_common(
        units in prop::collection::vec((0..60_u64, 1..500_u32), 2..20),
    ) {
        let (counts, exposures): (Vec<u64>, Vec<f64>) =
            units.iter().map(|(y, e)| (*y, f64::from(*e))).unzip();
        let smoothed = marshall_rates(&counts, &exposures).expect("a result");
        let posterior = gamma_poisson(&counts, &exposures, level()).expect("a result");
        let between = |raw: f64, rate: f64, mean: f64| {
            let slack = 1e-12 * (raw + mean);
            raw.min(mean) - slack <= rate && rate <= raw.max(mean) + slack
        };
        for (a, b) in smoothed.units.iter().zip(&posterior.units) {
            let (a, b) = (a.expect("a unit"), b.expect("a unit"));
            let raw = a.raw.expect("exposed");
            prop_assert!(between(raw, a.rate, smoothed.mean_rate));
            prop_assert!(between(raw, b.rate, posterior.mean_rate));
            prop_assert!(b.interval.is_none_or(|i| i.low <= b.rate && b.rate <= i.high));
        }
        // The moments that define the prior.
        if let Some(prior) = posterior.prior_exposure {
            let m = posterior.mean_rate;
            let own = posterior.units.iter().flatten().map(|unit| (unit.weight, unit.raw));
            let own: Vec<(f64, f64)> = own.map(|(w, r)| (w, r.expect("exposed"))).collect();
            let pull: f64 = own.iter().map(|(w, r)| w * (r - m)).sum();
            let spread: f64 = own.iter().map(|(w, r)| w * (r - m) * (r - m)).sum();
            let free = own.len() as f64 - 1.0;
            prop_assert!(pull.abs() < 1e-9 * (1.0 + m));
            prop_assert!((spread / free - m / prior).abs() < 1e-8 * m / prior);
        }
    }

    #[test]
    fn proportions_keep_their_mean_and_their_order(
        hits in prop::collection::vec(0..=30_u64, 4..25),
    ) {
        let result = shrink_proportions(&hits, 30).expect("a result");
        prop_assert!((0.0..=1.0).contains(&result.kept));
        let drawn: Vec<f64> = result.estimates.iter().flatten().copied().collect();
        let mean = drawn.iter().sum::<f64>() / drawn.len() as f64;
        prop_assert!((mean - result.grand_mean).abs() < 1e-12);
        for (a, x) in hits.iter().zip(&drawn) {
            for (b, y) in hits.iter().zip(&drawn) {
                prop_assert!(a >= b || x <= y);
            }
        }
    }
}
