use serde::{Deserialize, Serialize};

use super::{EquivalenceDecision, Samples};
use crate::distributions::raw::student_t;
use crate::p_value::never_zero;
use crate::sample::representable;
use crate::t_statistic::interval;
use crate::{Basis, ConfidenceLevel, Interval, Method, StatsError, TestOptions};

/// The region of no importance and the error rate of an equivalence test.
///
/// # Examples
///
/// ```
/// use bangkom_stats::two_sample::EquivalenceOptions;
///
/// let options = EquivalenceOptions::new(-2.0, 2.0)?.alpha(0.01)?;
/// assert_eq!(options.bounds().high, 2.0);
/// assert!(EquivalenceOptions::new(2.0, -2.0).is_err());
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EquivalenceOptions {
    bounds: Interval,
    alpha: f64,
}

impl EquivalenceOptions {
    /// A region in score units, at an error rate of 5 %.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::two_sample::EquivalenceOptions;
    ///
    /// assert!(EquivalenceOptions::new(-1.0, 1.0).is_ok());
    /// ```
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`] unless both bounds are finite and `low < high`.
    pub fn new(low: f64, high: f64) -> Result<Self, StatsError> {
        if !low.is_finite() {
            return Err(StatsError::parameter("low", low, f64::MIN, f64::MAX));
        }
        if !high.is_finite() || high <= low {
            return Err(StatsError::parameter("high", high, low, f64::MAX));
        }
        Ok(Self {
            bounds: Interval { low, high },
            alpha: 0.05,
        })
    }

    /// Sets the error rate of each one-sided test.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::two_sample::EquivalenceOptions;
    ///
    /// assert!(EquivalenceOptions::new(-1.0, 1.0)?.alpha(0.6).is_err());
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`] unless `0 < alpha < 0.5`.
    pub fn alpha(self, alpha: f64) -> Result<Self, StatsError> {
        if alpha > 0.0 && alpha < 0.5 {
            Ok(Self { alpha, ..self })
        } else {
            Err(StatsError::parameter("alpha", alpha, 0.0, 0.5))
        }
    }

    /// The region.
    pub const fn bounds(&self) -> Interval {
        self.bounds
    }
}

/// Result of two one-sided tests; differences and bounds are in score units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Equivalence {
    /// Counts, level of the interval (1 - 2 alpha), warnings.
    pub basis: Basis,
    /// The region of no importance.
    pub bounds: Interval,
    /// Estimated difference.
    pub mean_diff: f64,
    /// Standard error of the difference.
    pub se: f64,
    /// Degrees of freedom.
    pub df: f64,
    /// Statistic against the lower bound.
    pub t_low: f64,
    /// Statistic against the upper bound.
    pub t_high: f64,
    /// p-value of "the difference is above the lower bound".
    pub p_low: f64,
    /// p-value of "the difference is below the upper bound".
    pub p_high: f64,
    /// The larger of both: the p-value of equivalence.
    pub p: f64,
    /// Interval of the difference at level 1 - 2 alpha.
    pub ci: Interval,
    /// What this test and the two-sided test against zero say together, both at alpha.
    pub decision: EquivalenceDecision,
}

impl Equivalence {
    pub(crate) fn new(
        basis: Basis,
        mean_diff: f64,
        se: f64,
        df: f64,
        options: &EquivalenceOptions,
    ) -> Result<Self, StatsError> {
        let Interval { low, high } = options.bounds;
        let (t_low, t_high) = ((mean_diff - low) / se, (mean_diff - high) / se);
        representable("the t statistic", &[mean_diff, se, t_low, t_high, df])?;
        let (p_low, p_high) = (student_t::sf(t_low, df), student_t::cdf(t_high, df));
        let (p_low, p_high) = (never_zero(p_low), never_zero(p_high));
        let level = ConfidenceLevel::new(1.0 - 2.0 * options.alpha).unwrap_or_default();
        let test = TestOptions::default().level(level);
        let p = p_low.max(p_high);
        let differs = 2.0 * student_t::sf((mean_diff / se).abs(), df) < options.alpha;
        Ok(Self {
            basis: basis.level(level),
            bounds: options.bounds,
            mean_diff,
            se,
            df,
            t_low,
            t_high,
            p_low,
            p_high,
            p,
            ci: interval(mean_diff, se, df, &test),
            decision: EquivalenceDecision::new(p < options.alpha, differs),
        })
    }
}

/// Equivalence of two independent means by two one-sided Welch tests.
///
/// # Formula
///
/// ```text
/// t_low = (diff - low) / se,  t_high = (diff - high) / se,  se and df as in Welch's test
/// p = max(P(T > t_low), P(T < t_high));  interval at level 1 - 2 alpha
/// ```
///
/// # Errors
///
/// As [`welch`](super::welch).
///
/// # Examples
///
/// ```
/// use bangkom_stats::two_sample::{EquivalenceOptions, equivalence};
///
/// let (first, second) = ([5.0, 6.0, 7.0, 6.0, 5.0], [6.0, 5.0, 7.0, 6.0, 5.5]);
/// let test = equivalence(&first, &second, &EquivalenceOptions::new(-2.0, 2.0)?)?;
/// assert!(test.decision.is_equivalent());
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Schuirmann (1987); Lakens (2017), "Equivalence tests".
#[doc(alias = "TOST")]
pub fn equivalence(
    first: &[f64],
    second: &[f64],
    options: &EquivalenceOptions,
) -> Result<Equivalence, StatsError> {
    let samples = Samples::new(first, second, 2)?;
    if samples.sds() == (0.0, 0.0) {
        return Err(StatsError::NoVariation {
            what: "values within the samples",
        });
    }
    let basis = samples.basis(Method::new("equivalence, two_sample"));
    let (se, df) = samples.welch();
    Equivalence::new(basis, samples.mean_difference(), se, df, options)
}
