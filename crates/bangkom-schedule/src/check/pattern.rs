use bangkom_domain::plan::{Batch, Session};
use bangkom_domain::program::{Program, SessionTemplate};

use super::PlanViolation as V;
use super::context::{At, Context, extent, slots};

/// Sessions follow the pattern of the program, in working slots, within horizon and deadline.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<V>) {
    for (_, session) in context.sessions() {
        times(context, session, found);
    }
    for batch in &context.plan.batches {
        if let Some(program) = context.program(batch) {
            pattern(context, batch, program, found);
        }
    }
}

fn times(context: &Context<'_>, session: &Session, found: &mut Vec<V>) {
    let horizon = context.inputs.resources.horizon;
    let id = || session.id.clone();
    let mut outside = None;
    let mut working = true;
    for (day, slot) in slots(session) {
        if !horizon.contains(day) {
            if outside.replace(day) != Some(day) {
                found.push(V::OutsideHorizon { session: id(), day });
            }
        } else if usize::from(slot) >= context.calendar.slots(day).len() {
            found.push(V::NotWorking {
                session: id(),
                day,
                slot,
            });
            working = false;
        }
    }
    if outside.is_none() && working {
        consecutive(context, session, found);
    }
}

fn consecutive(context: &Context<'_>, session: &Session, found: &mut Vec<V>) {
    let all: Vec<At> = slots(session).collect();
    for pair in all.windows(2) {
        if context.next(pair[0]) != Some(pair[1]) {
            found.push(V::NotConsecutive {
                session: session.id.clone(),
            });
            return;
        }
        let days = (pair[1].0 - pair[0].0).num_days() - 1;
        let most = context.inputs.policy.max_pause_days;
        if let Some(greatest) = most.filter(|most| days > i64::from(*most)) {
            found.push(V::PauseTooLong {
                session: session.id.clone(),
                days,
                greatest,
            });
        }
    }
}

fn pattern(context: &Context<'_>, batch: &Batch, program: &Program, found: &mut Vec<V>) {
    let matching = batch.sessions.len() == program.sessions.len()
        && batch
            .sessions
            .iter()
            .zip(&program.sessions)
            .all(|(session, template)| {
                session.kind == template.kind && session.module == template.module
            });
    if matching {
        for (session, template) in batch.sessions.iter().zip(&program.sessions) {
            length(session, template, found);
        }
        for (row, template) in program.sessions.iter().enumerate().skip(1) {
            distance(
                context,
                &batch.sessions[row - 1],
                &batch.sessions[row],
                template,
                found,
            );
        }
    } else {
        found.push(V::SessionPattern {
            batch: batch.id.clone(),
        });
    }
    deadline(batch, program, found);
    not_before(context, batch, found);
}

fn not_before(context: &Context<'_>, batch: &Batch, found: &mut Vec<V>) {
    let begin = extent(batch).map(|(begin, _)| begin.0);
    if let (Some(not_before), Some(begin)) = (context.inputs.policy.not_before, begin)
        && begin < not_before
        && !context.earlier.contains_key(&batch.id)
    {
        found.push(V::BeginsTooEarly {
            batch: batch.id.clone(),
            not_before,
        });
    }
}

fn length(session: &Session, template: &SessionTemplate, found: &mut Vec<V>) {
    if session.slots() != u32::from(template.slots) {
        found.push(V::SessionLength {
            session: session.id.clone(),
            slots: session.slots(),
            needed: template.slots,
        });
    }
}

fn distance(
    context: &Context<'_>,
    before: &Session,
    session: &Session,
    template: &SessionTemplate,
    found: &mut Vec<V>,
) {
    let (Some(end), Some(begin)) = (slots(before).max(), slots(session).min()) else {
        return;
    };
    let days = (begin.0 - end.0).num_days();
    let right = match template.gap {
        None => context.next(end) == Some(begin),
        Some(gap) => {
            begin > end && (i64::from(gap.min_days)..=i64::from(gap.max_days)).contains(&days)
        }
    };
    if !right {
        found.push(V::GapOutOfRange {
            session: session.id.clone(),
            days,
        });
    }
}

fn deadline(batch: &Batch, program: &Program, found: &mut Vec<V>) {
    let end = extent(batch).map(|(_, end)| end.0);
    if let (Some(deadline), Some(end)) = (program.deadline, end)
        && end > deadline
    {
        found.push(V::PastDeadline {
            batch: batch.id.clone(),
            deadline,
        });
    }
}
