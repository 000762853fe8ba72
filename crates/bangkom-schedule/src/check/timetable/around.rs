use std::collections::BTreeSet;
use std::ops::Range;

use bangkom_domain::id::{InstructorId, RoomId};

use super::compare::compare;
use crate::rules::timetable::{Match, Rule, View, of_rules};
use crate::timetable::problem::{Assignment, Problem, Session};

/// The rules that a time alone can break.
const OF_TIME: &[Rule] = &[
    Rule::ParticipantConflict,
    Rule::Bookings,
    Rule::Availability,
    Rule::Precedence,
    Rule::DailyLoad,
    Rule::Rest,
    Rule::NightRest,
    Rule::Staffing,
    Rule::WorkingDays,
    Rule::Compactness,
    Rule::Preferences,
];

/// The rules that a room can break.
const OF_ROOM: &[Rule] = &[
    Rule::RoomConflict,
    Rule::Bookings,
    Rule::Capacity,
    Rule::Features,
    Rule::Availability,
    Rule::RoomStability,
    Rule::Travel,
];

/// The rules that those who teach can break.
const OF_TEAM: &[Rule] = &[
    Rule::InstructorConflict,
    Rule::Bookings,
    Rule::Qualification,
    Rule::Availability,
    Rule::DailyLoad,
    Rule::Rest,
    Rule::NightRest,
    Rule::LoadLimit,
    Rule::Preferences,
    Rule::LoadBalance,
    Rule::Fee,
];

/// The cases of broken rules that something adds, and those that it takes away.
#[derive(Debug, Clone, Default)]
pub(super) struct Effect {
    pub(super) added: Vec<Match>,
    pub(super) gone: Vec<Match>,
}

/// A plan around one session, from which each place's effect is computed from what it touches.
///
/// The effect of a place is that of its time, that of its room, that of its team, and the change
/// against what was published: no rule looks at two of these together.
pub(super) struct Around<'a> {
    problem: &'a Problem,
    session: &'a Session,
    /// The session's own batch.
    own: Vec<usize>,
    /// The own batch and those that must wait for it: looked at as a whole.
    whole: Vec<usize>,
    of_time: Vec<Rule>,
    of_room: Vec<Rule>,
    of_team: Vec<Rule>,
    told: bool,
    /// The other assignments of the own batch.
    siblings: Vec<&'a Assignment>,
    /// Those of batches that come before or after.
    ordered: Vec<&'a Assignment>,
    /// Those of batches that share people or units, with their days.
    near: Vec<(Range<usize>, &'a Assignment)>,
    others: Vec<&'a Assignment>,
}

impl<'a> Around<'a> {
    /// The plan without the session; only rules for which `counts` holds are looked at.
    pub(super) fn new(
        problem: &'a Problem,
        plan: &'a [Assignment],
        (batch, session): (usize, &'a Session),
        counts: impl Fn(Rule) -> bool,
    ) -> Self {
        let mut seen = BTreeSet::new();
        let mut others = Vec::new();
        for assignment in plan {
            let known = problem.place_of(&assignment.session).is_some();
            if known && assignment.session != session.id && seen.insert(&assignment.session) {
                others.push(assignment);
            }
        }
        let of = |batches: &BTreeSet<usize>| -> Vec<&'a Assignment> {
            let within = |assignment: &&&Assignment| {
                let place = problem.place_of(&assignment.session);
                place.is_some_and(|(batch, _)| batches.contains(&batch))
            };
            others.iter().filter(within).copied().collect()
        };
        let after: BTreeSet<usize> = (0..problem.batches().len())
            .filter(|other| problem.before(*other).any(|before| before == batch))
            .collect();
        let ordered = after.iter().copied().chain(problem.before(batch)).collect();
        let mut near = neighbours(problem, batch);
        near.remove(&batch);
        let near = of(&near).into_iter();
        let near = near.map(|assignment| (days(problem, assignment), assignment));
        let only = |rules: &[Rule]| rules.iter().copied().filter(|rule| counts(*rule)).collect();
        Self {
            problem,
            session,
            own: vec![batch],
            whole: std::iter::once(batch).chain(after).collect(),
            of_time: only(OF_TIME),
            of_room: only(OF_ROOM),
            of_team: only(OF_TEAM),
            told: counts(Rule::Perturbation),
            siblings: of(&BTreeSet::from([batch])),
            ordered: of(&ordered),
            near: near.collect(),
            others,
        }
    }

    /// The effect of a time, without room or instructors.
    pub(super) fn time(&self, start: u32) -> Effect {
        let bare = self.bare(start);
        let days = days(self.problem, &bare);
        let touched = days.start.saturating_sub(1)..days.end + 1;
        let meets = |other: &Range<usize>| other.start < touched.end && touched.start < other.end;
        let near = self.near.iter().filter(|(days, _)| meets(days));
        let mut plan: Vec<&Assignment> = near.map(|(_, assignment)| *assignment).collect();
        plan.extend(&self.siblings);
        plan.extend(&self.ordered);
        let before = self.matches(&self.of_time, plan.clone(), &self.whole);
        plan.push(&bare);
        let after = self.matches(&self.of_time, plan, &self.whole);
        effect(&before, &after)
    }

