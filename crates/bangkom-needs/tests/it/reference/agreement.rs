use bangkom_stats::agreement::{
    Metric, intraclass_correlations, kendall_tau, kendall_w, krippendorff_alpha, r_wg,
};
use bangkom_stats::{Alternative, ConfidenceLevel};
use serde_json::{Value, json};

use super::{Case, columns, numbers, table};

pub(super) fn icc(case: &Case) -> Value {
    let level = ConfidenceLevel::default();
    let result = intraclass_correlations(&table(&case.input), level).unwrap();
    json!({
        "BMS": result.mean_squares.subjects, "JMS": result.mean_squares.raters,
        "EMS": result.mean_squares.error, "WMS": result.mean_squares.within,
        "ICC1": result.one_way.value, "ICC2": result.agreement.value,
        "ICC3": result.consistency.value, "ICC1k": result.one_way_mean.value,
        "ICC2k": result.agreement_mean.map(|estimate| estimate.value), "ICC3k": result.consistency_mean.value,
    })
}

/// The rows of the file are observers, those of the function are units.
pub(super) fn krippendorff(case: &Case) -> Value {
    let units = columns(&table(&case.input));
    let alpha = |metric| krippendorff_alpha(&units, metric).unwrap().alpha;
    json!({
        "nominal": alpha(Metric::Nominal), "ordinal": alpha(Metric::Ordinal),
        "interval": alpha(Metric::Interval), "ratio": alpha(Metric::Ratio),
    })
}

pub(super) fn ranks(case: &Case) -> Value {
    if case.input.is_array() {
        let result = kendall_w(&table(&case.input)).unwrap();
        return json!({"W": result.w, "mean_spearman": result.mean_spearman});
    }
    let (a, b) = (numbers(&case.input["a"]), numbers(&case.input["b"]));
    let result = kendall_tau(&a, &b, Alternative::TwoSided).unwrap();
    json!({"S": result.s, "tau_b": result.tau_b, "p_exact_two_sided": result.p_exact})
}

/// The file's scale has five points.
pub(super) fn within_group(case: &Case) -> Value {
    let result = r_wg(&numbers(&case.input), 5).unwrap();
    json!({"variance": result.variance, "rwg": result.value})
}
