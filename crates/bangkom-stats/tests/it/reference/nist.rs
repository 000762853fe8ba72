//! The NIST Statistical Reference Datasets, each to the digits that its doubles carry.

use bangkom_stats::ConfidenceLevel;
use bangkom_stats::Moments;
use bangkom_stats::regression::{LinearModel, one_way_anova};
use bangkom_stats::series::autocorrelation;
use serde_json::Value;

use super::case::{float, floats};
use super::regression::{columns, slices};

fn sets(kind: &str) -> Vec<Value> {
    let file: Value =
        serde_json::from_str(include_str!("../../data/nist_strd.json")).expect("JSON");
    let cases = file["cases"].as_array().expect("cases").clone();
    let kept = |case: &Value| case["id"].as_str().expect("an id").starts_with(kind);
    cases.into_iter().filter(kept).collect()
}

fn rows(value: &Value) -> Vec<Vec<f64>> {
    value.as_array().expect("rows").iter().map(floats).collect()
}

/// Every difference beyond the tolerance, and how far it is.
#[derive(Default)]
struct Report(Vec<String>);

impl Report {
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

    fn finish(self) {
        assert!(self.0.is_empty(), "{}", self.0.join("\n"));
    }
}

#[test]
fn reference_nist_univariate() {
    let mut report = Report::default();
    let sets = sets("univariate/");
    assert_eq!(sets.len(), 5);
    for set in &sets {
        let (id, x, want) = (&set["id"], floats(&set["x"]), &set["expected"]);
        // The decimals 1000000.2 and 10000000.2 are not doubles: the data themselves are off.
        let tolerance = match id.as_str().expect("an id") {
            "univariate/NumAcc3" => 2e-9,
            "univariate/NumAcc4" => 2e-8,
            _ => 1e-13,
        };
        let moments = Moments::of(&x);
        report.near(
            &format!("{id} mean"),
            moments.mean().expect("a mean"),
            float(&want["mean"]),
            1e-15,
        );
        report.near(
            &format!("{id} sd"),
            moments.sd().expect("an sd"),
            float(&want["sd"]),
            tolerance,
        );
        let got = autocorrelation(&x, 1).expect("an autocorrelation");
        report.near(
            &format!("{id} r1"),
            got,
            float(&want["lag1_autocorr"]),
            tolerance,
        );
    }
    report.finish();
}

#[test]
fn reference_nist_anova() {
    let mut report = Report::default();
    let sets = sets("anova/");
    assert_eq!(sets.len(), 8);
    for set in &sets {
        let (id, want) = (set["id"].as_str().expect("an id"), &set["expected"]);
        let groups = rows(&set["groups"]);
        // Digits that are left after the offset: 1.4, 1000000.4 and 1000000000000.4 as doubles.
        let tolerance = match id {
            "anova/AtmWtAg" | "anova/SmLs04" | "anova/SmLs05" => 2e-9,
            "anova/SmLs07" | "anova/SmLs08" => 2e-3,
            _ => 1e-12,
        };
        let got = one_way_anova(&groups).expect("an anova");
        for (field, value) in [
            ("ss_between", got.ss_between),
            ("ss_within", got.ss_within),
            ("df_between", got.df_between as f64),
            ("df_within", got.df_within as f64),
            ("f", got.f),
            ("r2", got.eta_squared),
            ("sd_resid", got.sd_within),
        ] {
            report.near(
                &format!("{id} {field}"),
                value,
                float(&want[field]),
                tolerance,
            );
        }
    }
    report.finish();
}

#[test]
fn reference_nist_regression() {
    let mut report = Report::default();
    let sets = sets("regression/");
    assert_eq!(sets.len(), 9);
    for set in &sets {
        let (id, want) = (set["id"].as_str().expect("an id"), &set["expected"]);
        let columns = columns(&rows(&set["x"]));
        let model = LinearModel::fit(&slices(&columns), &floats(&set["y"])).expect("a fit");
        // The powers 0.1^k of Wampler2 are not doubles.
        let tolerance = if id.ends_with("Wampler2") {
            1e-11
        } else {
            1e-13
        };
        for (j, (got, want)) in model
            .estimates()
            .iter()
            .zip(floats(&want["coef"]))
            .enumerate()
        {
            report.near(&format!("{id} coef {j}"), *got, want, tolerance);
        }
        report.near(
            &format!("{id} r2"),
            model.r_squared().expect("r2"),
            float(&want["r2"]),
            1e-12,
        );
        assert_eq!(
            model.df_residual() as u64,
            want["df_resid"].as_u64().expect("df")
        );
        let sd = float(&want["sd_resid"]);
        if sd < 1e-40 {
            assert!(model.sigma() < 1e-9, "{id}: {}", model.sigma());
            assert!(model.classical().is_err(), "{id} has no p-values");
            continue;
        }
        report.near(&format!("{id} sd"), model.sigma(), sd, 1e-12);
        let table = model
            .classical()
            .expect("errors")
            .coefficients(ConfidenceLevel::default());
        let table = table.expect("a table");
        for (j, (got, want)) in table
            .coefficients
            .iter()
            .zip(floats(&want["se"]))
            .enumerate()
        {
            report.near(&format!("{id} se {j}"), got.se, want, 1e-11);
        }
    }
    report.finish();
}
