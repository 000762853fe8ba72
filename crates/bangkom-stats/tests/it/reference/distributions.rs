use bangkom_stats::distributions::{fisher_f, noncentral_t, normal, student_t, studentized_range};
use serde_json::json;

use super::case::{Case, Outcome};

methods! {
    distribution => distribution,
    noncentral_t_cdf => noncentral_t_cdf,
    studentized_range => studentized_range,
}

/// Applies `f` to the same place of several lists.
fn along<const N: usize>(case: &Case, names: [&str; N], f: impl Fn([f64; N]) -> f64) -> Vec<f64> {
    let lists = names.map(|name| case.list(name));
    (0..lists[0].len())
        .map(|i| f(std::array::from_fn(|j| lists[j][i])))
        .collect()
}

fn distribution(case: &Case) -> Outcome {
    let has = |name: &str| case.input.get(name).is_some();
    Outcome::of(match case.text("dist") {
        "normal" => json!({
            "cdf": along(case, ["x"], |[x]| normal::cdf(x).expect("a tail")),
        }),
        "t" if has("p") => json!({
            "ppf": along(case, ["p", "df"], |[p, df]| student_t::quantile(p, df).expect("t")),
        }),
        "t" => json!({
            "sf": along(case, ["x", "df"], |[x, df]| student_t::sf(x, df).expect("a tail")),
        }),
        "f" => json!({
            "sf": along(case, ["x", "df1", "df2"], |[x, one, two]| {
                fisher_f::sf(x, one, two).expect("a tail")
            }),
        }),
        other => panic!("unknown distribution {other}"),
    })
}

fn noncentral_t_cdf(case: &Case) -> Outcome {
    let points = case.input["points"].as_array().expect("points");
    let at = |point: &serde_json::Value| {
        let value = |name: &str| point[name].as_f64().expect("a number");
        noncentral_t::cdf(value("t"), value("df"), value("ncp")).expect("a tail")
    };
    Outcome::of(json!({ "cdf": points.iter().map(at).collect::<Vec<_>>() }))
}

fn studentized_range(case: &Case) -> Outcome {
    let sf = along(case, ["q", "k", "df"], |[q, k, df]| {
        let df = if df < 0.0 { f64::INFINITY } else { df };
        studentized_range::sf(q, k as usize, df).expect("a tail")
    });
    // The case is a quadrature in doubles and is to be compared "with |diff| <= 1e-12 + 1e-9 value",
    // as its note says; the table of 50-digit tails checks small tails relatively.
    Outcome::of(json!({ "sf": sf })).absolute("sf", 1e-12)
}
