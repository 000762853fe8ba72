use serde::{Deserialize, Serialize};

use super::LinearModel;
use super::clustered::Leverages;
use crate::StatsError;
use crate::basis::{Basis, ConfidenceLevel, Interval, Method, Warning};
use crate::distributions::raw::student_t;
use crate::linear::{Matrix, dot, solve_transposed};
use crate::p_value::never_zero;
use crate::sample::representable;

/// A coefficient, or a weighted sum of coefficients, with its test against zero.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coefficient {
    /// Estimate, in units of the response per unit of the column.
    pub estimate: f64,
    /// Standard error, in the same unit.
    pub se: f64,
    /// Estimate divided by its standard error.
    pub t: f64,
    /// Degrees of freedom of `t`.
    pub df: f64,
    /// Two-sided p-value.
    pub p: f64,
    /// Confidence interval.
    pub ci: Interval,
}

/// Coefficients of a linear model, in the order of the columns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoefficientTable {
    /// Rows given and used, and the kind of standard error.
    pub basis: Basis,
    /// One entry for each column of the design.
    pub coefficients: Vec<Coefficient>,
}

/// A fitted model together with one kind of standard error.
///
/// Made by [`LinearModel::classical`], [`robust`](LinearModel::robust),
/// [`clustered`](LinearModel::clustered) and [`newey_west`](LinearModel::newey_west).
#[derive(Debug, Clone)]
pub struct Inference<'m> {
    pub(super) model: &'m LinearModel,
    pub(super) method: Method,
    /// Covariance of the coordinates in the orthonormal basis, in scaled units.
    pub(super) spread: Matrix,
    pub(super) degrees: Degrees,
    pub(super) warnings: Vec<Warning>,
}

/// Where the degrees of freedom come from.
#[derive(Debug, Clone)]
pub(super) enum Degrees {
    /// The same for every contrast.
    Fixed(f64),
    /// By Satterthwaite's rule, from the leverages of the clusters.
    Satterthwaite(Leverages),
}

impl<'m> Inference<'m> {
    pub(super) fn classical(model: &'m LinearModel) -> Result<Self, StatsError> {
        model.refuse_exact_fit()?;
        let p = model.solved.solution.len();
        let mut spread = Matrix::zeros(p, p);
        (0..p).for_each(|i| spread.set(i, i, model.sigma_squared()));
        Ok(Self::residual(model, Method::new("ols"), spread))
    }

    /// An inference on the residual degrees of freedom.
    pub(super) fn residual(model: &'m LinearModel, method: Method, spread: Matrix) -> Self {
        Self {
            model,
            method,
            spread,
            degrees: Degrees::Fixed(model.df_residual() as f64),
            warnings: Vec::new(),
        }
    }

    /// Every coefficient.
    ///
    /// # Errors
    ///
    /// [`StatsError::NoVariation`] when a coefficient has a standard error of zero.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::ConfidenceLevel;
    /// use bangkom_stats::regression::{LinearModel, intercept};
    ///
    /// let model = LinearModel::fit(&[&intercept(3)], &[1.0, 2.0, 6.0])?;
    /// let table = model.classical()?.coefficients(ConfidenceLevel::new(0.9)?)?;
    /// assert_eq!(table.basis.n_used, 3);
    /// assert_eq!(table.coefficients[0].df, 2.0);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn coefficients(&self, level: ConfidenceLevel) -> Result<CoefficientTable, StatsError> {
        let p = self.model.solved.solution.len();
        let coefficients = (0..p).map(|j| {
            let mut weights = vec![0.0; p];
            weights[j] = 1.0;
            self.contrast(&weights, level)
        });
        Ok(CoefficientTable {
            basis: self.basis(level),
            coefficients: coefficients.collect::<Result<_, _>>()?,
        })
    }

    /// The weighted sum of the coefficients.
    ///
    /// # Errors
    ///
    /// [`StatsError::LengthMismatch`] unless there is one weight a column;
    /// [`StatsError::NotFinite`]; [`StatsError::NoVariation`] for a standard error of zero.
    ///
    /// # Examples
    ///
    /// The fitted value at 1.5:
    ///
    /// ```
    /// use bangkom_stats::ConfidenceLevel;
    /// use bangkom_stats::regression::{LinearModel, intercept};
    ///
    /// let x = [0.0, 1.0, 2.0, 3.0];
    /// let model = LinearModel::fit(&[&intercept(4), &x], &[1.0, 2.0, 2.0, 3.0])?;
    /// let middle = model.classical()?.contrast(&[1.0, 1.5], ConfidenceLevel::default())?;
    /// assert!((middle.estimate - 2.0).abs() < 1e-15);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn contrast(
        &self,
        weights: &[f64],
        level: ConfidenceLevel,
    ) -> Result<Coefficient, StatsError> {
        crate::sample::same_length(weights.len(), self.model.solved.solution.len())?;
        if let Some(index) = weights.iter().position(|weight| !weight.is_finite()) {
            return Err(StatsError::NotFinite {
                argument: "weights",
                index,
            });
        }
        let (direction, exponent) = self.direction(weights);
        let coordinates = solve_transposed(&self.model.solved.r, &direction);
        let variance = self.spread.quadratic(&coordinates);
        if variance <= 0.0 {
            return Err(StatsError::NoVariation { what: "residuals" });
        }
        let df = match &self.degrees {
            Degrees::Fixed(df) => *df,
            Degrees::Satterthwaite(leverages) => leverages.degrees(&coordinates)?,
        };
        let in_units = |value: f64| libm::scalbn(value, exponent);
        let estimate = in_units(dot(&direction, &self.model.solved.solution));
        Coefficient::new(estimate, in_units(variance.sqrt()), df, level)
    }

    /// Weights for the scaled columns, and the binary exponent of the unit of the result.
    fn direction(&self, weights: &[f64]) -> (Vec<f64>, i32) {
        let solved = &self.model.solved;
        let pairs = || weights.iter().zip(&solved.column_exponents);
        let largest = pairs()
            .filter(|(weight, _)| **weight != 0.0)
            .map(|(weight, exponent)| libm::ilogb(*weight) - exponent)
            .max()
            .unwrap_or(0);
        let direction =
            pairs().map(|(weight, exponent)| libm::scalbn(*weight, -exponent - largest));
        (direction.collect(), solved.exponent + largest)
    }

    pub(crate) fn basis(&self, level: ConfidenceLevel) -> Basis {
        let model = self.model;
        let mut basis = Basis::new(self.method.clone(), model.n_input, model.n_used()).level(level);
        basis.warnings.extend(self.warnings.iter().cloned());
        basis
    }
}

impl Coefficient {
    /// The test against zero of an estimate; fails when it, its error or their ratio leaves the
    /// range of a double.
    pub(crate) fn new(
        estimate: f64,
        se: f64,
        df: f64,
        level: ConfidenceLevel,
    ) -> Result<Self, StatsError> {
        let t = estimate / se;
        representable("the t statistic", &[estimate, se, t, df])?;
        let half = -student_t::quantile(level.tail(), df) * se;
        Ok(Self {
            estimate,
            se,
            t,
            df,
            p: never_zero(student_t::two_sided(t, df)),
            ci: Interval {
                low: estimate - half,
                high: estimate + half,
            },
        })
    }
}
