use bangkom_needs::weights::{Judgements, RandomIndex, ahp, rank_order_centroid};
use serde_json::{Value, json};

use super::{Case, table};

pub(super) fn ahp_case(case: &Case) -> Value {
    let judgements = Judgements::from_upper(&table(&case.input["upper_triangle"])).unwrap();
    let result = ahp(&judgements, &RandomIndex::saaty_1980());
    json!({
        "weights": result.weights, "geometric_mean_weights": result.geometric_mean_weights,
        "lambda_max": result.lambda_max, "CI": result.consistency_index,
        "RI": result.random_index, "CR": result.consistency_ratio,
    })
}

pub(super) fn centroid(case: &Case) -> Value {
    json!(rank_order_centroid(
        case.input["n"].as_u64().unwrap() as usize
    ))
}
