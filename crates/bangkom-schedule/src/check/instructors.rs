use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::InstructorId;
use bangkom_domain::plan::{Batch, Session};
use bangkom_domain::program::SessionTemplate;
use bangkom_domain::resources::{Instructor, InstructorKind};

use super::PlanViolation as V;
use super::context::{Context, days, slots};
use super::overlap::Occupied;

/// Instructors suffice, are qualified, available, under contract, and teach one session at a time.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<V>) {
    let mut occupied = Occupied::new();
    let mut taught = BTreeMap::<&InstructorId, u32>::new();
    for (batch, session) in context.sessions() {
        for person in teachers(context, session) {
            occupied.take(&person.id, &session.id, slots(session));
            *taught.entry(&person.id).or_default() += session.slots();
            fit(batch, session, person, found);
        }
    }
    for batch in &context.plan.batches {
        let templates = context.program(batch).map_or(&[][..], |p| &p.sessions);
        for (session, template) in batch.sessions.iter().zip(templates) {
            count(context, session, template, found);
        }
    }
    overload(context, &taught, found);
    for clash in occupied.clashes() {
        found.push(V::InstructorConflict {
            instructor: clash.member.clone(),
            first: clash.first.clone(),
            second: clash.second.clone(),
            day: clash.at.0,
            slot: clash.at.1,
        });
    }
}

fn teachers<'a>(context: &Context<'a>, session: &'a Session) -> Vec<&'a Instructor> {
    let ids: BTreeSet<&InstructorId> = session.instructors.iter().collect();
    ids.into_iter()
        .filter_map(|id| context.instructors.get(id).copied())
        .collect()
}

fn fit(batch: &Batch, session: &Session, person: &Instructor, found: &mut Vec<V>) {
    let ids = || (session.id.clone(), person.id.clone());
    if !person.qualified_for.contains(&batch.program) {
        let (session, instructor) = ids();
        found.push(V::NotQualified {
            session,
            instructor,
        });
    }
    for day in days(session) {
        let (session, instructor) = ids();
        if person.unavailable.iter().any(|period| period.contains(day)) {
            found.push(V::InstructorUnavailable {
                session,
                instructor,
                day,
            });
        } else if !person.contract.is_empty()
            && !person.contract.iter().any(|period| period.contains(day))
        {
            found.push(V::OutsideContract {
                session,
                instructor,
                day,
            });
        }
    }
}

fn count(context: &Context<'_>, session: &Session, template: &SessionTemplate, found: &mut Vec<V>) {
    let distinct: BTreeSet<&InstructorId> = session.instructors.iter().collect();
    let given = distinct.len() as u32;
    if given != u32::from(template.instructors) || given != session.instructors.len() as u32 {
        found.push(V::InstructorCount {
            session: session.id.clone(),
            given: session.instructors.len() as u32,
            needed: template.instructors,
        });
    }
    let experts = teachers(context, session)
        .iter()
        .filter(|person| person.kind == InstructorKind::InvitedExpert)
        .count() as u32;
    if experts < u32::from(template.experts) {
        found.push(V::ExpertCount {
            session: session.id.clone(),
            given: experts,
            needed: template.experts,
        });
    }
}

fn overload(context: &Context<'_>, taught: &BTreeMap<&InstructorId, u32>, found: &mut Vec<V>) {
    for (id, slots) in taught {
        let greatest = context
            .instructors
            .get(id)
            .map_or(0, |person| person.max_slots);
        if *slots > greatest {
            found.push(V::InstructorOverload {
                instructor: (*id).clone(),
                slots: *slots,
                greatest,
            });
        }
    }
}
