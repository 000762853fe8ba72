use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{BatchId, InstrumentId};
use bangkom_domain::results::{Instrument, Item, ItemAnswers, Occasion, Results};

use super::measures::Given;
use super::{BatchInfo, MeasureKey, ResultFinding};

/// The answers of one person, with what each counts.
#[derive(Clone)]
pub(crate) struct Answered<'a> {
    pub given: &'a ItemAnswers,
    pub items: &'a [Item],
    /// What each answer counts; NaN where it was left open or not asked, 0 where a keyed item was
    /// left open.
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
            let seated = batch.seats.contains_key(&given.person);
            let later = given.occasion != Occasion::Before;
            seated && later && !batch.attended.contains(&given.person)
        });
        if absent {
            found.push(ResultFinding::AnswerOfAbsent {
                record: key(given).to_string(),
            });
        } else if let Some(items) = items.get(&given.instrument) {
            let pairs = items.iter().zip(given.answers.reveal());
            let points = pairs.map(|(item, answer)| match (answer, item.key) {
                (Some(answer), _) => item.points(*answer),
                (None, Some(_)) if item.is_asked(given.occasion) => 0.0,
                (None, _) => f64::NAN,
            });
            kept.push(Answered {
                given,
                items,
                points: points.collect(),
            });
        }
    }
    kept.sort_by_key(|one| (key(one.given), one.given.observer));
    kept
}

/// The scores that answers make, where no score is given.
pub(super) fn scores(
    answered: &[Answered<'_>],
    results: &Results,
    known: &BTreeSet<MeasureKey>,
) -> Vec<Given> {
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
            observer: one.given.observer,
            score: (scale.low() + share * (scale.high() - scale.low())).min(scale.high()),
            date: one.given.date,
        })
    });
    made.collect()
}

impl Answered<'_> {
    /// The share of the points that could be had, 0 to 1, items by their weights; none with too
    /// many open answers.
    fn share(&self) -> Option<f64> {
        let asked = self.items.iter().zip(&self.points);
        let asked = asked.filter(|(item, _)| item.is_asked(self.given.occasion));
        let (mut got, mut most, mut given, mut all) = (0.0, 0.0, 0, 0);
        for (item, points) in asked {
            all += 1;
            if !points.is_nan() {
                let (low, high) = item.range();
                got += item.weighs() * (points - low);
                most += item.weighs() * (high - low);
                given += 1;
            }
        }
        let enough = f64::from(given) >= ANSWERED * f64::from(all);
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
