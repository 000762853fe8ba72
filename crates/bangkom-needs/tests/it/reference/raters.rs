use bangkom_stats::raters::rasch::{Measure, rating_scale_model};
use bangkom_stats::raters::{AdditiveOptions, Rating, RatingTable, additive_severity};
use serde_json::{Value, json};

use super::{Case, table};

pub(super) fn severity(case: &Case) -> Value {
    if case.input.get("scores").is_some() {
        many_facets(case)
    } else {
        additive(case)
    }
}

fn additive(case: &Case) -> Value {
    let count = |key: &str| case.input[key].as_u64().unwrap() as usize;
    let rating = |row: &Vec<f64>| Rating {
        target: row[0] as usize,
        rater: row[1] as usize,
        value: row[2],
    };
    let rows = table(&case.input["target_rater_score"]);
    let ratings: Vec<Rating> = rows.iter().map(rating).collect();
    let ratings = RatingTable::new(count("targets"), count("raters"), &ratings).unwrap();
    let result = additive_severity(&ratings, &AdditiveOptions::default()).unwrap();
    let targets: Vec<_> = result.targets.iter().flatten().collect();
    let raters = result.raters.iter().flatten();
    json!({
        "mu": result.components[0].mu,
        "target_effect": targets.iter().map(|target| target.effect).collect::<Vec<_>>(),
        "adjusted": targets.iter().map(|target| target.adjusted).collect::<Vec<_>>(),
        "rater_effect": raters.map(|rater| rater.effect).collect::<Vec<_>>(),
        "rss": result.rss, "df": result.df,
    })
}

fn many_facets(case: &Case) -> Value {
    let ratings = RatingTable::from_rows(&table(&case.input["scores"])).unwrap();
    let categories = case.input["categories"].as_u64().unwrap() as u32;
    let model = rating_scale_model(&ratings, categories).unwrap();
    let logits = |measures: &[Measure]| -> Vec<f64> {
        measures
            .iter()
            .map(|measure| measure.estimate().unwrap().logit)
            .collect()
    };
    let thresholds: Vec<f64> = model
        .thresholds
        .iter()
        .map(|threshold| threshold.logit)
        .collect();
    json!({
        "ability_logit": logits(&model.targets), "severity_logit": logits(&model.raters),
        "threshold_logit": thresholds,
    })
}
