use bangkom_domain::finding::Findings;

use super::{EvaluationPolicy, PolicyFinding};

/// Everything that is wrong with the policy.
pub(crate) fn check(policy: &EvaluationPolicy) -> Findings<PolicyFinding> {
    let shares = [
        ("attendance_share", policy.attendance_share),
        ("attrition_share", policy.attrition_share),
        ("bound_share", policy.bound_share),
        ("keep_gain", policy.keep_gain),
    ];
    let shares = shares
        .into_iter()
        .map(|(field, given)| (field, given, 0.0, 1.0));
    let priority = ("seat_priority", policy.seat_priority.to_f64(), 0.0, 20.0);
    shares.chain([priority]).filter_map(out_of_range).collect()
}

fn out_of_range((field, given, low, high): (&str, f64, f64, f64)) -> Option<PolicyFinding> {
    (!(low..=high).contains(&given)).then(|| PolicyFinding::OutOfRange {
        field: field.to_owned(),
        given: given.to_string(),
        low: low.to_string(),
        high: high.to_string(),
    })
}
