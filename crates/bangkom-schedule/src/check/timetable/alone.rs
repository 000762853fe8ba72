use std::collections::BTreeSet;

use super::around::{Around, Effect};
use super::candidates::Candidates;
use super::{Impossible, minimal_conflict};
use crate::rules::timetable::{Rule, Severity};
use crate::timetable::problem::{Assignment, Problem, Session};

/// One session beside the pinned ones.
pub(super) struct Alone<'a> {
    session: &'a Session,
    around: Around<'a>,
    candidates: Candidates<'a>,
    pin: Option<&'a Assignment>,
}

/// The rules that a session beside others may keep although it breaks them alone.
const BETTER_TOGETHER: [Rule; 2] = [Rule::Compactness, Rule::WorkingDays];

impl<'a> Alone<'a> {
    pub(super) fn new(problem: &'a Problem, batch: usize, session: &'a Session) -> Self {
        let blocks = |rule| {
            let severity = problem.rules().of(rule).severity;
            severity == Severity::Block && !BETTER_TOGETHER.contains(&rule)
        };
        let pins = problem.pins();
        Self {
            session,
            around: Around::new(problem, pins, (batch, session), blocks),
            candidates: Candidates::new(problem, batch, session),
            pin: pins.iter().find(|pin| pin.session == session.id),
        }
    }

    /// The slots that it can take.
    pub(super) fn slots(&self) -> Vec<u32> {
        let length = u32::from(self.session.slots);
        let starts = self.candidates.starts.iter().copied();
        let open = starts.filter(|start| self.is_open(*start));
        let mut slots: Vec<u32> = open.flat_map(|start| start..start + length).collect();
        slots.sort_unstable();
        slots.dedup();
        slots
    }

    /// Whether it can begin in a slot; stops at the first room and team.
    fn is_open(&self, start: u32) -> bool {
        if let Some(pin) = self.pin {
            return pin.start == start && self.rules_against(pin) == 0;
        }
        let nothing = |effect: Effect| effect.added.is_empty();
        let rooms = &self.candidates.rooms;
        let teams = &self.candidates.teams;
        nothing(self.around.time(start))
            && rooms
                .iter()
                .any(|room| nothing(self.around.room(start, *room)))
            && teams
                .iter()
                .any(|team| nothing(self.around.team(start, team)))
            && self.is_untold(start)
    }

    /// Whether what was published does not forbid the slot.
    fn is_untold(&self, start: u32) -> bool {
        let (rooms, teams) = (self.candidates.rooms.len(), self.candidates.teams.len());
        let mut places = (0..rooms).flat_map(|room| (0..teams).map(move |team| (room, team)));
        !self.around.is_told()
            || places
                .any(|(room, team)| self.rules_against(&self.candidates.at(start, room, team)) == 0)
    }

    /// The rules that the place breaks, as bits.
    fn rules_against(&self, place: &Assignment) -> u32 {
        let effects = [
            self.around.time(place.start),
            self.around.room(place.start, place.room.as_ref()),
            self.around.team(place.start, &place.instructors),
            self.around.told(place),
        ];
        effects.iter().map(rules).fold(0, |all, rules| all | rules)
    }

    /// What stands against every place, each as a set of rules.
    fn against(&self) -> BTreeSet<u32> {
        if let Some(pin) = self.pin {
            return BTreeSet::from([self.rules_against(pin)]);
        }
        let mut all = BTreeSet::new();
        let is_told = self.around.is_told();
        for start in &self.candidates.starts {
            let time = rules(&self.around.time(*start));
            let teams = self.candidates.teams.iter();
            let teams: Vec<u32> = teams
                .map(|team| rules(&self.around.team(*start, team)))
                .collect();
            for (at, room) in self.candidates.rooms.iter().enumerate() {
                let room = rules(&self.around.room(*start, *room));
                for (team, by_team) in teams.iter().enumerate() {
                    let mut against = time | room | by_team;
                    if is_told {
                        let place = self.candidates.at(*start, at, team);
                        against |= rules(&self.around.told(&place));
                    }
                    all.insert(against);
                }
            }
        }
        all
    }

    /// A smallest set of rules that leaves no place.
    pub(super) fn no_place(&self) -> Impossible {
        let against = self.against();
        let rules: Vec<Rule> = Rule::ALL.to_vec();
        let conflict = minimal_conflict(rules.len(), |of| {
            let looked_at = of.iter().fold(0, |all, at| all | rules[*at].bit());
            against.iter().any(|rules| rules & looked_at == 0)
        });
        let conflict = conflict.unwrap_or_default();
        Impossible::NoPlace {
            session: self.session.id.clone(),
            rules: if against.is_empty() {
                Vec::new()
            } else {
                conflict.into_iter().map(|at| rules[at]).collect()
            },
        }
    }
}

/// The rules of the cases that an effect adds, as bits.
fn rules(effect: &Effect) -> u32 {
    let bits = effect.added.iter().map(|found| found.rule.bit());
    bits.fold(0, |all, bit| all | bit)
}
