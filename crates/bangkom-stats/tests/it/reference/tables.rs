use serde_json::{Map, Value, json};

use bangkom_stats::counts::{
    Proportion, cochran_q, mcnemar, proportion, rate_ratio, two_proportions,
};
use bangkom_stats::multiplicity::{Adjustment, adjust_p_values};
use bangkom_stats::quantiles::{
    QuantileKind, SortedSample, harrell_davis, quantile, quantile_interval, share_within,
};
use bangkom_stats::returns::{RoiOptions, return_on_investment};
use bangkom_stats::{Alternative, ConfidenceLevel, Interval, StatsError};

use super::{Case, Outcome, num};

methods! {
    mcnemar => check_mcnemar,
    cochran_q => check_cochran_q,
    proportion => check_proportion,
    two_proportions => check_two_proportions,
    rate_ratio => check_rate_ratio,
    p_adjust => check_p_adjust,
    quantiles => check_quantiles,
    roi => check_roi,
}

pub(super) fn level() -> ConfidenceLevel {
    ConfidenceLevel::default()
}

pub(super) fn ends(interval: Interval) -> Value {
    json!([num(interval.low), num(interval.high)])
}

fn check_mcnemar(case: &Case) -> Outcome {
    let result = mcnemar(&case.list("before"), &case.list("after"), level()).expect("a result");
    let counts = result.counts;
    let mut values = json!({
        "n00": counts.n00, "n01": counts.n01, "n10": counts.n10, "n11": counts.n11,
        "diff": result.difference,
        "diff_ci_low": result.interval.low, "diff_ci_high": result.interval.high,
    });
    match result.discordance {
        None => values["status"] = json!("no_discordant"),
        Some(tests) => {
            values["p_exact"] = json!(tests.p_exact);
            values["p_mid"] = json!(tests.p_mid);
            values["chi2"] = json!(tests.chi_squared);
            values["p_chi2"] = json!(tests.p_chi_squared);
            values["chi2_cc"] = json!(tests.chi_squared_corrected);
            values["p_chi2_cc"] = json!(tests.p_chi_squared_corrected);
            values["odds_ratio"] = num(tests.odds_ratio.unwrap_or(f64::INFINITY));
            values["or_ci_low"] = num(tests.odds_ratio_interval.low);
            values["or_ci_high"] = num(tests.odds_ratio_interval.high);
        }
    }
    Outcome::of(values)
}

fn check_cochran_q(case: &Case) -> Outcome {
    let rows = case.rows("y");
    let values = match cochran_q(&rows) {
        Ok(result) => json!({
            "n": result.basis.n_used, "k": result.n_columns,
            "q": result.q, "df": result.df, "p": result.p,
        }),
        Err(StatsError::NoVariation { .. }) => {
            json!({"status": "no_variation", "n": rows.len(), "k": rows[0].len()})
        }
        Err(error) => json!({"status": error.to_string()}),
    };
    Outcome::of(values)
}

fn proportion_values(result: &Proportion) -> Value {
    json!({
        "k": result.successes, "n": result.trials, "p": result.share,
        "wilson": ends(result.wilson), "clopper_pearson": ends(result.clopper_pearson),
        "agresti_coull": ends(result.agresti_coull), "jeffreys": ends(result.jeffreys),
    })
}

fn check_proportion(case: &Case) -> Outcome {
    let result = proportion(case.f("k") as u64, case.f("n") as u64, level()).expect("a result");
    Outcome::of(proportion_values(&result))
}

fn check_two_proportions(case: &Case) -> Outcome {
    let count = |key: &str| case.f(key) as u64;
    let result = two_proportions(
        (count("k1"), count("n1")),
        (count("k2"), count("n2")),
        Alternative::TwoSided,
        level(),
    )
    .expect("a result");
    let mut values = json!({
        "diff": result.difference, "newcombe": ends(result.interval),
        "z": result.z, "p_two": result.p,
    });
    if let Some(ratio) = result.ratio {
        values["rr"] = json!(ratio.ratio);
        values["rr_ci"] = ends(ratio.interval);
    }
    Outcome::of(values)
}

fn check_rate_ratio(case: &Case) -> Outcome {
    let first = (case.f("x1") as u64, case.f("t1"));
    let second = (case.f("x2") as u64, case.f("t2"));
    let result = rate_ratio(first, second, level()).expect("a result");
    Outcome::of(json!({
        "rate1": result.first, "rate2": result.second, "ratio": result.ratio,
        "p_minlike": result.p_minlike, "p_central": result.p_central,
        "ci_low": num(result.interval.low), "ci_high": num(result.interval.high),
    }))
}

fn check_p_adjust(case: &Case) -> Outcome {
    let p_values = case.list("p");
    let adjusted = |method| json!(adjust_p_values(&p_values, method).expect("a family"));
    Outcome::of(json!({
        "bonferroni": adjusted(Adjustment::Bonferroni),
        "holm": adjusted(Adjustment::Holm),
        "hochberg": adjusted(Adjustment::Hochberg),
        "hommel": adjusted(Adjustment::Hommel),
        "bh": adjusted(Adjustment::BenjaminiHochberg),
        "by": adjusted(Adjustment::BenjaminiYekutieli),
    }))
}

fn check_quantiles(case: &Case) -> Outcome {
    let x = case.list("x");
    let sample = SortedSample::new(&x).expect("a sample");
    let mut values = Map::new();
    for p in case.list("p") {
        let mut one = Map::new();
        for (i, kind) in QuantileKind::ALL.into_iter().enumerate() {
            let value = quantile(&sample, p, kind).expect("a quantile");
            one.insert(format!("type{}", i + 1), json!(value));
        }
        one.insert(
            "hd".into(),
            json!(harrell_davis(&sample, p).expect("a quantile")),
        );
        let between = quantile_interval(&sample, p, level()).expect("an interval");
        one.insert("ci_rank_low".into(), json!(between.rank_low));
        one.insert("ci_rank_high".into(), json!(between.rank_high));
        // JSON has no infinity: an open end is null here as in the file.
        one.insert("ci_low".into(), json!(between.interval.low));
        one.insert("ci_high".into(), json!(between.interval.high));
        values.insert(format!("p{p}"), Value::Object(one));
    }
    let within = share_within(&x, case.f("target"), level()).expect("a share");
    values.insert("within".into(), proportion_values(&within.share));
    Outcome::of(Value::Object(values))
}

fn check_roi(case: &Case) -> Outcome {
    let options = RoiOptions::default()
        .attribution(case.f("attribution"))
        .confidence(case.f("confidence"))
        .rate(case.f("rate"));
    let result =
        return_on_investment(&case.list("benefits"), case.f("costs"), options).expect("a result");
    Outcome::of(json!({
        "isolated_benefits": result.isolated_benefits,
        "bcr": result.benefit_cost_ratio,
        "roi_percent": result.roi_percent,
        "npv": result.net_present_value,
        "payback_periods": result.payback_periods,
    }))
}
