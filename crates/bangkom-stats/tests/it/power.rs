//! Power, required sizes and detectable effects.

use bangkom_stats::power::{
    PowerOptions, paired_t, paired_t_effect, paired_t_size, two_sample_clustered, two_sample_t,
    two_sample_t_effect, two_sample_t_size,
};
use bangkom_stats::{Alternative, StatsError};
use proptest::prelude::*;

fn options() -> PowerOptions {
    PowerOptions::default()
}

#[test]
fn published_tables() {
    // R 4.2.2, power.t.test: 393.41, 63.77 and 25.52 persons in each group at power 0.80.
    for (d, n) in [(0.2, 394), (0.5, 64), (0.8, 26)] {
        assert_eq!(
            two_sample_t_size(d, 0.8, &options()).expect("a size").n,
            n,
            "{d}"
        );
    }
}

#[test]
fn no_effect_is_found_as_often_as_the_level_says() {
    for n in [2, 7, 300] {
        let power = paired_t(0.0, n, &options()).expect("a power");
        assert!((power - 0.05).abs() < 1e-13, "{power}");
    }
}

#[test]
fn no_size_finds_no_effect_or_one_against_the_direction() {
    let less = options().alternative(Alternative::Less);
    for result in [
        paired_t_size(0.0, 0.8, &options()),
        two_sample_t_size(0.5, 0.8, &less),
    ] {
        assert!(
            matches!(result, Err(StatsError::Undefined { .. })),
            "{result:?}"
        );
    }
}

#[test]
fn bad_input_is_refused() {
    assert_eq!(
        paired_t(0.5, 1, &options()),
        Err(StatsError::TooFew { needed: 2, got: 1 })
    );
    assert!(two_sample_t(0.5, 0, 9, &options()).is_err());
    assert!(paired_t(f64::NAN, 9, &options()).is_err());
    assert!(paired_t(0.5, 9, &options().alpha(0.0)).is_err());
    assert!(paired_t_size(0.5, 1.0, &options()).is_err());
    assert!(paired_t_effect(9, 0.01, &options()).is_err());
    assert!(two_sample_clustered(0.5, 1, 9, 0.1, &options()).is_err());
    assert!(two_sample_clustered(0.5, 4, 9, 1.5, &options()).is_err());
    assert_eq!(paired_t(1e300, 9, &options()), Ok(1.0));
}

#[test]
fn clusters_of_one_are_persons() {
    let clustered = two_sample_clustered(0.5, 64, 1, 0.3, &options());
    assert_eq!(clustered, two_sample_t(0.5, 64, 64, &options()));
}

proptest! {
    #[test]
    fn sizes_are_the_smallest(d in 0.05..3.0_f64, power in 0.1..0.99_f64) {
        let size = paired_t_size(d, power, &options()).expect("a size");
        prop_assert!(size.achieved >= power);
        if size.n > 2 {
            let fewer = paired_t(d, size.n as usize - 1, &options()).expect("a power");
            prop_assert!(fewer < power, "{fewer} with {}", size.n - 1);
        }
    }

    #[test]
    fn effects_have_the_power(
        n in 2..2000_usize, more in 0..50_usize, power in 0.06..0.999_f64, direction in 0..3_usize,
    ) {
        let alternative =
            [Alternative::TwoSided, Alternative::Greater, Alternative::Less][direction];
        let options = options().alternative(alternative);
        let d_z = paired_t_effect(n, power, &options).expect("an effect");
        let found = paired_t(d_z, n, &options).expect("a power");
        prop_assert!((found - power).abs() < 1e-11, "{found} instead of {power}");
        prop_assert_eq!(d_z < 0.0, alternative == Alternative::Less);
        let d_s = two_sample_t_effect(n, n + more, power, &options).expect("an effect");
        let found = two_sample_t(d_s, n, n + more, &options).expect("a power");
        prop_assert!((found - power).abs() < 1e-11, "{found} instead of {power}");
    }

    #[test]
    fn clusters_cost_power(d in 0.1..1.0_f64, k in 2..30_usize, m in 2..50_usize, icc in 0.01..0.9_f64) {
        let clustered = two_sample_clustered(d, k, m, icc, &options()).expect("a power");
        let persons = two_sample_t(d, k * m, k * m, &options()).expect("a power");
        prop_assert!(clustered <= persons + 1e-12);
    }

    #[test]
    fn direction_mirrors(d in -2.0..2.0_f64, n in 2..500_usize) {
        let greater = paired_t(d, n, &options().alternative(Alternative::Greater));
        let less = paired_t(-d, n, &options().alternative(Alternative::Less));
        prop_assert_eq!(greater, less);
    }
}
