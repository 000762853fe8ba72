use bangkom_stats::attrition::{dropouts, monotone_mean, worst_case_bounds};
use bangkom_stats::{ConfidenceLevel, Interval, TestOptions};
use serde_json::{Value, json};

use super::{Case, Outcome};

methods! {
    missing => missing,
}

fn missing(case: &Case) -> Outcome {
    let (pre, post) = (case.list("pre"), case.list("post"));
    let r = monotone_mean(&pre, &post, ConfidenceLevel::default()).expect("a mean");
    let scale = Interval {
        low: case.f("scale_low"),
        high: case.f("scale_high"),
    };
    let bounds = worst_case_bounds(&post, scale).expect("bounds");
    let mut values = json!({
        "n": r.basis.n_used,
        "n_complete": r.n_complete,
        "attrition": r.attrition,
        "mean_pre_all": r.mean_pre_all,
        "mean_pre_complete": r.mean_pre_complete,
        "mean_post_complete": r.mean_post_complete,
        "mean_post_ml": r.mean_post,
        "change_complete": r.change_complete,
        "change_ml": r.change,
        "manski_low": bounds.low,
        "manski_high": bounds.high,
    });
    if r.basis.n_used - r.n_complete > 1 {
        let left = dropouts(&pre, &post, &TestOptions::default()).expect("a test");
        for (field, value) in [
            ("dropout_minus_complete", left.difference.mean_diff),
            ("welch_t", left.difference.t),
            ("welch_df", left.difference.df),
            ("welch_p", left.difference.p_two),
        ] {
            values[field] = Value::from(value);
        }
    }
    Outcome::of(values)
}
