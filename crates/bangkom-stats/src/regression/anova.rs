use serde::{Deserialize, Serialize};

use crate::StatsError;
use crate::basis::{Basis, Method};
use crate::distributions::raw::fisher_f;
use crate::linear::Compensated;
use crate::p_value::never_zero;
use crate::sample::{at_least, refuse_infinite, representable};

/// Result of [`one_way_anova`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OneWayAnova {
    /// Values given and used.
    pub basis: Basis,
    /// Group means, in input order and the unit of the values.
    pub means: Vec<f64>,
    /// Sum of squares between groups, in squared units.
    pub ss_between: f64,
    /// Sum of squares within groups, in squared units.
    pub ss_within: f64,
    /// Degrees of freedom between groups.
    pub df_between: usize,
    /// Degrees of freedom within groups.
    pub df_within: usize,
    /// F statistic.
    pub f: f64,
    /// p-value of equal means.
    pub p: f64,
    /// Share of the variation that lies between groups, 0..1.
    pub eta_squared: f64,
    /// The same share without its upward bias; it may be negative.
    pub omega_squared: f64,
    /// Standard deviation within groups, in the unit of the values.
    pub sd_within: f64,
}

/// One-way analysis of variance.
///
/// Means are kept in twice the working precision, so that an offset of 1e12 costs only the digits
/// that the data themselves lack.
///
/// # Formula
///
/// ```text
/// SSB = sum n_g (m_g - m)^2, SSW = sum (x - m_g)^2, F = (SSB/(k-1)) / (SSW/(N-k))
/// eta^2 = SSB/(SSB+SSW), omega^2 = (SSB - (k-1) MSW) / (SSB + SSW + MSW)
/// ```
///
/// # Errors
///
/// [`StatsError::NotFinite`]; [`StatsError::TooFew`] below two groups, for an empty group and
/// unless there are more values than groups; [`StatsError::NoVariation`] when no group varies.
///
/// # Examples
///
/// ```
/// use bangkom_stats::regression::one_way_anova;
///
/// let result = one_way_anova(&[[1.0, 2.0, 3.0], [2.0, 3.0, 4.0], [6.0, 7.0, 8.0]])?;
/// assert_eq!((result.ss_between, result.ss_within), (42.0, 6.0));
/// assert!((result.f - 21.0).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Fisher (1925); Hays (1963) for `omega^2`.
pub fn one_way_anova<G: AsRef<[f64]>>(groups: &[G]) -> Result<OneWayAnova, StatsError> {
    let n_input = groups.iter().map(|group| group.as_ref().len()).sum();
    let groups = present_groups(groups)?;
    let n: usize = groups.iter().map(Vec::len).sum();
    let k = groups.len();
    at_least(2, k)?;
    at_least(k + 1, n)?;
    let sums = Sums::of(&groups)?;
    let (df_between, df_within) = (k - 1, n - k);
    let mean_square = sums.within / df_within as f64;
    let f = sums.between / df_between as f64 / mean_square;
    let in_units = |value: f64| libm::scalbn(value, 2 * sums.exponent);
    let total = sums.between + sums.within;
    let (ss_between, ss_within) = (in_units(sums.between), in_units(sums.within));
    representable("the sum of squares", &[ss_between, ss_within, f])?;
    Ok(OneWayAnova {
        basis: Basis::new(Method::new("one_way_anova"), n_input, n),
        means: sums.means,
        ss_between,
        ss_within,
        df_between,
        df_within,
        f,
        p: never_zero(fisher_f::sf(f, df_between as f64, df_within as f64)),
        eta_squared: sums.between / total,
        omega_squared: (sums.between - df_between as f64 * mean_square) / (total + mean_square),
        sd_within: libm::scalbn(mean_square.sqrt(), sums.exponent),
    })
}

fn present_groups<G: AsRef<[f64]>>(groups: &[G]) -> Result<Vec<Vec<f64>>, StatsError> {
    let one = |group: &G| crate::sample::present("groups", group.as_ref(), 1);
    for group in groups {
        refuse_infinite("groups", group.as_ref())?;
    }
    groups.iter().map(one).collect()
}

/// Sums of squares in squared units of `2^exponent`.
struct Sums {
    means: Vec<f64>,
    exponent: i32,
    between: f64,
    within: f64,
}

impl Sums {
    fn of(groups: &[Vec<f64>]) -> Result<Self, StatsError> {
        let all = groups.concat();
        let n = all.len() as f64;
        let grand = Compensated::mean(&all);
        let means: Vec<Compensated> = groups.iter().map(|g| Compensated::mean(g)).collect();
        let widest = all.iter().map(|x| grand.subtracted_from(*x).abs());
        let exponent = libm::ilogb(widest.fold(f64::MIN_POSITIVE, f64::max));
        let square = |deviation: f64| libm::scalbn(deviation, -exponent).powi(2);
        let within = groups.iter().zip(&means).map(|(group, mean)| {
            let squares = group.iter().map(|x| square(mean.subtracted_from(*x)));
            squares.sum::<f64>()
        });
        let between = groups
            .iter()
            .zip(&means)
            .map(|(group, mean)| group.len() as f64 * square(mean.minus(grand)));
        let sums = Self {
            exponent,
            within: within.sum(),
            between: between.sum(),
            means: means.into_iter().map(Compensated::value).collect(),
        };
        let largest = all.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
        let rounding = 4.0 * f64::EPSILON * libm::scalbn(largest, -exponent);
        if (sums.within / n).sqrt() <= rounding {
            return Err(StatsError::NoVariation {
                what: "values within groups",
            });
        }
        Ok(sums)
    }
}
