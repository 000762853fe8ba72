use bangkom_stats::ConfidenceLevel;
use bangkom_stats::series::{
    InterruptedSeries, SegmentedOptions, interrupted_series, mann_kendall,
};
use serde_json::{Value, json};

use super::{Case, Outcome};

methods! {
    its_segmented => segmented,
    mann_kendall => trend,
}

fn segmented(case: &Case) -> Outcome {
    let lag = case.input["lag"].as_u64().expect("a lag") as usize;
    let seasons: Vec<u32> = match case.input["season"].as_array() {
        Some(list) => list
            .iter()
            .map(|s| s.as_u64().expect("a season") as u32)
            .collect(),
        None => Vec::new(),
    };
    let run = |small_sample: bool| -> InterruptedSeries {
        let options = SegmentedOptions::default()
            .lag(lag)
            .seasons(&seasons)
            .small_sample(small_sample);
        interrupted_series(&case.list("y"), &case.list("t"), case.f("t0"), &options)
            .expect("an analysis")
    };
    let four = |r: &InterruptedSeries| {
        [
            r.level_before,
            r.slope_before,
            r.level_change,
            r.slope_change,
        ]
    };
    let (plain, small) = (run(false), run(true));
    Outcome::of(json!({
        "coef": four(&plain).map(|c| c.estimate),
        "se_ols": plain.se_ols,
        "se_nw": four(&plain).map(|c| c.se),
        "se_nw_small": four(&small).map(|c| c.se),
        "p_nw_small_t": four(&small).map(|c| c.p),
        "df_resid": plain.df_residual,
        "r2": plain.r_squared,
        "sigma": plain.sigma,
        "durbin_watson": plain.durbin_watson,
        "k": plain.n_coefficients,
    }))
}

fn trend(case: &Case) -> Outcome {
    let r = mann_kendall(&case.list("y"), ConfidenceLevel::default()).expect("a trend");
    let outcome = Outcome::of(json!({
        "n": r.basis.n_used,
        "s": r.s,
        "var_s": r.var_s,
        "z": r.z,
        "p_two": r.p,
        "tau_b": r.tau_b,
        "tau_a": r.tau_a,
        "sen_slope": r.slope,
        "sen_ci_low": r.slope_ci.low,
        "sen_ci_high": r.slope_ci.high,
    }));
    outcome.with_r(
        json!({ "kendall_exact_p": r.p_exact.map_or(Value::Null, Value::from) }),
        1e-12,
    )
}
