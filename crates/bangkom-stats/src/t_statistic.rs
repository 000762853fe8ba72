use crate::distributions::raw::student_t;
use crate::p_value::never_zero;
use crate::sample::representable;
use crate::{Alternative, Interval, StatsError, TestOptions};

/// Tail probabilities and interval of an estimate divided by its standard error.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TStatistic {
    pub(crate) t: f64,
    pub(crate) p_two: f64,
    pub(crate) p_greater: f64,
    pub(crate) p_less: f64,
    pub(crate) ci: Interval,
}

impl TStatistic {
    /// Fails when the estimate, its error or their ratio leaves the range of a double.
    pub(crate) fn new(
        estimate: f64,
        se: f64,
        df: f64,
        options: &TestOptions,
    ) -> Result<Self, StatsError> {
        let t = estimate / se;
        representable("the t statistic", &[estimate, se, t, df])?;
        Ok(Self {
            t,
            p_two: never_zero(student_t::two_sided(t, df)),
            p_greater: never_zero(student_t::sf(t, df)),
            p_less: never_zero(student_t::cdf(t, df)),
            ci: interval(estimate, se, df, options),
        })
    }
}

/// Two-sided, or open on the side that a one-sided test does not bound.
pub(crate) fn interval(estimate: f64, se: f64, df: f64, options: &TestOptions) -> Interval {
    let reach = |tail: f64| -student_t::quantile(tail, df) * se;
    match options.alternative {
        Alternative::TwoSided => {
            let reach = reach(options.level.tail());
            Interval {
                low: estimate - reach,
                high: estimate + reach,
            }
        }
        Alternative::Greater => Interval {
            low: estimate - reach(options.level.alpha()),
            high: f64::INFINITY,
        },
        Alternative::Less => Interval {
            low: f64::NEG_INFINITY,
            high: estimate + reach(options.level.alpha()),
        },
    }
}
