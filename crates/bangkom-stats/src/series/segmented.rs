use serde::{Deserialize, Serialize};

use super::SegmentedOptions;
use super::durbin_watson::durbin_watson;
use crate::StatsError;
use crate::basis::{Basis, Warning};
use crate::regression::{Coefficient, Inference, LinearModel, dummies, intercept};
use crate::sample::{at_least, refuse_infinite, same_length};

/// A time after the interruption: what the model says with and without it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AfterPoint {
    /// The time.
    pub time: f64,
    /// Fitted value, in the unit of the series.
    pub fitted: f64,
    /// Value that the course before would have led to.
    pub counterfactual: f64,
}

/// Effect at one time after the interruption.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HorizonEffect {
    /// The time.
    pub time: f64,
    /// Fitted minus counterfactual, in the unit of the series, with its test.
    pub effect: Coefficient,
}

/// Result of [`interrupted_series`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterruptedSeries {
    /// Values given and used, and the standard errors behind all tests.
    pub basis: Basis,
    /// Level at time zero.
    pub level_before: Coefficient,
    /// Change a unit of time before the interruption.
    pub slope_before: Coefficient,
    /// Jump at the start.
    pub level_change: Coefficient,
    /// Change of the slope.
    pub slope_change: Coefficient,
    /// Classical standard errors of the four, for comparison.
    pub se_ols: [f64; 4],
    /// Steps over which residuals may be related.
    pub lag: usize,
    /// Durbin-Watson statistic of the residuals, 0..4.
    pub durbin_watson: f64,
    /// Residual standard deviation, in the unit of the series.
    pub sigma: f64,
    /// Share of the variation explained, 0..1.
    pub r_squared: f64,
    /// Residual degrees of freedom.
    pub df_residual: usize,
    /// Number of coefficients, seasons included.
    pub n_coefficients: usize,
    /// Effect at each horizon.
    pub effects: Vec<HorizonEffect>,
    /// Mean effect over the observed times from the start on.
    pub mean_effect: Coefficient,
    /// Observed times from the start on.
    pub after: Vec<AfterPoint>,
}

/// Segmented regression of a series that something interrupts at a known time.
///
/// `start` is the first time after; the level change is the jump there. Values must be in order of
/// time; a missing value (NaN) is dropped, and its neighbours then count as one step apart.
///
/// # Formula
///
/// ```text
/// y = b0 + b1 t + b2 D + b3 (t - start) D + seasons + e, D = 1 from start on
/// effect(t) = b2 + b3 (t - start); Newey-West standard errors, t with n - k degrees of freedom
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`]; [`StatsError::NotFinite`]; [`StatsError::TooFew`] below two
/// values before or after the start; [`StatsError::Undefined`] unless times increase;
/// [`StatsError::Degenerate`] when seasons cannot be told from the course;
/// [`StatsError::NoVariation`] for an exact fit; [`StatsError::OutOfRange`] for the lag.
///
/// # Examples
///
/// ```
/// use bangkom_stats::series::{SegmentedOptions, interrupted_series};
///
/// let time = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0];
/// let days = [30.0, 31.0, 29.0, 30.0, 24.0, 23.0, 21.0, 20.0];
/// let options = SegmentedOptions::default().lag(1);
/// let result = interrupted_series(&days, &time, 5.0, &options)?;
/// assert!((result.level_change.estimate - -5.4).abs() < 1e-12);
/// assert!(result.effects[0].effect.ci.high < 0.0);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Wagner et al. (2002); Bernal, Cummins and Gasparrini (2017); Newey and West (1987).
#[doc(alias = "ITS")]
pub fn interrupted_series(
    values: &[f64],
    times: &[f64],
    start: f64,
    options: &SegmentedOptions,
) -> Result<InterruptedSeries, StatsError> {
    let course = Course::new(values, times, start, options)?;
    let slices: Vec<&[f64]> = course.columns.iter().map(Vec::as_slice).collect();
    let model = LinearModel::fit(&slices, values)?;
    let lag = options.lag.unwrap_or_else(|| usual_lag(model.n_used()));
    let inference = model.newey_west(lag, options.small_sample)?;
    let level = options.level;
    let table = inference.coefficients(level)?;
    let ols = model.classical()?.coefficients(level)?;
    let residuals = model.residuals();
    let n = residuals.len();
    let small = Warning::SmallSample { n, advised: 24 };
    Ok(InterruptedSeries {
        basis: Basis {
            n_input: values.len(),
            ..inference.basis(level)
        }
        .warn_if(n < 24, small),
        level_before: table.coefficients[0],
        slope_before: table.coefficients[1],
        level_change: table.coefficients[2],
        slope_change: table.coefficients[3],
        se_ols: std::array::from_fn(|j| ols.coefficients[j].se),
        lag,
        durbin_watson: durbin_watson(&residuals)?,
        sigma: model.sigma(),
        r_squared: model.r_squared().unwrap_or(0.0),
        df_residual: model.df_residual(),
        n_coefficients: slices.len(),
        effects: course.effects(&inference, options)?,
        mean_effect: course.mean_effect(&inference, options)?,
        after: course.after(&model.estimates()),
    })
}

