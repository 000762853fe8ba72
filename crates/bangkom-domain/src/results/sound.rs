//! What makes rows of each list sound, taken by themselves.

use std::collections::{BTreeMap, BTreeSet};

use super::check::unique;
use super::{
    Benefit, CaseLog, CountSeries, InstrumentItems, Item, ItemAnswers, Occasion, ResultsFinding,
    SatisfactionWave, StudyDesign,
};
use crate::distinct::distinct;
use crate::id::InstrumentId;

type Found<'a> = &'a mut Vec<ResultsFinding>;

/// Instruments whose items have a range and a code of their own.
pub(super) fn items(rows: Vec<InstrumentItems>, found: Found<'_>) -> Vec<InstrumentItems> {
    let mut rows = unique("items", rows, |row| row.instrument.clone(), found);
    rows.retain(|row| {
        let sound = sound_items(&row.items);
        if !sound {
            let instrument = row.instrument.clone();
            found.push(ResultsFinding::ItemsUnsound { instrument });
        }
        sound
    });
    rows
}

fn sound_items(items: &[Item]) -> bool {
    let codes: BTreeSet<&str> = items.iter().map(|item| item.code.as_str()).collect();
    !items.is_empty() && codes.len() == items.len() && items.iter().all(Item::is_sound)
}

/// Answers, one for each item and within its range.
pub(super) fn answers(
    rows: Vec<ItemAnswers>,
    items: &[InstrumentItems],
    found: Found<'_>,
) -> Vec<ItemAnswers> {
    let key = |row: &ItemAnswers| {
        let of = (row.batch.clone(), row.instrument.clone());
        let when = (row.occasion == Occasion::FollowUp).then_some(row.date);
        (row.person, (of, row.occasion, when, row.observer))
    };
    let items: BTreeMap<&InstrumentId, &[Item]> = items
        .iter()
        .map(|row| (&row.instrument, row.items.as_slice()))
        .collect();
    let mut rows = unique("answers", rows, key, found);
    rows.retain(|row| {
        let fits = items
            .get(&row.instrument)
            .is_some_and(|items| fit(row.answers.reveal(), row.occasion, items));
        if !fits {
            let (person, instrument) = (row.person, row.instrument.clone());
            found.push(ResultsFinding::AnswersUnsound { person, instrument });
        }
        fits
    });
    rows
}

fn fit(answers: &[Option<f64>], occasion: Occasion, items: &[Item]) -> bool {
    let mut pairs = answers.iter().zip(items);
    let holds = |answer: f64, item: &Item| item.is_asked(occasion) && item.holds(answer);
    answers.len() == items.len()
        && pairs.all(|(answer, item)| answer.is_none_or(|answer| holds(answer, item)))
}

/// One design a program, without populations and providers that cannot be.
pub(super) fn designs(rows: Vec<StudyDesign>, found: Found<'_>) -> Vec<StudyDesign> {
    let mut rows = unique("designs", rows, |row| row.program.clone(), found);
    for row in &mut rows {
        let given = row.populations.len();
        row.populations
            .retain(|one| one.mean.is_finite() && one.deviation > 0.0 && one.deviation.is_finite());
        if row.populations.len() < given {
            let program = row.program.clone();
            found.push(ResultsFinding::DesignUnsound { program });
        }
        providers(row, found);
    }
    rows
}

/// One provider a batch.
fn providers(row: &mut StudyDesign, found: Found<'_>) {
    let given = std::mem::take(&mut row.batch_providers);
    let rows = distinct(given, |one| one.batch.clone());
    for batch in rows.conflicting {
        let program = row.program.clone();
        found.push(ResultsFinding::ProviderConflict { program, batch });
    }
    row.batch_providers = rows.kept.into_values().collect();
}

/// Logs with the cases whose end does not come before their beginning.
pub(super) fn cases(rows: Vec<CaseLog>, found: Found<'_>) -> Vec<CaseLog> {
    let key = |row: &CaseLog| (row.unit.clone(), row.service.clone());
    let mut rows = unique("cases", rows, key, found);
    for row in &mut rows {
        let given = row.cases.len();
        row.cases
            .retain(|case| case.closed.is_none_or(|closed| closed >= case.opened));
        row.cases.sort_unstable();
        if row.cases.len() < given {
            let (unit, service) = (row.unit.clone(), row.service.clone());
            found.push(ResultsFinding::CaseUnsound { unit, service });
        }
    }
    rows
}

/// Counts with exposures that can be divided by.
pub(super) fn counts(rows: Vec<CountSeries>, found: Found<'_>) -> Vec<CountSeries> {
    let key = |row: &CountSeries| (row.unit.clone(), row.indicator.clone());
    let mut rows = unique("counts", rows, key, found);
    for row in &mut rows {
        let given = row.points.len();
        row.points.retain(|point| {
            let exposed = point.exposed();
            exposed > 0.0 && exposed.is_finite()
        });
        row.points.sort_by_key(|point| (point.period, point.events));
        let (unit, indicator) = (row.unit.clone(), row.indicator.clone());
        let mut pairs = row.points.windows(2);
        if pairs.any(|pair| pair[0].period.overlaps(pair[1].period)) {
            let (unit, indicator) = (unit.clone(), indicator.clone());
            found.push(ResultsFinding::PointsOverlap { unit, indicator });
        }
        if row.points.len() < given {
            found.push(ResultsFinding::ExposureUnsound { unit, indicator });
        }
    }
    rows
}

/// Surveys with respondents, each element once, means between 1 and 4.
pub(super) fn satisfaction(rows: Vec<SatisfactionWave>, found: Found<'_>) -> Vec<SatisfactionWave> {
    let key = |row: &SatisfactionWave| (row.unit.clone(), row.period);
    let mut rows = unique("satisfaction", rows, key, found);
    rows.retain(|row| {
        let sound = sound_survey(row);
        if !sound {
            let unit = row.unit.clone();
            found.push(ResultsFinding::SurveyUnsound { unit });
        }
        sound
    });
    rows
}

fn sound_survey(row: &SatisfactionWave) -> bool {
    let elements: BTreeSet<_> = row.elements.iter().map(|answer| answer.element).collect();
    let spread = |deviation: f64| (0.0..=4.0).contains(&deviation);
    let sound = row
        .elements
        .iter()
        .all(|answer| (1.0..=4.0).contains(&answer.mean) && answer.deviation.is_none_or(spread));
    row.respondents > 0 && sound && elements.len() == row.elements.len() && !elements.is_empty()
}

/// Benefits with a year and shares between 0 and 1.
pub(super) fn benefits(rows: Vec<Benefit>, found: Found<'_>) -> Vec<Benefit> {
    let key = |row: &Benefit| (row.program.clone(), row.what.clone());
    let mut rows = unique("benefits", rows, key, found);
    rows.retain(|row| {
        let shares = [row.attribution, row.confidence];
        let sound = shares.iter().all(|share| (0.0..=1.0).contains(share));
        let sound = sound && !row.by_year.is_empty();
        if !sound {
            let program = row.program.clone();
            found.push(ResultsFinding::BenefitUnsound { program });
        }
        sound
    });
    rows
}
