use bangkom_stats::permutation::{Counting, SignFlipOptions, sign_flip};
use bangkom_stats::ranks::{
    self, RankSumOptions, SignedRankOptions, ZeroMethod, rank_sum, sign_test, signed_rank,
};
use bangkom_stats::{Alternative, StatsError, effect};
use serde_json::{Value, json};

use super::paired::{level, merge};
use super::{Case, Outcome};

methods! {
    wilcoxon_signed_rank => wilcoxon_signed_rank,
    signed_rank_cdf_no_ties => signed_rank_cdf_no_ties,
    mann_whitney => mann_whitney,
    sign_test => signs,
    permutation_paired => permutation_paired,
}

fn wilcoxon_signed_rank(case: &Case) -> Outcome {
    let zeros = match case.text("zero_method") {
        "wilcox" => ZeroMethod::Wilcoxon,
        "pratt" => ZeroMethod::Pratt,
        other => panic!("unknown zero method {other}"),
    };
    let options = SignedRankOptions::default().zeros(zeros).level(level(case));
    match signed_rank(&case.list("pre"), &case.list("post"), &options) {
        Ok(test) => {
            let mut values = json!({
                "n": test.basis.n_input, "n_zero": test.n_zero, "n_used": test.basis.n_used,
                "w_plus": test.w_plus, "w_minus": test.w_minus, "rank_biserial": test.rank_biserial,
                "mean_w": test.mean_w, "var_w": test.var_w, "z": test.z,
                "p_two_normal": test.p_normal, "z_cc": test.z_corrected,
                "p_two_normal_cc": test.p_normal_corrected, "hodges_lehmann": test.hodges_lehmann,
            });
            if let Some(exact) = test.exact {
                assert_eq!(test.p, exact.p_two);
                merge(
                    &mut values,
                    &json!({
                        "p_two": exact.p_two, "p_two_sym": exact.p_symmetric,
                        "p_greater": exact.p_greater, "p_less": exact.p_less,
                    }),
                );
            }
            let ci = test.hodges_lehmann_ci;
            let r = json!({
                "exactRankTests_p_two": test.p, "coin_z": test.z,
                "hl_ci_low_exact": ci.low, "hl_ci_high_exact": ci.high,
            });
            Outcome::of(values).with_r(r, 1e-8)
        }
        Err(error) => {
            assert_eq!(
                error,
                StatsError::NoVariation {
                    what: "differences"
                }
            );
            let n = case.list("pre").len();
            Outcome::of(json!({"n": n, "n_zero": n, "n_used": 0, "status": "all_zero"}))
        }
    }
}

fn signed_rank_cdf_no_ties(case: &Case) -> Outcome {
    let n = case.f("n") as u32;
    let cdf = |w: &f64| ranks::signed_rank_cdf(*w as u64, n).expect("a chance");
    Outcome::of(json!({"cdf": case.list("w").iter().map(cdf).collect::<Vec<_>>()}))
}

fn mann_whitney(case: &Case) -> Outcome {
    let (a, b) = (case.list("a"), case.list("b"));
    let options = RankSumOptions::default();
    let Ok(test) = rank_sum(&a, &b, &options) else {
        return Outcome::of(all_tied(&a, &b));
    };
    let mut values = json!({
        "u": test.u, "rank_biserial": test.rank_biserial, "n1": test.n_first, "n2": test.n_second,
        "z": test.z, "p_two_normal": test.p_normal, "z_cc": test.z_corrected,
        "p_two_normal_cc": test.p_normal_corrected, "hodges_lehmann": test.shift,
    });
    let mut r = json!({});
    if let Some(exact) = test.exact {
        merge(
            &mut values,
            &json!({
                "p_less": exact.p_less, "p_greater": exact.p_greater, "p_two": exact.p_two,
            }),
        );
        // exactRankTests defines the two-sided p-value by the distance from the mean.
        merge(&mut r, &json!({"exactRankTests_p_two": exact.p_symmetric}));
    }
    Outcome::of(values).with_r(r, 1e-8)
}

fn all_tied(a: &[f64], b: &[f64]) -> Value {
    let error = rank_sum(a, b, &RankSumOptions::default()).expect_err("all tied");
    assert_eq!(error, StatsError::NoVariation { what: "values" });
    let dominance = effect::dominance(a, b).expect("dominance");
    let pairs = (a.len() * b.len()) as f64;
    json!({
        "u": dominance.a12 * pairs, "rank_biserial": dominance.cliff_delta, "n1": a.len(),
        "n2": b.len(), "status": "all_tied",
    })
}

fn signs(case: &Case) -> Outcome {
    let (pre, post) = (case.list("pre"), case.list("post"));
    match sign_test(&pre, &post, Alternative::TwoSided) {
        Ok(test) => Outcome::of(json!({
            "n_plus": test.n_plus, "n_minus": test.n_minus, "n_zero": test.n_zero,
            "p_less": test.p_less, "p_greater": test.p_greater, "p_two": test.p_two,
        })),
        Err(error) => {
            assert_eq!(
                error,
                StatsError::NoVariation {
                    what: "differences"
                }
            );
            let n = pre.len();
            Outcome::of(json!({"n_plus": 0, "n_minus": 0, "n_zero": n, "status": "all_zero"}))
        }
    }
}

fn permutation_paired(case: &Case) -> Outcome {
    let test = sign_flip(
        &case.list("pre"),
        &case.list("post"),
        &SignFlipOptions::default(),
    );
    let test = test.expect("sign flips");
    assert_eq!(test.counting, Counting::Grid);
    Outcome::of(json!({
        "sum_diff": test.sum_diff, "p_two": test.p_two, "p_greater": test.p_greater,
        "p_less": test.p_less,
    }))
}
