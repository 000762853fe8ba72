use bangkom_needs::recency::{DecayLaw, DecayedMean, forward_decay};
use bangkom_needs::{WeightedMean, combine_means};
use bangkom_stats::bootstrap::ideal;
use bangkom_stats::{Moments, WeightedMoments};
use serde_json::{Value, json};

use super::{Case, number, numbers, table};

/// Values with their ages, read so many days later.
fn faded(value_age: &[(f64, f64)], half_life: f64, later: f64) -> DecayedMean {
    let oldest = value_age
        .iter()
        .fold(0.0, |most: f64, (_, age)| most.max(*age));
    let answers: Vec<(f64, f64)> = value_age
        .iter()
        .map(|(x, age)| (oldest - age, *x))
        .collect();
    forward_decay(&answers, 0.0, oldest + later, DecayLaw::HalfLife(half_life)).unwrap()
}

pub(super) fn recency(case: &Case) -> Value {
    let input = &case.input;
    if input.get("stream").is_some() {
        let stream: Vec<_> = table(&input["stream"])
            .iter()
            .map(|row| (row[0], row[1]))
            .collect();
        let power = input["g"].as_str().unwrap().strip_prefix("n^").unwrap();
        let law = DecayLaw::Power(power.parse().unwrap());
        let (landmark, now) = (number(&input["landmark"]), number(&input["t"]));
        let read = forward_decay(&stream, landmark, now, law).unwrap();
        return json!({
            "weights": read.weights, "count": read.count, "sum": read.sum, "average": read.mean,
        });
    }
    let answers: Vec<_> = table(&input["level_age"])
        .iter()
        .map(|row| (row[0], row[1]))
        .collect();
    let half_life = number(&input["half_life_days"]);
    let (now, later) = (
        faded(&answers, half_life, 0.0),
        faded(&answers, half_life, 90.0),
    );
    json!({
        "sum_w": now.count, "sum_wx": now.sum, "mean": now.mean, "n_eff": now.effective_number,
        "sum_w_after_90_more_days": later.count,
    })
}

/// The same by the plain functions; the engine's integers are compared in `engine`.
pub(super) fn combined(case: &Case) -> Value {
    let input = &case.input;
    let rows = table(&input["source_level_age"]);
    let half_lives = numbers(&input["half_life_days"]);
    let weights = numbers(&input["source_weights"]);
    let (mut per_source, mut parts) = (serde_json::Map::new(), Vec::new());
    for (source, weight) in weights.iter().enumerate() {
        let own = rows.iter().filter(|row| row[0] as usize == source);
        let answers: Vec<(f64, f64)> = own.map(|row| (row[1], row[2])).collect();
        let Some(mean) = faded(&answers, half_lives[source], 0.0).mean else {
            continue;
        };
        per_source.insert(source.to_string(), json!(mean));
        parts.push(WeightedMean {
            weight: *weight,
            weight_variance: 0.0,
            mean,
            variance: 0.0,
        });
    }
    let combined = combine_means(&parts).unwrap().mean;
    let present: f64 = parts.iter().map(|part| part.weight).sum();
    let gap = (number(&input["required"]) - combined).max(0.0) * number(&input["importance"]);
    json!({
        "per_source": per_source, "coverage": present / weights.iter().sum::<f64>(),
        "combined": combined, "gap": gap,
    })
}

pub(super) fn uncertainty(case: &Case) -> Value {
    if case.input.is_array() {
        let result = ideal(&numbers(&case.input)).unwrap();
        return json!({
            "mean": result.mean, "se_mean_ideal_bootstrap": result.se_mean,
            "se_mean_formula": result.se_mean_formula,
            "se_median_ideal_bootstrap": result.se_median,
        });
    }
    let of = |key: &str| numbers(&case.input[key]);
    let weight_variance = number(&case.input["weight_variance"]);
    let parts: Vec<WeightedMean> = of("weights")
        .into_iter()
        .zip(of("means").into_iter().zip(of("variances")))
        .map(|(weight, (mean, variance))| WeightedMean {
            weight,
            weight_variance,
            mean,
            variance,
        })
        .collect();
    let result = combine_means(&parts).unwrap();
    json!({
        "combined": result.mean,
        "var_fixed_weights": result.variance_fixed,
        "se_fixed_weights": result.variance_fixed.sqrt(),
        "var_random_weights": result.variance,
        "se_random_weights": result.variance.sqrt(),
    })
}

pub(super) fn merged(case: &Case) -> Value {
    let (a, b) = (&case.input["a"], &case.input["b"]);
    if a[0].is_array() {
        let of = |side: &Value| {
            let mut moments = WeightedMoments::default();
            for row in table(side) {
                assert!(moments.push(row[0], row[1]));
            }
            moments
        };
        let both = of(a).merge(&of(b));
        return json!({
            "sum_w": both.total_weight(), "sum_w2": both.total_squared_weight(),
            "mean": both.mean(), "M2": both.squared_deviations(),
            "var_reliability": both.variance(), "n_eff": both.effective_number(),
        });
    }
    let both = Moments::of(&numbers(a)).merge(&Moments::of(&numbers(b)));
    let variance = both.variance().unwrap();
    json!({
        "mean": both.mean(), "M2": variance * (both.n() - 1) as f64, "sample_variance": variance,
    })
}
