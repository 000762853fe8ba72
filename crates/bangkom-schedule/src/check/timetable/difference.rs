use std::collections::BTreeMap;

use bangkom_domain::id::SessionId;
use serde::{Deserialize, Serialize};

use super::analysis::analyze;
use super::compare::compare;
use crate::rules::Score;
use crate::rules::timetable::Match;
use crate::timetable::problem::{Assignment, Problem, Timetable};

/// One session that is not where it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Changed {
    /// Which session.
    pub session: SessionId,
    /// Where it was; none when it had no place.
    pub before: Option<Assignment>,
    /// Where it is; none when it has no place.
    pub after: Option<Assignment>,
}

/// What two plans of one problem differ in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// The sessions that are not where they were, in order.
    pub changed: Vec<Changed>,
    /// The score of the first plan.
    pub before: Score,
    /// The score of the second plan.
    pub after: Score,
    /// The cases of broken rules that only the first plan has.
    pub mended: Vec<Match>,
    /// The cases of broken rules that only the second plan has.
    pub added: Vec<Match>,
}

/// Compares two plans of one problem.
///
/// ```
/// # mod town { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/timetable/town.rs")); }
/// use bangkom_schedule::check::timetable::difference;
/// use bangkom_schedule::timetable::Problem;
///
/// # let (input, plan) = (town::input(), town::plan());
/// let problem = Problem::new(input).value;
/// let mut other = plan.clone();
/// other.assignments.pop();
/// let difference = difference(&problem, &plan, &other);
/// assert_eq!(difference.changed.len(), 1);
/// assert!(difference.after < difference.before);
/// ```
pub fn difference(problem: &Problem, first: &Timetable, second: &Timetable) -> Difference {
    let (before, after) = (analyze(problem, first), analyze(problem, second));
    let (mended, added) = compare(&before.matches, &after.matches);
    let mut pairs = BTreeMap::<&SessionId, (Option<&Assignment>, Option<&Assignment>)>::new();
    for assignment in &first.assignments {
        pairs
            .entry(&assignment.session)
            .or_default()
            .0
            .get_or_insert(assignment);
    }
    for assignment in &second.assignments {
        pairs
            .entry(&assignment.session)
            .or_default()
            .1
            .get_or_insert(assignment);
    }
    let changed = pairs
        .into_iter()
        .filter(|(_, (before, after))| before != after);
    let changed = changed.map(|(session, (before, after))| Changed {
        session: session.clone(),
        before: before.cloned(),
        after: after.cloned(),
    });
    Difference {
        changed: changed.collect(),
        before: before.score,
        after: after.score,
        mended,
        added,
    }
}
