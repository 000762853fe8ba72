use bangkom_stats::two_sample::{Equivalence, EquivalenceOptions};
use bangkom_stats::{ConfidenceLevel, StatsError, TestOptions, effect, paired, two_sample};
use serde_json::{Value, json};

use super::{Case, Outcome};

methods! {
    paired_t => paired_t,
    welch_t => welch_t,
    tost_paired => tost_paired,
    tost_two_sample => tost_two_sample,
    effect_sizes_paired => effect_sizes_paired,
    effect_sizes_independent => effect_sizes_independent,
}

/// The level of a case, 0.95 where it names none.
pub(crate) fn level(case: &Case) -> ConfidenceLevel {
    match case.input.get("level") {
        Some(_) => ConfidenceLevel::new(case.f("level")).expect("a level"),
        None => ConfidenceLevel::default(),
    }
}

fn paired_t(case: &Case) -> Outcome {
    let (pre, post) = (case.list("pre"), case.list("post"));
    let summary = paired::summary(&pre, &post).expect("pairs");
    let mut values = json!({
        "n": summary.basis.n_used, "df": summary.basis.n_used - 1, "r_pre_post": summary.r,
        "mean_pre": summary.mean_pre, "mean_post": summary.mean_post, "mean_diff": summary.mean_diff,
        "sd_pre": summary.sd_pre, "sd_post": summary.sd_post, "sd_diff": summary.sd_diff,
    });
    match paired::t_test(&pre, &post, &TestOptions::default().level(level(case))) {
        Ok(test) => {
            assert_eq!(
                (test.mean_diff, test.sd_diff),
                (summary.mean_diff, summary.sd_diff)
            );
            merge(
                &mut values,
                &json!({
                    "df": test.df, "se_diff": test.se, "t": test.t, "p_two": test.p_two,
                    "p_greater": test.p_greater, "p_less": test.p_less,
                    "ci_low": test.ci.low, "ci_high": test.ci.high,
                }),
            );
        }
        Err(error) => {
            assert_eq!(
                error,
                StatsError::NoVariation {
                    what: "differences"
                }
            );
            merge(&mut values, &json!({"status": "zero_variance"}));
        }
    }
    Outcome::of(values)
}

/// Adds the fields of `more`.
pub(crate) fn merge(values: &mut Value, more: &Value) {
    let values = values.as_object_mut().expect("an object");
    values.extend(more.as_object().expect("an object").clone());
}

fn welch_t(case: &Case) -> Outcome {
    let (a, b, options) = (case.list("a"), case.list("b"), TestOptions::default());
    let welch = two_sample::welch(&a, &b, &options).expect("welch");
    let student = two_sample::student(&a, &b, &options).expect("student");
    Outcome::of(json!({
        "mean_diff": welch.mean_diff, "se": welch.se, "t": welch.t, "df": welch.df,
        "p_two": welch.p_two, "ci_low": welch.ci.low, "ci_high": welch.ci.high,
        "student_t": student.t, "student_df": student.df, "student_p_two": student.p_two,
        "student_ci_low": student.ci.low, "student_ci_high": student.ci.high,
    }))
}

fn tost_paired(case: &Case) -> Outcome {
    let test = paired::equivalence(&case.list("pre"), &case.list("post"), &region(case));
    Outcome::of(equivalence(&test.expect("equivalence")))
}

fn tost_two_sample(case: &Case) -> Outcome {
    let test = two_sample::equivalence(&case.list("a"), &case.list("b"), &region(case));
    Outcome::of(equivalence(&test.expect("equivalence")))
}

fn region(case: &Case) -> EquivalenceOptions {
    let region = EquivalenceOptions::new(case.f("low"), case.f("high")).expect("bounds");
    region.alpha(case.f("alpha")).expect("alpha")
}

fn equivalence(test: &Equivalence) -> Value {
    json!({
        "t_low": test.t_low, "t_high": test.t_high, "p_low": test.p_low, "p_high": test.p_high,
        "p": test.p, "df": test.df, "ci_low": test.ci.low, "ci_high": test.ci.high,
    })
}

fn effect_sizes_paired(case: &Case) -> Outcome {
    let effect =
        effect::paired(&case.list("pre"), &case.list("post"), level(case)).expect("effect");
    let ci = effect.d_z_ci.expect("an interval");
    Outcome::of(json!({
        "n": effect.basis.n_used, "r": effect.r, "d_z": effect.d_z, "d_av": effect.d_av,
        "d_av_rms": effect.d_av_rms, "d_rm": effect.d_rm, "glass_pre": effect.glass_pre,
        "j_exact": effect.j, "j_approx": effect.j_approx, "cl_normal": effect.cl_normal,
        "cl_pairs": effect.cl_pairs, "g_z": effect.g_z, "g_av": effect.g_av,
        "g_av_rms": effect.g_av_rms, "g_rm": effect.g_rm, "g_glass_pre": effect.g_glass_pre,
        "d_z_ci_low": ci.low, "d_z_ci_high": ci.high,
    }))
}

fn effect_sizes_independent(case: &Case) -> Outcome {
    let effect =
        effect::independent(&case.list("a"), &case.list("b"), level(case)).expect("effect");
    let ci = effect.d_s_ci.expect("an interval");
    let dominance = effect::dominance(&case.list("a"), &case.list("b")).expect("dominance");
    assert_eq!(
        (dominance.cliff_delta, dominance.a12),
        (effect.cliff_delta, effect.a12)
    );
    Outcome::of(json!({
        "d_s": effect.d_s, "g_s": effect.g_s, "glass": effect.glass, "d_s_ci_low": ci.low,
        "d_s_ci_high": ci.high, "cliff_delta": effect.cliff_delta, "a12": effect.a12,
        "cl_normal": effect.cl_normal, "cl_normal_pooled": effect.cl_normal_pooled,
    }))
}
