use std::collections::BTreeMap;

use bangkom_domain::id::SessionId;
use serde::{Deserialize, Serialize};

use super::candidates::candidates;
use super::matching::each_has_one;
use super::minimal_conflict;
use crate::rules::timetable::{Found, Rule, Severity, Subject, View};
use crate::timetable::problem::{Assignment, Problem, Session};

/// Something that no plan can do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Impossible {
    /// A session has no place even when all others have none but the pinned ones.
    NoPlace {
        /// Which session.
        session: SessionId,
        /// A smallest set of rules that together leave no place; empty when no block is long
        /// enough, or there is no room or instructor at all.
        rules: Vec<Rule>,
    },
    /// The same people, or the same only instructor, cannot be at all of these sessions.
    TooManySessions {
        /// Whom it concerns.
        subjects: Vec<Subject>,
        /// A smallest set of sessions that have too few slots between them.
        sessions: Vec<SessionId>,
    },
}

/// What no plan can do, each with a smallest set of what stands against each other.
///
/// What is found is impossible for certain; not everything that is impossible is found.
///
/// ```
/// # mod town { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/timetable/town.rs")); }
/// use bangkom_schedule::check::timetable::{Impossible, impossible};
/// use bangkom_schedule::rules::timetable::Rule;
/// use bangkom_schedule::timetable::{Problem, Window};
///
/// # let mut input = town::input();
/// assert!(impossible(&Problem::new(input.clone()).value).is_empty());
/// // The only room with computers is closed all week.
/// input.rooms[0].closed = vec![Window { from: 0, to: 24 }];
/// let found = impossible(&Problem::new(input).value);
/// let Impossible::NoPlace { rules, .. } = &found[0] else { panic!() };
/// assert_eq!(rules, &[Rule::Features, Rule::Availability]);
/// ```
pub fn impossible(problem: &Problem) -> Vec<Impossible> {
    let mut found = Vec::new();
    let mut slots = BTreeMap::new();
    for session in problem.batches().iter().flat_map(|batch| &batch.sessions) {
        let open = Alone::new(problem, session).slots();
        if open.is_empty() {
            found.push(no_place(problem, session));
        } else {
            slots.insert(&session.id, open);
        }
    }
    for calendar in problem.calendars() {
        let of = calendar
            .batches
            .iter()
            .map(|batch| &problem.batches()[*batch]);
        let sessions: Vec<&Session> = of.flat_map(|batch| &batch.sessions).collect();
        let conflict = too_many(problem, &sessions, &slots);
        found.extend(conflict.map(|sessions| Impossible::TooManySessions {
            subjects: calendar.subjects.clone(),
            sessions,
        }));
    }
    for instructor in problem.instructors() {
        let only = problem
            .batches()
            .iter()
            .filter(|b| b.instructors == [instructor.id.clone()]);
        let taught = only
            .flat_map(|batch| &batch.sessions)
            .filter(|session| session.taught);
        let conflict = too_many(problem, &taught.collect::<Vec<_>>(), &slots);
        found.extend(conflict.map(|sessions| Impossible::TooManySessions {
            subjects: vec![Subject::Instructor(instructor.id.clone())],
            sessions,
        }));
    }
    found
}

/// A smallest set of sessions that cannot have slots of their own.
fn too_many(
    problem: &Problem,
    sessions: &[&Session],
    slots: &BTreeMap<&SessionId, Vec<u32>>,
) -> Option<Vec<SessionId>> {
    let sessions: Vec<_> = sessions
        .iter()
        .filter(|s| slots.contains_key(&s.id))
        .collect();
    let conflict = minimal_conflict(sessions.len(), |of| {
        let rows = of.iter().flat_map(|at| {
            let session = sessions[*at];
            std::iter::repeat_n(slots[&session.id].as_slice(), usize::from(session.slots))
        });
        each_has_one(&rows.collect::<Vec<_>>(), problem.slots() as usize)
    })?;
    Some(
        conflict
            .into_iter()
            .map(|at| sessions[at].id.clone())
            .collect(),
    )
}

/// One session beside the pinned ones.
struct Alone<'a> {
    problem: &'a Problem,
    session: &'a Session,
    rules: Vec<Rule>,
}

impl<'a> Alone<'a> {
    fn new(problem: &'a Problem, session: &'a Session) -> Self {
        let blocks = |rule: &&Rule| problem.rules().of(**rule).severity == Severity::Block;
        Self {
            problem,
            session,
            rules: Rule::ALL.iter().filter(blocks).copied().collect(),
        }
    }

    /// The assignments that break none of these rules.
    fn places(&self, rules: &[Rule]) -> impl Iterator<Item = Assignment> {
        let pins = self.problem.pins();
        let others: Vec<_> = pins
            .iter()
            .filter(|pin| pin.session != self.session.id)
            .cloned()
            .collect();
        let pinned = pins.iter().find(|pin| pin.session == self.session.id);
        let fits = move |assignment: &Assignment| {
            let mut plan = others.clone();
            plan.push(assignment.clone());
            let view = View::new(self.problem, &plan);
            let mut matches = Vec::new();
            for rule in rules {
                (rule.entry().find)(&view, &mut Found::of(*rule, &mut matches));
            }
            matches.is_empty() && pinned.is_none_or(|pin| pin == assignment)
        };
        candidates(self.problem, self.session)
            .filter(fits)
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// The slots in which it can be.
    fn slots(&self) -> Vec<u32> {
        let length = u32::from(self.session.slots);
        let places = self.places(&self.rules);
        let mut slots: Vec<u32> = places.flat_map(|a| a.start..a.start + length).collect();
        slots.sort_unstable();
        slots.dedup();
        slots
    }
}

fn no_place(problem: &Problem, session: &Session) -> Impossible {
    let alone = Alone::new(problem, session);
    let conflict = minimal_conflict(alone.rules.len(), |of| {
        let rules: Vec<Rule> = of.iter().map(|at| alone.rules[*at]).collect();
        alone.places(&rules).next().is_some()
    });
    let rules = conflict.unwrap_or_default();
    Impossible::NoPlace {
        session: session.id.clone(),
        rules: rules.into_iter().map(|at| alone.rules[at]).collect(),
    }
}
