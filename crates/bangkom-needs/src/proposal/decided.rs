use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::catalog::Catalog;
use bangkom_domain::decision::{Decision, DecisionSubject, Decisions, Verdict};
use bangkom_domain::id::{PersonId, ProgramId};
use bangkom_domain::preset::Standing;
use bangkom_domain::roster::Roster;

use super::DecisionFinding;

/// What officials decided about demand; of several decisions the latest holds.
#[derive(Debug, Default)]
pub(super) struct Decided {
    excluded: BTreeSet<PersonId>,
    seats: BTreeMap<(PersonId, ProgramId), Verdict>,
}

impl Decided {
    pub(super) fn new(
        decisions: &Decisions,
        roster: &Roster,
        catalog: &Catalog,
        found: &mut Vec<DecisionFinding>,
    ) -> Self {
        let mut by_subject: BTreeMap<&DecisionSubject, Vec<&Decision>> = BTreeMap::new();
        for decision in &decisions.decisions {
            by_subject
                .entry(&decision.subject)
                .or_default()
                .push(decision);
        }
        let mut decided = Self::default();
        for (subject, mut group) in by_subject {
            group.sort_by_key(|decision| (std::cmp::Reverse(decision.on), decision.id));
            if is_known(subject, group[0], roster, catalog, found)
                && let Some(verdict) = latest(&group, found)
            {
                decided.follow(subject, verdict);
            }
        }
        decided
    }

    fn follow(&mut self, subject: &DecisionSubject, verdict: Verdict) {
        match subject {
            DecisionSubject::Person(person) if verdict == Verdict::Reject => {
                self.excluded.insert(*person);
            }
            DecisionSubject::Demand { person, program } => {
                self.seats.insert((*person, program.clone()), verdict);
            }
            _ => {}
        }
    }

    /// Whether the person is left out of every computation.
    pub(super) fn excludes(&self, person: PersonId) -> bool {
        self.excluded.contains(&person)
    }

    /// Whether an official refused this seat.
    pub(super) fn refuses(&self, person: PersonId, program: &ProgramId) -> bool {
        self.verdict(person, program) == Some(Verdict::Reject)
    }

    /// How far this seat has gone towards a decision.
    pub(super) fn standing(&self, person: PersonId, program: &ProgramId) -> Standing {
        match self.verdict(person, program) {
            Some(Verdict::Approve) => Standing::Decided,
            Some(Verdict::Verify) => Standing::Verified,
            _ => Standing::Proposed,
        }
    }

    /// The seats that officials asked for or confirmed, by person.
    pub(super) fn granted(&self) -> impl Iterator<Item = &(PersonId, ProgramId)> {
        let granted = |verdict: &Verdict| *verdict != Verdict::Reject;
        self.seats
            .iter()
            .filter(move |(_, verdict)| granted(verdict))
            .map(|(seat, _)| seat)
    }

    fn verdict(&self, person: PersonId, program: &ProgramId) -> Option<Verdict> {
        self.seats.get(&(person, program.clone())).copied()
    }
}

fn is_known(
    subject: &DecisionSubject,
    decision: &Decision,
    roster: &Roster,
    catalog: &Catalog,
    found: &mut Vec<DecisionFinding>,
) -> bool {
    let before = found.len();
    let (person, program) = match subject {
        DecisionSubject::Demand { person, program } => (Some(*person), Some(program)),
        DecisionSubject::Person(person) => (Some(*person), None),
        DecisionSubject::Batch(_) => (None, None),
    };
    let decision = decision.id;
    if let Some(person) = person.filter(|person| roster.employee(*person).is_none()) {
        found.push(DecisionFinding::UnknownPerson { decision, person });
    }
    if let Some(program) = program.filter(|program| catalog.program(program).is_none()) {
        let program = program.clone();
        found.push(DecisionFinding::UnknownProgram { decision, program });
    }
    found.len() == before
}

/// The verdict of the last day: of several the one that goes furthest, unless one refuses what
/// another grants.
fn latest(group: &[&Decision], found: &mut Vec<DecisionFinding>) -> Option<Verdict> {
    let first = group.first()?;
    let of_day = group.iter().take_while(|decision| decision.on == first.on);
    let refuses = |verdict: Verdict| verdict == Verdict::Reject;
    let other = of_day
        .clone()
        .find(|decision| refuses(decision.verdict) != refuses(first.verdict));
    if let Some(other) = other {
        found.push(DecisionFinding::Contradiction {
            decision: first.id,
            other: other.id,
        });
        return None;
    }
    let step = |verdict: &Verdict| match verdict {
        Verdict::Approve => 2,
        Verdict::Verify => 1,
        _ => 0,
    };
    of_day.map(|decision| decision.verdict).max_by_key(step)
}
