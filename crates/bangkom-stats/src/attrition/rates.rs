use serde::{Deserialize, Serialize};

use crate::{Basis, Method, StatsError};

/// How much bias the losses of two groups can hide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AttritionLevel {
    /// Low even if leaving is closely related to the outcome (cautious boundary).
    Low,
    /// Low only if leaving has little to do with the outcome (optimistic boundary).
    LowIfUnrelated,
    /// High under either assumption.
    High,
    /// More than the 57 % for which the table has boundaries.
    BeyondTable,
}

/// Result of [`attrition_rates`]; all rates are shares, 0..1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttritionRates {
    /// Counts of persons of both groups: formed, measured, lost.
    pub basis: Basis,
    /// Share lost of both groups together.
    pub overall: f64,
    /// Share lost of the first group.
    pub first: f64,
    /// Share lost of the second group.
    pub second: f64,
    /// Share lost of the second group minus that of the first.
    pub differential: f64,
    /// Largest difference that the cautious boundary accepts at this overall rate.
    pub cautious: Option<f64>,
    /// Largest difference that the optimistic boundary accepts at this overall rate.
    pub optimistic: Option<f64>,
    /// Which boundary the losses keep.
    pub level: AttritionLevel,
}

/// Overall and differential attrition of two groups, against the boundaries of the What Works
/// Clearinghouse.
///
/// # Formula
///
/// ```text
/// rate = 1 - measured / formed; differential = rate second - rate first
/// boundary: table by whole percent of overall attrition, linear between them
/// ```
///
/// # Parameters
///
/// - `first`, `second`: persons formed into the group, and persons measured at the end.
///
/// # Errors
///
/// [`StatsError::TooFew`] for an empty group; [`StatsError::OutOfRange`] when more are measured
/// than were formed.
///
/// # Examples
///
/// ```
/// use bangkom_stats::attrition::{AttritionLevel, attrition_rates};
///
/// let rates = attrition_rates((100, 92), (100, 84))?;
/// assert!((rates.overall - 0.12).abs() < 1e-15);
/// assert!((rates.differential - 0.08).abs() < 1e-15);
/// assert_eq!(rates.level, AttritionLevel::LowIfUnrelated);
/// assert_eq!((rates.basis.n_input, rates.basis.n_missing), (200, 24));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// What Works Clearinghouse (2017), Standards Handbook 4.0, table II.1; Deke and Chiang (2017).
pub fn attrition_rates(
    first: (u64, u64),
    second: (u64, u64),
) -> Result<AttritionRates, StatsError> {
    let lost = |(formed, measured): (u64, u64)| {
        if formed == 0 {
            return Err(StatsError::TooFew { needed: 1, got: 0 });
        }
        let high = formed as f64;
        let lost = formed.checked_sub(measured);
        lost.ok_or(StatsError::parameter(
            "measured",
            measured as f64,
            0.0,
            high,
        ))
    };
    let (lost_first, lost_second) = (lost(first)? as f64, lost(second)? as f64);
    let (n_first, n_second) = (first.0 as f64, second.0 as f64);
    let persons = |a: u64, b: u64| usize::try_from(a.saturating_add(b)).unwrap_or(usize::MAX);
    let (formed, measured) = (persons(first.0, second.0), persons(first.1, second.1));
    let overall = (lost_first + lost_second) / (n_first + n_second);
    let (first, second) = (lost_first / n_first, lost_second / n_second);
    let (cautious, optimistic) = (boundary(&CAUTIOUS, overall), boundary(&OPTIMISTIC, overall));
    Ok(AttritionRates {
        basis: Basis::new(Method::new("attrition_rates"), formed, measured),
        overall,
        first,
        second,
        differential: second - first,
        cautious,
        optimistic,
        level: level((second - first).abs(), cautious, optimistic),
    })
}

fn level(differential: f64, cautious: Option<f64>, optimistic: Option<f64>) -> AttritionLevel {
    // A difference on the boundary keeps it, whatever its last digit.
    let keeps = |boundary: f64| differential <= boundary + 1e-12;
    match (cautious, optimistic) {
        (Some(cautious), _) if keeps(cautious) => AttritionLevel::Low,
        (_, Some(optimistic)) if keeps(optimistic) => AttritionLevel::LowIfUnrelated,
        (Some(_), Some(_)) => AttritionLevel::High,
        _ => AttritionLevel::BeyondTable,
    }
}

/// Value of a table of percents by whole percents, as a share.
fn boundary(table: &[f64], overall: f64) -> Option<f64> {
    let percent = overall * 100.0;
    let below = percent.floor();
    let low = table.get(below as usize)?;
    let share = percent - below;
    if share == 0.0 {
        return Some(low / 100.0);
    }
    let high = table.get(below as usize + 1)?;
    Some((low + share * (high - low)) / 100.0)
}

/// Largest accepted difference in percent, at 0, 1, .. percent of overall attrition.
#[rustfmt::skip]
const CAUTIOUS: [f64; 58] = [
    5.7, 5.8, 5.9, 5.9, 6.0, 6.1, 6.2, 6.3, 6.3, 6.3, 6.3, 6.2, 6.2, 6.1, 6.0, 5.9, 5.9, 5.8, 5.7,
    5.5, 5.4, 5.3, 5.2, 5.1, 4.9, 4.8, 4.7, 4.5, 4.4, 4.3, 4.1, 4.0, 3.8, 3.6, 3.5, 3.3, 3.2, 3.1,
    2.9, 2.8, 2.6, 2.5, 2.3, 2.1, 2.0, 1.8, 1.6, 1.5, 1.3, 1.2, 1.0, 0.9, 0.7, 0.6, 0.4, 0.3, 0.2,
    0.0,
];

/// The same if leaving has little to do with the outcome.
#[rustfmt::skip]
const OPTIMISTIC: [f64; 58] = [
    10.0, 10.1, 10.2, 10.3, 10.4, 10.5, 10.7, 10.8, 10.9, 10.9, 10.9, 10.9, 10.9, 10.9, 10.8, 10.8,
    10.7, 10.6, 10.5, 10.3, 10.2, 10.0, 9.9, 9.7, 9.5, 9.4, 9.2, 9.0, 8.8, 8.6, 8.4, 8.2, 8.0, 7.8,
    7.6, 7.4, 7.2, 7.0, 6.7, 6.5, 6.3, 6.0, 5.8, 5.6, 5.3, 5.1, 4.9, 4.6, 4.4, 4.2, 3.9, 3.7, 3.5,
    3.2, 3.0, 2.8, 2.6, 2.3,
];