/// Rule of thumb for the lag (Newey and West 1994).
pub(super) fn usual_lag(n: usize) -> usize {
    (4.0 * libm::pow(n as f64 / 100.0, 2.0 / 9.0)) as usize
}

/// Design of the segmented regression.
pub(super) struct Course {
    pub(super) columns: Vec<Vec<f64>>,
    /// Rows from the start on whose value is present.
    pub(super) rows_after: Vec<usize>,
    pub(super) times: Vec<f64>,
    pub(super) start: f64,
}

impl Course {
    pub(super) fn new(
        values: &[f64],
        times: &[f64],
        start: f64,
        options: &SegmentedOptions,
    ) -> Result<Self, StatsError> {
        check(values, times, start)?;
        let present = |after: bool| {
            let rows = 0..values.len();
            rows.filter(|i| !values[*i].is_nan() && (times[*i] >= start) == after)
                .collect::<Vec<_>>()
        };
        let rows_after = present(true);
        at_least(2, rows_after.len().min(present(false).len()))?;
        let after = |value: &dyn Fn(f64) -> f64| -> Vec<f64> {
            let cell = |t: &f64| if *t >= start { value(*t) } else { 0.0 };
            times.iter().map(cell).collect()
        };
        let mut columns = vec![
            intercept(times.len()),
            times.to_vec(),
            after(&|_| 1.0),
            after(&|t| t - start),
        ];
        if !options.seasons.is_empty() {
            same_length(values.len(), options.seasons.len())?;
            columns.extend(dummies(&options.seasons));
        }
        Ok(Self {
            columns,
            rows_after,
            times: times.to_vec(),
            start,
        })
    }

    /// Weights of the effect at a time.
    fn weights(&self, time: f64) -> Vec<f64> {
        let mut weights = vec![0.0; self.columns.len()];
        weights[2] = 1.0;
        weights[3] = time - self.start;
        weights
    }

    fn effects(
        &self,
        inference: &Inference<'_>,
        options: &SegmentedOptions,
    ) -> Result<Vec<HorizonEffect>, StatsError> {
        let last = self.times.last().copied().unwrap_or(self.start);
        let horizons = if options.horizons.is_empty() {
            vec![last]
        } else {
            options.horizons.clone()
        };
        let effect = |time: f64| {
            if !(self.start..f64::INFINITY).contains(&time) {
                let high = f64::INFINITY;
                return Err(StatsError::parameter("horizons", time, self.start, high));
            }
            let effect = inference.contrast(&self.weights(time), options.level)?;
            Ok(HorizonEffect { time, effect })
        };
        horizons.into_iter().map(effect).collect()
    }

    pub(super) fn mean_effect(
        &self,
        inference: &Inference<'_>,
        options: &SegmentedOptions,
    ) -> Result<Coefficient, StatsError> {
        let n = self.rows_after.len() as f64;
        let since = self.rows_after.iter().map(|i| self.times[*i] - self.start);
        let middle = since.map(|t| t / n).sum::<f64>();
        inference.contrast(&self.weights(self.start + middle), options.level)
    }

    fn after(&self, estimates: &[f64]) -> Vec<AfterPoint> {
        let point = |i: &usize| {
            let cells = self.columns.iter().zip(estimates);
            let fitted: f64 = cells.map(|(column, b)| column[*i] * b).sum();
            let effect = estimates[2] + estimates[3] * (self.times[*i] - self.start);
            AfterPoint {
                time: self.times[*i],
                fitted,
                counterfactual: fitted - effect,
            }
        };
        self.rows_after.iter().map(point).collect()
    }
}

fn check(values: &[f64], times: &[f64], start: f64) -> Result<(), StatsError> {
    same_length(values.len(), times.len())?;
    refuse_infinite("values", values)?;
    if let Some(index) = times.iter().position(|t| !t.is_finite()) {
        return Err(StatsError::NotFinite {
            argument: "times",
            index,
        });
    }
    if !start.is_finite() {
        let (low, high) = (f64::MIN, f64::MAX);
        return Err(StatsError::parameter("start", start, low, high));
    }
    if times.windows(2).any(|pair| pair[1] <= pair[0]) {
        return Err(StatsError::Undefined {
            what: "an interrupted series",
            why: "times must increase",
        });
    }
    Ok(())
}
