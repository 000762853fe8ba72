//! Overwhelming evidence gives a tiny p-value, never a false zero; offsets and scales of any
//! size leave what does not depend on them.

use bangkom_stats::gain::{self, Scale};
use bangkom_stats::ranks::{self, SignedRankOptions};
use bangkom_stats::series;
use bangkom_stats::{
    Alternative, ConfidenceLevel, StatsError, TestOptions, counts, effect, paired,
};

fn level() -> ConfidenceLevel {
    ConfidenceLevel::default()
}

/// Ten thousand values that rise for certain.
fn rising() -> Vec<f64> {
    (0..10_000).map(f64::from).collect()
}

#[test]
fn no_p_value_is_a_false_zero() {
    let (pre, post) = (
        rising(),
        rising()
            .iter()
            .map(|x| x + 1e4 + x % 7.0)
            .collect::<Vec<_>>(),
    );
    let mut found = vec![
        (
            "mann_kendall",
            series::mann_kendall(&pre, level()).expect("sound input").p,
        ),
        (
            "paired_t",
            paired::t_test(&pre, &post, &TestOptions::default())
                .expect("sound input")
                .p_two,
        ),
        (
            "mcnemar",
            counts::mcnemar(&[0.0; 9_000], &[1.0; 9_000], level())
                .expect("sound input")
                .discordance
                .expect("pairs that changed")
                .p_chi_squared,
        ),
    ];
    let signed =
        ranks::signed_rank(&pre, &post, &SignedRankOptions::default()).expect("sound input");
    found.push(("signed_rank", signed.p_normal));
    for (method, p) in found {
        assert!(p > 0.0 && p < 1e-100, "{method}: {p:e}");
    }
}

#[test]
fn a_series_beyond_the_limit_is_refused() {
    let error = series::mann_kendall(&vec![1.0; 1_000_001], level()).expect_err("too long");
    assert!(matches!(
        error,
        StatsError::OutOfRange {
            argument: "number of values",
            ..
        }
    ));
}

const PRE: [f64; 8] = [10.0, 12.0, 9.0, 14.0, 11.0, 13.0, 10.5, 12.5];
const POST: [f64; 8] = [13.0, 15.0, 9.0, 18.0, 16.0, 12.0, 14.0, 13.5];

fn moved(values: &[f64], scale: f64, offset: f64) -> Vec<f64> {
    values.iter().map(|x| x * scale + offset).collect()
}

#[test]
fn offsets_and_scales_leave_ranks_and_standardised_effects() {
    let plain = effect::paired(&PRE, &POST, level()).expect("sound input");
    let ranked =
        ranks::signed_rank(&PRE, &POST, &SignedRankOptions::default()).expect("sound input");
    for (scale, offset) in [
        (1.0, 1e9),
        (2.0_f64.powi(-531), 0.0),
        (2.0_f64.powi(500), 0.0),
    ] {
        let (pre, post) = (moved(&PRE, scale, offset), moved(&POST, scale, offset));
        let effect = effect::paired(&pre, &post, level()).expect("sound input");
        assert!(
            (effect.d_z / plain.d_z - 1.0).abs() < 1e-9,
            "scale {scale:e}, offset {offset:e}"
        );
        let signed =
            ranks::signed_rank(&pre, &post, &SignedRankOptions::default()).expect("sound input");
        assert_eq!((signed.w_plus, signed.exact), (ranked.w_plus, ranked.exact));
    }
}

#[test]
fn a_gain_is_the_same_on_a_moved_scale() {
    let plain = gain::normalized(&PRE, &POST, Scale::new(0.0, 20.0).expect("sound input"))
        .expect("sound input");
    let far = Scale::new(1e9, 1e9 + 20.0).expect("sound input");
    let shifted = gain::normalized(&moved(&PRE, 1.0, 1e9), &moved(&POST, 1.0, 1e9), far)
        .expect("sound input");
    assert_eq!(plain.class_gain, shifted.class_gain);
    let step = 2.0_f64.powi(-531);
    let tiny = Scale::new(0.0, 20.0 * step).expect("sound input");
    let scaled = gain::normalized(&moved(&PRE, step, 0.0), &moved(&POST, step, 0.0), tiny)
        .expect("sound input");
    assert_eq!(plain.class_gain, scaled.class_gain);
}

#[test]
fn ten_million_pairs_come_to_an_end() {
    let n = 10_000_000_usize;
    let pre: Vec<f64> = (0..n).map(|i| (i % 101) as f64).collect();
    let post: Vec<f64> = pre
        .iter()
        .zip(0..n)
        .map(|(x, i)| x + (i % 7) as f64 - 2.0)
        .collect();
    let test = paired::t_test(&pre, &post, &TestOptions::default()).expect("sound input");
    assert!(test.t > 1_000.0 && test.p_two > 0.0);
    let signs = ranks::sign_test(&pre, &post, Alternative::TwoSided).expect("sound input");
    assert_eq!(signs.n_plus + signs.n_minus + signs.n_zero, n);
    assert!(signs.p_two > 0.0);
    let group = paired::grouped(&vec![0; n], 1, &pre, &post).expect("sound input");
    assert_eq!(group[0].basis.n_used, n);
    assert!((group[0].mean_diff.expect("pairs") - test.mean_diff).abs() < 1e-9);
    let gains = gain::normalized(&pre, &post, Scale::new(-2.0, 104.0).expect("a scale"));
    assert_eq!(gains.expect("sound input").basis.n_used, n);
    let trend = series::mann_kendall(&pre, level()).expect_err("too long");
    assert!(matches!(trend, StatsError::OutOfRange { .. }));
}
