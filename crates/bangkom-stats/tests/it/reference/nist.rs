//! The NIST Statistical Reference Datasets, each to the digits that its doubles carry.

use bangkom_stats::ConfidenceLevel;
use bangkom_stats::Moments;
use bangkom_stats::regression::{LinearModel, one_way_anova};
use bangkom_stats::series::autocorrelation;
use serde_json::Value;

use super::case::{self, float, floats};
use super::regression::{columns, slices};

fn sets(kind: &str) -> Vec<Value> {
    let cases = case::read(include_str!("../../data/nist_strd.json")).sets;
    let kept = |case: &Value| name(case).starts_with(kind);
    cases.into_iter().filter(kept).collect()
}

fn name(set: &Value) -> &str {
    set["id"].as_str().expect("an id")
}

fn rows(value: &Value) -> Vec<Vec<f64>> {
    value.as_array().expect("rows").iter().map(floats).collect()
}

/// Every difference beyond the tolerance, and how far it is.
#[derive(Default)]
struct Report(Vec<String>);

impl Report {
    fn all(&mut self, place: &str, got: &[f64], want: &Value, tolerance: f64) {
        let want = floats(want);
        if got.len() != want.len() {
            self.0.push(format!("{place}: {} values", got.len()));
        }
        for (j, (got, want)) in got.iter().zip(want).enumerate() {
            self.near(&format!("{place} {j}"), *got, want, tolerance);
        }
    }

    fn near(&mut self, place: &str, got: f64, want: f64, tolerance: f64) {
        let limit = if want == 0.0 {
            tolerance
        } else {
            tolerance * want.abs()
        };
        let off = (got - want).abs();
        if off.is_nan() || off > limit {
            self.0.push(format!(
                "{place}: got {got:e}, want {want:e}, off {:e}",
                off / want.abs()
            ));
        }
    }
}

/// Differences of a data set, told apart by its fields.
pub(super) fn differences(set: &Value) -> Vec<String> {
    let mut report = Report::default();
    match (set.get("groups"), set.get("x"), set.get("y")) {
        (Some(_), None, None) => anova(set, &mut report),
        (None, Some(_), None) => univariate(set, &mut report),
        (None, Some(_), Some(_)) => regression(set, &mut report),
        _ => report.0.push(format!("{}: unknown form", name(set))),
    }
    report.0
}

/// `digits`, or what is left of a spread once the values, decimals as a rule, are doubles.
fn tolerance(digits: f64, mean: f64, sd: f64) -> f64 {
    digits.max(2.0 * f64::EPSILON * (mean / sd).abs())
}

fn check(kind: &str, number: usize) {
    let sets = sets(kind);
    assert_eq!(sets.len(), number);
    let all: Vec<String> = sets.iter().flat_map(differences).collect();
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn reference_nist_univariate() {
    check("univariate/", 5);
}

#[test]
fn reference_nist_anova() {
    check("anova/", 8);
}

#[test]
fn reference_nist_regression() {
    check("regression/", 9);
}

fn univariate(set: &Value, report: &mut Report) {
    let (id, x, want) = (name(set), floats(&set["x"]), &set["expected"]);
    let [mean, sd] = ["mean", "sd"].map(|field| float(&want[field]));
    let tolerance = tolerance(1e-13, mean, sd);
    let moments = Moments::of(&x);
    let found = moments.mean().zip(moments.sd()).expect("moments");
    let r1 = autocorrelation(&x, 1).expect("an autocorrelation");
    report.near(&format!("{id} mean"), found.0, mean, 1e-15);
    report.near(&format!("{id} sd"), found.1, sd, tolerance);
    let want = float(&want["lag1_autocorr"]);
    report.near(&format!("{id} r1"), r1, want, tolerance);
}

fn anova(set: &Value, report: &mut Report) {
    let (id, want) = (name(set), &set["expected"]);
    let groups = rows(&set["groups"]);
    let got = one_way_anova(&groups).expect("an anova");
    let tolerance = tolerance(1e-12, groups[0][0], float(&want["sd_resid"]));
    for (field, value) in [
        ("ss_between", got.ss_between),
        ("ss_within", got.ss_within),
        ("df_between", got.df_between as f64),
        ("df_within", got.df_within as f64),
        ("f", got.f),
        ("r2", got.eta_squared),
        ("sd_resid", got.sd_within),
    ] {
        let place = format!("{id} {field}");
        report.near(&place, value, float(&want[field]), tolerance);
    }
    if let Some(certified) = set.get("certified_f") {
        let place = format!("{id} certified f");
        report.near(&place, got.f, float(certified), tolerance);
    }
}

fn regression(set: &Value, report: &mut Report) {
    let (id, want) = (name(set), &set["expected"]);
    let columns = columns(&rows(&set["x"]));
    let model = LinearModel::fit(&slices(&columns), &floats(&set["y"])).expect("a fit");
    // The powers 0.1^k of Wampler2 are not doubles.
    let digits = if id.ends_with("Wampler2") {
        1e-11
    } else {
        1e-13
    };
    let estimates = model.estimates();
    report.all(&format!("{id} coef"), &estimates, &want["coef"], digits);
    let r2 = model.r_squared().expect("r2");
    report.near(&format!("{id} r2"), r2, float(&want["r2"]), 1e-12);
    let df = model.df_residual() as f64;
    report.near(&format!("{id} df"), df, float(&want["df_resid"]), 0.0);
    let sd = float(&want["sd_resid"]);
    if sd < 1e-40 {
        assert!(model.sigma() < 1e-9, "{id}: {}", model.sigma());
        assert!(model.classical().is_err(), "{id} has no p-values");
        return;
    }
    report.near(&format!("{id} sd"), model.sigma(), sd, 1e-12);
    let inference = model.classical().expect("errors");
    let table = inference.coefficients(ConfidenceLevel::default());
    let table = table.expect("a table").coefficients;
    let errors: Vec<f64> = table.iter().map(|row| row.se).collect();
    report.all(&format!("{id} se"), &errors, &want["se"], 1e-11);
}
