use serde::{Deserialize, Serialize};

use super::sphericity::{Sphericity, orthonormal_scores};
use super::table::complete;
use crate::StatsError;
use crate::basis::{Basis, Method, Warning};
use crate::distributions::raw::fisher_f;
use crate::grid::Grid;
use crate::linear::Compensated;
use crate::p_value::never_zero;
use crate::sample::representable;

/// Result of [`repeated_measures`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepeatedMeasures {
    /// Rows given and used (complete ones).
    pub basis: Basis,
    /// Mean of every occasion, in the unit of the values.
    pub means: Vec<f64>,
    /// Sum of squares between occasions, in squared units.
    pub ss_time: f64,
    /// Sum of squares between persons, in squared units.
    pub ss_person: f64,
    /// Sum of squares that neither explains, in squared units.
    pub ss_error: f64,
    /// F statistic of equal occasions.
    pub f: f64,
    /// Numerator degrees of freedom.
    pub df_time: f64,
    /// Denominator degrees of freedom.
    pub df_error: f64,
    /// p-value if all differences between occasions had one variance.
    pub p: f64,
    /// Departure from that condition, with the corrections for it.
    pub sphericity: Sphericity,
    /// p-value with the Greenhouse-Geisser correction.
    pub p_greenhouse_geisser: f64,
    /// p-value with the Huynh-Feldt correction.
    pub p_huynh_feldt: f64,
    /// Share explained of what persons leave, 0..1.
    pub partial_eta_squared: f64,
    /// Share explained of all variation, 0..1; comparable across designs.
    pub generalized_eta_squared: f64,
}

/// Analysis of variance of one group measured on several occasions.
///
/// # Formula
///
/// ```text
/// SS_time = n sum (m_j - m)^2, SS_person = k sum (m_i - m)^2, SS_error = sum (y_ij - m_i - m_j + m)^2
/// F = (SS_time / (k-1)) / (SS_error / ((k-1)(n-1)))
/// partial eta^2 = SS_time / (SS_time + SS_error)
/// generalized eta^2 = SS_time / (SS_time + SS_person + SS_error)
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`] for rows of different length; [`StatsError::NotFinite`];
/// [`StatsError::TooFew`] below two occasions or two complete rows; [`StatsError::NoVariation`]
/// when all persons change alike.
///
/// # Examples
///
/// ```
/// use bangkom_stats::repeated::repeated_measures;
///
/// let rows = [[3.0, 5.0, 6.0], [4.0, 5.0, 5.0], [2.0, 5.0, 4.0], [5.0, 7.0, 6.0]];
/// let result = repeated_measures(&rows)?;
/// assert_eq!(result.means, [3.5, 5.5, 5.25]);
/// assert!(result.p_greenhouse_geisser >= result.p);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Greenhouse and Geisser (1959); Huynh and Feldt (1976); Olejnik and Algina (2003).
pub fn repeated_measures<R: AsRef<[f64]>>(rows: &[R]) -> Result<RepeatedMeasures, StatsError> {
    let table = complete(rows)?;
    let sums = Sums::of(&table)?;
    let (n, k) = (table.n_rows() as f64, table.n_columns() as f64);
    let (df_time, df_error) = (k - 1.0, (k - 1.0) * (n - 1.0));
    let f = (sums.time / df_time) / (sums.error / df_error);
    let sphericity = Sphericity::of(&orthonormal_scores(&sums.residuals), table.n_rows());
    let p = |epsilon: f64| never_zero(fisher_f::sf(f, df_time * epsilon, df_error * epsilon));
    let small = Warning::SmallSample {
        n: table.n_rows(),
        advised: 10,
    };
    let squares = [sums.time, sums.person, sums.error];
    let [ss_time, ss_person, ss_error] = squares.map(|ss| libm::scalbn(ss, 2 * sums.exponent));
    representable("the sum of squares", &[ss_time, ss_person, ss_error, f])?;
    Ok(RepeatedMeasures {
        basis: Basis::new(
            Method::new("repeated_measures"),
            table.n_input,
            table.n_rows(),
        )
        .warn_if(table.n_rows() < 10, small),
        ss_time,
        ss_person,
        ss_error,
        f,
        df_time,
        df_error,
        p: p(1.0),
        p_greenhouse_geisser: p(sphericity.greenhouse_geisser),
        p_huynh_feldt: p(sphericity.huynh_feldt),
        partial_eta_squared: sums.time / (sums.time + sums.error),
        generalized_eta_squared: sums.time / (sums.time + sums.person + sums.error),
        sphericity,
        means: sums.means,
    })
}

/// Sums of squares and residuals in units of `2^exponent`.
struct Sums {
    exponent: i32,
    means: Vec<f64>,
    time: f64,
    person: f64,
    error: f64,
    residuals: Vec<Vec<f64>>,
}

impl Sums {
    fn of(table: &Grid) -> Result<Self, StatsError> {
        let all = table.values();
        let grand = Compensated::mean(all);
        let far = all.iter().map(|y| grand.subtracted_from(*y).abs());
        let exponent = libm::ilogb(far.fold(f64::MIN_POSITIVE, f64::max));
        let centred = |y: &f64| libm::scalbn(grand.subtracted_from(*y), -exponent);
        let rows: Vec<Vec<f64>> = table
            .rows()
            .map(|row| row.iter().map(centred).collect())
            .collect();
        let (n, k) = (rows.len() as f64, table.n_columns() as f64);
        let of_person: Vec<f64> = rows.iter().map(|row| row.iter().sum::<f64>() / k).collect();
        let of_time: Vec<f64> = (0..table.n_columns())
            .map(|j| rows.iter().map(|row| row[j]).sum::<f64>() / n)
            .collect();
        let residual = |(row, person): (&Vec<f64>, &f64)| -> Vec<f64> {
            let cells = row.iter().zip(&of_time);
            cells.map(|(y, time)| y - person - time).collect()
        };
        let residuals: Vec<Vec<f64>> = rows.iter().zip(&of_person).map(residual).collect();
        let error = squares(residuals.iter().flatten());
        let largest = all.iter().fold(0.0_f64, |most, y| most.max(y.abs()));
        let rounding = 4.0 * f64::EPSILON * libm::scalbn(largest, -exponent);
        if (error / all.len() as f64).sqrt() <= rounding {
            return Err(StatsError::NoVariation {
                what: "changes between occasions",
            });
        }
        Ok(Self {
            exponent,
            means: of_time
                .iter()
                .map(|m| -grand.subtracted_from(-libm::scalbn(*m, exponent)))
                .collect(),
            time: n * squares(&of_time),
            person: k * squares(&of_person),
            error,
            residuals,
        })
    }
}

fn squares<'a>(values: impl IntoIterator<Item = &'a f64>) -> f64 {
    values.into_iter().map(|value| value * value).sum()
}
