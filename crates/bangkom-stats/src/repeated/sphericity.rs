use serde::{Deserialize, Serialize};

use crate::distributions::raw::chi_squared;
use crate::linear::{Cholesky, Matrix, dot};
use crate::p_value::never_zero;

/// Departure from equal variances of all differences between occasions.
///
/// # Formula
///
/// ```text
/// T = covariance of k-1 orthonormal contrasts
/// GG = tr(T)^2 / ((k-1) tr(T^2))
/// HF = min(1, (n (k-1) GG - 2) / ((k-1) (n - 1 - (k-1) GG)))
/// ```
///
/// # References
///
/// Greenhouse and Geisser (1959); Huynh and Feldt (1976).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sphericity {
    /// Greenhouse-Geisser epsilon, `1 / (k - 1)` to 1.
    pub greenhouse_geisser: f64,
    /// Huynh-Feldt epsilon, at most 1.
    pub huynh_feldt: f64,
    /// Mauchly's test; `None` with two occasions, where nothing can depart, and when there are
    /// too few persons for it.
    pub mauchly: Option<Mauchly>,
}

/// Mauchly's test that all differences between occasions have one variance.
///
/// # Formula
///
/// ```text
/// W = det(T) / (tr(T) / (k-1))^(k-1), p = k-1, f = p(p+1)/2 - 1
/// chi2 = -(n-1) rho ln W, rho = 1 - (2p^2 + p + 2) / (6 p (n-1))
/// second order: w2 = (p+2)(p-1)(p-2)(2p^3 + 6p^2 + 3p + 2) / (288 (p (n-1) rho)^2),
/// P = S_f + w2 (S_(f+4) - S_f)
/// ```
///
/// # References
///
/// Mauchly (1940); Anderson (1958), the second-order term.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mauchly {
    /// Ratio of the determinant to what it would be, 0..1.
    pub w: f64,
    /// Approximate chi-squared statistic.
    pub chi_squared: f64,
    /// Its degrees of freedom.
    pub df: f64,
    /// p-value from the chi-squared distribution alone.
    pub p_first_order: f64,
    /// p-value with the second-order term.
    pub p: f64,
}

impl Sphericity {
    /// From the contrast scores of every person.
    pub(super) fn of(scores: &[Vec<f64>], n: usize) -> Self {
        let persons = n as f64;
        let width = scores.first().map_or(0, Vec::len);
        let k1 = width as f64;
        let mut covariance = Matrix::zeros(width, width);
        for row in scores {
            covariance.add_outer(1.0 / (persons - 1.0), row, row);
        }
        let trace: f64 = (0..width).map(|i| covariance.get(i, i)).sum();
        let square: f64 = covariance.columns().map(|column| dot(column, column)).sum();
        let gg = (trace * trace / (k1 * square)).min(1.0);
        Self {
            greenhouse_geisser: gg,
            huynh_feldt: huynh_feldt(gg, persons, k1),
            mauchly: (width > 1 && n > width)
                .then(|| Mauchly::of(&covariance, trace, persons))
                .flatten(),
        }
    }
}

fn huynh_feldt(gg: f64, n: f64, k1: f64) -> f64 {
    let below = k1 * (n - 1.0 - k1 * gg);
    if below <= 0.0 {
        return 1.0;
    }
    ((n * k1 * gg - 2.0) / below).clamp(gg, 1.0)
}

impl Mauchly {
    fn of(covariance: &Matrix, trace: f64, n: f64) -> Option<Self> {
        let p = covariance.width() as f64;
        let ln_det = Cholesky::of(covariance)?.ln_det();
        let ln_w = (ln_det - p * libm::log(trace / p)).min(0.0);
        let rho = 1.0 - (2.0 * p * p + p + 2.0) / (6.0 * p * (n - 1.0));
        if rho <= 0.0 {
            return None;
        }
        let chi_squared = -(n - 1.0) * rho * ln_w;
        let df = p * (p + 1.0) / 2.0 - 1.0;
        let first = chi_squared::sf(chi_squared, df);
        let second = chi_squared::sf(chi_squared, df + 4.0);
        let cubic = 2.0 * p * p * p + 6.0 * p * p + 3.0 * p + 2.0;
        let size = p * (n - 1.0) * rho;
        let w2 = (p + 2.0) * (p - 1.0) * (p - 2.0) * cubic / (288.0 * size * size);
        Some(Self {
            w: libm::exp(ln_w),
            chi_squared,
            df,
            p_first_order: never_zero(first),
            p: never_zero((first + w2 * (second - first)).clamp(0.0, 1.0)),
        })
    }
}

/// Scores of every row on orthonormal contrasts after Helmert.
pub(super) fn orthonormal_scores(rows: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let score = |row: &[f64], i: usize| {
        let before: f64 = row[..=i].iter().sum();
        let count = (i + 1) as f64;
        (before - count * row[i + 1]) / (count * (count + 1.0)).sqrt()
    };
    rows.iter()
        .map(|row| (0..row.len() - 1).map(|i| score(row, i)).collect())
        .collect()
}
