use crate::{Basis, Method, Moments, StatsError, sample};

/// The present values of two samples and their moments.
#[derive(Debug, Clone)]
pub(crate) struct Samples {
    n_input: usize,
    pub(crate) first: Vec<f64>,
    pub(crate) second: Vec<f64>,
    pub(crate) first_moments: Moments,
    pub(crate) second_moments: Moments,
}

impl Samples {
    pub(crate) fn new(first: &[f64], second: &[f64], needed: usize) -> Result<Self, StatsError> {
        let n_input = first.len() + second.len();
        let first = sample::present("first", first, needed)?;
        let second = sample::present("second", second, needed)?;
        let (first_moments, second_moments) = (Moments::of(&first), Moments::of(&second));
        Ok(Self {
            n_input,
            first,
            second,
            first_moments,
            second_moments,
        })
    }

    pub(crate) fn basis(&self, method: Method) -> Basis {
        Basis::new(method, self.n_input, self.first.len() + self.second.len())
    }

    /// Sizes of both samples.
    pub(crate) fn sizes(&self) -> (f64, f64) {
        (self.first.len() as f64, self.second.len() as f64)
    }

    /// Standard deviations of both samples.
    pub(crate) fn sds(&self) -> (f64, f64) {
        let sd = |moments: &Moments| moments.sd().unwrap_or_default();
        (sd(&self.first_moments), sd(&self.second_moments))
    }

    /// Second mean minus first.
    pub(crate) fn mean_difference(&self) -> f64 {
        let mean = |moments: &Moments| moments.mean().unwrap_or_default();
        mean(&self.second_moments) - mean(&self.first_moments)
    }

    /// Standard deviation within the samples, pooled.
    pub(crate) fn pooled_sd(&self) -> f64 {
        let ((n1, n2), (s1, s2)) = (self.sizes(), self.sds());
        let df = n1 + n2 - 2.0;
        (s1 * ((n1 - 1.0) / df).sqrt()).hypot(s2 * ((n2 - 1.0) / df).sqrt())
    }

    /// Standard error of the difference and degrees of freedom, variances not assumed equal.
    pub(crate) fn welch(&self) -> (f64, f64) {
        let ((n1, n2), (s1, s2)) = (self.sizes(), self.sds());
        let (e1, e2) = (s1 / n1.sqrt(), s2 / n2.sqrt());
        let se = e1.hypot(e2);
        // Shares of the variance, so that nothing is raised to the fourth power.
        let (w1, w2) = ((e1 / se) * (e1 / se), (e2 / se) * (e2 / se));
        (se, 1.0 / (w1 * w1 / (n1 - 1.0) + w2 * w2 / (n2 - 1.0)))
    }

    /// Standard error of the difference and degrees of freedom with a pooled variance.
    pub(crate) fn student(&self) -> (f64, f64) {
        let (n1, n2) = self.sizes();
        (
            self.pooled_sd() * (1.0 / n1 + 1.0 / n2).sqrt(),
            n1 + n2 - 2.0,
        )
    }
}
