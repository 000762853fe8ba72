use serde::{Deserialize, Serialize};

use super::SurvivalInterval;
use super::observed::{Observed, moments};
use crate::basis::Interval;

/// The survival curve from one event time to the next.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurvivalStep {
    /// Time of the events, in the unit of the times.
    pub time: f64,
    /// Cases followed up to this time.
    pub at_risk: usize,
    /// Cases that ended at this time.
    pub events: usize,
    /// Share still open just after, 0..1.
    pub survival: f64,
    /// Standard error of the share, after Greenwood; zero once the share is zero.
    pub se: f64,
    /// Confidence interval of the share; once the share is zero, from zero to the last upper end.
    pub ci: Interval,
}

/// One entry for each time with an event.
pub(super) fn steps(
    cases: &[Observed],
    interval: SurvivalInterval,
    deviate: f64,
) -> Vec<SurvivalStep> {
    let (mut survival, mut greenwood) = (1.0, 0.0);
    let mut steps = Vec::new();
    for (together, at_risk) in moments(cases) {
        let events = together.iter().filter(|case| case.event).count();
        if events == 0 {
            continue;
        }
        let (d, n) = (events as f64, at_risk as f64);
        survival *= (n - d) / n;
        if at_risk > events {
            greenwood += d / (n * (n - d));
        }
        let relative = greenwood.sqrt();
        let ci = if at_risk > events {
            interval.around(survival, relative, deviate)
        } else {
            // Nobody is left, so Greenwood has no variance: the last upper end stays.
            let high = steps.last().map_or(1.0, |step: &SurvivalStep| step.ci.high);
            Interval { low: 0.0, high }
        };
        steps.push(SurvivalStep {
            time: together[0].time,
            at_risk,
            events,
            survival,
            se: survival * relative,
            ci,
        });
    }
    steps
}

impl SurvivalInterval {
    /// `relative` is the standard error of the logarithm of the share.
    fn around(self, survival: f64, relative: f64, deviate: f64) -> Interval {
        let reach = deviate * relative;
        match self {
            Self::Plain => Interval {
                low: (survival - survival * reach).max(0.0),
                high: (survival + survival * reach).min(1.0),
            },
            Self::Log => Interval {
                low: survival * libm::exp(-reach),
                high: (survival * libm::exp(reach)).min(1.0),
            },
            Self::LogLog => {
                let ln = libm::log(survival);
                Interval {
                    low: libm::exp(ln * libm::exp(-reach / ln)),
                    high: libm::exp(ln * libm::exp(reach / ln)),
                }
            }
        }
    }
}
