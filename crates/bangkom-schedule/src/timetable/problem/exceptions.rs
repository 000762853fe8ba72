use super::{Exception, Problem, TimetableFinding as F};
use crate::rules::timetable::Rule;

/// Keeps the exceptions that mean something, in order, each once.
pub(super) fn clean(problem: &mut Problem, findings: &mut Vec<F>) {
    let mut exceptions = std::mem::take(&mut problem.input.exceptions);
    exceptions.sort();
    exceptions.dedup();
    exceptions.retain(|exception| {
        let finding = finding(problem, exception);
        let sound = finding.is_none();
        findings.extend(finding);
        sound
    });
    for exception in &exceptions {
        let rules = problem.excepted.entry(exception.session.clone());
        *rules.or_insert(0) |= exception.rule.bit();
    }
    problem.input.exceptions = exceptions;
}

fn finding(problem: &Problem, exception: &Exception) -> Option<F> {
    let session = exception.session.clone();
    if problem.session(&session).is_none() {
        return Some(F::SessionUnknown { session });
    }
    let rule: Rule = exception.rule;
    (!rule.may_be_excepted()).then(|| F::NoExceptionPossible {
        session,
        rule: rule.id().to_owned(),
    })
}
