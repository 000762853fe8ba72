use bangkom_domain::evidence::{Direction, ElementWeight, SatisfactionIndex, Scale, SurveyElement};
use bangkom_needs::units::push_down;
use bangkom_stats::shrinkage::{marshall_rates, shrink_proportions};
use serde_json::{Value, json};

use super::{Case, number, numbers};

fn counts(value: &Value) -> Vec<u64> {
    numbers(value)
        .into_iter()
        .map(|count| count as u64)
        .collect()
}

pub(super) fn shrinkage(case: &Case) -> Value {
    let trials = case.input["n"].as_u64().unwrap();
    let result = shrink_proportions(&counts(&case.input["hits"]), trials).unwrap();
    json!({
        "grand_mean": result.grand_mean, "shrink_c": result.kept, "estimates": result.estimates,
    })
}

pub(super) fn evidence(case: &Case) -> Value {
    let input = &case.input;
    if input.get("unit_index").is_some() {
        let scale = Scale::new(25.0, 100.0, Direction::HigherIsBetter).unwrap();
        let (index, half) = (number(&input["unit_index"]), number(&input["k"]));
        let people = push_down(scale, index, &numbers(&input["exposures"]), half).unwrap();
        return json!({
            "level": people.level, "share": people.shares, "weight_factor": people.weight_factors,
        });
    }
    if input.get("complaints").is_some() {
        let exposure = numbers(&input["exposure"]);
        let result = marshall_rates(&counts(&input["complaints"]), &exposure).unwrap();
        let units: Vec<_> = result.units.iter().flatten().collect();
        return json!({
            "mean_rate": result.mean_rate, "between_var": result.between_variance,
            "weights": units.iter().map(|unit| unit.weight).collect::<Vec<_>>(),
            "smoothed": units.iter().map(|unit| unit.rate).collect::<Vec<_>>(),
        });
    }
    let means = numbers(&input["element_means"]);
    let index = |weight| {
        let means = SurveyElement::ALL
            .iter()
            .copied()
            .zip(means.clone())
            .collect();
        SatisfactionIndex::new(means, weight).unwrap()
    };
    json!({
        "weighted_mean": index(ElementWeight::Exact).weighted_mean(),
        "index": index(ElementWeight::Exact).index(),
        "index_with_rounded_weight_0.111": index(ElementWeight::ThreeDecimals).index(),
    })
}
