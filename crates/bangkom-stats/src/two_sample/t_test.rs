use serde::{Deserialize, Serialize};

use super::Samples;
use crate::t_statistic::TStatistic;
use crate::{Basis, Interval, Method, StatsError, TestOptions};

/// Result of a two-sample t test; means, deviations and the interval are in score units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TwoSampleT {
    /// Counts, direction, level, warnings.
    pub basis: Basis,
    /// Values used of the first sample.
    pub n_first: usize,
    /// Values used of the second sample.
    pub n_second: usize,
    /// Mean of the second sample minus mean of the first.
    pub mean_diff: f64,
    /// Standard error of the difference.
    pub se: f64,
    /// Test statistic.
    pub t: f64,
    /// Degrees of freedom, fractional for Welch.
    pub df: f64,
    /// p-value against a difference in either direction.
    pub p_two: f64,
    /// p-value against a greater second mean.
    pub p_greater: f64,
    /// p-value against a smaller second mean.
    pub p_less: f64,
    /// Interval of the difference; one-sided when the alternative is.
    pub ci: Interval,
}

impl TwoSampleT {
    /// The p-value of the alternative that was asked for.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::{TestOptions, two_sample};
    ///
    /// let test = two_sample::welch(&[1.0, 2.0, 4.0], &[2.0, 4.0, 5.0], &TestOptions::default())?;
    /// assert_eq!(test.p(), test.p_two);
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn p(&self) -> f64 {
        self.basis
            .alternative
            .pick(self.p_two, self.p_greater, self.p_less)
    }
}

/// Two-sample t test that does not assume equal variances.
///
/// # Formula
///
/// ```text
/// v_i = s_i^2 / n_i,  t = (mean_2 - mean_1) / sqrt(v_1 + v_2)
/// df = (v_1 + v_2)^2 / (v_1^2 / (n_1 - 1) + v_2^2 / (n_2 - 1))
/// ```
///
/// # Errors
///
/// [`StatsError::NotFinite`], [`StatsError::TooFew`] below two values a sample,
/// [`StatsError::NoVariation`] when both samples are constant.
///
/// # Examples
///
/// ```
/// use bangkom_stats::{TestOptions, two_sample};
///
/// let test = two_sample::welch(&[1.0, 2.0, 3.0], &[4.0, 6.0, 8.0], &TestOptions::default())?;
/// assert_eq!(test.mean_diff, 4.0);
/// assert!((test.df - 2.941).abs() < 5e-4);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Welch (1947), "The generalization of 'Student's' problem".
#[doc(alias = "welch_t")]
pub fn welch(
    first: &[f64],
    second: &[f64],
    options: &TestOptions,
) -> Result<TwoSampleT, StatsError> {
    let samples = Samples::new(first, second, 2)?;
    result(
        &samples,
        Method::new("two_sample_t, welch"),
        samples.welch(),
        options,
    )
}

/// Two-sample t test with a pooled variance.
///
/// # Formula
///
/// ```text
/// s^2 = ((n_1 - 1) s_1^2 + (n_2 - 1) s_2^2) / (n_1 + n_2 - 2)
/// t = (mean_2 - mean_1) / (s sqrt(1/n_1 + 1/n_2)),  df = n_1 + n_2 - 2
/// ```
///
/// # Errors
///
/// As [`welch`].
///
/// # Examples
///
/// ```
/// use bangkom_stats::{TestOptions, two_sample};
///
/// let test = two_sample::student(&[1.0, 2.0, 3.0], &[4.0, 6.0, 8.0], &TestOptions::default())?;
/// assert_eq!(test.df, 4.0);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Student (1908); Fisher (1925).
#[doc(alias = "student_t")]
pub fn student(
    first: &[f64],
    second: &[f64],
    options: &TestOptions,
) -> Result<TwoSampleT, StatsError> {
    let samples = Samples::new(first, second, 2)?;
    result(
        &samples,
        Method::new("two_sample_t, student"),
        samples.student(),
        options,
    )
}

fn result(
    samples: &Samples,
    method: Method,
    (se, df): (f64, f64),
    options: &TestOptions,
) -> Result<TwoSampleT, StatsError> {
    if samples.sds() == (0.0, 0.0) {
        return Err(StatsError::NoVariation {
            what: "values within the samples",
        });
    }
    let mean_diff = samples.mean_difference();
    let statistic = TStatistic::new(mean_diff, se, df, options)?;
    Ok(TwoSampleT {
        basis: samples
            .basis(method)
            .alternative(options.alternative)
            .level(options.level),
        n_first: samples.first.len(),
        n_second: samples.second.len(),
        mean_diff,
        se,
        t: statistic.t,
        df,
        p_two: statistic.p_two,
        p_greater: statistic.p_greater,
        p_less: statistic.p_less,
        ci: statistic.ci,
    })
}
