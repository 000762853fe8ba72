use bangkom_stats::bootstrap::{self, Bca, Mean, MeanOverSd, Median, Statistic, replicate};
use bangkom_stats::{ConfidenceLevel, Interval};
use serde_json::{Value, json};

use super::paired::{level, merge};
use super::{Case, Outcome};

methods! {
    bootstrap_given_indices => bootstrap_given_indices,
    bootstrap_monte_carlo => bootstrap_monte_carlo,
}

fn statistic(case: &Case) -> &'static dyn Statistic<f64> {
    match case.text("statistic") {
        "mean" => &Mean,
        "dz" => &MeanOverSd,
        "median" => &Median,
        other => panic!("unknown statistic {other}"),
    }
}

fn ends(interval: Interval) -> Value {
    json!([interval.low, interval.high])
}

fn bootstrap_given_indices(case: &Case) -> Outcome {
    let (x, statistic) = (case.list("x"), statistic(case));
    let one = |row: &Vec<f64>| {
        let resample: Vec<f64> = row.iter().map(|index| x[*index as usize]).collect();
        statistic.of(&resample)
    };
    let replicates: Vec<_> = case.rows("indices").iter().map(one).collect();
    let result = bootstrap::summarize(&x, statistic, &replicates, level(case)).expect("summary");
    let mut values = json!({
        "theta": result.theta, "boot_mean": result.mean, "boot_se": result.se, "bias": result.bias,
        "accel": result.acceleration, "percentile7": ends(result.percentile),
        "percentile_normal_interp": ends(result.percentile_interpolated),
        "basic7": ends(result.basic),
    });
    merge(&mut values, &bca(&result.bca.expect("bca"), ""));
    merge(
        &mut values,
        &bca(&result.bca_strict.expect("bca"), "_strict"),
    );
    Outcome::of(values)
}

fn bca(bca: &Bca, suffix: &str) -> Value {
    let key = |name: &str| format!("{name}{suffix}");
    json!({
        key("z0"): bca.z0, key("bca_levels"): ends(bca.levels), key("bca7"): ends(bca.interval),
        key("bca_normal_interp"): ends(bca.interval_interpolated),
    })
}

/// The intervals of other random numbers, to a twentieth of the standard error.
fn bootstrap_monte_carlo(case: &Case) -> Outcome {
    let (x, statistic) = (case.list("x"), statistic(case));
    let level = ConfidenceLevel::new(case.f("level")).expect("a level");
    let drawn: Vec<Option<f64>> = (0..case.f("resamples_reference") as u64)
        .map(|number| replicate(&x, statistic, 20_261_123, number))
        .collect();
    let result = bootstrap::summarize(&x, statistic, &drawn, level).expect("bootstrap");
    let mut sorted: Vec<f64> = drawn.into_iter().flatten().collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let levels = result.bca.expect("bca").levels;
    let tail = (1.0 - case.f("level")) / 2.0;
    let steps = [
        jump(&sorted, [levels.low, levels.high]),
        jump(&sorted, [tail, 1.0 - tail]),
    ];
    let mut values = json!({
        "bca": ends(result.bca.expect("bca").interval),
        "percentile": ends(result.percentile), "se": result.se,
    });
    // A resample of equal values makes the other tool's standard error undefined, and its ends
    // too unless they are infinite; we count such resamples and leave them out.
    if case.expected["se"].is_null() {
        assert!(result.n_degenerate > 0, "{}", case.id);
        values["se"] = Value::Null;
        for field in ["bca", "percentile"] {
            if case.expected[field] == json!([null, null]) {
                values[field] = json!([null, null]);
            }
        }
    }
    let tolerance = 0.05 * case.expected["se"].as_f64().unwrap_or(result.se);
    Outcome::of(values)
        .absolute("bca", tolerance.max(steps[0]))
        .absolute("percentile", tolerance.max(steps[1]))
        .absolute("se", tolerance)
}

/// How far an end at one of these levels may jump by chance alone.
///
/// Eight standard errors of a share move the end of a smooth distribution by a twentieth of its
/// standard error, but that of a sum of whole numbers, which has gaps, by a whole step or not at all.
fn jump(sorted: &[f64], levels: [f64; 2]) -> f64 {
    let count = sorted.len() as f64;
    let at = |p: f64| sorted[((count * p) as usize).min(sorted.len() - 1)];
    let reach = |p: f64| {
        let slack = 8.0 * (p * (1.0 - p) / count).sqrt();
        let (low, end, high) = (at(p - slack), at(p), at(p + slack));
        (high - end).max(end - low)
    };
    levels.map(reach).into_iter().fold(0.0, f64::max) * (1.0 + 1e-9)
}
