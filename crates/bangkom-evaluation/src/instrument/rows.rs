use std::collections::BTreeMap;

use bangkom_domain::id::{BatchId, PersonId};
use bangkom_domain::results::{Item, Occasion};

use crate::intake::Answered;

/// What each answer counts, by batch and person; the mean over observers.
pub(super) type Rows<'a> = BTreeMap<(&'a BatchId, PersonId), Vec<f64>>;

/// The answers of one occasion.
pub(super) fn at<'a>(own: &[&'a Answered<'a>], occasion: Occasion) -> Rows<'a> {
    let mut several = BTreeMap::<(&BatchId, PersonId), Vec<&[f64]>>::new();
    for one in own.iter().filter(|one| one.given.occasion == occasion) {
        let key = (&one.given.batch, one.given.person);
        several.entry(key).or_default().push(&one.points);
    }
    let means = several.into_iter();
    means.map(|(key, rows)| (key, mean(&rows))).collect()
}

/// The mean of each column over those who answered it.
fn mean(rows: &[&[f64]]) -> Vec<f64> {
    let column = |at: usize| {
        let given = rows.iter().map(|row| row[at]).filter(|it| !it.is_nan());
        let (sum, count) = given.fold((0.0, 0.0), |(sum, count), it| (sum + it, count + 1.0));
        sum / count
    };
    (0..rows.first().map_or(0, |row| row.len()))
        .map(column)
        .collect()
}

/// The rows of those who answered twice, in one order.
pub(super) fn both<'r>(
    before: &'r Rows<'_>,
    after: &'r Rows<'_>,
) -> (Vec<&'r [f64]>, Vec<&'r [f64]>) {
    let twice = before.iter();
    let twice = twice.filter_map(|(key, row)| Some((row.as_slice(), after.get(key)?.as_slice())));
    twice.unzip()
}

/// The columns of the items that please, with these items.
pub(super) fn columns(
    rows: &[&[f64]],
    items: &[Item],
    keep: impl Fn(&Item) -> bool,
) -> (Vec<Vec<f64>>, Vec<Item>) {
    let kept: Vec<usize> = (0..items.len()).filter(|at| keep(&items[*at])).collect();
    let row = |row: &&[f64]| kept.iter().map(|at| row[*at]).collect::<Vec<f64>>();
    let items = kept.iter().map(|at| items[*at].clone());
    (rows.iter().map(row).collect(), items.collect())
}
