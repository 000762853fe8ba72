use serde::{Deserialize, Serialize};

use crate::grid::even_rows;
use crate::moments::{scaled, unit_exponent};
use crate::sample::{at_least, representable};
use crate::{Basis, Method, StatsError};

/// What a difference between two values means.
///
/// # Examples
///
/// ```
/// use bangkom_stats::agreement::Metric;
///
/// assert_eq!(serde_json::to_string(&Metric::Ordinal).unwrap(), "\"ordinal\"");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    /// Values are names: equal or not.
    Nominal,
    /// Values are ordered; a difference counts the ratings between them.
    Ordinal,
    /// Differences of values have a meaning.
    Interval,
    /// Values have a zero; a difference counts in relation to the sum. Values are not negative.
    Ratio,
}

/// Krippendorff's alpha.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KrippendorffAlpha {
    /// What the result rests on: units given, and units with two or more values.
    pub basis: Basis,
    /// Values in the units used.
    pub n_values: usize,
    /// Different values among them.
    pub n_categories: usize,
    /// Observed disagreement, in the metric's squared differences.
    pub observed: f64,
    /// Disagreement expected if values were assigned to units by chance.
    pub expected: f64,
    /// Agreement beyond chance, at most 1.
    pub alpha: f64,
}

/// Krippendorff's alpha for any number of raters, with missing values, in four metrics.
///
/// Rows are units, columns raters (their order has no meaning), NaN a value not given. Units with
/// fewer than two values say nothing and are left out.
///
/// # Formula
///
/// With `n` pairable values, `n_c` of each, `m_u` in unit `u`:
///
/// ```text
/// Do = 1/n sum_u 1/(m_u - 1) sum over ordered pairs in u of delta^2
/// De = 1/(n (n - 1)) sum over ordered pairs of all values of delta^2
/// alpha = 1 - Do / De
/// nominal  delta^2 = [c != k]            interval delta^2 = (c - k)^2
/// ordinal  delta^2 = (sum n_g from c to k - (n_c + n_k) / 2)^2
/// ratio    delta^2 = ((c - k) / (c + k))^2
/// ```
///
/// Ordinal alpha is interval alpha of midranks, so that all but the ratio metric cost only a sort.
///
/// # Errors
///
/// [`StatsError::LengthMismatch`] of ragged rows, [`StatsError::NotFinite`] with the row's index,
/// [`StatsError::TooFew`] when no unit has two values, [`StatsError::OutOfRange`] of a negative
/// value under the ratio metric, [`StatsError::NoVariation`] when all values are equal.
///
/// # Examples
///
/// ```
/// use bangkom_stats::agreement::{Metric, krippendorff_alpha};
///
/// let missing = f64::NAN;
/// let units = [[1.0, 1.0, missing], [2.0, 2.0, 3.0], [3.0, 3.0, 3.0], [1.0, missing, missing]];
/// let result = krippendorff_alpha(&units, Metric::Ordinal)?;
/// assert_eq!(result.basis.n_used, 3);
/// assert!((result.alpha - 0.781_25).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability".
pub fn krippendorff_alpha<R: AsRef<[f64]>>(
    units: &[R],
    metric: Metric,
) -> Result<KrippendorffAlpha, StatsError> {
    let mut pairable = pairable(units)?;
    at_least(1, pairable.len())?;
    if metric == Metric::Ratio {
        refuse_negative(units)?;
    }
    let mut sorted: Vec<f64> = pairable.iter().flatten().copied().collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let mut groups = group(&sorted);
    let n_categories = groups.len();
    if n_categories == 1 {
        return Err(StatsError::NoVariation { what: "the values" });
    }
    let exponent = match metric {
        Metric::Ordinal => {
            to_midranks(&mut pairable, &mut groups);
            0
        }
        Metric::Interval => to_unit(&mut pairable, &mut groups),
        Metric::Nominal | Metric::Ratio => 0,
    };
    let n = sorted.len() as f64;
    let observed = pairable
        .iter()
        .map(|unit| within(unit, metric))
        .sum::<f64>()
        / n;
    let expected = spread(&groups, metric) / (n * (n - 1.0));
    let alpha = 1.0 - observed / expected;
    let [observed, expected] = [observed, expected].map(|d| scaled(d, 2 * exponent));
    representable("the disagreement", &[observed, expected, alpha])?;
    Ok(KrippendorffAlpha {
        basis: Basis::new(method(metric), units.len(), pairable.len()),
        n_values: sorted.len(),
        n_categories,
        observed,
        expected,
        alpha,
    })
}

