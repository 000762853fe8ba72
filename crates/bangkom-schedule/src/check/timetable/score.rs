use std::collections::BTreeSet;

use crate::rules::Score;
use crate::rules::timetable::{Level, Match, Rules, Severity, View, matches};
use crate::timetable::problem::{Need, Problem, Timetable};

/// How good a plan is, computed from the plan and the problem alone.
///
/// Hard is minus the units of broken rules that block; mandatory, stability and quality are
/// minus the weighted units of the rules at these levels; a mandatory session without a place
/// counts one at mandatory; value is the sum of the values of the sessions that have a place,
/// less the rules at that level.
///
/// ```
/// # mod town { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/timetable/town.rs")); }
/// use bangkom_schedule::check::timetable::score;
/// use bangkom_schedule::timetable::Problem;
///
/// # let (input, by_hand) = (town::input(), town::plan());
/// let problem = Problem::new(input).value;
/// let score = score(&problem, &by_hand);
/// assert_eq!(score.to_string(), "0hard/0mandatory/0stability/0value/0quality");
/// ```
pub fn score(problem: &Problem, plan: &Timetable) -> Score {
    let view = View::new(problem, &plan.assignments);
    of_matches(problem, plan, &matches(&view, problem.rules()))
}

/// The score of a plan whose matches are known.
pub(super) fn of_matches(problem: &Problem, plan: &Timetable, matches: &[Match]) -> Score {
    let mut score = Score::default();
    for found in matches {
        count(&mut score, found, problem.rules(), 1);
    }
    let placed: BTreeSet<_> = plan.assignments.iter().map(|a| &a.session).collect();
    for session in problem.batches().iter().flat_map(|batch| &batch.sessions) {
        match (session.need, placed.contains(&session.id)) {
            (Need::Mandatory, false) => score.mandatory = score.mandatory.saturating_sub(1),
            (Need::Value(points), true) => {
                score.value = score.value.saturating_add(i64::from(points));
            }
            _ => {}
        }
    }
    score
}

/// Takes a case of a broken rule, so many times, off the score.
pub(super) fn count(score: &mut Score, found: &Match, rules: &Rules, times: i64) {
    let setting = rules.of(found.rule);
    let units = i64::try_from(found.units).unwrap_or(i64::MAX);
    let units = units.saturating_mul(times);
    let cost = units.saturating_mul(i64::from(setting.weight));
    let (level, cost) = match (setting.severity, setting.level) {
        (Severity::Ignore, _) => return,
        (Severity::Block, _) => (&mut score.hard, units),
        (Severity::Warn, Level::Mandatory) => (&mut score.mandatory, cost),
        (Severity::Warn, Level::Stability) => (&mut score.stability, cost),
        (Severity::Warn, Level::Value) => (&mut score.value, cost),
        (Severity::Warn, Level::Quality) => (&mut score.quality, cost),
    };
    *level = level.saturating_sub(cost);
}
