use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Decision, DecisionFinding, DecisionSubject, Decisions, Verdict};
use crate::distinct::distinct;
use crate::finding::{Checked, Findings};

/// Sets aside decisions that cannot hold, and orders the others: the earliest first.
///
/// ```
/// use bangkom_domain::decision::{self, Decisions};
/// use bangkom_domain::{finding::Explain, json};
/// use chrono::NaiveDate;
///
/// let given: Decisions = json::read(r#"{ "schema": "bangkom.decisions/1", "decisions": [{
///     "id": "6f2c1a52-0b66-4c53-9c5b-8a1c2c3d4e5f", "by": "KEPALA-BKPSDM", "on": "2026-03-02",
///     "subject": { "batch": "DATA/b01" }, "verdict": "approve", "reason": " " }] }"#)?;
/// let today = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
/// let checked = decision::check(given, today);
/// assert_eq!(checked.findings.as_slice()[0].code(), "decision.reason_missing");
/// assert_eq!(checked.value.decisions.len(), 1);
/// # Ok::<(), bangkom_domain::json::ReadError>(())
/// ```
pub fn check(decisions: Decisions, as_of: NaiveDate) -> Checked<Decisions, DecisionFinding> {
    let rows = distinct(decisions.decisions, |decision| decision.id);
    let repeated = rows.repeated.into_iter();
    let conflicting = rows.conflicting.into_iter();
    let mut findings: Vec<DecisionFinding> = repeated
        .map(|decision| DecisionFinding::DecisionRepeated { decision })
        .chain(conflicting.map(|decision| DecisionFinding::DecisionConflict { decision }))
        .collect();
    let mut kept: Vec<Decision> = rows.kept.into_values().collect();
    let verdicts = verdicts(&kept);
    kept.retain(|decision| {
        let before = findings.len();
        findings.extend(errors(decision, &verdicts, as_of));
        findings.len() == before
    });
    let unexplained = kept
        .iter()
        .filter(|one| one.reason.reveal().trim().is_empty());
    findings.extend(unexplained.map(|one| DecisionFinding::ReasonMissing { decision: one.id }));
    kept.sort_by_key(|decision| (decision.on, decision.id));
    Checked {
        value: Decisions {
            decisions: kept,
            ..decisions
        },
        findings: Findings::new(findings),
    }
}

type Matter = (NaiveDate, DecisionSubject);

fn verdicts(decisions: &[Decision]) -> BTreeMap<Matter, Vec<Verdict>> {
    let mut verdicts = BTreeMap::<Matter, Vec<Verdict>>::new();
    for decision in decisions {
        let matter = (decision.on, decision.subject.clone());
        verdicts.entry(matter).or_default().push(decision.verdict);
    }
    verdicts
}

/// To propose, verify and approve on one day is no contradiction; to reject beside any is.
fn errors(
    decision: &Decision,
    verdicts: &BTreeMap<Matter, Vec<Verdict>>,
    as_of: NaiveDate,
) -> Vec<DecisionFinding> {
    let mut errors = Vec::new();
    if decision.on > as_of {
        errors.push(DecisionFinding::DateInFuture {
            decision: decision.id,
            on: decision.on,
        });
    }
    let rejects = |verdict: &Verdict| *verdict == Verdict::Reject;
    let of_that_day = verdicts.get(&(decision.on, decision.subject.clone()));
    if of_that_day.is_some_and(|all| all.iter().any(rejects) && !all.iter().all(rejects)) {
        errors.push(DecisionFinding::Contradiction {
            decision: decision.id,
            on: decision.on,
        });
    }
    errors
}
