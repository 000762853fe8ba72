use bangkom_domain::id::SessionId;
use serde::{Deserialize, Serialize};

use super::candidates::candidates;
use super::score::score;
use super::why_not::with;
use crate::rules::Score;
use crate::timetable::problem::{Assignment, Problem, Timetable};

/// A place that a session could have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suggestion {
    /// The slot, room and instructor.
    pub assignment: Assignment,
    /// The score of the plan with it.
    pub score: Score,
}

/// The best places for one session, the best first, everything else as it is.
///
/// Tries every block, room and instructor and recomputes the whole score of each; ties are in
/// the order of slot, room and instructor. Gives at most `count`; none for an unknown session.
///
/// ```
/// # mod town { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/timetable/town.rs")); }
/// use bangkom_schedule::check::timetable::suggestions;
/// use bangkom_schedule::timetable::Problem;
///
/// # let (input, plan) = (town::input(), town::plan());
/// let problem = Problem::new(input).value;
/// let best = suggestions(&problem, &plan, &plan.assignments[7].session, 3);
/// assert_eq!(best.len(), 3);
/// assert!(best[0].score >= best[1].score);
/// ```
pub fn suggestions(
    problem: &Problem,
    plan: &Timetable,
    session: &SessionId,
    count: usize,
) -> Vec<Suggestion> {
    let Some((_, session)) = problem.session(session) else {
        return Vec::new();
    };
    let mut all: Vec<Suggestion> = candidates(problem, session)
        .map(|assignment| Suggestion {
            score: score(problem, &with(plan, &assignment)),
            assignment,
        })
        .collect();
    all.sort_by(|first, second| {
        let order = second.score.cmp(&first.score);
        order.then_with(|| first.assignment.cmp(&second.assignment))
    });
    all.truncate(count);
    all
}
