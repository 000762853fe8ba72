use super::Documents;
use crate::decision::{Decision, DecisionSubject};
use crate::evidence::{Evidence, Subject};
use crate::id::PersonId;
use crate::results::Results;

/// Which rows a pass over the documents looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rows {
    /// All of them.
    All,
    /// Those by which an engine scores people.
    Scored,
}

/// Keeps the rows whose person pleases; `None` is a row about no person. Returns how many went.
pub(super) fn retain(
    documents: &mut Documents,
    rows: Rows,
    keep: impl Fn(Option<PersonId>) -> bool,
) -> usize {
    let mut gone = 0;
    if let Some(evidence) = &mut documents.evidence {
        gone += retain_evidence(evidence, &keep);
    }
    if let Some(demand) = &mut documents.demand {
        gone += shrink(&mut demand.rows, |row| keep(Some(row.person)));
    }
    if let Some(follow_up) = &mut documents.follow_up {
        gone += shrink(&mut follow_up.actions, |row| keep(Some(row.person)));
    }
    if let Some(results) = &mut documents.results {
        gone += retain_results(results, rows, &keep);
    }
    if rows == Rows::All {
        gone += retain_unscored(documents, &keep);
    }
    gone
}

fn retain_evidence(evidence: &mut Evidence, keep: impl Fn(Option<PersonId>) -> bool) -> usize {
    shrink(&mut evidence.records, |row| keep(subject(&row.subject)))
        + shrink(&mut evidence.causes, |row| keep(subject(&row.subject)))
        + shrink(&mut evidence.exposures, |row| keep(Some(row.person)))
}

fn retain_results(
    results: &mut Results,
    rows: Rows,
    keep: impl Fn(Option<PersonId>) -> bool,
) -> usize {
    let scored = shrink(&mut results.scores, |row| keep(Some(row.person)))
        + shrink(&mut results.observations, |row| keep(Some(row.person)))
        + shrink(&mut results.answers, |row| keep(Some(row.person)))
        + shrink(&mut results.comparison, |row| keep(Some(row.person)));
    if rows == Rows::Scored {
        return scored;
    }
    scored + shrink(&mut results.attendance, |row| keep(Some(row.person)))
}

fn retain_unscored(documents: &mut Documents, keep: impl Fn(Option<PersonId>) -> bool) -> usize {
    let mut gone = 0;
    if let Some(roster) = &mut documents.roster {
        gone += shrink(&mut roster.employees, |row| keep(Some(row.id)));
    }
    if let Some(plan) = &mut documents.plan {
        for batch in &mut plan.batches {
            gone += shrink(&mut batch.seats, |seat| keep(Some(seat.person)));
        }
    }
    if let Some(hours) = &mut documents.hours {
        gone += shrink(&mut hours.entries, |row| keep(Some(row.person)));
    }
    if let Some(decisions) = &mut documents.decisions {
        gone += shrink(&mut decisions.decisions, |row| keep(decided(row)));
    }
    gone
}

fn subject(subject: &Subject) -> Option<PersonId> {
    match subject {
        Subject::Person(person) => Some(*person),
        Subject::Unit(_) => None,
    }
}

fn decided(decision: &Decision) -> Option<PersonId> {
    match &decision.subject {
        DecisionSubject::Demand { person, .. } | DecisionSubject::Person(person) => Some(*person),
        DecisionSubject::Batch(_) => None,
    }
}

fn shrink<T>(rows: &mut Vec<T>, keep: impl FnMut(&T) -> bool) -> usize {
    let before = rows.len();
    rows.retain(keep);
    before - rows.len()
}
