use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{BatchId, PersonId};
use bangkom_domain::results::{Item, Occasion};
use bangkom_stats::items::item_shifts;

use super::quality::of_points;
use super::{InstrumentQuality, ItemQuality, ShiftOfItem};
use crate::intake::{Answered, InstrumentInfo, Intake};
use crate::policy::EvaluationPolicy;

/// What each answer counts, by batch and person.
type Rows<'a> = BTreeMap<(&'a BatchId, PersonId), &'a [f64]>;

/// The quality of every instrument with answers, by instrument.
pub(crate) fn instruments(
    intake: &Intake<'_>,
    policy: &EvaluationPolicy,
) -> Vec<InstrumentQuality> {
    let instruments = intake.instruments.values();
    instruments
        .filter_map(|info| of_instrument(info, intake, policy))
        .collect()
}

fn of_instrument(
    info: &InstrumentInfo<'_>,
    intake: &Intake<'_>,
    policy: &EvaluationPolicy,
) -> Option<InstrumentQuality> {
    let batches = intake
        .batches
        .iter()
        .filter(|batch| batch.program.id == info.instrument.program);
    let seated: BTreeSet<(&BatchId, PersonId)> = batches
        .clone()
        .flat_map(|batch| batch.seats.keys().map(|person| (&batch.batch.id, *person)))
        .collect();
    let own: Vec<&Answered<'_>> = intake
        .answers
        .iter()
        .filter(|one| one.given.instrument == info.instrument.id)
        .filter(|one| seated.contains(&(&one.given.batch, one.given.person)))
        .collect();
    let items: &[Item] = own.first()?.items;
    let at = |occasion: Occasion| -> Rows<'_> {
        let answers = own.iter().filter(|one| one.given.occasion == occasion);
        answers
            .map(|one| ((&one.given.batch, one.given.person), one.points.as_slice()))
            .collect()
    };
    let (before, after) = (at(Occasion::Before), at(Occasion::After));
    Some(InstrumentQuality {
        instrument: info.instrument.id.clone(),
        program: info.instrument.program.clone(),
        may_answer: batches.map(|batch| batch.attended.len() as u32).sum(),
        before: quality(&before, items, policy),
        after: quality(&after, items, policy),
        shifts: shifts(&before, &after, items, policy),
    })
}

fn quality(rows: &Rows<'_>, items: &[Item], policy: &EvaluationPolicy) -> Option<ItemQuality> {
    let rows: Vec<Vec<f64>> = rows.values().map(|row| row.to_vec()).collect();
    let quality = of_points(&rows, items, policy.level).ok()?;
    (quality.people >= policy.min_group.max(2)).then_some(quality)
}

fn shifts(
    before: &Rows<'_>,
    after: &Rows<'_>,
    items: &[Item],
    policy: &EvaluationPolicy,
) -> Vec<ShiftOfItem> {
    let twice = before
        .iter()
        .filter_map(|(key, row)| Some((*row, *after.get(key)?)));
    let (first, second): (Vec<&[f64]>, Vec<&[f64]>) = twice.unzip();
    if (first.len() as u32) < policy.min_group.max(2) {
        return Vec::new();
    }
    let shifts = item_shifts(&first, &second).map_or_else(|_| Vec::new(), |result| result.items);
    let named = items.iter().zip(shifts);
    named
        .map(|(item, shift)| ShiftOfItem {
            item: item.code.clone(),
            shift,
        })
        .collect()
}
