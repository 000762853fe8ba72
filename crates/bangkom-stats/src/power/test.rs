//! A t test with given degrees of freedom, seen by its noncentrality.

use super::PowerOptions;
use crate::distributions::raw::{noncentral_t, student_t};
use crate::{Alternative, StatsError};

/// Noncentrality beyond which power is one or zero to the last digit.
const FAR: f64 = 1e100;

/// A t test that rejects beyond its critical value.
pub(super) struct Test {
    df: f64,
    critical: f64,
    alternative: Alternative,
}

impl Test {
    /// The test of a checked level with `df` degrees of freedom.
    pub(super) fn new(df: f64, options: &PowerOptions) -> Self {
        let tail = match options.alternative {
            Alternative::TwoSided => options.alpha / 2.0,
            Alternative::Greater | Alternative::Less => options.alpha,
        };
        Self {
            df,
            critical: -student_t::quantile(tail, df),
            alternative: options.alternative,
        }
    }

    /// Probability to reject when the noncentrality is `ncp`.
    pub(super) fn power(&self, ncp: f64) -> f64 {
        let ncp = ncp.clamp(-FAR, FAR);
        let above = || noncentral_t::sf(self.critical, self.df, ncp);
        let below = || noncentral_t::cdf(-self.critical, self.df, ncp);
        match self.alternative {
            Alternative::TwoSided => (above() + below()).min(1.0),
            Alternative::Greater => above(),
            Alternative::Less => below(),
        }
    }

    /// Noncentrality, in the direction of the test, at which it has the power.
    pub(super) fn noncentrality(&self, power: f64) -> f64 {
        // One tail alone needs no less than both.
        let one_tail = noncentral_t::ncp_at(self.critical, self.df, power);
        match self.alternative {
            Alternative::Greater => one_tail,
            Alternative::Less => -one_tail,
            Alternative::TwoSided => self.both_tails(power, one_tail.max(0.0)),
        }
    }

    fn both_tails(&self, power: f64, mut high: f64) -> f64 {
        let mut low = 0.0;
        for _ in 0..200 {
            let middle = f64::midpoint(low, high);
            if middle <= low || middle >= high {
                break;
            }
            if self.power(middle) < power {
                low = middle;
            } else {
                high = middle;
            }
        }
        high
    }
}

/// A finite standardised effect.
pub(super) fn finite(argument: &'static str, effect: f64) -> Result<f64, StatsError> {
    if effect.is_finite() {
        return Ok(effect);
    }
    Err(StatsError::parameter(argument, effect, f64::MIN, f64::MAX))
}
