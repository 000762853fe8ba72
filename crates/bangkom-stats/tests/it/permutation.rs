//! Sign-flip test: grid, listing and Monte Carlo agree; bad input.

use std::ops::ControlFlow;

use bangkom_stats::bootstrap::{End, Observer};
use bangkom_stats::permutation::{Counting, SignFlipOptions, sign_flip, sign_flip_observed};
use bangkom_stats::{Alternative, StatsError, Warning};
use proptest::prelude::*;

use crate::random::normals;

#[test]
fn what_cannot_flip_has_no_p() {
    let options = SignFlipOptions::default();
    let constant = StatsError::NoVariation {
        what: "differences",
    };
    assert_eq!(sign_flip(&[1.0], &[1.0], &options), Err(constant));
    assert_eq!(
        sign_flip(&[], &[], &options),
        Err(StatsError::TooFew { needed: 1, got: 0 })
    );
    let none = sign_flip(&[1.0], &[2.0], &options.replicates(0));
    assert!(matches!(none, Err(StatsError::OutOfRange { .. })));
}

/// Fisher (1935), Darwin's maize: 863 of 32,768 patterns are as far above, 1,726 as far either way.
#[test]
fn darwins_maize() {
    let d = [
        49.0, -67.0, 8.0, 16.0, 6.0, 23.0, 28.0, 41.0, 14.0, 29.0, 56.0, 24.0, 75.0, 60.0, -48.0,
    ];
    let test = sign_flip(&[0.0; 15], &d, &SignFlipOptions::default()).expect("a test");
    assert_eq!((test.counting, test.sum_diff), (Counting::Grid, 314.0));
    assert_eq!(
        (test.p_two * 32_768.0, test.p_greater * 32_768.0),
        (1_726.0, 863.0)
    );
}

#[test]
fn decimals_are_read_as_on_paper() {
    // In binary 0.1 + 0.2 is not 0.3, and the pattern would not count as equally far.
    let test =
        sign_flip(&[0.0; 3], &[0.1, 0.2, -0.3], &SignFlipOptions::default()).expect("a test");
    assert_eq!((test.sum_diff, test.p_two), (0.0, 1.0));
    let test = sign_flip(
        &[1e-160, 2e-160],
        &[2e-160, 4e-160],
        &SignFlipOptions::default(),
    );
    assert_eq!(test.expect("a test").counting, Counting::Grid);
}

#[test]
fn a_shift_off_the_grid_changes_the_way_and_not_the_result() {
    let d: Vec<f64> = normals(41, 0, 14)
        .iter()
        .map(|x| (x * 4.0).round() / 4.0 + 0.25)
        .collect();
    let pre = normals(42, 0, 14);
    let grid = sign_flip(&[0.0; 14], &d, &SignFlipOptions::default()).expect("a test");
    let third: Vec<f64> = d.iter().map(|d| d / 3.0 * 1e-5).collect();
    let listed = sign_flip(&[0.0; 14], &third, &SignFlipOptions::default()).expect("a test");
    assert_eq!(
        (grid.counting, listed.counting),
        (Counting::Grid, Counting::Listed)
    );
    assert_eq!((grid.p_two, grid.p_less), (listed.p_two, listed.p_less));
    assert!(sign_flip(&pre, &d, &SignFlipOptions::default()).is_ok());
}

#[test]
fn monte_carlo_agrees_with_the_exact_share_and_is_never_zero() {
    let d: Vec<f64> = normals(43, 0, 30).iter().map(|x| x + 0.35).collect();
    let rounded: Vec<f64> = d.iter().map(|d| (d * 1_000.0).round() / 1_000.0).collect();
    let options = SignFlipOptions::default()
        .seed(5)
        .alternative(Alternative::Greater);
    let exact = sign_flip(&[0.0; 30], &rounded, &options).expect("a test");
    let drawn = sign_flip(&[0.0; 30], &d, &options).expect("a test");
    assert_eq!(
        (exact.counting, drawn.counting),
        (Counting::Grid, Counting::MonteCarlo)
    );
    assert_eq!(
        drawn.basis.warnings,
        [Warning::MonteCarlo { replicates: 9_999 }]
    );
    assert!(
        (exact.p() - drawn.p()).abs() < 5.0 * drawn.monte_carlo_se,
        "{} {}",
        exact.p(),
        drawn.p()
    );
    assert_eq!(sign_flip(&[0.0; 30], &d, &options).expect("a test"), drawn);
    assert_ne!(
        sign_flip(&[0.0; 30], &d, &options.seed(6))
            .expect("a test")
            .p_greater,
        drawn.p_greater
    );
    let certain: Vec<f64> = d.iter().map(|d| d.abs() + 9.0).collect();
    let certain = sign_flip(&[0.0; 30], &certain, &options).expect("a test");
    assert_eq!(certain.p(), 1.0 / 10_000.0);
}

struct Stop(u64);

impl Observer for Stop {
    fn progress(&mut self, done: u64, _total: u64) -> ControlFlow<()> {
        if done < self.0 {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    }
}

#[test]
fn an_observer_may_stop_a_monte_carlo() {
    let (pre, d) = ([0.0; 30], normals(44, 0, 30));
    let options = SignFlipOptions::default();
    let (test, end) = sign_flip_observed(&pre, &d, &options, &mut Stop(500)).expect("a test");
    assert_eq!(end, End::Stopped);
    let [Warning::MonteCarlo { replicates }] = test.basis.warnings[..] else {
        panic!("no word of the replicates");
    };
    let short = options.replicates(replicates as u32);
    assert_eq!(sign_flip(&pre, &d, &short).expect("a test"), test);
    let at_once = sign_flip_observed(&pre, &d, &options, &mut Stop(0));
    assert_eq!(
        at_once.map(|_| ()),
        Err(StatsError::TooFew { needed: 1, got: 0 })
    );
}

proptest! {
    #[test]
    fn the_grid_counts_what_listing_lists(d in prop::collection::vec(-9..9_i32, 1..12)) {
        let post: Vec<f64> = d.iter().map(|d| f64::from(*d) / 10.0).collect();
        let result = sign_flip(&vec![0.0; d.len()], &post, &SignFlipOptions::default());
        let Ok(test) = result else {
            prop_assert!(d.iter().all(|d| *d == 0));
            return Ok(());
        };
        let observed: i32 = d.iter().sum();
        let sum = |pattern: u32| -> i32 {
            d.iter().enumerate().map(|(i, d)| if pattern >> i & 1 == 1 { -d } else { *d }).sum()
        };
        let patterns = 1_u32 << d.len();
        let share = |keep: &dyn Fn(i32) -> bool| {
            (0..patterns).filter(|p| keep(sum(*p))).count() as f64 / f64::from(patterns)
        };
        prop_assert!((test.p_two - share(&|s| s.abs() >= observed.abs())).abs() < 1e-14);
        prop_assert!((test.p_greater - share(&|s| s >= observed)).abs() < 1e-14);
        prop_assert!((test.p_less - share(&|s| s <= observed)).abs() < 1e-14);
    }
}
