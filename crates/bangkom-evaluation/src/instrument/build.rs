use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{BatchId, PersonId};
use bangkom_domain::results::{InstrumentKind, Item, Occasion};
use bangkom_stats::items::item_shifts;

use super::quality::of_points;
use super::rows::{Rows, at, both, columns};
use super::{FormShift, InstrumentQuality, ItemQuality, ShiftOfItem};
use crate::agreement::{CriterionAgreement, ObserverAgreement, alpha};
use crate::intake::{Answered, InstrumentInfo, Intake};
use crate::policy::EvaluationPolicy;

/// The quality of every instrument with answers or several observers, by instrument.
pub(crate) fn instruments(
    intake: &Intake<'_>,
    policy: &EvaluationPolicy,
) -> Vec<InstrumentQuality> {
    let instruments = intake.instruments.values();
    instruments
        .filter_map(|info| of_instrument(info, intake, policy))
        .collect()
}

/// How the forms of a test compare, by the items that they share.
pub(crate) fn form_shift(
    info: &InstrumentInfo<'_>,
    intake: &Intake<'_>,
    policy: &EvaluationPolicy,
) -> Option<FormShift> {
    let own = own_answers(info, intake);
    let items = own.first()?.items;
    let (before, after) = (at(&own, Occasion::Before), at(&own, Occasion::After));
    FormShift::of(&before, &after, items, policy)
}

/// The answers of those with a seat.
fn own_answers<'a>(info: &InstrumentInfo<'_>, intake: &'a Intake<'_>) -> Vec<&'a Answered<'a>> {
    let batches = intake
        .batches
        .iter()
        .filter(|batch| batch.program.id == info.instrument.program);
    let seated: BTreeSet<(&BatchId, PersonId)> = batches
        .flat_map(|batch| batch.seats.keys().map(|person| (&batch.batch.id, *person)))
        .collect();
    let own = intake.answers.iter().filter(|one| {
        one.given.instrument == info.instrument.id
            && seated.contains(&(&one.given.batch, one.given.person))
    });
    own.collect()
}

fn of_instrument(
    info: &InstrumentInfo<'_>,
    intake: &Intake<'_>,
    policy: &EvaluationPolicy,
) -> Option<InstrumentQuality> {
    let own = own_answers(info, intake);
    let items: &[Item] = own.first().map_or(&[], |one| one.items);
    let measures = if info.instrument.kind == InstrumentKind::BehaviourChecklist {
        &intake.observations
    } else {
        &intake.scores
    };
    let agreement = ObserverAgreement::of(info, measures, Occasion::ALL, intake, policy);
    if own.is_empty() && agreement.is_none() {
        return None;
    }
    let batches = intake.batches.iter();
    let batches = batches.filter(|batch| batch.program.id == info.instrument.program);
    let (before, after) = (at(&own, Occasion::Before), at(&own, Occasion::After));
    Some(InstrumentQuality {
        instrument: info.instrument.id.clone(),
        program: info.instrument.program.clone(),
        may_answer: batches.map(|batch| batch.attended.len() as u32).sum(),
        before: quality(&before, items, Occasion::Before, policy),
        after: quality(&after, items, Occasion::After, policy),
        shifts: shifts(&before, &after, items, policy),
        forms: FormShift::of(&before, &after, items, policy),
        agreement,
        criteria: criteria(&own, items, policy),
    })
}

fn quality(
    rows: &Rows<'_>,
    items: &[Item],
    occasion: Occasion,
    policy: &EvaluationPolicy,
) -> Option<ItemQuality> {
    let rows: Vec<&[f64]> = rows.values().map(Vec::as_slice).collect();
    let (rows, items) = columns(&rows, items, |item| item.is_asked(occasion));
    let quality = of_points(&rows, &items, policy.level).ok()?;
    (quality.people >= policy.min_group.max(2)).then_some(quality)
}

/// How items asked on both occasions shifted.
fn shifts(
    before: &Rows<'_>,
    after: &Rows<'_>,
    items: &[Item],
    policy: &EvaluationPolicy,
) -> Vec<ShiftOfItem> {
    let (first, second) = both(before, after);
    if (first.len() as u32) < policy.min_group.max(2) {
        return Vec::new();
    }
    let twice = |item: &Item| item.asked.is_none();
    let (first, _) = columns(&first, items, twice);
    let (second, items) = columns(&second, items, twice);
    let shifts = item_shifts(&first, &second).map_or_else(|_| Vec::new(), |result| result.items);
    let named = items.into_iter().zip(shifts);
    named
        .map(|(item, shift)| ShiftOfItem {
            item: item.code,
            shift,
        })
        .collect()
}

/// How far observers agree on each criterion, where two or more saw enough people.
fn criteria(
    own: &[&Answered<'_>],
    items: &[Item],
    policy: &EvaluationPolicy,
) -> Vec<CriterionAgreement> {
    let mut seen = BTreeMap::<_, Vec<&Answered<'_>>>::new();
    for one in own.iter().filter(|one| one.given.observer.is_some()) {
        let given = one.given;
        let key = (&given.batch, given.person, given.occasion, given.date);
        seen.entry(key).or_default().push(one);
    }
    let of_item = |(at, item): (usize, &Item)| {
        let rows = seen.iter().map(|((_, person, ..), observers)| {
            let points = observers
                .iter()
                .map(|one| (one.given.observer, one.points[at]));
            let points: BTreeMap<_, f64> = points.filter(|(_, it)| !it.is_nan()).collect();
            (*person, points)
        });
        let (people, rows): (BTreeSet<PersonId>, Vec<_>) =
            rows.filter(|(_, points)| points.len() > 1).unzip();
        let people = people.len() as u32;
        (people >= policy.min_group.max(1)).then(|| CriterionAgreement {
            item: item.code.clone(),
            people,
            alpha: alpha(&rows),
        })
    };
    items.iter().enumerate().filter_map(of_item).collect()
}
