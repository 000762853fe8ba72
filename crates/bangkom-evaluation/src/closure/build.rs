use std::collections::BTreeMap;

use bangkom_domain::catalog::Catalog;
use bangkom_domain::id::{CompetencyId, PersonId, UnitId};
use bangkom_domain::program::Program;
use bangkom_domain::results::InstrumentKind;
use bangkom_domain::roster::Roster;

use super::GapClosure;
use crate::compare::{hide_small_rest, occasions};
use crate::evaluation::level_of;
use crate::intake::Intake;
use crate::policy::EvaluationPolicy;

/// The gaps of one person before and after, in levels.
type Gaps = (f64, f64);

/// The closure of gaps, by competency; the city first, then its agencies.
pub(crate) fn closures(
    intake: &Intake<'_>,
    roster: &Roster,
    catalog: &Catalog,
    policy: &EvaluationPolicy,
) -> Vec<GapClosure> {
    let mut all = Vec::new();
    for (competency, people) in gaps(intake, roster, catalog) {
        let mut agencies = BTreeMap::<&UnitId, Vec<Gaps>>::new();
        for (person, gaps) in &people {
            if let Some(employee) = roster.employee(*person) {
                let agency = roster.units().agency_of(&employee.unit);
                agencies
                    .entry(agency.unwrap_or(&employee.unit))
                    .or_default()
                    .push(*gaps);
            }
        }
        let everybody: Vec<Gaps> = people.into_values().collect();
        let enough = everybody.len() as u32 >= policy.min_group;
        all.push(closure(&competency, None, &everybody, enough));
        let counts: Vec<u32> = agencies.values().map(|gaps| gaps.len() as u32).collect();
        let shown = hide_small_rest(&counts, policy.min_group);
        let agencies = agencies.into_iter().zip(shown);
        all.extend(
            agencies.map(|((unit, gaps), shown)| {
                closure(&competency, Some(unit.clone()), &gaps, shown)
            }),
        );
    }
    all
}

/// The gaps of attenders measured before and after on a test, the last program counting.
fn gaps(
    intake: &Intake<'_>,
    roster: &Roster,
    catalog: &Catalog,
) -> BTreeMap<CompetencyId, BTreeMap<PersonId, Gaps>> {
    let tests = [InstrumentKind::KnowledgeTest, InstrumentKind::SkillTest];
    let mut all = BTreeMap::<CompetencyId, BTreeMap<PersonId, Gaps>>::new();
    let mut batches: Vec<_> = intake.batches.iter().collect();
    batches.sort_by_key(|batch| (batch.last_day(), &batch.batch.id));
    for batch in batches {
        let own = intake.instruments.values().filter(|info| {
            info.instrument.program == batch.program.id && tests.contains(&info.instrument.kind)
        });
        for info in own {
            let Some(competency) = &info.instrument.competency else {
                continue;
            };
            for one in occasions(batch, &info.instrument.id, &intake.scores) {
                let level = |score: Option<f64>| level_of(info, batch.program, competency, score?);
                let required = required(one.person, competency, batch.program, roster, catalog);
                let levels = level(one.before).zip(level(one.after)).zip(required);
                if let (true, Some(((before, after), required))) = (one.attended, levels) {
                    let gap = |level: f64| (required - level).max(0.0);
                    let people = all.entry(competency.clone()).or_default();
                    people.insert(one.person, (gap(before), gap(after)));
                }
            }
        }
    }
    all
}

fn required(
    person: PersonId,
    competency: &CompetencyId,
    program: &Program,
    roster: &Roster,
    catalog: &Catalog,
) -> Option<f64> {
    let position = &roster.employee(person)?.position;
    let standard = catalog.standard(position).iter();
    let mut of_position = standard.filter(|entry| entry.competency == *competency);
    let outcomes = program.modules.iter().flat_map(|module| &module.outcomes);
    let of_program = outcomes
        .filter(|outcome| outcome.competency == *competency)
        .map(|outcome| outcome.to)
        .max();
    let level = of_position.next().map(|entry| entry.level).or(of_program)?;
    Some(f64::from(level.get()))
}

fn closure(
    competency: &CompetencyId,
    unit: Option<UnitId>,
    gaps: &[Gaps],
    shown: bool,
) -> GapClosure {
    let before: f64 = gaps.iter().map(|(before, _)| before).sum();
    let after: f64 = gaps.iter().map(|(_, after)| after).sum();
    let with_gap = gaps.iter().filter(|(before, _)| *before > 0.0).count() as u32;
    GapClosure {
        competency: competency.clone(),
        unit,
        people: gaps.len() as u32,
        with_gap: shown.then_some(with_gap),
        gap_before: shown.then_some(before),
        gap_after: shown.then_some(after),
        closed: (shown && before > 0.0).then(|| (before - after) / before),
    }
}
