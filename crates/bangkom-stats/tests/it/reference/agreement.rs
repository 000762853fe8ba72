use serde_json::{Value, json};

use bangkom_stats::StatsError;
use bangkom_stats::agreement::{
    IccEstimate, KappaWeights, Metric, cohen_kappa, fleiss_kappa, gwet_ac1,
    intraclass_correlations, krippendorff_alpha,
};
use bangkom_stats::items::{ItemStatistics, item_analysis};
use bangkom_stats::reliability::{
    cronbach_alpha, guttman_lambdas, kuder_richardson, omega_total, split_half,
};

use super::tables::{ends, level};
use super::{Case, Outcome};

methods! {
    icc_raters => check_icc,
    kappa => check_kappa,
    fleiss_kappa => check_fleiss,
    reliability => check_reliability,
    item_analysis => check_items,
}

fn check_icc(case: &Case) -> Outcome {
    let result = intraclass_correlations(&case.rows("y"), level()).expect("a result");
    let mut values = json!({"n": result.basis.n_used, "k": result.n_raters});
    let mut put = |name: &str, estimate: IccEstimate| {
        values[name] = json!(estimate.value);
        values[format!("{name}_ci")] = ends(estimate.interval);
    };
    put("icc1", result.one_way);
    put("icc2", result.agreement);
    put("icc3", result.consistency);
    put("icc1k", result.one_way_mean);
    put("icc2k", result.agreement_mean.expect("an estimate"));
    put("icc3k", result.consistency_mean);
    Outcome::of(values)
}

fn check_kappa(case: &Case) -> Outcome {
    let (a, b, scale) = (case.list("a"), case.list("b"), case.list("categories"));
    let kappa = |weights| match cohen_kappa(&a, &b, &scale, weights, level()) {
        Ok(result) => json!({
            "po": result.observed, "pe": result.expected, "kappa": result.kappa,
            "se": result.se, "se0": result.se_null,
            "ci_low": result.interval.low, "ci_high": result.interval.high,
        }),
        Err(StatsError::Undefined { .. }) => json!({"status": "single_category"}),
        Err(error) => json!({"status": error.to_string()}),
    };
    let units: Vec<[f64; 2]> = a.iter().zip(&b).map(|(a, b)| [*a, *b]).collect();
    let alpha = |metric| match krippendorff_alpha(&units, metric) {
        Ok(result) => json!(result.alpha),
        Err(StatsError::NoVariation { .. }) => Value::Null,
        Err(error) => json!({"status": error.to_string()}),
    };
    Outcome::of(json!({
        "n": a.len(),
        "unweighted": kappa(KappaWeights::Identity),
        "linear": kappa(KappaWeights::Linear),
        "quadratic": kappa(KappaWeights::Quadratic),
        "gwet_ac1": gwet_ac1(&units, &scale, level()).expect("a result").ac1,
        "kripp_nominal": alpha(Metric::Nominal),
        "kripp_ordinal": alpha(Metric::Ordinal),
        "kripp_interval": alpha(Metric::Interval),
    }))
}

fn check_fleiss(case: &Case) -> Outcome {
    let counts: Vec<Vec<u64>> = case
        .rows("counts")
        .iter()
        .map(|row| row.iter().map(|count| *count as u64).collect())
        .collect();
    let result = fleiss_kappa(&counts).expect("a result");
    Outcome::of(json!({
        "p_obs": result.observed, "p_exp": result.expected, "kappa": result.kappa,
    }))
}

fn check_reliability(case: &Case) -> Outcome {
    let rows = case.rows("y");
    let alpha = cronbach_alpha(&rows, level()).expect("a result");
    let lambdas = guttman_lambdas(&rows).expect("a result");
    let halves = split_half(&rows).expect("a result");
    let mut values = json!({
        "n": alpha.basis.n_used, "k": alpha.n_items, "alpha": alpha.alpha,
        "feldt_low": alpha.interval.low, "feldt_high": alpha.interval.high,
        "lambda2": lambdas.lambda2, "sem": alpha.sem,
        "mean_total": alpha.mean_total, "sd_total": alpha.sd_total,
        "mean_r": alpha.mean_correlation, "alpha_std": alpha.standardized,
        "split_half_r": halves.correlation, "spearman_brown": halves.spearman_brown,
    });
    if let Ok(result) = kuder_richardson(&rows, level()) {
        values["kr20"] = json!(result.kr20);
        values["kr21"] = json!(result.kr21);
    }
    let omega = omega_total(&rows).expect("a result");
    Outcome::of(values).with_r(
        json!({
            "guttman_lambda6": lambdas.lambda6,
            "omega_total_1factor_ml": omega.omega,
            "omega_loadings_ml": omega.loadings,
            "omega_uniqueness_ml": omega.uniquenesses,
        }),
        1e-6,
    )
}

fn check_items(case: &Case) -> Outcome {
    let rows = case.rows("y");
    let result = item_analysis(&rows, &vec![1.0; rows[0].len()]).expect("a result");
    let column = |get: fn(&ItemStatistics) -> Value| -> Vec<Value> {
        result.items.iter().map(get).collect()
    };
    Outcome::of(json!({
        "n": result.basis.n_used, "k": result.items.len(), "group27": result.group_size,
        "difficulty": column(|item| json!(item.difficulty)),
        "item_total": column(|item| json!(item.item_total)),
        "item_rest": column(|item| json!(item.item_rest)),
        "d27": column(|item| json!(item.discrimination)),
        "alpha_if_deleted": column(|item| json!(item.alpha_if_deleted)),
    }))
}
