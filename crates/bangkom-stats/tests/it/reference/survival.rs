use bangkom_stats::survival::{SurvivalOptions, kaplan_meier, log_rank};
use serde_json::json;

use super::regression::labels;
use super::{Case, Outcome};

methods! {
    kaplan_meier => curve,
    log_rank => compared,
}

fn events(case: &Case) -> Vec<bool> {
    case.list("event")
        .iter()
        .map(|event| *event != 0.0)
        .collect()
}

fn curve(case: &Case) -> Outcome {
    let options = SurvivalOptions::default().tau(case.f("tau"));
    let r = kaplan_meier(&case.list("time"), &events(case), &options).expect("a curve");
    // The reference shows every sixth part of the curve.
    let stride = (r.steps.len() / 6).max(1);
    let shown = r.steps.iter().step_by(stride);
    Outcome::of(json!({
        "n": r.basis.n_used,
        "events": r.n_events,
        "median": r.median,
        "rmst": r.restricted_mean.mean,
        "at": shown.map(|s| [s.time, s.survival, s.se]).collect::<Vec<_>>(),
    }))
}

fn compared(case: &Case) -> Outcome {
    let r = log_rank(&case.list("time"), &events(case), &labels(case, "group")).expect("a test");
    Outcome::of(json!({
        "observed": r.groups[0].observed,
        "expected": r.groups[0].expected,
        "variance": r.groups[0].variance,
        "chi2": r.chi_squared,
        "p": r.p,
    }))
}
