use serde::{Deserialize, Serialize};

use super::analysis::analyze;
use super::compare::compare;
use crate::rules::Score;
use crate::rules::timetable::{Match, Severity};
use crate::timetable::problem::{Assignment, Problem, Timetable};

/// What an assignment would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhyNot {
    /// The score of the plan as it is.
    pub before: Score,
    /// The score of the plan with the assignment.
    pub after: Score,
    /// Every reason against it: the cases of broken rules that it would add.
    pub against: Vec<Match>,
    /// What speaks for it: the cases that it would take away.
    pub mended: Vec<Match>,
    /// Whether a rule that blocks is among the reasons.
    pub is_blocked: bool,
}

/// Why a session does not have a certain slot, room and instructor.
///
/// The assignment takes the place of the one that the session has, if it has one; everything
/// else stays. Gives every reason, never only the first.
///
/// ```
/// # mod town { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/timetable/town.rs")); }
/// use bangkom_schedule::check::timetable::why_not;
/// use bangkom_schedule::timetable::{Assignment, Problem};
///
/// # let (input, plan) = (town::input(), town::plan());
/// let problem = Problem::new(input).value;
/// // The last session, at the time of the first and in its room.
/// let (first, last) = (&plan.assignments[0], &plan.assignments[7]);
/// let wished = Assignment { start: first.start, room: first.room.clone(), ..last.clone() };
/// let answer = why_not(&problem, &plan, &wished);
/// assert!(answer.is_blocked && answer.against.len() > 2);
/// assert!(answer.after < answer.before);
/// ```
pub fn why_not(problem: &Problem, plan: &Timetable, assignment: &Assignment) -> WhyNot {
    let before = analyze(problem, plan);
    let after = analyze(problem, &with(plan, assignment));
    let (mended, against) = compare(&before.matches, &after.matches);
    let blocks = |found: &Match| problem.rules().of(found.rule).severity == Severity::Block;
    WhyNot {
        before: before.score,
        after: after.score,
        is_blocked: against.iter().any(blocks),
        against,
        mended,
    }
}

/// The plan with this assignment instead of the session's own.
fn with(plan: &Timetable, assignment: &Assignment) -> Timetable {
    let others = plan
        .assignments
        .iter()
        .filter(|other| other.session != assignment.session);
    let mut assignments: Vec<Assignment> = others.cloned().collect();
    let at = assignments.partition_point(|other| other.session < assignment.session);
    assignments.insert(at, assignment.clone());
    Timetable { assignments }
}
