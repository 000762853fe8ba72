use bangkom_needs::robustness::{
    dirichlet_moments, positive_on_simplex, two_criteria_acceptability,
};
use serde_json::{Value, json};

use super::{Case, numbers, table};

pub(super) fn weights(case: &Case) -> Value {
    let input = &case.input;
    if input.get("score_difference_per_criterion").is_some() {
        let differences = numbers(&input["score_difference_per_criterion"]);
        return json!({"p_positive": positive_on_simplex(&differences).unwrap()});
    }
    if input.get("scores").is_some() {
        let scores: Vec<[f64; 2]> = table(&input["scores"])
            .iter()
            .map(|row| [row[0], row[1]])
            .collect();
        let shares = two_criteria_acceptability(&scores).unwrap();
        let top_two: Vec<f64> = shares.iter().map(|row| row[0] + row[1]).collect();
        return json!({"rank_acceptability": shares, "p_in_top2": top_two});
    }
    let moments = dirichlet_moments(&numbers(&input["alpha"]), &numbers(&input["means"])).unwrap();
    json!({"mean": moments.mean, "variance": moments.variance, "sd": moments.sd})
}
