use serde::{Deserialize, Serialize};

use super::{Inference, LinearModel};
use crate::StatsError;
use crate::basis::Method;
use crate::linear::Matrix;

/// How squared residuals stand in for variances that differ from row to row.
///
/// # Formula
///
/// ```text
/// V = (X'X)^-1 [sum w_i e_i^2 x_i x_i'] (X'X)^-1, h_i = x_i' (X'X)^-1 x_i
/// HC0: w = 1   HC1: w = n / (n - k)   HC2: w = 1 / (1 - h_i)   HC3: w = 1 / (1 - h_i)^2
/// ```
///
/// # References
///
/// White (1980); `MacKinnon` and White (1985); Long and Ervin (2000) advise HC3 below 250 rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeverageCorrection {
    /// No correction.
    Hc0,
    /// Factor `n / (n - k)`.
    Hc1,
    /// Unbiased when the variances are equal after all.
    Hc2,
    /// Close to the jackknife; the choice for small samples.
    #[default]
    Hc3,
}

impl LeverageCorrection {
    const fn method(self) -> &'static str {
        match self {
            Self::Hc0 => "ols, hc0",
            Self::Hc1 => "ols, hc1",
            Self::Hc2 => "ols, hc2",
            Self::Hc3 => "ols, hc3",
        }
    }

    fn weight(self, leverage: f64, n: f64, df: f64) -> Result<f64, StatsError> {
        let left = 1.0 - leverage;
        match self {
            Self::Hc0 => Ok(1.0),
            Self::Hc1 => Ok(n / df),
            _ if left <= 1e-12 => Err(StatsError::Undefined {
                what: "a leverage-corrected standard error",
                why: "one row alone determines a coefficient",
            }),
            Self::Hc2 => Ok(1.0 / left),
            Self::Hc3 => Ok(1.0 / (left * left)),
        }
    }
}

impl<'m> Inference<'m> {
    pub(super) fn robust(
        model: &'m LinearModel,
        kind: LeverageCorrection,
    ) -> Result<Self, StatsError> {
        model.refuse_exact_fit()?;
        let (n, df) = (model.n_used() as f64, model.df_residual() as f64);
        let p = model.solved.solution.len();
        let mut spread = Matrix::zeros(p, p);
        for (i, residual) in model.solved.residuals.iter().enumerate() {
            let row = model.solved.q.row(i);
            let leverage = crate::linear::dot(&row, &row);
            let weight = kind.weight(leverage, n, df)?;
            spread.add_outer(weight * residual * residual, &row, &row);
        }
        Ok(Self::residual(model, Method::new(kind.method()), spread))
    }
}
