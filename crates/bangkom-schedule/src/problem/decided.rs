use std::collections::BTreeMap;

use bangkom_domain::decision::{Decision, DecisionSubject, Decisions, Verdict};
use bangkom_domain::id::{BatchId, PersonId, ProgramId};

use super::ProblemFinding;

/// The decision in force on each subject.
#[derive(Debug, Clone, Default)]
pub(crate) struct Decided<'a>(BTreeMap<&'a DecisionSubject, &'a Decision>);

impl<'a> Decided<'a> {
    /// The latest decision on each subject; of one day, a rejection holds.
    pub(crate) fn new(decisions: &'a Decisions, findings: &mut Vec<ProblemFinding>) -> Self {
        let mut order: Vec<&Decision> = decisions.decisions.iter().collect();
        order.sort_by_key(|decision| (decision.on, rejects(decision), decision.id));
        let mut decided = BTreeMap::<&DecisionSubject, &Decision>::new();
        for decision in order {
            let earlier = decided.insert(&decision.subject, decision);
            let conflict = earlier
                .filter(|other| other.on == decision.on && rejects(other) != rejects(decision));
            if let Some(other) = conflict {
                findings.push(ProblemFinding::DecisionConflict { decision: other.id });
            }
        }
        Self(decided)
    }

    fn rejection(&self, subject: &DecisionSubject) -> Option<&'a Decision> {
        self.0
            .get(subject)
            .copied()
            .filter(|decision| rejects(decision))
    }

    /// The decision that forbids the claim, or that excludes the person.
    pub(crate) fn forbids(&self, person: PersonId, program: &ProgramId) -> Option<&'a Decision> {
        let claim = DecisionSubject::Demand {
            person,
            program: program.clone(),
        };
        self.rejection(&claim)
            .or_else(|| self.rejection(&DecisionSubject::Person(person)))
    }

    pub(crate) fn rejected_batch(&self, batch: &BatchId) -> bool {
        self.rejection(&DecisionSubject::Batch(batch.clone()))
            .is_some()
    }

    pub(crate) fn approved_batch(&self, batch: &BatchId) -> bool {
        self.0
            .get(&DecisionSubject::Batch(batch.clone()))
            .is_some_and(|decision| decision.verdict == Verdict::Approve)
    }
}

fn rejects(decision: &Decision) -> bool {
    decision.verdict == Verdict::Reject
}
