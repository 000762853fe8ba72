use crate::StatsError;

/// Scale of the Cauchy prior of the standardised effect.
///
/// # Examples
///
/// ```
/// use bangkom_stats::bayes::BayesOptions;
///
/// assert_eq!(BayesOptions::default().r_scale(), std::f64::consts::FRAC_1_SQRT_2);
/// assert!(BayesOptions::new(0.0).is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BayesOptions {
    r_scale: f64,
}

impl BayesOptions {
    /// A prior whose median absolute effect is `r_scale` standard deviations.
    ///
    /// # Examples
    ///
    /// ```
    /// assert!(bangkom_stats::bayes::BayesOptions::new(1.0).is_ok());
    /// ```
    ///
    /// # Errors
    ///
    /// [`StatsError::OutOfRange`] unless `1e-3 <= r_scale <= 1e3`.
    pub fn new(r_scale: f64) -> Result<Self, StatsError> {
        if (1e-3..=1e3).contains(&r_scale) {
            Ok(Self { r_scale })
        } else {
            Err(StatsError::parameter("r_scale", r_scale, 1e-3, 1e3))
        }
    }

    /// The scale.
    pub const fn r_scale(&self) -> f64 {
        self.r_scale
    }
}

impl Default for BayesOptions {
    fn default() -> Self {
        Self {
            r_scale: std::f64::consts::FRAC_1_SQRT_2,
        }
    }
}
