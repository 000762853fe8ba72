use bangkom_stats::TestOptions;
use bangkom_stats::gain::{self, Scale};
use serde_json::json;

use super::paired::level;
use super::{Case, Outcome};

methods! {
    gains => gains,
    regression_to_mean => regression_to_mean,
    reliable_change => reliable_change,
    pre_post_control => pre_post_control,
}

fn gains(case: &Case) -> Outcome {
    let scale = Scale::new(case.f("min"), case.f("max")).expect("a scale");
    let gains = gain::normalized(&case.list("pre"), &case.list("post"), scale).expect("gains");
    let pre = gain::floor_ceiling(&case.list("pre"), scale).expect("shares");
    assert_eq!(
        (pre.floor, pre.ceiling),
        (gains.floor_pre, gains.ceiling_pre)
    );
    Outcome::of(json!({
        "class_gain": gains.class_gain, "individual_gain_mean": gains.individual_mean,
        "individual_gain_sd": gains.individual_sd, "individual_n": gains.individual_n,
        "n_pre_at_max": gains.n_pre_at_max, "change_mean": gains.change_mean,
        "change_median": gains.change_median, "change_sd": gains.change_sd,
        "change_n": gains.change_n, "change_dropped": gains.change_dropped,
        "n_loss": gains.n_loss, "n_same": gains.n_same, "n_gain": gains.n_gain,
        "floor_pre": gains.floor_pre, "ceiling_pre": gains.ceiling_pre,
        "ceiling_post": gains.ceiling_post, "floor_post": gains.floor_post,
    }))
}

fn regression_to_mean(case: &Case) -> Outcome {
    let (pre, post) = (case.list("pre"), case.list("post"));
    let result = gain::regression_to_mean(&pre, &post).expect("regression");
    Outcome::of(json!({
        "slope": result.slope, "intercept": result.intercept,
        "cor_pre_change": result.cor_pre_change, "oldham_r": result.oldham_r,
        "rtm_cutoff_half_sd": result.expected_beyond(0.5),
        "pitman_morgan_t": result.pitman_morgan_t, "pitman_morgan_p": result.pitman_morgan_p,
        "df": result.df,
    }))
}

fn reliable_change(case: &Case) -> Outcome {
    let (pre, post) = (case.list("pre"), case.list("post"));
    let change = gain::reliable_change(&pre, &post, case.f("reliability"), level(case));
    let change = change.expect("reliable change");
    Outcome::of(json!({
        "sem": change.sem, "s_diff": change.s_diff, "mdc95": change.minimal_detectable_change,
        "rci_first5": change.rci.iter().take(5).collect::<Vec<_>>(),
        "n_improved": change.n_improved, "n_unchanged": change.n_unchanged,
        "n_deteriorated": change.n_deteriorated,
    }))
}

fn pre_post_control(case: &Case) -> Outcome {
    let [a, b, c, d] =
        ["pre_control", "post_control", "pre_treated", "post_treated"].map(|key| case.list(key));
    let result = gain::pre_post_control((&a, &b), (&c, &d), &TestOptions::default()).expect("did");
    let (welch, student) = (&result.welch, &result.student);
    Outcome::of(json!({
        "did": result.did, "gain_control": result.gain_control, "gain_treated": result.gain_treated,
        "welch_t": welch.t, "welch_df": welch.df, "welch_p": welch.p_two,
        "welch_ci_low": welch.ci.low, "welch_ci_high": welch.ci.high,
        "student_t": student.t, "student_p": student.p_two, "d_ppc2": result.d_ppc2,
        "ols_se": result.se_ols, "cr0_se": result.se_cr0, "cr1_se": result.se_cr1,
        "n_control": result.n_control, "n_treated": result.n_treated,
    }))
}
