use bangkom_stats::quantiles::{QuantileKind, SortedSample, quantile};
use bangkom_stats::{StatsError, sample};
use serde::{Deserialize, Serialize};

use super::ItemRatings;
use super::ratings::{Complete, mean};

/// Where the two lines cross that part the items.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Crossing {
    /// At the means of the items.
    Means,
    /// At the medians of the items, which a single item cannot pull away.
    Medians,
    /// At values of the scale, such as its middle.
    At {
        /// The importance.
        importance: f64,
        /// The ability.
        ability: f64,
    },
}

/// What an item asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quadrant {
    /// Important and not mastered: act here.
    ConcentrateHere,
    /// Important and mastered: keep it up.
    KeepUp,
    /// Neither important nor mastered.
    LowPriority,
    /// Mastered beyond its importance.
    PossibleOverkill,
}

/// Items in four quadrants.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuadrantMap {
    /// The importance that parts the items.
    pub importance: f64,
    /// The ability that parts the items.
    pub ability: f64,
    /// The quadrant of each item.
    pub quadrants: Vec<Quadrant>,
}

/// Importance-performance analysis: items in four quadrants by their means.
///
/// An item on a line counts as important, and as mastered; values are compared on a grid of
/// 1e-9, so that an item at the mean of equal items does not fall to one side by rounding.
///
/// # Errors
/// [`StatsError::TooFew`] without an item or where an item has no complete pair,
/// [`StatsError::LengthMismatch`], [`StatsError::NotFinite`].
///
/// # Examples
/// ```
/// use bangkom_needs::indices::{Crossing, ItemRatings, Quadrant, quadrants};
///
/// let items = [
///     ItemRatings { importance: &[5.0, 5.0], ability: &[2.0, 2.0] },
///     ItemRatings { importance: &[2.0, 3.0], ability: &[4.0, 5.0] },
/// ];
/// let map = quadrants(&items, Crossing::Means)?;
/// assert_eq!(map.quadrants, [Quadrant::ConcentrateHere, Quadrant::PossibleOverkill]);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
/// Martilla and James 1977.
pub fn quadrants(items: &[ItemRatings<'_>], crossing: Crossing) -> Result<QuadrantMap, StatsError> {
    if items.is_empty() {
        return Err(StatsError::TooFew { needed: 1, got: 0 });
    }
    let means: Vec<(f64, f64)> = items
        .iter()
        .map(|item| {
            let pairs = Complete::of(item.importance, item.ability)?;
            Ok((pairs.mean_importance, pairs.mean_ability))
        })
        .collect::<Result<_, StatsError>>()?;
    let (x, y): (Vec<f64>, Vec<f64>) = means.iter().copied().unzip();
    let (importance, ability) = match crossing {
        Crossing::Means => (mean(&x), mean(&y)),
        Crossing::Medians => (median(&x)?, median(&y)?),
        Crossing::At {
            importance,
            ability,
        } => (importance, ability),
    };
    sample::present("crossing", &[importance, ability], 2)?;
    let at_least = |value: f64, line: f64| grid(value) >= grid(line);
    let quadrant = |(i, a): (f64, f64)| match (at_least(i, importance), at_least(a, ability)) {
        (true, false) => Quadrant::ConcentrateHere,
        (true, true) => Quadrant::KeepUp,
        (false, false) => Quadrant::LowPriority,
        (false, true) => Quadrant::PossibleOverkill,
    };
    Ok(QuadrantMap {
        importance,
        ability,
        quadrants: means.into_iter().map(quadrant).collect(),
    })
}

fn median(values: &[f64]) -> Result<f64, StatsError> {
    let sorted = SortedSample::new(values)?;
    quantile(&sorted, 0.5, QuantileKind::Type2)
}

/// The value in steps of 1e-9.
fn grid(value: f64) -> f64 {
    (value * 1e9).round_ties_even()
}
