use std::collections::BTreeSet;

use bangkom_domain::catalog::Catalog;
use bangkom_domain::hours::HoursEntry;
use bangkom_domain::id::{PersonId, SessionId};
use bangkom_domain::measure::Permille;
use bangkom_domain::plan::{Batch, Plan, Session};
use bangkom_domain::privacy::Personal;
use bangkom_domain::program::Program;
use bangkom_domain::results::Attendance;
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// When attendance earns the learning hours of a program.
///
/// ```
/// use bangkom_domain::measure::Permille;
/// use bangkom_schedule::enrol::CreditRule;
///
/// assert_eq!(CreditRule::default().least, Permille::new(800)?);
/// # Ok::<(), bangkom_domain::measure::OutOfRange>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreditRule {
    /// The least share of the slots of a batch that a person must be there.
    pub least: Permille,
}

impl Default for CreditRule {
    fn default() -> Self {
        let least = Permille::new(800).unwrap_or(Permille::MAX);
        Self { least }
    }
}

/// The learning hours that the people of a plan have earned by being there.
///
/// Hours count on the last day of the batch, once the share of the slots attended is reached;
/// who is not in the attendance of a session was not there. Ordered by person, day and program.
///
/// ```
/// # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
/// use bangkom_domain::progress::Silent;
/// use bangkom_domain::results::Attendance;
/// use bangkom_schedule::enrol::{CreditRule, credits};
/// use bangkom_schedule::{Inputs, PlanOptions, Problem, plan};
///
/// # let city = small::city();
/// let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
/// let problem = Problem::new(inputs).value;
/// let plan = plan(&problem, &PlanOptions::default(), &mut Silent)?.into_plan();
/// let batch = &plan.batches[0];
/// let person = batch.seats[0].person;
/// let there = batch.sessions.iter().map(|session| Attendance {
///     session: session.id.clone(),
///     person,
///     present: true.into(),
/// });
/// let earned = credits(&plan, &city.catalog, &there.collect::<Vec<_>>(), CreditRule::default());
/// assert_eq!((earned.len(), earned[0].person), (1, person));
/// # Ok::<(), bangkom_schedule::PlanError>(())
/// ```
#[doc(alias = "JP")]
pub fn credits(
    plan: &Plan,
    catalog: &Catalog,
    attendance: &[Attendance],
    rule: CreditRule,
) -> Vec<HoursEntry> {
    let rows = attendance.iter().filter(|row| *row.present.reveal());
    let there: BTreeSet<(&SessionId, PersonId)> =
        rows.map(|row| (&row.session, row.person)).collect();
    let mut earned = Vec::new();
    for batch in &plan.batches {
        let Some(program) = catalog.program(&batch.program) else {
            continue;
        };
        let persons = batch.seats.iter().map(|seat| seat.person);
        let enough = persons.filter(|person| attended(batch, *person, &there, rule));
        earned.extend(enough.filter_map(|person| entry(batch, program, person)));
    }
    earned.sort_by(|a, b| (a.person, a.date, &a.program).cmp(&(b.person, b.date, &b.program)));
    earned
}

fn attended(
    batch: &Batch,
    person: PersonId,
    there: &BTreeSet<(&SessionId, PersonId)>,
    rule: CreditRule,
) -> bool {
    let all: u64 = batch.sessions.iter().map(|s| u64::from(s.slots())).sum();
    let present = batch
        .sessions
        .iter()
        .filter(|s| there.contains(&(&s.id, person)));
    let slots: u64 = present.map(|session| u64::from(session.slots())).sum();
    all > 0 && slots * 1_000 >= all * u64::from(rule.least.get())
}

fn entry(batch: &Batch, program: &Program, person: PersonId) -> Option<HoursEntry> {
    let date = batch.sessions.iter().filter_map(Session::last_day).max()?;
    let until = |months: u16| -> Option<NaiveDate> {
        date.checked_add_months(Months::new(u32::from(months)))?
            .pred_opt()
    };
    Some(HoursEntry {
        person,
        date,
        hours: Personal::new(program.learning_hours()?),
        method: program.modules.first()?.method,
        program: Some(program.id.clone()),
        valid_until: program.certificate_months.and_then(until),
    })
}
