use std::collections::BTreeMap;

use bangkom_domain::calendar::Period;
use bangkom_domain::id::{ProgramId, UnitId};
use bangkom_domain::roster::Roster;
use chrono::NaiveDate;

use crate::intake::Intake;

/// The days of the batches in which people of a unit took part, first to last.
pub(super) type Windows<'a> = BTreeMap<&'a UnitId, Period>;

/// The units of attenders, and all above them, with the days of their batches.
pub(super) fn windows<'a>(
    program: &ProgramId,
    intake: &Intake<'_>,
    roster: &'a Roster,
    as_of: NaiveDate,
) -> Windows<'a> {
    let mut windows = Windows::new();
    let over = intake
        .batches
        .iter()
        .filter(|info| info.program.id == *program);
    for info in over.filter(|info| info.is_over(as_of)) {
        let days = info.first_day().zip(info.last_day());
        let Some(days) = days.and_then(|(first, last)| Period::new(first, last).ok()) else {
            continue;
        };
        let people = info
            .attended
            .iter()
            .filter_map(|person| roster.employee(*person));
        for unit in people.map(|employee| &employee.unit) {
            for unit in std::iter::once(unit).chain(roster.units().ancestors(unit)) {
                let window = windows.entry(unit).or_insert(days);
                let first = window.first().min(days.first());
                *window = Period::new(first, window.last().max(days.last())).unwrap_or(days);
            }
        }
    }
    windows
}
