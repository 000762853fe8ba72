use serde::{Deserialize, Serialize};

use super::segmented::{Course, usual_lag};
use super::{AfterPoint, SegmentedOptions};
use crate::StatsError;
use crate::basis::{Basis, Interval, Method, Warning};
use crate::distributions::raw::chi_squared;
use crate::p_value::never_zero;
use crate::regression::{Coefficient, Inference, LinearModel};
use crate::sample::same_length;

/// Steps after which the fit ends in any case.
const STEPS: usize = 60;

/// Logarithm of a rate ratio beyond which the course leaves every count that can be.
const FAR: f64 = 60.0;

/// Result of [`interrupted_counts`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterruptedCounts {
    /// Counts given and used, and the standard errors behind all tests.
    pub basis: Basis,
    /// Ratio of rates one unit of time apart, before the interruption.
    pub slope_before: RateFactor,
    /// Ratio of the rate at the start to what the course before leads to.
    pub level_change: RateFactor,
    /// Ratio of the slopes after and before.
    pub slope_change: RateFactor,
    /// Ratio to the course before, at the mean observed time from the start on.
    pub mean_effect: RateFactor,
    /// Pearson's statistic by its degrees of freedom: 1 for independent events, above for waves.
    pub dispersion: f64,
    /// Its p-value under independent events, one-sided.
    pub dispersion_p: f64,
    /// Steps over which residuals may be related.
    pub lag: usize,
    /// Residual degrees of freedom.
    pub df_residual: usize,
    /// Observed times from the start on, in counts.
    pub after: Vec<AfterPoint>,
}

/// A ratio of rates with its test against 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateFactor {
    /// The ratio.
    pub ratio: f64,
    /// Its interval.
    pub ci: Interval,
    /// Its two-sided p-value.
    pub p: f64,
    /// Its logarithm, with error and degrees of freedom.
    pub ln: Coefficient,
}

impl RateFactor {
    /// The ratio whose logarithm is estimated.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::ConfidenceLevel;
    /// use bangkom_stats::regression::{LinearModel, intercept};
    /// use bangkom_stats::series::RateFactor;
    ///
    /// let model = LinearModel::fit(&[&intercept(3)], &[0.0, 0.6, 0.9])?;
    /// let mean = model.classical()?.coefficients(ConfidenceLevel::default())?.coefficients[0];
    /// assert!((RateFactor::of(mean).ratio - 0.5_f64.exp()).abs() < 1e-12);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn of(ln: Coefficient) -> Self {
        Self {
            ratio: libm::exp(ln.estimate),
            ci: Interval {
                low: libm::exp(ln.ci.low),
                high: libm::exp(ln.ci.high),
            },
            p: ln.p,
            ln,
        }
    }
}

/// Segmented log-linear regression of counts that something interrupts at a known time.
///
/// `exposures` is what each count could have happened to; `start` the first time after. Points
/// must be in order of time. The means are those of a Poisson regression; errors allow for counts
/// that come in waves and for points that are related to those before them, so events need not be
/// independent.
///
/// # Formula
///
/// ```text
/// ln E(y) = ln exposure + b0 + b1 t + b2 D + b3 (t - start) D + seasons, D = 1 from start on
/// errors: Newey-West over the scores x (y - mu), t with n - k degrees of freedom
/// dispersion = sum (y - mu)^2 / mu / (n - k)
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`]; [`StatsError::OutOfRange`] for an exposure that is not positive
/// or a lag; [`StatsError::NotFinite`]; [`StatsError::TooFew`] below two points before or after
/// the start; [`StatsError::Undefined`] unless times increase, and where no finite course fits,
/// such as when nothing was counted on one side; [`StatsError::Degenerate`] when seasons cannot be
/// told from the course; [`StatsError::NoVariation`] for an exact fit.
///
/// # Examples
///
/// ```
/// use bangkom_stats::series::{SegmentedOptions, interrupted_counts};
///
/// let time = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0];
/// let complaints = [40, 44, 38, 42, 41, 20, 22, 19, 21, 18];
/// let options = SegmentedOptions::default().lag(1);
/// let result = interrupted_counts(&complaints, &[100.0; 10], &time, 6.0, &options)?;
/// assert!(result.mean_effect.ci.high < 0.6 && result.dispersion < 1.0);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Bernal, Cummins and Gasparrini (2017); `McCullagh` and Nelder (1989), quasi-likelihood; Newey and
/// West (1987).
pub fn interrupted_counts(
    counts: &[u64],
    exposures: &[f64],
    times: &[f64],
    start: f64,
    options: &SegmentedOptions,
) -> Result<InterruptedCounts, StatsError> {
    same_length(counts.len(), exposures.len())?;
    if let Some(index) = exposures
        .iter()
        .position(|it| !(*it > 0.0 && it.is_finite()))
    {
        return Err(StatsError::OutOfRange {
            argument: "exposures",
            index: Some(index),
            value: exposures[index],
            low: f64::MIN_POSITIVE,
            high: f64::MAX,
        });
    }
    let values: Vec<f64> = counts.iter().map(|count| *count as f64).collect();
    let course = Course::new(&values, times, start, options)?;
    let fit = Fit::of(&values, exposures, &course)?;
    let lag = options.lag.unwrap_or_else(|| usual_lag(values.len()));
    let inference = fit.model.newey_west(lag, options.small_sample)?;
    let level = options.level;
    let table = inference.coefficients(level)?.coefficients;
    let df = fit.model.df_residual();
    let pearson = fit.model.rss();
    let n = values.len();
    Ok(InterruptedCounts {
        basis: Basis {
            n_input: n,
            ..named(&inference, level)
        }
        .warn_if(n < 24, Warning::SmallSample { n, advised: 24 }),
        slope_before: RateFactor::of(table[1]),
        level_change: RateFactor::of(table[2]),
        slope_change: RateFactor::of(table[3]),
        mean_effect: RateFactor::of(course.mean_effect(&inference, options)?),
        dispersion: pearson / df as f64,
        dispersion_p: never_zero(chi_squared::sf(pearson, df as f64)),
        lag,
        df_residual: df,
        after: fit.after(&course),
    })
}