const fn method(metric: Metric) -> Method {
    Method::new(match metric {
        Metric::Nominal => "krippendorff_alpha, nominal",
        Metric::Ordinal => "krippendorff_alpha, ordinal",
        Metric::Interval => "krippendorff_alpha, interval",
        Metric::Ratio => "krippendorff_alpha, ratio",
    })
}

/// Values of the units that have two or more; zero has one sign.
fn pairable<R: AsRef<[f64]>>(units: &[R]) -> Result<Vec<Vec<f64>>, StatsError> {
    let mut kept = Vec::with_capacity(units.len());
    for row in even_rows("units", units)? {
        let values: Vec<f64> = row
            .iter()
            .filter(|v| !v.is_nan())
            .map(|v| v + 0.0)
            .collect();
        if values.len() >= 2 {
            kept.push(values);
        }
    }
    Ok(kept)
}

fn refuse_negative<R: AsRef<[f64]>>(units: &[R]) -> Result<(), StatsError> {
    for (index, row) in units.iter().enumerate() {
        if let Some(value) = row.as_ref().iter().find(|value| **value < 0.0) {
            return Err(StatsError::OutOfRange {
                argument: "units",
                index: Some(index),
                value: *value,
                low: 0.0,
                high: f64::INFINITY,
            });
        }
    }
    Ok(())
}

/// Different values, ascending, with their counts.
fn group(sorted: &[f64]) -> Vec<(f64, f64)> {
    sorted
        .chunk_by(|a, b| a == b)
        .map(|run| (run[0], run.len() as f64))
        .collect()
}

/// Replaces values by their midranks, whose differences are the ordinal ones.
fn to_midranks(units: &mut [Vec<f64>], groups: &mut [(f64, f64)]) {
    let mut before = 0.0;
    let mut ranks = Vec::with_capacity(groups.len());
    for (_, count) in groups.iter() {
        ranks.push(before + count / 2.0);
        before += count;
    }
    for value in units.iter_mut().flatten() {
        *value = ranks[groups.partition_point(|(code, _)| code < value)];
    }
    for ((code, _), rank) in groups.iter_mut().zip(ranks) {
        *code = rank;
    }
}

/// Divides values by a power of two where their squares would leave the range of a double, and
/// returns the exponent of the unit.
fn to_unit(units: &mut [Vec<f64>], groups: &mut [(f64, f64)]) -> i32 {
    let ends = groups.first().zip(groups.last());
    let exponent = ends.map_or(0, |(low, high)| unit_exponent(high.0 / 2.0 - low.0 / 2.0));
    if exponent == 0 {
        return 0;
    }
    let codes = groups.iter_mut().map(|(code, _)| code);
    for value in units.iter_mut().flatten().chain(codes) {
        *value = scaled(*value, -exponent);
    }
    exponent
}

/// Squared differences over the ordered pairs of a unit, by one less than its values.
fn within(unit: &[f64], metric: Metric) -> f64 {
    let mut sorted = unit.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    spread(&group(&sorted), metric) / (unit.len() - 1) as f64
}

/// Squared differences over the ordered pairs of all values.
fn spread(groups: &[(f64, f64)], metric: Metric) -> f64 {
    let n: f64 = groups.iter().map(|(_, count)| count).sum();
    match metric {
        Metric::Nominal => groups.iter().map(|(_, count)| count * (n - count)).sum(),
        Metric::Ordinal | Metric::Interval => 2.0 * n * squares(groups, n),
        Metric::Ratio => 2.0 * ratio_pairs(groups),
    }
}

/// Squared deviations from the mean.
fn squares(groups: &[(f64, f64)], n: f64) -> f64 {
    let origin = groups.first().map_or(0.0, |(value, _)| *value);
    let mean = groups
        .iter()
        .map(|(value, count)| (value - origin) * count)
        .sum::<f64>()
        / n;
    let square = |(value, count): &(f64, f64)| (value - origin - mean).powi(2) * count;
    groups.iter().map(square).sum()
}

/// Ratio differences over the unordered pairs of different values, which are ascending and not
/// negative, so that a sum is never zero.
fn ratio_pairs(groups: &[(f64, f64)]) -> f64 {
    let mut sum = 0.0;
    for (i, (low, low_count)) in groups.iter().enumerate() {
        for (high, high_count) in &groups[i + 1..] {
            // Halves keep the sum of two large values in range.
            let relative = (high / 2.0 - low / 2.0) / (high / 2.0 + low / 2.0);
            sum += low_count * high_count * relative * relative;
        }
    }
    sum
}
