use bangkom_domain::results::Item;
use bangkom_stats::items::{ItemStatistics, item_analysis};
use bangkom_stats::reliability::{cronbach_alpha, kuder_richardson, omega_total};
use bangkom_stats::{ConfidenceLevel, StatsError};

use super::{ItemDoubt, ItemFigures, ItemQuality};

/// From how many people figures of items are steady.
const MANY_PEOPLE: u32 = 30;

/// Items and reliability from answers.
///
/// `answers` holds a row a person with an answer for each item, NaN where it was left open.
/// Reversed items are mirrored and keyed items scored 1 or 0 first ([`Item::points`]), and each
/// counts by its weight; what was left open is missing, on keyed items too.
///
/// # Errors
/// [`StatsError::OutOfRange`] for an answer outside its item, [`StatsError::LengthMismatch`] for
/// a row that has not one answer an item, and those of
/// [`item_analysis`](bangkom_stats::items::item_analysis). Where alpha, KR-20 or omega have no
/// value they are absent.
///
/// # Examples
///
/// ```
/// use bangkom_domain::results::Item;
/// use bangkom_evaluation::item_quality;
/// use bangkom_stats::ConfidenceLevel;
///
/// let item = |code, reversed| Item { reversed, ..Item::new(code, 1.0, 5.0) };
/// let items = [item("clear", false), item("useful", false), item("boring", true)];
/// let answers = [[5.0, 4.0, 1.0], [4.0, 4.0, 2.0], [2.0, 3.0, 4.0], [3.0, 2.0, 3.0]];
/// let quality = item_quality(&answers, &items, ConfidenceLevel::default())?;
/// assert!(quality.alpha.is_some_and(|alpha| alpha.alpha > 0.8));
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
/// Cronbach 1951; Feldt 1965; Kuder and Richardson 1937; `McDonald` 1999; Kelley 1939, the 27 %;
/// Ebel and Frisbie 1991, bounds of difficulty and discrimination; Nunnally 1978, the 0.7.
pub fn item_quality<R: AsRef<[f64]>>(
    answers: &[R],
    items: &[Item],
    level: ConfidenceLevel,
) -> Result<ItemQuality, StatsError> {
    let rows: Result<Vec<Vec<f64>>, StatsError> = answers
        .iter()
        .map(|row| points(row.as_ref(), items))
        .collect();
    of_points(&rows?, items, level)
}

fn points(row: &[f64], items: &[Item]) -> Result<Vec<f64>, StatsError> {
    if row.len() != items.len() {
        let (first, second) = (row.len(), items.len());
        return Err(StatsError::LengthMismatch { first, second });
    }
    let points = row
        .iter()
        .zip(items)
        .enumerate()
        .map(|(index, (answer, item))| {
            if answer.is_nan() {
                Ok(f64::NAN)
            } else if item.holds(*answer) {
                Ok(item.points(*answer))
            } else {
                Err(StatsError::OutOfRange {
                    argument: "answers",
                    index: Some(index),
                    value: *answer,
                    low: item.low,
                    high: item.high,
                })
            }
        });
    points.collect()
}

/// The quality from what each answer counts.
pub(super) fn of_points(
    rows: &[Vec<f64>],
    items: &[Item],
    level: ConfidenceLevel,
) -> Result<ItemQuality, StatsError> {
    // Points above the least, so that difficulty is a share of what could be had.
    let lows: Vec<f64> = items.iter().map(|item| item.range().0).collect();
    let maxima: Vec<f64> = items
        .iter()
        .map(|item| item.weighs() * (item.range().1 - item.range().0))
        .collect();
    let weights: Vec<f64> = items.iter().map(Item::weighs).collect();
    let above = |row: &Vec<f64>| -> Vec<f64> {
        let points = row.iter().zip(&lows).zip(&weights);
        points
            .map(|((points, low), weight)| weight * (points - low))
            .collect()
    };
    let rows: Vec<Vec<f64>> = rows.iter().map(above).collect();
    let analysis = item_analysis(&rows, &maxima)?;
    let alpha = cronbach_alpha(&rows, level).ok();
    let right_or_wrong = maxima.iter().all(|most| *most == 1.0);
    let kr20 = right_or_wrong
        .then(|| kuder_richardson(&rows, level).ok())
        .flatten();
    let whole = alpha.as_ref().map(|alpha| alpha.alpha);
    let figures = items.iter().zip(&analysis.items);
    let people = analysis.basis.n_used as u32;
    let mut doubts = Vec::new();
    if whole.is_none_or(|alpha| alpha < 0.7) {
        doubts.push(ItemDoubt::LowReliability);
    }
    if people < MANY_PEOPLE {
        doubts.push(ItemDoubt::FewPeople);
    }
    Ok(ItemQuality {
        people,
        alpha,
        kr20: kr20.map(|it| it.kr20),
        omega: omega_total(&rows).ok().map(|it| it.omega),
        items: figures.map(|(item, it)| figure(item, it, whole)).collect(),
        doubts,
    })
}

fn figure(item: &Item, it: &ItemStatistics, alpha: Option<f64>) -> ItemFigures {
    let mut doubts = Vec::new();
    if it.difficulty > 0.9 {
        doubts.push(ItemDoubt::TooEasy);
    }
    if it.difficulty < 0.2 {
        doubts.push(ItemDoubt::TooHard);
    }
    if it.discrimination < 0.0 {
        doubts.push(ItemDoubt::NegativeDiscrimination);
    } else if it.discrimination < 0.2 {
        doubts.push(ItemDoubt::WeakDiscrimination);
    }
    let better = it.alpha_if_deleted.zip(alpha);
    if better.is_some_and(|(without, with)| without - with >= 0.02) {
        doubts.push(ItemDoubt::LowersAlpha);
    }
    ItemFigures {
        item: item.code.clone(),
        difficulty: it.difficulty,
        item_rest: it.item_rest,
        discrimination: it.discrimination,
        alpha_if_deleted: it.alpha_if_deleted,
        doubts,
    }
}
