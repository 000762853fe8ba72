use std::collections::BTreeSet;

use bangkom_domain::plan::Publication;

use super::people::{PersonFacts, persons};
use super::units::UnitFacts;
use crate::problem::Problem;
use crate::problem::bits::BitTable;
use crate::problem::programs::ProgramData;

/// What a certificate is checked against: the problem, its dates forgotten.
#[derive(Debug)]
pub(super) struct Facts<'a> {
    pub(super) problem: &'a Problem<'a>,
    pub(super) programs: Vec<ProgramFacts>,
    pub(super) units: Vec<UnitFacts>,
    /// The slots in which each room is open.
    pub(super) rooms: Vec<u64>,
    /// The slots that each instructor can teach.
    pub(super) instructors: Vec<u64>,
    pub(super) persons: Vec<PersonFacts>,
    /// The most slots of any day, at least one.
    pub(super) slots_a_day: u32,
    /// All mandatory claims.
    pub(super) mandatory: u32,
    /// The claims that hold a seat in a frozen batch: how many mandatory ones, and their values.
    pub(super) held_mandatory: u32,
    pub(super) held_value: i64,
}

/// A program's batches.
#[derive(Debug, Clone, Default)]
pub(super) struct ProgramFacts {
    /// How many new batches can open at most.
    pub(super) possible: u32,
    /// Seats in batches that stand already.
    pub(super) standing: u32,
    /// Instructor slots of a batch in all, and those of invited experts.
    pub(super) teaching: u32,
    pub(super) experts: u32,
    /// Slots of a batch, and those away from the unit.
    pub(super) slots: u32,
    pub(super) away: u32,
    /// The sessions that need a room: number, slots, and the rooms that seat the least batch
    /// and are open as long.
    pub(super) sessions: Vec<(u16, u32, Vec<u32>)>,
}

impl ProgramFacts {
    /// Whether a seat is thinkable at all.
    pub(super) fn is_open(&self) -> bool {
        self.possible > 0 || self.standing > 0
    }
}

impl<'a> Facts<'a> {
    pub(super) fn new(problem: &'a Problem<'a>) -> Self {
        let supply = &problem.supply;
        let rooms = free(problem, &supply.rooms_closed, supply.rooms.len());
        let programs = problem.programs.iter();
        let mut facts = Self {
            problem,
            programs: programs.map(|p| program(problem, p, &rooms)).collect(),
            units: Vec::new(),
            instructors: instructors(problem),
            rooms,
            persons: Vec::new(),
            slots_a_day: slots_a_day(problem),
            mandatory: problem
                .claims
                .iter()
                .filter(|claim| claim.mandatory)
                .count() as u32,
            held_mandatory: 0,
            held_value: 0,
        };
        facts.count_standing();
        facts.people();
        facts
    }

    fn count_standing(&mut self) {
        for batch in self.problem.fixed.iter().chain(&self.problem.loose) {
            let row = self
                .problem
                .programs
                .iter()
                .position(|p| p.id == batch.program);
            let Some(row) = row else { continue };
            let data = &self.problem.programs[row];
            let program = &mut self.programs[row];
            program.possible = program.possible.saturating_sub(1);
            let seats = (batch.seats.len() as u32).max(data.max_seats);
            program.standing = program.standing.saturating_add(seats);
        }
    }

    fn people(&mut self) {
        let problem = self.problem;
        let frozen = problem
            .fixed
            .iter()
            .filter(|b| b.publication == Publication::Frozen);
        let held: BTreeSet<_> = frozen
            .flat_map(|batch| {
                batch
                    .seats
                    .iter()
                    .map(move |seat| (seat.person, &batch.program))
            })
            .collect();
        let holds = |person: u32, program: u32| {
            let ids = (
                problem.people.ids[person as usize],
                &problem.programs[program as usize].id,
            );
            held.contains(&ids)
        };
        for claim in &problem.claims {
            if holds(claim.person, claim.program) {
                self.held_value = self.held_value.saturating_add(i64::from(claim.value));
                self.held_mandatory += u32::from(claim.mandatory);
            }
        }
        loop {
            self.persons = persons(problem, &self.programs, holds);
            let before = self.open_programs();
            self.limit_batches();
            if self.open_programs() == before {
                break;
            }
        }
        self.units = UnitFacts::all(problem, &self.persons);
    }

    fn open_programs(&self) -> usize {
        self.programs
            .iter()
            .filter(|program| program.is_open())
            .count()
    }

    /// Every new batch has its least seats, of different claims.
    fn limit_batches(&mut self) {
        let mut wanted = vec![0_u32; self.programs.len()];
        for want in self.persons.iter().flat_map(|person| &person.wants) {
            wanted[want.program as usize] += 1;
        }
        let programs = self.programs.iter_mut().zip(&self.problem.programs);
        for ((program, data), wanted) in programs.zip(wanted) {
            program.possible = program.possible.min(wanted / data.min_seats.max(1));
        }
    }
}

/// The slots of the days on which each row of a table is free.
fn free(problem: &Problem<'_>, taken: &BitTable, rows: usize) -> Vec<u64> {
    let days = 0..problem.time.days().len() as u32;
    let of = |row: usize| -> u64 {
        let open = days.clone().filter(|day| !taken.get(row, *day));
        open.map(|day| u64::from(problem.time.slots_on(day))).sum()
    };
    (0..rows).map(of).collect()
}

fn instructors(problem: &Problem<'_>) -> Vec<u64> {
    let supply = &problem.supply;
    let free = free(problem, &supply.instructors_away, supply.instructors.len());
    let people = supply.instructors.iter().zip(free);
    people
        .map(|(person, free)| free.min(u64::from(person.max_slots)))
        .collect()
}

fn slots_a_day(problem: &Problem<'_>) -> u32 {
    let days = 0..problem.time.days().len() as u32;
    days.map(|day| problem.time.slots_on(day)).fold(1, u32::max)
}

fn program(problem: &Problem<'_>, data: &ProgramData, open: &[u64]) -> ProgramFacts {
    let slots = |away: bool| {
        data.sessions
            .iter()
            .filter(move |s| s.away || !away)
            .map(|s| s.slots)
    };
    let numbered = data.sessions.iter().zip(1_u16..);
    let sessions: Vec<_> = numbered
        .filter_map(|(session, number)| {
            let fits = |row: &u32| {
                let room = &problem.supply.rooms[*row as usize];
                room.capacity >= data.min_seats && open[*row as usize] >= u64::from(session.slots)
            };
            let rooms = session.rooms.as_ref()?.iter().copied().filter(fits);
            Some((number, session.slots, rooms.collect()))
        })
        .collect();
    let roomless = sessions
        .iter()
        .any(|(_, _, rooms): &(u16, u32, Vec<u32>)| rooms.is_empty());
    let impossible = !data.usable || roomless || data.max_seats < data.min_seats;
    let taught = |count: fn(&crate::problem::programs::SessionNeed) -> u32| {
        data.sessions
            .iter()
            .map(|s| s.slots.saturating_mul(count(s)))
            .fold(0, u32::saturating_add)
    };
    ProgramFacts {
        possible: if impossible { 0 } else { data.max_batches },
        standing: 0,
        teaching: taught(|session| session.instructors),
        experts: taught(|session| session.experts),
        slots: slots(false).fold(0, u32::saturating_add),
        away: slots(true).fold(0, u32::saturating_add),
        sessions,
    }
}
