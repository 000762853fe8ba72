use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{BatchId, InstrumentId};
use bangkom_domain::results::{Instrument, Item, ItemAnswers, Results};

use super::measures::Given;
use super::{BatchInfo, MeasureKey, ResultFinding};

/// The answers of one person, with what each counts.
#[derive(Clone)]
pub(crate) struct Answered<'a> {
    pub given: &'a ItemAnswers,
    pub items: &'a [Item],
    /// What each answer counts; NaN where it was left open, 0 where a keyed item was.
    pub points: Vec<f64>,
}

/// From which share of answered items an open one is no obstacle to a score.
const ANSWERED: f64 = 0.8;

/// Answers of attenders to declared items; only attenders may answer after the beginning.
pub(super) fn answers<'a>(
    results: &'a Results,
    batches: &BTreeMap<&BatchId, &BatchInfo<'_>>,
    found: &mut Vec<ResultFinding>,
) -> Vec<Answered<'a>> {
    let items: BTreeMap<&InstrumentId, &[Item]> = results
        .items
        .iter()
        .map(|row| (&row.instrument, row.items.as_slice()))
        .collect();
    let mut kept = Vec::new();
    for given in &results.answers {
        let absent = batches.get(&given.batch).is_some_and(|batch| {
            batch.seats.contains_key(&given.person) && !batch.attended.contains(&given.person)
        });
        if absent {
            found.push(ResultFinding::AnswerOfAbsent {
                record: key(given).to_string(),
            });
        } else if let Some(items) = items.get(&given.instrument) {
            let pairs = items.iter().zip(given.answers.reveal());
            let points = pairs.map(|(item, answer)| match (answer, item.key) {
                (Some(answer), _) => item.points(*answer),
                (None, Some(_)) => 0.0,
                (None, None) => f64::NAN,
            });
            kept.push(Answered {
                given,
                items,
                points: points.collect(),
            });
        }
    }
    kept.sort_by_key(|one| key(one.given));
    kept
}

/// The scores that answers make, where no score is given.
pub(super) fn scores(answered: &[Answered<'_>], results: &Results) -> Vec<Given> {
    let known: BTreeSet<MeasureKey> = results
        .scores
        .iter()
        .map(|score| MeasureKey {
            batch: score.batch.clone(),
            instrument: score.instrument.clone(),
            person: score.person,
            occasion: score.occasion,
            wave: 0,
        })
        .collect();
    let instruments: BTreeMap<&InstrumentId, &Instrument> = results
        .instruments
        .iter()
        .map(|one| (&one.id, one))
        .collect();
    let missing = answered
        .iter()
        .filter(|one| !known.contains(&key(one.given)));
    let made = missing.filter_map(|one| {
        let scale = instruments.get(&one.given.instrument)?.scale;
        let share = one.share()?;
        Some(Given {
            key: key(one.given),
            observer: None,
            score: (scale.low() + share * (scale.high() - scale.low())).min(scale.high()),
            date: one.given.date,
        })
    });
    made.collect()
}

impl Answered<'_> {
    /// The share of the points that could be had, 0 to 1; none with too many open answers.
    fn share(&self) -> Option<f64> {
        let ranges = self.items.iter().map(Item::range);
        let answered = ranges
            .zip(&self.points)
            .filter(|(_, points)| !points.is_nan());
        let (mut got, mut most, mut count) = (0.0, 0.0, 0);
        for ((low, high), points) in answered {
            got += points - low;
            most += high - low;
            count += 1;
        }
        let enough = f64::from(count) >= ANSWERED * self.items.len() as f64;
        (enough && most > 0.0).then(|| got / most)
    }
}

fn key(given: &ItemAnswers) -> MeasureKey {
    MeasureKey {
        batch: given.batch.clone(),
        instrument: given.instrument.clone(),
        person: given.person,
        occasion: given.occasion,
        wave: 0,
    }
}
