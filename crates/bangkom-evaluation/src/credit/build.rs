use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::hours::{HoursEntry, HoursLedger};
use bangkom_domain::id::{BatchId, PersonId};
use bangkom_domain::measure::LearningHours;
use bangkom_domain::program::{DeliveryMethod, Program};
use chrono::Months;

use crate::intake::{BatchInfo, Intake};
use crate::person::PersonOutcome;
use crate::policy::EvaluationPolicy;

/// An entry for everybody who passed, by person, day and method.
///
/// Somebody passed who attended a batch that is over and reached every mastery score that its
/// instruments have; a test with a mark that is missing is not passed. Where attendance was not
/// recorded nobody is credited.
pub(crate) fn credits(
    intake: &Intake<'_>,
    outcomes: &[PersonOutcome],
    policy: &EvaluationPolicy,
) -> HoursLedger {
    let failed: BTreeSet<(&BatchId, PersonId)> = outcomes
        .iter()
        .filter(|one| *one.mastered.reveal() != Some(true))
        .filter(|one| {
            let info = intake.instruments.get(&one.instrument);
            info.is_some_and(|info| info.mastery.is_some())
        })
        .map(|one| (&one.batch, one.person))
        .collect();
    let tested: BTreeSet<&BatchId> = outcomes.iter().map(|one| &one.batch).collect();
    let over = intake.batches.iter().filter(|batch| {
        batch.is_over(policy.as_of) && batch.attendance_known && tested.contains(&batch.batch.id)
    });
    let mut entries: Vec<HoursEntry> = over
        .flat_map(|batch| {
            let passed = batch.attended.iter();
            let passed = passed.filter(|person| !failed.contains(&(&batch.batch.id, **person)));
            passed.flat_map(move |person| of_person(*person, batch))
        })
        .collect();
    entries.sort_by(|a, b| {
        (a.person, a.date, &a.program, a.method.code()).cmp(&(
            b.person,
            b.date,
            &b.program,
            b.method.code(),
        ))
    });
    HoursLedger {
        entries,
        ..HoursLedger::default()
    }
}

fn of_person(person: PersonId, batch: &BatchInfo<'_>) -> Vec<HoursEntry> {
    let Some(date) = batch.last_day() else {
        return Vec::new();
    };
    let months = batch.program.certificate_months;
    let valid_until = months.and_then(|months| date.checked_add_months(Months::new(months.into())));
    let entries = hours(batch.program)
        .into_iter()
        .map(|(method, hours)| HoursEntry {
            person,
            date,
            hours: hours.into(),
            method,
            program: Some(batch.program.id.clone()),
            valid_until,
        });
    entries.collect()
}

/// The learning hours of a program by method.
fn hours(program: &Program) -> Vec<(DeliveryMethod, LearningHours)> {
    let mut sums = BTreeMap::<&'static str, (DeliveryMethod, u32)>::new();
    for module in &program.modules {
        let sum = sums
            .entry(module.method.code())
            .or_insert((module.method, 0));
        sum.1 += u32::from(module.hours.get());
    }
    let hours = sums.into_values();
    hours
        .filter_map(|(method, hours)| Some((method, LearningHours::new(hours).ok()?)))
        .collect()
}
