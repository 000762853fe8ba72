use std::collections::BTreeSet;

use super::{Assignment, Problem, TimetableFinding as F};
use crate::rules::timetable::{Subject, View, blocking};

/// Keeps one assignment of each known session, and releases pins that break a blocking rule.
pub(super) fn clean(problem: &mut Problem, findings: &mut Vec<F>) {
    let mut published = std::mem::take(&mut problem.input.published);
    known(problem, &mut published, findings);
    problem.input.published = published;
    let mut pins = std::mem::take(&mut problem.input.pins);
    known(problem, &mut pins, findings);
    while let Some((index, rule)) = broken(problem, &pins) {
        let pin = pins.remove(index);
        let session = pin.session;
        findings.push(F::PinBroken { session, rule });
    }
    problem.input.pins = pins;
}

fn known(problem: &Problem, list: &mut Vec<Assignment>, findings: &mut Vec<F>) {
    list.sort();
    let mut seen = BTreeSet::new();
    list.retain(|assignment| {
        let session = &assignment.session;
        let is_known = problem.session(session).is_some();
        if !is_known {
            findings.push(F::SessionUnknown {
                session: session.clone(),
            });
        }
        is_known && seen.insert(session.clone())
    });
}

/// The last pin that a broken rule names, and the rule.
fn broken(problem: &Problem, pins: &[Assignment]) -> Option<(usize, String)> {
    let matches = blocking(&View::new(problem, pins), problem.rules());
    let first = matches.first()?;
    let named = |pin: &Assignment| {
        first
            .subjects
            .contains(&Subject::Session(pin.session.clone()))
    };
    // A rule on units and instructors names no session: the last pin goes.
    let index = pins.iter().rposition(named).or(pins.len().checked_sub(1))?;
    Some((index, first.rule.id().to_owned()))
}
