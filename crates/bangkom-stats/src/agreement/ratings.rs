//! Category codes of ratings.

use crate::StatsError;
use crate::sample::at_least;

/// A list of two or more different category codes, in the order of the scale.
///
/// # Errors
///
/// [`StatsError::TooFew`] below two, [`StatsError::NotFinite`] of a code that is not a number,
/// [`StatsError::Undefined`] when a code is listed twice.
pub(super) fn check_categories(categories: &[f64]) -> Result<(), StatsError> {
    at_least(2, categories.len())?;
    if let Some(index) = categories.iter().position(|code| !code.is_finite()) {
        return Err(StatsError::NotFinite {
            argument: "categories",
            index,
        });
    }
    let repeated = |(i, code): (usize, &f64)| categories[..i].contains(code);
    if categories.iter().enumerate().any(repeated) {
        return Err(StatsError::Undefined {
            what: "the category of a rating",
            why: "a category is listed twice",
        });
    }
    Ok(())
}

/// Positions of the ratings in the list of categories; missing ratings stay missing.
///
/// # Errors
///
/// [`StatsError::NotFinite`] of an infinite rating, [`StatsError::OutOfRange`] of a code that is
/// not listed.
pub(super) fn positions(
    argument: &'static str,
    ratings: &[f64],
    categories: &[f64],
) -> Result<Vec<Option<usize>>, StatsError> {
    let find = |(index, rating): (usize, &f64)| {
        if rating.is_nan() {
            return Ok(None);
        }
        if rating.is_infinite() {
            return Err(StatsError::NotFinite { argument, index });
        }
        let position = categories.iter().position(|code| code == rating);
        position
            .map(Some)
            .ok_or_else(|| unlisted(argument, index, *rating, categories))
    };
    ratings.iter().enumerate().map(find).collect()
}

fn unlisted(argument: &'static str, index: usize, value: f64, categories: &[f64]) -> StatsError {
    StatsError::OutOfRange {
        argument,
        index: Some(index),
        value,
        low: categories.iter().copied().fold(f64::INFINITY, f64::min),
        high: categories.iter().copied().fold(f64::NEG_INFINITY, f64::max),
    }
}
