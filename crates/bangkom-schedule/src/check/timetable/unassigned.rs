use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::SessionId;
use serde::{Deserialize, Serialize};

use super::around::{Around, Effect};
use super::candidates::Candidates;
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
/// Looks at every block, room and team of each such session, up to 1,000 teams where several
/// instructors teach together; of the relaxations, those whose rules contain the rules of another
/// are left out, so that each is smallest. What a place breaks is computed from what it touches,
/// not from the whole plan.
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
    let batches = problem.batches().iter().enumerate();
    let sessions = batches.flat_map(|(at, batch)| batch.sessions.iter().map(move |s| (at, s)));
    let open = sessions.filter(|(_, session)| !placed.contains(&session.id));
    let mut all: Vec<_> = open
        .map(|session| explain(problem, plan, session))
        .collect();
    all.sort_by(|first, second| first.session.cmp(&second.session));
    all
}

fn explain(problem: &Problem, plan: &Timetable, (batch, session): (usize, &Session)) -> Unassigned {
    let blocks = |rule| problem.rules().of(rule).severity == Severity::Block;
    let around = Around::new(problem, &plan.assignments, (batch, session), blocks);
    let candidates = Candidates::new(problem, batch, session);
    let mut ways = Ways::default();
    each_place(&around, &candidates, |place, against| {
        ways.see(place, against);
    });
    let reasons = Rule::ALL.iter().map(|rule| (*rule, ways.against(*rule)));
    let reasons = reasons.filter(|(_, places)| *places > 0).collect();
    let free = ways.seen.get(&0).copied().unwrap_or(0);
    let mut relaxations: Vec<Relaxation> = ways
        .kept
        .into_iter()
        .map(|(_, (start, room, team))| {
            let assignment = candidates.at(start, room, team);
            let against = against(&around, &assignment);
            Relaxation {
                assignment,
                against,
            }
        })
        .collect();
    relaxations.sort_by_key(|way| (way.against.len(), way.assignment.clone()));
    Unassigned {
        session: session.id.clone(),
        places: candidates.count(),
        free,
        reasons,
        relaxations,
    }
}

/// Every case of a rule that blocks which the place would add, in order.
fn against(around: &Around<'_>, place: &Assignment) -> Vec<Match> {
    let parts = [
        around.time(place.start),
        around.room(place.start, place.room.as_ref()),
        around.team(place.start, &place.instructors),
        around.told(place),
    ];
    let mut all: Vec<Match> = parts.into_iter().flat_map(|part| part.added).collect();
    all.sort();
    all
}

/// The rules that stand against a place, as bits, and in how many cases.
#[derive(Debug, Clone, Copy, Default)]
struct Against {
    rules: u32,
    cases: usize,
}

impl Against {
    fn of(effect: &Effect) -> Self {
        let rules = effect.added.iter().map(|found| found.rule.bit());
        Self {
            rules: rules.fold(0, |all, bit| all | bit),
            cases: effect.added.len(),
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            rules: self.rules | other.rules,
            cases: self.cases + other.cases,
        }
    }
}

/// Visits every place with what stands against it.
fn each_place(
    around: &Around<'_>,
    candidates: &Candidates<'_>,
    mut visit: impl FnMut((u32, usize, usize), Against),
) {
    let is_told = around.is_told();
    for start in &candidates.starts {
        let time = Against::of(&around.time(*start));
        let rooms = candidates.rooms.iter();
        let rooms: Vec<_> = rooms
            .map(|room| Against::of(&around.room(*start, *room)).and(time))
            .collect();
        let teams = candidates.teams.iter();
        let teams: Vec<_> = teams
            .map(|team| Against::of(&around.team(*start, team)))
            .collect();
        for (room, in_room) in rooms.iter().enumerate() {
            for (team, by_team) in teams.iter().enumerate() {
                let mut against = in_room.and(*by_team);
                if is_told {
                    let told = around.told(&candidates.at(*start, room, team));
                    against = against.and(Against::of(&told));
                }
                visit((*start, room, team), against);
            }
        }
    }
}

/// A place, by its slot and by its room and team in the lists of candidates.
type Place = (u32, usize, usize);

/// The places that break fewest rules, and how many there are of each set of rules.
#[derive(Debug, Default)]
struct Ways {
    seen: BTreeMap<u32, u64>,
    kept: Vec<(Against, Place)>,
}

impl Ways {
    /// Keeps the place unless another needs fewer rules; of two with the same rules, the one with
    /// fewer cases.
    fn see(&mut self, place: Place, against: Against) {
        *self.seen.entry(against.rules).or_insert(0) += 1;
        let better = |(other, _): &(Against, Place)| {
            let within = other.rules & !against.rules == 0;
            within && (other.rules != against.rules || other.cases <= against.cases)
        };
        if against.rules == 0 || self.kept.iter().any(better) {
            return;
        }
        self.kept
            .retain(|(other, _)| against.rules & !other.rules != 0);
        self.kept.push((against, place));
    }

    /// How many places a rule stands against.
    fn against(&self, rule: Rule) -> u64 {
        let with = self
            .seen
            .iter()
            .filter(|(rules, _)| *rules & rule.bit() != 0);
        with.map(|(_, places)| places).sum()
    }
}
