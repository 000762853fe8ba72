use bangkom_stats::ranks::{SignTest, sign_test};
use bangkom_stats::{Alternative, StatsError};
use serde::{Deserialize, Serialize};

use super::ratings::Complete;

/// The ranked discrepancy of one item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RankedDiscrepancy {
    /// How many members gave both ratings.
    pub n: usize,
    /// Percent of members whose ability is below the importance.
    pub negative: f64,
    /// Percent of members whose ability is above the importance.
    pub positive: f64,
    /// Percent of members whose ability equals the importance.
    pub tied: f64,
    /// Positive less negative, -100 (greatest need) to 100.
    pub score: f64,
    /// Exact test of as many members below as above, from importance to ability; `None` where
    /// all are equal.
    pub sign_test: Option<SignTest>,
}

/// Ranked discrepancy: how many members are less able than the item is important.
///
/// It uses the order of ratings alone, so a scale need not have equal steps.
///
/// # Formula
/// ```text
/// NR = 100 share(A < I),  PR = 100 share(A > I),  TR = 100 share(A = I)
/// RDS = PR - NR
/// ```
///
/// # Errors
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`], [`StatsError::TooFew`] without a
/// complete pair.
///
/// # Examples
/// ```
/// use bangkom_needs::indices::ranked_discrepancy;
///
/// let item = ranked_discrepancy(&[5.0, 5.0, 4.0, 5.0, 4.0], &[3.0, 2.0, 4.0, 3.0, 5.0])?;
/// assert_eq!((item.negative, item.tied, item.positive), (60.0, 20.0, 20.0));
/// assert_eq!(item.score, -40.0);
/// let test = item.sign_test.ok_or("all equal")?;
/// assert!((test.p_two - 0.625).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
/// Narine and Harder 2021; Dixon and Mood 1946, the test.
pub fn ranked_discrepancy(
    importance: &[f64],
    ability: &[f64],
) -> Result<RankedDiscrepancy, StatsError> {
    let pairs = Complete::of(importance, ability)?;
    let test = match sign_test(&pairs.importance, &pairs.ability, Alternative::TwoSided) {
        Ok(test) => Some(test),
        Err(StatsError::NoVariation { .. }) => None,
        Err(error) => return Err(error),
    };
    let n = pairs.n();
    let (below, above) = test
        .as_ref()
        .map_or((0, 0), |test| (test.n_minus, test.n_plus));
    let percent = |count: usize| 100.0 * count as f64 / n as f64;
    Ok(RankedDiscrepancy {
        n,
        negative: percent(below),
        positive: percent(above),
        tied: percent(n - below - above),
        score: 100.0 * (above as f64 - below as f64) / n as f64,
        sign_test: test,
    })
}
