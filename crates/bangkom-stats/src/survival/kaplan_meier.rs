use serde::{Deserialize, Serialize};

use super::observed::observed;
use super::step::steps;
use super::{RestrictedMean, SurvivalInterval, SurvivalOptions, SurvivalStep};
use crate::StatsError;
use crate::basis::{Basis, Interval, Method, Warning};
use crate::distributions::raw::normal;

/// Result of [`kaplan_meier`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KaplanMeier {
    /// Cases given and used.
    pub basis: Basis,
    /// Cases that ended.
    pub n_events: usize,
    /// One entry for each time with an event.
    pub steps: Vec<SurvivalStep>,
    /// First time at which half or fewer are open; `None` when more stay open.
    pub median: Option<f64>,
    /// Confidence interval of the median, open above when the curve does not come down far enough;
    /// `None` when not even its lower end is reached.
    pub median_ci: Option<Interval>,
    /// Mean time up to the limit.
    pub restricted_mean: RestrictedMean,
}

/// Share still open after every time, with open cases counted as long as they were followed.
///
/// # Formula
///
/// ```text
/// S(t) = product over event times u <= t of (1 - d_u / n_u)
/// variance of S = S^2 sum d / (n (n - d))
/// median: first t with S(t) <= 1/2; its interval: first t at which each end of the interval of S
/// is <= 1/2
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`]; [`StatsError::NotFinite`]; [`StatsError::OutOfRange`] for a
/// negative time or `tau` below zero; [`StatsError::TooFew`] without cases.
///
/// # Examples
///
/// ```
/// use bangkom_stats::survival::{SurvivalOptions, kaplan_meier};
///
/// let days = [2.0, 3.0, 3.0, 5.0, 8.0];
/// let closed = [true, true, false, true, false];
/// let curve = kaplan_meier(&days, &closed, &SurvivalOptions::default())?;
/// assert_eq!(curve.median, Some(5.0));
/// assert!((curve.steps[2].survival - 0.3).abs() < 1e-15);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Kaplan and Meier (1958); Greenwood (1926); Brookmeyer and Crowley (1982) for the median.
pub fn kaplan_meier(
    times: &[f64],
    events: &[bool],
    options: &SurvivalOptions,
) -> Result<KaplanMeier, StatsError> {
    let cases = observed(times, events, None)?;
    let last = cases.last().map_or(0.0, |case| case.time);
    let tau = options.tau.unwrap_or(last);
    if !(0.0..f64::INFINITY).contains(&tau) {
        return Err(StatsError::parameter("tau", tau, 0.0, f64::INFINITY));
    }
    let deviate = -normal::quantile(options.level.tail());
    let steps = steps(&cases, options.interval, deviate);
    let n_events = cases.iter().filter(|case| case.event).count();
    let few = Warning::SmallSample {
        n: n_events,
        advised: 10,
    };
    Ok(KaplanMeier {
        basis: Basis::new(method(options.interval), times.len(), cases.len())
            .level(options.level)
            .warn_if(n_events < 10, few),
        n_events,
        median: first(&steps, |step| step.survival),
        median_ci: first(&steps, |step| step.ci.low).map(|low| Interval {
            low,
            high: first(&steps, |step| step.ci.high).unwrap_or(f64::INFINITY),
        }),
        restricted_mean: RestrictedMean::of(&steps, tau, deviate),
        steps,
    })
}

/// First time at which the curve is at one half or below, but for rounding.
fn first(steps: &[SurvivalStep], curve: impl Fn(&SurvivalStep) -> f64) -> Option<f64> {
    let half = 0.5 * (1.0 + 1e-12);
    let step = steps.iter().find(|step| curve(step) <= half)?;
    Some(step.time)
}

const fn method(interval: SurvivalInterval) -> Method {
    match interval {
        SurvivalInterval::Plain => Method::new("kaplan_meier, plain"),
        SurvivalInterval::Log => Method::new("kaplan_meier, log"),
        SurvivalInterval::LogLog => Method::new("kaplan_meier, log_log"),
    }
}
