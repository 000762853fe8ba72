use std::collections::BTreeSet;

use bangkom_domain::id::SessionId;
use serde::{Deserialize, Serialize};

use super::candidates::candidates;
use super::why_not::{WhyNot, why_not};
use crate::rules::timetable::{Match, Rule, Severity};
use crate::timetable::problem::{Assignment, Problem, Session, Timetable};

/// What would have to give way for a session to have a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relaxation {
    /// The place.
    pub assignment: Assignment,
    /// The cases of rules that block which it would break.
    pub against: Vec<Match>,
}

/// Why a session has no place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unassigned {
    /// Which session.
    pub session: SessionId,
    /// How many places were looked at; none when no block of slots is long enough.
    pub places: u64,
    /// How many of them are free: the plan could simply be completed.
    pub free: u64,
    /// Every rule that stands against some place, with the number of places it stands against.
    pub reasons: Vec<(Rule, u64)>,
    /// The places that break fewest rules, for each set of rules one, the smallest first.
    pub relaxations: Vec<Relaxation>,
}

/// Every session without a place, with all reasons and the smallest relaxations.
///
/// Looks at every block, room and instructor of each such session; of the relaxations, those
/// whose rules contain the rules of another are left out, so that each is smallest.
///
/// ```
/// # mod town { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/timetable/town.rs")); }
/// use bangkom_schedule::check::timetable::unassigned;
/// use bangkom_schedule::timetable::Problem;
///
/// # let (input, mut plan) = (town::input(), town::plan());
/// let problem = Problem::new(input).value;
/// let dropped = plan.assignments.pop().map(|assignment| assignment.session);
/// let open = unassigned(&problem, &plan);
/// assert_eq!(Some(&open[0].session), dropped.as_ref());
/// assert!(open[0].free > 0 && !open[0].reasons.is_empty());
/// ```
pub fn unassigned(problem: &Problem, plan: &Timetable) -> Vec<Unassigned> {
    let placed: BTreeSet<_> = plan.assignments.iter().map(|a| &a.session).collect();
    let sessions = problem.batches().iter().flat_map(|batch| &batch.sessions);
    let open = sessions.filter(|session| !placed.contains(&session.id));
    let mut all: Vec<_> = open
        .map(|session| explain(problem, plan, session))
        .collect();
    all.sort_by(|first, second| first.session.cmp(&second.session));
    all
}

fn explain(problem: &Problem, plan: &Timetable, session: &Session) -> Unassigned {
    let blocks = |found: &Match| problem.rules().of(found.rule).severity == Severity::Block;
    let (mut places, mut free) = (0, 0);
    let mut reasons = vec![0_u64; Rule::ALL.len()];
    let mut ways: Vec<(BTreeSet<Rule>, Relaxation)> = Vec::new();
    for assignment in candidates(problem, session) {
        places += 1;
        let WhyNot { against, .. } = why_not(problem, plan, &assignment);
        let against: Vec<Match> = against.into_iter().filter(blocks).collect();
        let rules: BTreeSet<Rule> = against.iter().map(|found| found.rule).collect();
        free += u64::from(rules.is_empty());
        for rule in &rules {
            reasons[*rule as usize] += 1;
        }
        keep(
            &mut ways,
            rules,
            Relaxation {
                assignment,
                against,
            },
        );
    }
    ways.sort_by_key(|(_, way)| (way.against.len(), way.assignment.clone()));
    let counted = Rule::ALL
        .iter()
        .map(|rule| (*rule, reasons[*rule as usize]));
    Unassigned {
        session: session.id.clone(),
        places,
        free,
        reasons: counted.filter(|(_, places)| *places > 0).collect(),
        relaxations: ways.into_iter().map(|(_, way)| way).collect(),
    }
}

/// Keeps the way unless another needs fewer rules; of two with the same rules, the one with
/// fewer cases.
fn keep(ways: &mut Vec<(BTreeSet<Rule>, Relaxation)>, rules: BTreeSet<Rule>, way: Relaxation) {
    let better = |(other, known): &(BTreeSet<Rule>, Relaxation)| {
        let smaller = other.is_subset(&rules) && *other != rules;
        smaller || (*other == rules && known.against.len() <= way.against.len())
    };
    if rules.is_empty() || ways.iter().any(better) {
        return;
    }
    ways.retain(|(other, _)| !rules.is_subset(other));
    ways.push((rules, way));
}
