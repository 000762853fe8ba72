use serde::{Deserialize, Serialize};

use crate::counts::exact_p;
use crate::grid::even_rows;
use crate::multiplicity::{Adjustment, adjust_p_values};
use crate::sample::{at_least, same_length};
use crate::{Basis, Method, StatsError};

/// How the scores of one item moved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemShift {
    /// Persons with both scores.
    pub n: usize,
    /// Mean score before, in score units; absent when nobody has both scores.
    pub mean_before: Option<f64>,
    /// Mean score after.
    pub mean_after: Option<f64>,
    /// Persons whose score rose.
    pub n_up: usize,
    /// Persons whose score fell.
    pub n_down: usize,
    /// Two-sided exact p-value; absent when no score changed.
    pub p: Option<f64>,
    /// The same, adjusted after Holm for all items of the test.
    pub p_holm: Option<f64>,
}

/// How the scores of all items moved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemShifts {
    /// What the result rests on; counts are persons, missing those without any item twice.
    pub basis: Basis,
    /// One entry an item, in column order.
    pub items: Vec<ItemShift>,
}

/// Which items of a test moved between two sittings of the same persons, with Holm's adjustment.
///
/// Row `i` of both tables is one person. A score missing on either side leaves that item only.
/// For items scored 0 and 1 the test is the exact `McNemar` test, for others the sign test.
///
/// # Formula
///
/// ```text
/// p = min(1, 2 P(Bin(up + down, 1/2) <= min(up, down)))
/// ```
///
/// # Errors
///
/// [`StatsError::LengthMismatch`] of tables or rows of different sizes, [`StatsError::NotFinite`]
/// with the row's index, [`StatsError::TooFew`] without a person or an item.
///
/// # Examples
///
/// ```
/// use bangkom_stats::items::item_shifts;
///
/// let before = [[0.0, 1.0]; 8];
/// let after = [[1.0, 1.0]; 8];
/// let result = item_shifts(&before, &after)?;
/// assert_eq!(result.items[0].n_up, 8);
/// assert!(result.items[0].p_holm.is_some_and(|p| p < 0.01));
/// assert_eq!(result.items[1].p, None);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// `McNemar` (1947), Dixon and Mood (1946), Holm (1979).
pub fn item_shifts<R: AsRef<[f64]>>(before: &[R], after: &[R]) -> Result<ItemShifts, StatsError> {
    same_length(before.len(), after.len())?;
    at_least(1, before.len())?;
    let (first, second) = (even_rows("before", before)?, even_rows("after", after)?);
    same_length(first[0].len(), second[0].len())?;
    at_least(1, first[0].len())?;
    let both = |a: &f64, b: &f64| !a.is_nan() && !b.is_nan();
    let persons: Vec<_> = first.into_iter().zip(second).collect();
    let present = |(a, b): &&(&[f64], &[f64])| a.iter().zip(*b).any(|(a, b)| both(a, b));
    let n_used = persons.iter().filter(present).count();
    at_least(1, n_used)?;
    let one = |j: usize| {
        let pairs = persons.iter().map(|(a, b)| (a[j], b[j]));
        shift(&pairs.filter(|(a, b)| both(a, b)).collect::<Vec<_>>())
    };
    let mut items: Vec<ItemShift> = (0..persons[0].0.len()).map(one).collect();
    adjust(&mut items)?;
    let basis = Basis::new(Method::new("item_shifts, holm"), persons.len(), n_used);
    Ok(ItemShifts { basis, items })
}

fn shift(pairs: &[(f64, f64)]) -> ItemShift {
    let n_up = pairs.iter().filter(|(a, b)| b > a).count();
    let n_down = pairs.iter().filter(|(a, b)| b < a).count();
    let n = pairs.len() as f64;
    let mean = |sum: f64| (!pairs.is_empty()).then(|| sum / n);
    ItemShift {
        n: pairs.len(),
        mean_before: mean(pairs.iter().map(|(a, _)| a).sum()),
        mean_after: mean(pairs.iter().map(|(_, b)| b).sum()),
        n_up,
        n_down,
        p: (n_up + n_down > 0).then(|| exact_p(n_up as u64, n_down as u64)),
        p_holm: None,
    }
}

/// Items that did not move are no tests and do not weigh on the others.
fn adjust(items: &mut [ItemShift]) -> Result<(), StatsError> {
    let tested: Vec<f64> = items.iter().filter_map(|item| item.p).collect();
    if tested.is_empty() {
        return Ok(());
    }
    let adjusted = adjust_p_values(&tested, Adjustment::Holm)?;
    for (item, p) in items
        .iter_mut()
        .filter(|item| item.p.is_some())
        .zip(adjusted)
    {
        item.p_holm = Some(p);
    }
    Ok(())
}
