use bangkom_stats::ConfidenceLevel;
use bangkom_stats::clusters::{Likelihood, cluster_icc, design_effect, random_intercept};
use serde_json::{Value, json};

use super::regression::{columns, labels, slices};
use super::{Case, Outcome};

methods! {
    cluster_anova_icc => icc,
    design_effect => planned,
    random_intercept => mixed,
}

fn icc(case: &Case) -> Outcome {
    let clusters = labels(case, "cluster");
    let r = cluster_icc(&case.list("y"), &clusters, ConfidenceLevel::default()).expect("an icc");
    Outcome::of(json!({
        "k": r.n_clusters,
        "n": r.basis.n_used,
        "msb": r.ms_between,
        "msw": r.ms_within,
        "n0": r.n0,
        "f": r.f,
        "p": r.p,
        "icc": r.icc,
        "mean_size": r.mean_size,
        "deff": r.design_effect,
        "deff_unequal": r.design_effect_unequal,
        "n_effective": r.n_effective,
        "mean": r.mean,
        "se_naive": r.se_naive,
        "se_cr0": r.se_cr0,
        "se_cr1": r.se_cr1,
    }))
}

fn planned(case: &Case) -> Outcome {
    let whole = |key: &str| case.input[key].as_u64().expect("a whole number");
    let plan = design_effect(case.f("icc"), whole("cluster_size"), whole("n_independent"));
    let plan = plan.expect("a plan");
    Outcome::of(json!({
        "deff": plan.design_effect,
        "n_required": plan.n_required,
        "n_clusters": plan.n_clusters,
    }))
}

fn mixed(case: &Case) -> Outcome {
    let columns = columns(&case.rows("X"));
    let clusters = labels(case, "cluster");
    let fit = |likelihood| -> Value {
        let level = ConfidenceLevel::default();
        let y = case.list("y");
        let fit = random_intercept(&slices(&columns), &y, &clusters, likelihood, level);
        let fit = fit.expect("a fit");
        json!({
            "beta": fit.fixed.iter().map(|b| b.estimate).collect::<Vec<_>>(),
            "se": fit.fixed.iter().map(|b| b.se).collect::<Vec<_>>(),
            "var_residual": fit.var_residual,
            "var_intercept": fit.var_intercept,
            "icc": fit.icc,
            "deviance": fit.deviance,
            "log_lik": fit.log_likelihood,
            "n_groups": fit.n_groups,
        })
    };
    Outcome::of(json!({
        "reml": fit(Likelihood::Restricted),
        "ml": fit(Likelihood::Full),
    }))
}
