use bangkom_domain::id::SessionId;
use serde::{Deserialize, Serialize};

use super::around::{Around, Effect};
use super::candidates::Candidates;
use super::score::score;
use crate::rules::Score;
use crate::rules::timetable::Severity;
use crate::timetable::problem::{Assignment, Need, Problem, Session, Timetable};

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
/// Looks at every block, room and team, up to 1,000 teams where several instructors teach
/// together; ties are in the order of slot, room and instructors. The score of each is computed
/// from what the place touches. Gives at most `count`; none for an unknown session.
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
    let Some((batch, session)) = problem.session(session) else {
        return Vec::new();
    };
    let counts = |rule| problem.rules().of(rule).severity != Severity::Ignore;
    let around = Around::new(problem, &plan.assignments, (batch, session), counts);
    let candidates = Candidates::new(problem, batch, session);
    let base = without(problem, plan, session);
    let best = best(problem, &around, &candidates, base, count);
    let suggestion = |(score, (start, room, team)): (Score, Place)| Suggestion {
        assignment: candidates.at(start, room, team),
        score,
    };
    best.into_iter().map(suggestion).collect()
}

/// A place, by its slot and by its room and team in the lists of candidates.
type Place = (u32, usize, usize);

/// The score of the plan if the session had a place that breaks nothing.
fn without(problem: &Problem, plan: &Timetable, session: &Session) -> Score {
    let others = plan.assignments.iter();
    let others = others.filter(|other| other.session != session.id);
    let plan = Timetable {
        assignments: others.cloned().collect(),
    };
    let mut score = score(problem, &plan);
    match session.need {
        Need::Mandatory => score.mandatory = score.mandatory.saturating_add(1),
        Need::Value(points) => score.value = score.value.saturating_add(i64::from(points)),
    }
    score
}

fn best(
    problem: &Problem,
    around: &Around<'_>,
    candidates: &Candidates<'_>,
    base: Score,
    count: usize,
) -> Vec<(Score, Place)> {
    let with = |score: Score, effect: &Effect| changed(problem, score, effect);
    let is_told = around.is_told();
    let mut best: Vec<(Score, Place)> = Vec::new();
    let keep = |best: &mut Vec<(Score, Place)>| {
        best.sort_by(|first, second| second.0.cmp(&first.0).then(first.1.cmp(&second.1)));
        best.truncate(count);
    };
    for start in &candidates.starts {
        let timed = with(base, &around.time(*start));
        let teams: Vec<Effect> = candidates
            .teams
            .iter()
            .map(|team| around.team(*start, team))
            .collect();
        for (room, of) in candidates.rooms.iter().enumerate() {
            let housed = with(timed, &around.room(*start, *of));
            for (team, effect) in teams.iter().enumerate() {
                let mut score = with(housed, effect);
                if is_told {
                    let place = candidates.at(*start, room, team);
                    score = with(score, &around.told(&place));
                }
                best.push((score, (*start, room, team)));
            }
        }
        keep(&mut best);
    }
    best
}

/// The score after some cases came and others went.
fn changed(problem: &Problem, mut score: Score, effect: &Effect) -> Score {
    for (found, times) in
        (effect.added.iter().map(|found| (found, 1))).chain(effect.gone.iter().map(|f| (f, -1)))
    {
        super::score::count(&mut score, found, problem.rules(), times);
    }
    score
}
