use bangkom_domain::finding::Findings;

use super::{EvaluationPolicy, PolicyFinding};

/// Everything that is wrong with the policy.
pub(crate) fn check(policy: &EvaluationPolicy) -> Findings<PolicyFinding> {
    let shares = [
        ("attendance_share", policy.attendance_share),
        ("attrition_share", policy.attrition_share),
        ("bound_share", policy.bound_share),
        ("keep_gain", policy.keep_gain),
        ("stop_attrition", policy.stop_attrition),
        ("observer_gap", policy.observer_gap),
        ("barrier_share", policy.barrier_share),
    ];
    let shares = shares
        .into_iter()
        .map(|(field, given)| (field, given, 0.0, 1.0));
    let priority = ("seat_priority", policy.seat_priority.to_f64(), 0.0, 20.0);
    let others = [
        priority,
        ("worthwhile", policy.worthwhile, 0.01, 3.0),
        ("power", policy.power, 0.5, 0.999),
        ("resamples", f64::from(policy.resamples), 0.0, 1e6),
        ("schedule_months", months(policy), 1.0, 120.0),
    ];
    shares.chain(others).filter_map(out_of_range).collect()
}

fn out_of_range((field, given, low, high): (&str, f64, f64, f64)) -> Option<PolicyFinding> {
    (!(low..=high).contains(&given)).then(|| PolicyFinding::OutOfRange {
        field: field.to_owned(),
        given: given.to_string(),
        low: low.to_string(),
        high: high.to_string(),
    })
}

/// The last month of the schedule, or none that can be where it does not ascend.
fn months(policy: &EvaluationPolicy) -> f64 {
    let months = &policy.schedule_months;
    let ascends = months.windows(2).all(|pair| pair[0] < pair[1]);
    let first = months.first().copied().unwrap_or_default();
    match months.last() {
        Some(last) if ascends && first > 0 => f64::from(*last),
        _ => 0.0,
    }
}
