use serde::{Deserialize, Serialize};

use super::LinearModel;
use crate::StatsError;
use crate::basis::{Basis, Method};
use crate::distributions::raw::fisher_f;
use crate::linear::{Matrix, dot, invert_upper, orthogonalise, solve_transposed};
use crate::p_value::never_zero;
use crate::sample::representable;

/// Joint test that some coefficients are zero.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FTest {
    /// Rows given and used.
    pub basis: Basis,
    /// Sum of squares that the columns explain beyond the others, in squared units of the response.
    pub ss: f64,
    /// F statistic.
    pub f: f64,
    /// Numerator degrees of freedom: the number of columns tested.
    pub df: usize,
    /// Residual degrees of freedom.
    pub df_residual: usize,
    /// p-value.
    pub p: f64,
    /// Explained share of what the other columns leave, 0..1.
    pub partial_eta_squared: f64,
}

impl LinearModel {
    /// Tests that the coefficients of the named columns are all zero.
    ///
    /// # Formula
    ///
    /// ```text
    /// SS = b_S' [(X'X)^-1_SS]^-1 b_S, F = (SS / q) / sigma^2; the F of the nested fits
    /// partial eta^2 = SS / (SS + RSS)
    /// ```
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`] for an index without column; [`StatsError::Degenerate`] for an
    /// index named twice; [`StatsError::Undefined`] for no index; [`StatsError::NoVariation`] for
    /// an exact fit.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::regression::{LinearModel, intercept};
    ///
    /// let x = [0.0, 1.0, 2.0, 3.0];
    /// let model = LinearModel::fit(&[&intercept(4), &x], &[1.0, 2.0, 2.0, 3.0])?;
    /// let test = model.hypothesis(&[1])?;
    /// assert!((test.f - 18.0).abs() < 1e-12);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    ///
    /// # References
    ///
    /// Searle (1971).
    pub fn hypothesis(&self, columns: &[usize]) -> Result<FTest, StatsError> {
        let p = self.solved.solution.len();
        if let Some(index) = columns.iter().find(|index| **index >= p) {
            let high = (p - 1) as f64;
            return Err(StatsError::parameter("columns", *index as f64, 0.0, high));
        }
        if columns.is_empty() {
            return Err(StatsError::Undefined {
                what: "a joint test",
                why: "no column is named",
            });
        }
        self.refuse_exact_fit()?;
        let ss = self.explained(columns)?;
        let (df, df_residual) = (columns.len(), self.df_residual());
        let f = ss / df as f64 / self.sigma_squared();
        let in_units = libm::scalbn(ss, 2 * self.solved.exponent);
        representable("the sum of squares", &[in_units, f])?;
        Ok(FTest {
            basis: Basis::new(Method::new("ols, f_test"), self.n_input, self.n_used()),
            ss: in_units,
            f,
            df,
            df_residual,
            p: never_zero(fisher_f::sf(f, df as f64, df_residual as f64)),
            partial_eta_squared: ss / (ss + self.sigma_squared() * df_residual as f64),
        })
    }

    /// `b_S' [(X'X)^-1_SS]^-1 b_S` in scaled units: the squared length of the shortest vector that
    /// the rows of `R^-1` take to `b_S`.
    fn explained(&self, columns: &[usize]) -> Result<f64, StatsError> {
        let inverse = invert_upper(&self.solved.r);
        let rows: Vec<Vec<f64>> = columns.iter().map(|j| inverse.row(*j)).collect();
        let b: Vec<f64> = columns.iter().map(|j| self.solved.solution[*j]).collect();
        let lengths: Vec<f64> = rows.iter().map(|row| dot(row, row).sqrt()).collect();
        let unit = rows
            .iter()
            .zip(&lengths)
            .map(|(row, length)| row.iter().map(|cell| cell / length).collect());
        let factors = orthogonalise(&Matrix::from_columns(inverse.rows(), unit.collect()))?;
        let target: Vec<f64> = b.iter().zip(&lengths).map(|(b, l)| b / l).collect();
        let shortest = solve_transposed(&factors.r, &target);
        Ok(dot(&shortest, &shortest))
    }
}
