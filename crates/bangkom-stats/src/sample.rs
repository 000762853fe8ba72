//! Missing values: NaN is dropped and counted, infinity is an error.

use crate::StatsError;

/// Values that are present, in input order.
///
/// # Errors
///
/// [`StatsError::NotFinite`] at the first infinite value; [`StatsError::TooFew`] when fewer than
/// `needed` are present.
///
/// # Examples
///
/// ```
/// let values = bangkom_stats::sample::present("scores", &[3.0, f64::NAN, 5.0], 2)?;
/// assert_eq!(values, [3.0, 5.0]);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn present(
    argument: &'static str,
    values: &[f64],
    needed: usize,
) -> Result<Vec<f64>, StatsError> {
    refuse_infinite(argument, values)?;
    let kept: Vec<f64> = values
        .iter()
        .copied()
        .filter(|value| !value.is_nan())
        .collect();
    at_least(needed, kept.len())?;
    Ok(kept)
}

/// Pairs of which both sides are present, in input order.
///
/// # Errors
///
/// [`StatsError::LengthMismatch`]; [`StatsError::NotFinite`] at the first infinite value;
/// [`StatsError::TooFew`] when fewer than `needed` pairs are complete.
///
/// # Examples
///
/// ```
/// let names = ["pre", "post"];
/// let (pre, post) =
///     bangkom_stats::sample::present_pairs(names, &[1.0, f64::NAN], &[2.0, 4.0], 1)?;
/// assert_eq!((pre, post), (vec![1.0], vec![2.0]));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
pub fn present_pairs(
    names: [&'static str; 2],
    first: &[f64],
    second: &[f64],
    needed: usize,
) -> Result<(Vec<f64>, Vec<f64>), StatsError> {
    same_length(first.len(), second.len())?;
    refuse_infinite(names[0], first)?;
    refuse_infinite(names[1], second)?;
    let pairs = first
        .iter()
        .zip(second)
        .filter(|(a, b)| !a.is_nan() && !b.is_nan());
    let (first, second): (Vec<f64>, Vec<f64>) = pairs.map(|(a, b)| (*a, *b)).unzip();
    at_least(needed, first.len())?;
    Ok((first, second))
}

/// Fails unless the two lengths agree.
pub(crate) fn same_length(first: usize, second: usize) -> Result<(), StatsError> {
    if first == second {
        Ok(())
    } else {
        Err(StatsError::LengthMismatch { first, second })
    }
}

/// Fails when fewer values than needed are there.
pub(crate) fn at_least(needed: usize, got: usize) -> Result<(), StatsError> {
    if got >= needed {
        Ok(())
    } else {
        Err(StatsError::TooFew { needed, got })
    }
}

/// Fails at the first infinite value.
pub(crate) fn refuse_infinite(argument: &'static str, values: &[f64]) -> Result<(), StatsError> {
    match values.iter().position(|value| value.is_infinite()) {
        Some(index) => Err(StatsError::NotFinite { argument, index }),
        None => Ok(()),
    }
}

/// Fails when a number of a result has left the range of a double.
pub(crate) fn representable(what: &'static str, numbers: &[f64]) -> Result<(), StatsError> {
    if numbers.iter().all(|number| number.is_finite()) {
        return Ok(());
    }
    Err(StatsError::Undefined {
        what,
        why: "it leaves the range of a double",
    })
}

/// Fails at the first present value that is neither 0 nor 1.
pub(crate) fn refuse_other_than_01(
    argument: &'static str,
    values: &[f64],
) -> Result<(), StatsError> {
    let other = |value: &f64| !value.is_nan() && *value != 0.0 && *value != 1.0;
    match values.iter().position(other) {
        None => Ok(()),
        Some(index) => Err(StatsError::OutOfRange {
            argument,
            index: Some(index),
            value: values[index],
            low: 0.0,
            high: 1.0,
        }),
    }
}
