use super::icc::IccMeanSquares;
use crate::distributions::raw::fisher_f;
use crate::{ConfidenceLevel, Interval};

/// Interval of the ratio of two expected mean squares.
pub(super) struct RatioInterval {
    low: f64,
    /// Infinite when there is no noise.
    high: f64,
}

/// Interval of signal over noise from `F = signal / noise`.
pub(super) fn ratio_interval(
    signal: f64,
    noise: f64,
    [d1, d2]: [f64; 2],
    level: ConfidenceLevel,
) -> RatioInterval {
    if noise == 0.0 {
        return RatioInterval {
            low: f64::INFINITY,
            high: f64::INFINITY,
        };
    }
    let f = signal / noise;
    RatioInterval {
        low: f / fisher_f::upper_quantile(level.tail(), d1, d2),
        high: f * fisher_f::upper_quantile(level.tail(), d2, d1),
    }
}

impl RatioInterval {
    /// Ends for one rating: `(F - 1) / (F + k - 1)`.
    pub(super) fn single(&self, k: f64) -> Interval {
        let end = |f: f64| {
            if f.is_infinite() {
                1.0
            } else {
                (f - 1.0) / (f + k - 1.0)
            }
        };
        Interval {
            low: end(self.low),
            high: end(self.high),
        }
    }

    /// Ends for the mean of the ratings: `1 - 1 / F`.
    pub(super) fn mean(&self) -> Interval {
        Interval {
            low: 1.0 - 1.0 / self.low,
            high: 1.0 - 1.0 / self.high,
        }
    }
}

/// Interval of ICC(A,1) after `McGraw` and Wong (1996).
pub(super) fn absolute_interval(
    squares: &IccMeanSquares,
    value: f64,
    [n, k]: [f64; 2],
    level: ConfidenceLevel,
) -> Interval {
    let IccMeanSquares {
        subjects,
        raters,
        error,
        ..
    } = *squares;
    if error == 0.0 && raters == 0.0 {
        return Interval {
            low: 1.0,
            high: 1.0,
        };
    }
    // Satterthwaite degrees of freedom of a C + b E, both terms times the mean square of error so
    // that a table without error keeps a limit.
    let a = k * value * raters;
    let b = (n * (1.0 + (k - 1.0) * value) - k * value) * error;
    let df = (k - 1.0) * (n - 1.0) * (a + b).powi(2) / ((n - 1.0) * a * a + b * b);
    let noise = k * raters + (k * n - k - n) * error;
    let upper = fisher_f::upper_quantile(level.tail(), n - 1.0, df);
    let lower = fisher_f::upper_quantile(level.tail(), df, n - 1.0);
    let end = |signal: f64| n * (signal - error) / (noise + n * signal);
    // For a negative estimate the approximation can leave it outside.
    Interval {
        low: end(subjects / upper).min(value),
        high: end(lower * subjects).max(value),
    }
}

/// Reliability of the mean of `k` ratings (Spearman-Brown), infinite below what a mean can have.
pub(super) fn average(single: f64, k: f64) -> f64 {
    let rest = 1.0 + (k - 1.0) * single;
    if rest > 0.0 {
        k * single / rest
    } else {
        f64::NEG_INFINITY
    }
}