fn named(inference: &Inference<'_>, level: crate::ConfidenceLevel) -> Basis {
    Basis {
        method: Method::new("poisson, newey_west"),
        ..inference.basis(level)
    }
}

/// A Poisson regression as the weighted least squares of its last step.
struct Fit {
    model: LinearModel,
    means: Vec<f64>,
}

impl Fit {
    /// Iteratively reweighted least squares.
    fn of(counts: &[f64], exposures: &[f64], course: &Course) -> Result<Self, StatsError> {
        let none = StatsError::Undefined {
            what: "a course of counts",
            why: "no finite course fits, such as when nothing was counted on one side",
        };
        let (n, total) = (counts.len() as f64, counts.iter().sum::<f64>());
        let rate = total / exposures.iter().sum::<f64>();
        if total == 0.0 {
            return Err(none);
        }
        // Means that start near the counts lead to the fit from anywhere.
        let started = counts.iter().zip(exposures);
        let mut means: Vec<f64> = started
            .map(|(count, exposure)| 0.9 * count + 0.1 * rate * exposure)
            .collect();
        let mut deviance = f64::INFINITY;
        for _ in 0..STEPS {
            let model = weighted(counts, exposures, &means, course)?;
            let estimates = model.estimates();
            if estimates.iter().any(|b| !b.is_finite()) {
                return Err(none);
            }
            let next = expected(&estimates, exposures, course);
            let now = deviance_of(counts, &next);
            let settled = (deviance - now).abs() <= 1e-12 * (1.0 + now.abs());
            means = next;
            deviance = now;
            let far = estimates[2].abs() > FAR || means.iter().any(|mean| *mean < 1e-9 * total / n);
            if far || !deviance.is_finite() {
                return Err(none);
            }
            if settled {
                let model = weighted(counts, exposures, &means, course)?;
                return Ok(Self { model, means });
            }
        }
        Err(none)
    }

    fn after(&self, course: &Course) -> Vec<AfterPoint> {
        let estimates = self.model.estimates();
        let point = |at: &usize| {
            let time = course.times[*at];
            let effect = estimates[2] + estimates[3] * (time - course.start);
            AfterPoint {
                time,
                fitted: self.means[*at],
                counterfactual: self.means[*at] * libm::exp(-effect),
            }
        };
        course.rows_after.iter().map(point).collect()
    }
}

/// The least squares of one step: residuals are Pearson's, `(y - mu) / sqrt mu`.
fn weighted(
    counts: &[f64],
    exposures: &[f64],
    means: &[f64],
    course: &Course,
) -> Result<LinearModel, StatsError> {
    let roots: Vec<f64> = means.iter().map(|mean| mean.sqrt()).collect();
    let scale = |column: &Vec<f64>| -> Vec<f64> {
        let cells = column.iter().zip(&roots);
        cells.map(|(cell, root)| cell * root).collect()
    };
    let columns: Vec<Vec<f64>> = course.columns.iter().map(scale).collect();
    let rows = counts.iter().zip(exposures).zip(means).zip(&roots);
    let working: Vec<f64> = rows
        .map(|(((count, exposure), mean), root)| {
            root * (libm::log(mean / exposure) + (count - mean) / mean)
        })
        .collect();
    let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    LinearModel::fit(&slices, &working)
}

fn expected(estimates: &[f64], exposures: &[f64], course: &Course) -> Vec<f64> {
    let mean = |(at, exposure): (usize, &f64)| {
        let cells = course.columns.iter().zip(estimates);
        exposure * libm::exp(cells.map(|(column, b)| column[at] * b).sum::<f64>())
    };
    exposures.iter().enumerate().map(mean).collect()
}

fn deviance_of(counts: &[f64], means: &[f64]) -> f64 {
    let part = |(count, mean): (&f64, &f64)| {
        let ratio = if *count > 0.0 {
            count * libm::log(count / mean)
        } else {
            0.0
        };
        2.0 * (ratio - (count - mean))
    };
    counts.iter().zip(means).map(part).sum()
}
