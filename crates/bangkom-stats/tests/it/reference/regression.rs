use bangkom_stats::ConfidenceLevel;
use bangkom_stats::regression::{
    ClusterCorrection, Coefficient, CoefficientTable, Inference, LeverageCorrection, LinearModel,
    ancova,
};
use serde_json::{Value, json};

use super::{Case, Outcome};

methods! {
    ancova => analysis_of_covariance,
    ols_robust => ols_robust,
}

/// Columns of a table given by rows.
pub(super) fn columns(rows: &[Vec<f64>]) -> Vec<Vec<f64>> {
    (0..rows[0].len())
        .map(|j| rows.iter().map(|row| row[j]).collect())
        .collect()
}

/// Labels of the input, as text.
pub(super) fn labels(case: &Case, key: &str) -> Vec<String> {
    let list = case.input[key].as_array().expect("labels");
    list.iter().map(Value::to_string).collect()
}

pub(super) fn slices(columns: &[Vec<f64>]) -> Vec<&[f64]> {
    columns.iter().map(Vec::as_slice).collect()
}

fn table(inference: &Inference<'_>) -> CoefficientTable {
    inference
        .coefficients(ConfidenceLevel::default())
        .expect("a table")
}

fn errors(inference: &Inference<'_>) -> Value {
    table(inference).coefficients.iter().map(|c| c.se).collect()
}

fn ols_robust(case: &Case) -> Outcome {
    let columns = columns(&case.rows("X"));
    let model = LinearModel::fit(&slices(&columns), &case.list("y")).expect("a fit");
    let clusters = labels(case, "cluster");
    let hc = |kind| errors(&model.robust(kind).expect("errors"));
    let cr = |kind| errors(&model.clustered(&clusters, kind).expect("errors"));
    let cr2 = table(
        &model
            .clustered(&clusters, ClusterCorrection::Cr2)
            .expect("errors"),
    );
    let field =
        |pick: fn(&Coefficient) -> f64| -> Value { cr2.coefficients.iter().map(pick).collect() };
    let r = json!({
        "se_cr2": field(|c| c.se),
        "df_satterthwaite_cr2": field(|c| c.df),
        "p_satterthwaite_cr2": field(|c| c.p),
    });
    Outcome::of(json!({
        "coef": model.estimates(),
        "se_ols": errors(&model.classical().expect("errors")),
        "r2": model.r_squared(),
        "sigma": model.sigma(),
        "df_resid": model.df_residual(),
        "se_hc0": hc(LeverageCorrection::Hc0),
        "se_hc1": hc(LeverageCorrection::Hc1),
        "se_hc2": hc(LeverageCorrection::Hc2),
        "se_hc3": hc(LeverageCorrection::Hc3),
        "se_cr0": cr(ClusterCorrection::Cr0),
        "se_cr1": cr(ClusterCorrection::Cr1),
    }))
    .with_r(r, 1e-9)
}

fn analysis_of_covariance(case: &Case) -> Outcome {
    let levels = labels(case, "levels");
    let group: Vec<usize> = labels(case, "group")
        .iter()
        .map(|label| {
            levels
                .iter()
                .position(|level| level == label)
                .expect("a level")
        })
        .collect();
    let (pre, post) = (case.list("pre"), case.list("post"));
    let r = ancova(&pre, &post, &group, ConfidenceLevel::default()).expect("an ancova");
    let coefficients =
        |pick: fn(&Coefficient) -> f64| -> Value { r.coefficients.iter().map(pick).collect() };
    let slopes = r.slopes.expect("slopes");
    Outcome::of(json!({
        "coef": coefficients(|c| c.estimate),
        "se": coefficients(|c| c.se),
        "t": coefficients(|c| c.t),
        "p": coefficients(|c| c.p),
        "ci_low": coefficients(|c| c.ci.low),
        "ci_high": coefficients(|c| c.ci.high),
        "df_resid": r.df_residual,
        "sigma": r.sigma,
        "r2": r.r_squared,
        "rss": r.rss,
        "group_ss": r.group.ss,
        "group_f": r.group.f,
        "group_df": r.group.df,
        "group_p": r.group.p,
        "group_partial_eta2": r.group.partial_eta_squared,
        "cov_f": r.covariate.f,
        "cov_p": r.covariate.p,
        "slopes_f": slopes.f,
        "slopes_df": slopes.df,
        "slopes_df_resid": slopes.df_residual,
        "slopes_p": slopes.p,
        "adjusted_means": r.means.iter().map(|m| m.adjusted_mean).collect::<Vec<_>>(),
        "adjusted_se": r.means.iter().map(|m| m.adjusted_se).collect::<Vec<_>>(),
    }))
}