    /// The effect of a room at a time, beyond that of the time.
    pub(super) fn room(&self, start: u32, room: Option<&RoomId>) -> Effect {
        let Some(room) = room else {
            return Effect::default();
        };
        let there = |other: &&&Assignment| other.room.as_ref() == Some(room);
        let mut plan = self.siblings.clone();
        let inside = |other: &&&Assignment| self.overlaps(start, other);
        plan.extend(self.others.iter().filter(there).filter(inside));
        let bare = self.bare(start);
        let placed = Assignment {
            room: Some(room.clone()),
            ..bare.clone()
        };
        self.beyond(&self.of_room, plan, [&bare, &placed], &self.own)
    }

    /// The effect of a team at a time, beyond that of the time.
    pub(super) fn team(&self, start: u32, team: &[InstructorId]) -> Effect {
        if team.is_empty() {
            return Effect::default();
        }
        let teaches = |other: &&&Assignment| other.instructors.iter().any(|id| team.contains(id));
        let plan: Vec<&Assignment> = self.others.iter().filter(teaches).copied().collect();
        let bare = self.bare(start);
        let placed = Assignment {
            instructors: team.to_vec(),
            ..bare.clone()
        };
        self.beyond(&self.of_team, plan, [&bare, &placed], &[])
    }

    /// The effect of a place against what was published.
    pub(super) fn told(&self, place: &Assignment) -> Effect {
        if !self.told {
            return Effect::default();
        }
        let matches = |plan| {
            let mut matches = self.matches(&[Rule::Perturbation], plan, &self.own);
            let own = |found: &Match| found.concerns(&self.session.id);
            matches.retain(own);
            matches
        };
        effect(&matches(Vec::new()), &matches(vec![place]))
    }

    /// Whether the session was published, so that [`told`](Self::told) has an effect.
    pub(super) fn is_told(&self) -> bool {
        let mut published = self.problem.published_of(self.own[0]);
        self.told && published.any(|told| told.session == self.session.id)
    }

    fn bare(&self, start: u32) -> Assignment {
        Assignment {
            session: self.session.id.clone(),
            start,
            room: None,
            instructors: Vec::new(),
        }
    }

    fn overlaps(&self, start: u32, other: &Assignment) -> bool {
        let length = |id| {
            let session = self.problem.session(id);
            session.map_or(0, |(_, session)| u32::from(session.slots))
        };
        let end = start.saturating_add(u32::from(self.session.slots));
        let theirs = other.start.saturating_add(length(&other.session));
        other.start < end && start < theirs
    }

    fn beyond<'s>(
        &'s self,
        rules: &[Rule],
        mut plan: Vec<&'s Assignment>,
        [bare, placed]: [&'s Assignment; 2],
        whole: &'s [usize],
    ) -> Effect {
        plan.push(bare);
        let before = self.matches(rules, plan.clone(), whole);
        plan.pop();
        plan.push(placed);
        effect(&before, &self.matches(rules, plan, whole))
    }

    fn matches<'s>(
        &'s self,
        rules: &[Rule],
        plan: Vec<&'s Assignment>,
        whole: &'s [usize],
    ) -> Vec<Match> {
        of_rules(&View::around(self.problem, plan, whole), rules)
    }
}

fn effect(before: &[Match], after: &[Match]) -> Effect {
    let (gone, added) = compare(before, after);
    Effect { added, gone }
}

/// The batches that share people, a cohort or a unit that must keep staff on duty.
fn neighbours(problem: &Problem, batch: usize) -> BTreeSet<usize> {
    let mut near: BTreeSet<usize> = problem.sharing(batch).collect();
    let limited = |unit: &usize| problem.input().units[*unit].staffing.is_some();
    let groups = problem.groups().iter();
    let own = groups
        .clone()
        .filter(|group| group.batches.contains(&batch));
    let units: BTreeSet<usize> = own.filter_map(|group| group.unit).filter(limited).collect();
    let sending = groups.filter(|group| group.unit.is_some_and(|unit| units.contains(&unit)));
    near.extend(sending.flat_map(|group| &group.batches));
    near
}

/// The days on which an assignment has slots.
fn days(problem: &Problem, assignment: &Assignment) -> Range<usize> {
    let length = problem
        .session(&assignment.session)
        .map_or(0, |(_, s)| s.slots);
    let last = assignment
        .start
        .saturating_add(u32::from(length))
        .saturating_sub(1);
    problem.day_of(assignment.start)..problem.day_of(last) + 1
}
