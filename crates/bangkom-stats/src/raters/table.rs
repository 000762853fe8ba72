use super::Component;
use super::components::components;
use crate::StatsError;
use crate::grid::even_rows;

/// One rating: which target, which rater, which value.
///
/// `Debug` does not show the value, because it may be somebody's score.
#[derive(Clone, Copy, PartialEq)]
pub struct Rating {
    /// Number of the target, from 0.
    pub target: usize,
    /// Number of the rater, from 0.
    pub rater: usize,
    /// The value given; NaN is missing.
    pub value: f64,
}

impl std::fmt::Debug for Rating {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Rating({} by {})", self.target, self.rater)
    }
}

/// Ratings of targets by raters, with gaps and repetitions allowed, and who compares with whom.
///
/// The order in which ratings are given never matters.
///
/// # Examples
///
/// ```
/// use bangkom_stats::raters::{Rating, RatingTable};
///
/// let rating = |target, rater, value| Rating { target, rater, value };
/// let ratings = [rating(0, 0, 3.0), rating(0, 1, 4.0), rating(1, 2, 5.0), rating(2, 2, 2.0)];
/// let table = RatingTable::new(3, 3, &ratings)?;
/// assert!(!table.is_connected());
/// assert_eq!(table.components()[1].targets, [1, 2]);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct RatingTable {
    pub(super) n_input: usize,
    pub(super) n_targets: usize,
    pub(super) n_raters: usize,
    /// Present ratings, ordered by target, rater and value.
    pub(super) ratings: Vec<Rating>,
    components: Vec<Component>,
}

impl RatingTable {
    /// A table of `n_targets` targets and `n_raters` raters; not each needs to have a rating.
    ///
    /// # Errors
    ///
    /// [`StatsError::NotFinite`] at the first infinite value, [`StatsError::OutOfRange`] at the
    /// first target or rater that the counts do not allow.
    pub fn new(n_targets: usize, n_raters: usize, ratings: &[Rating]) -> Result<Self, StatsError> {
        for (index, rating) in ratings.iter().enumerate() {
            within("target", index, rating.target, n_targets)?;
            within("rater", index, rating.rater, n_raters)?;
            if rating.value.is_infinite() {
                return Err(StatsError::NotFinite {
                    argument: "ratings",
                    index,
                });
            }
        }
        let present = ratings.iter().filter(|rating| !rating.value.is_nan());
        let mut sorted: Vec<Rating> = present.copied().collect();
        sorted.sort_unstable_by(|a, b| {
            let places = (a.target, a.rater).cmp(&(b.target, b.rater));
            places.then(a.value.total_cmp(&b.value))
        });
        Ok(Self {
            n_input: ratings.len(),
            n_targets,
            n_raters,
            components: components(n_targets, n_raters, &sorted),
            ratings: sorted,
        })
    }

    /// A table given by rows: a row is a target, a column a rater, NaN is missing.
    ///
    /// # Errors
    ///
    /// [`StatsError::LengthMismatch`] of ragged rows, [`StatsError::NotFinite`] with the row's
    /// index.
    ///
    /// # Examples
    ///
    /// ```
    /// use bangkom_stats::raters::RatingTable;
    ///
    /// let table = RatingTable::from_rows(&[[3.0, 4.0], [f64::NAN, 5.0]])?;
    /// assert_eq!(table.n_ratings(), 3);
    /// assert!(table.is_connected());
    /// # Ok::<(), bangkom_stats::StatsError>(())
    /// ```
    pub fn from_rows<R: AsRef<[f64]>>(rows: &[R]) -> Result<Self, StatsError> {
        let rows = even_rows("rows", rows)?;
        let width = rows.first().map_or(0, |row| row.len());
        let cells = rows.iter().enumerate().flat_map(|(target, row)| {
            let rating = move |(rater, value): (usize, &f64)| Rating {
                target,
                rater,
                value: *value,
            };
            row.iter().enumerate().map(rating)
        });
        Self::new(rows.len(), width, &cells.collect::<Vec<_>>())
    }

    /// Number of ratings that are present.
    pub const fn n_ratings(&self) -> usize {
        self.ratings.len()
    }

    /// Groups of targets and raters that shared ratings join, ordered by their least target.
    ///
    /// Targets and raters without a rating are in none.
    pub fn components(&self) -> &[Component] {
        &self.components
    }

    /// Whether all that is rated can be compared.
    pub const fn is_connected(&self) -> bool {
        self.components.len() <= 1
    }
}

fn within(
    argument: &'static str,
    index: usize,
    place: usize,
    count: usize,
) -> Result<(), StatsError> {
    if place < count {
        return Ok(());
    }
    Err(StatsError::OutOfRange {
        argument,
        index: Some(index),
        value: place as f64,
        low: 0.0,
        high: count as f64 - 1.0,
    })
}
