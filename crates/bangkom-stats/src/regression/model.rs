use std::fmt;

use super::{ClusterCorrection, Inference, LeverageCorrection};
use crate::StatsError;
use crate::linear::{LeastSquares, dot, least_squares};
use crate::sample::{at_least, refuse_infinite, same_length};

/// A linear model fitted by ordinary least squares.
///
/// # Formula
///
/// ```text
/// y = X b + e, b = (X'X)^-1 X'y; by orthogonal factors, refined in twice the working precision
/// ```
///
/// # References
///
/// Giraud, Langou and Rozložník (2005), orthogonalisation; Björck (1967), refinement. The
/// regression sets of the NIST Statistical Reference Datasets are reached to 13 digits.
#[derive(Clone)]
pub struct LinearModel {
    pub(crate) solved: LeastSquares,
    pub(crate) n_input: usize,
    /// Positions of the rows used, when some were dropped.
    kept: Option<Vec<usize>>,
    has_constant: bool,
    rss: f64,
    tss: f64,
}

impl LinearModel {
    /// Fits a response to columns, of which one is usually [`intercept`](super::intercept).
    ///
    /// Rows with a missing value (NaN) are dropped.
    ///
    /// # Errors
    ///
    /// [`StatsError::LengthMismatch`]; [`StatsError::NotFinite`]; [`StatsError::TooFew`] unless
    /// there are more complete rows than columns; [`StatsError::Degenerate`] for a column that
    /// depends on those before it; [`StatsError::Undefined`] without columns.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::regression::{LinearModel, intercept};
    ///
    /// let x = [0.0, 1.0, 2.0, 3.0];
    /// let model = LinearModel::fit(&[&intercept(4), &x], &[1.0, 2.0, 2.0, 3.0])?;
    /// assert!((model.estimates()[1] - 0.6).abs() < 1e-15);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn fit(columns: &[&[f64]], y: &[f64]) -> Result<Self, StatsError> {
        if columns.is_empty() {
            return Err(StatsError::Undefined {
                what: "a linear model",
                why: "the design has no columns",
            });
        }
        refuse_infinite("y", y)?;
        for column in columns {
            same_length(column.len(), y.len())?;
            refuse_infinite("columns", column)?;
        }
        let Some(kept) = complete_rows(columns, y) else {
            return Self::fit_complete(columns, y, y.len(), None);
        };
        let picked: Vec<Vec<f64>> = columns.iter().map(|column| pick(column, &kept)).collect();
        let slices: Vec<&[f64]> = picked.iter().map(Vec::as_slice).collect();
        Self::fit_complete(&slices, &pick(y, &kept), y.len(), Some(kept))
    }

    fn fit_complete(
        columns: &[&[f64]],
        y: &[f64],
        n_input: usize,
        kept: Option<Vec<usize>>,
    ) -> Result<Self, StatsError> {
        at_least(columns.len() + 1, y.len())?;
        let solved = least_squares(columns, y)?;
        let has_constant = columns
            .iter()
            .any(|column| column[0] != 0.0 && column.iter().all(|cell| *cell == column[0]));
        let rss = dot(&solved.residuals, &solved.residuals);
        let tss = total(y, solved.exponent, has_constant);
        Ok(Self {
            solved,
            n_input,
            kept,
            has_constant,
            rss,
            tss,
        })
    }

    /// Estimated coefficients, in the order of the columns.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::regression::{LinearModel, intercept};
    ///
    /// let model = LinearModel::fit(&[&intercept(3)], &[1.0, 2.0, 6.0])?;
    /// assert_eq!(model.estimates(), [3.0]);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn estimates(&self) -> Vec<f64> {
        let solved = &self.solved;
        let pairs = solved.solution.iter().zip(&solved.column_exponents);
        pairs
            .map(|(x, exponent)| libm::scalbn(*x, solved.exponent - exponent))
            .collect()
    }

    /// Residuals of the rows used, in their order and the unit of the response.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::regression::{LinearModel, intercept};
    ///
    /// let model = LinearModel::fit(&[&intercept(3)], &[1.0, 2.0, 6.0])?;
    /// assert_eq!(model.residuals(), [-2.0, -1.0, 3.0]);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn residuals(&self) -> Vec<f64> {
        let scale = |r: &f64| libm::scalbn(*r, self.solved.exponent);
        self.solved.residuals.iter().map(scale).collect()
    }

    /// Rows used.
    pub fn n_used(&self) -> usize {
        self.solved.residuals.len()
    }

    /// Residual degrees of freedom: rows used minus columns.
    pub fn df_residual(&self) -> usize {
        self.n_used() - self.solved.solution.len()
    }

    /// Residual standard deviation, in the unit of the response.
    pub fn sigma(&self) -> f64 {
        libm::scalbn(self.sigma_squared().sqrt(), self.solved.exponent)
    }

    /// Residual sum of squares, in the squared unit of the response.
    pub fn rss(&self) -> f64 {
        libm::scalbn(self.rss, 2 * self.solved.exponent)
    }

    /// Share of the variation explained, 0..1: around the mean when a column is constant, around
    /// zero otherwise; `None` when the response does not vary.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::regression::{LinearModel, intercept};
    ///
    /// let x = [0.0, 1.0, 2.0, 3.0];
    /// let model = LinearModel::fit(&[&intercept(4), &x], &[1.0, 2.0, 2.0, 3.0])?;
    /// assert!((model.r_squared().unwrap_or(0.0) - 0.9).abs() < 1e-15);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn r_squared(&self) -> Option<f64> {
        (self.tss > 0.0).then(|| (1.0 - self.rss / self.tss).max(0.0))
    }

    /// Whether the design has a constant column.
    pub fn has_constant(&self) -> bool {
        self.has_constant
    }

    /// Classical standard errors: independent residuals of one variance.
    ///
    /// # Errors
    ///
    /// [`StatsError::NoVariation`] when the columns fit the response exactly.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::ConfidenceLevel;
    /// use bangkom_stats::regression::{LinearModel, intercept};
    ///
    /// let x = [0.0, 1.0, 2.0, 3.0];
    /// let model = LinearModel::fit(&[&intercept(4), &x], &[1.0, 2.0, 2.0, 3.0])?;
    /// let table = model.classical()?.coefficients(ConfidenceLevel::default())?;
    /// assert!((table.coefficients[1].se - 0.02_f64.sqrt()).abs() < 1e-15);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn classical(&self) -> Result<Inference<'_>, StatsError> {
        Inference::classical(self)
    }

    /// Standard errors that hold when the residual variance differs from row to row.
    ///
    /// # Errors
    ///
    /// [`StatsError::NoVariation`] for an exact fit; [`StatsError::Undefined`] for HC2 and HC3
    /// when one row alone determines a coefficient.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::ConfidenceLevel;
    /// use bangkom_stats::regression::{LeverageCorrection, LinearModel, intercept};
    ///
    /// let model = LinearModel::fit(&[&intercept(3)], &[1.0, 2.0, 6.0])?;
    /// let robust = model.robust(LeverageCorrection::Hc1)?;
    /// let table = robust.coefficients(ConfidenceLevel::default())?;
    /// assert!((table.coefficients[0].se - (7.0_f64 / 3.0).sqrt()).abs() < 1e-15);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn robust(&self, kind: LeverageCorrection) -> Result<Inference<'_>, StatsError> {
        Inference::robust(self, kind)
    }

    /// Standard errors that hold when rows of one cluster (person, office) depend on each other.
    ///
    /// `clusters` has one label for each row given to [`fit`](Self::fit).
    ///
    /// # Errors
    ///
    /// [`StatsError::LengthMismatch`]; [`StatsError::TooFew`] below two clusters;
    /// [`StatsError::NoVariation`] for an exact fit.
    ///
    /// # Examples
    ///
    /// A difference in differences, clustered by person:
    ///
    /// ```
    /// use bangkom_stats::ConfidenceLevel;
    /// use bangkom_stats::regression::{ClusterCorrection, LinearModel, intercept};
    ///
    /// let score = [5.0, 6.0, 4.0, 6.0, 5.0, 9.0, 6.0, 9.0];
    /// let person = [1, 1, 2, 2, 3, 3, 4, 4];
    /// let treated = [0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0];
    /// let after = [0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0];
    /// let both: Vec<f64> = treated.iter().zip(&after).map(|(g, t)| g * t).collect();
    /// let model = LinearModel::fit(&[&intercept(8), &treated, &after, &both], &score)?;
    /// let errors = model.clustered(&person, ClusterCorrection::Cr1)?;
    /// let table = errors.coefficients(ConfidenceLevel::default())?;
    /// assert!((table.coefficients[3].estimate - 2.0).abs() < 1e-14);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn clustered<K: Ord>(
        &self,
        clusters: &[K],
        kind: ClusterCorrection,
    ) -> Result<Inference<'_>, StatsError> {
        same_length(clusters.len(), self.n_input)?;
        Inference::clustered(self, &self.keep(clusters), kind)
    }

    /// Standard errors for rows in order of time whose residuals are related up to `lag` rows.
    ///
    /// `small_sample` multiplies the variance by `n / (n - k)`.
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`] unless `lag` is below the number of rows;
    /// [`StatsError::NoVariation`] for an exact fit.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::ConfidenceLevel;
    /// use bangkom_stats::regression::{LinearModel, intercept};
    ///
    /// let model = LinearModel::fit(&[&intercept(4)], &[1.0, 2.0, 4.0, 5.0])?;
    /// let errors = model.newey_west(1, false)?;
    /// let table = errors.coefficients(ConfidenceLevel::default())?;
    /// assert!((table.coefficients[0].se - 13.0_f64.sqrt() / 4.0).abs() < 1e-14);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn newey_west(&self, lag: usize, small_sample: bool) -> Result<Inference<'_>, StatsError> {
        Inference::newey_west(self, lag, small_sample)
    }

    /// Items of the rows used.
    pub(crate) fn keep<'a, T>(&self, items: &'a [T]) -> Vec<&'a T> {
        match &self.kept {
            None => items.iter().collect(),
            Some(kept) => kept.iter().map(|i| &items[*i]).collect(),
        }
    }

    /// Residual variance in scaled units.
    pub(super) fn sigma_squared(&self) -> f64 {
        self.rss / self.df_residual() as f64
    }

    /// Fails when what is left of the response is rounding of the response itself.
    pub(crate) fn refuse_exact_fit(&self) -> Result<(), StatsError> {
        // The response is held in units of its largest value, which therefore lies in 1..2.
        let rounding = 4.0 * f64::EPSILON * (self.n_used() as f64).sqrt();
        if self.rss.sqrt() <= rounding {
            return Err(StatsError::NoVariation { what: "residuals" });
        }
        Ok(())
    }
}

/// Shows the size only: residuals may give away a person's score.
impl fmt::Debug for LinearModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LinearModel")
            .field("n_input", &self.n_input)
            .field("n_used", &self.n_used())
            .field("columns", &self.solved.solution.len())
            .finish_non_exhaustive()
    }
}

/// Rows without NaN, or `None` when all are complete.
fn complete_rows(columns: &[&[f64]], y: &[f64]) -> Option<Vec<usize>> {
    let complete = |i: &usize| !y[*i].is_nan() && columns.iter().all(|column| !column[*i].is_nan());
    let kept: Vec<usize> = (0..y.len()).filter(complete).collect();
    (kept.len() < y.len()).then_some(kept)
}

fn pick(values: &[f64], rows: &[usize]) -> Vec<f64> {
    rows.iter().map(|i| values[*i]).collect()
}

/// Total sum of squares in scaled units, around the mean or around zero.
fn total(y: &[f64], exponent: i32, around_mean: bool) -> f64 {
    let scaled = |y: f64| libm::scalbn(y, -exponent);
    let centre = if around_mean {
        crate::linear::Compensated::mean(y)
    } else {
        crate::linear::Compensated::default()
    };
    y.iter()
        .map(|y| scaled(centre.subtracted_from(*y)).powi(2))
        .sum()
}
