use std::collections::BTreeMap;

use bangkom_domain::id::SessionId;
use serde::{Deserialize, Serialize};

use super::alone::Alone;
use super::matching::each_has_one;
use super::minimal_conflict;
use super::supply::too_little;
use crate::rules::timetable::{Rule, Severity, Subject};
use crate::timetable::problem::{Problem, Session};

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
    /// Some rooms, or instructors, have fewer open slots than is asked of them alone.
    TooLittle {
        /// The rooms or instructors.
        subjects: Vec<Subject>,
        /// A smallest set of sessions that can have no others and need too much.
        sessions: Vec<SessionId>,
        /// The slots that these sessions need, counted once for each instructor.
        needed: u64,
        /// The slots that there are.
        available: u64,
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
    impossible_given(problem, |batch, session| {
        Alone::new(problem, batch, session).slots()
    })
}

/// The same, when somebody else knows the slots that each session can take while all others have
/// no place but the pinned ones.
pub(crate) fn impossible_given(
    problem: &Problem,
    mut open: impl FnMut(usize, &Session) -> Vec<u32>,
) -> Vec<Impossible> {
    let mut found = Vec::new();
    let mut slots = BTreeMap::new();
    for (index, batch) in problem.batches().iter().enumerate() {
        for session in &batch.sessions {
            let open = open(index, session);
            if open.is_empty() {
                found.push(Alone::new(problem, index, session).no_place());
            } else {
                slots.insert(&session.id, open);
            }
        }
    }
    found.extend(of_calendars(problem, &slots));
    found.extend(of_instructors(problem, &slots));
    found.extend(too_little(problem, |session| slots.contains_key(session)));
    found
}

/// The people who cannot be at all of their sessions.
fn of_calendars(
    problem: &Problem,
    slots: &BTreeMap<&SessionId, Vec<u32>>,
) -> impl Iterator<Item = Impossible> {
    problem.calendars().iter().filter_map(|calendar| {
        let batches = calendar.batches.iter();
        let of = batches.flat_map(|batch| &problem.batches()[*batch].sessions);
        let sessions = too_many(problem, &of.collect::<Vec<_>>(), slots)?;
        Some(Impossible::TooManySessions {
            subjects: calendar.subjects.clone(),
            sessions,
        })
    })
}

/// The only qualified instructors who cannot be at all of their sessions.
fn of_instructors(
    problem: &Problem,
    slots: &BTreeMap<&SessionId, Vec<u32>>,
) -> impl Iterator<Item = Impossible> {
    let blocks = problem.rules().of(Rule::Qualification).severity == Severity::Block;
    let instructors = problem.instructors().iter().filter(move |_| blocks);
    instructors.filter_map(|instructor| {
        let batches = problem.batches().iter();
        let only = batches.filter(|batch| batch.instructors == [instructor.id.clone()]);
        let keeps = |session: &&Session| {
            session.instructors > 0
                && problem.excepted(&session.id) & Rule::Qualification.bit() == 0
        };
        let taught: Vec<&Session> = only.flat_map(|b| &b.sessions).filter(keeps).collect();
        let sessions = too_many(problem, &taught, slots)?;
        Some(Impossible::TooManySessions {
            subjects: vec![Subject::Instructor(instructor.id.clone())],
            sessions,
        })
    })
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
