use std::collections::BTreeMap;

use super::claimants::person;
use super::relaxation::{
    InstructorPart, ProgramPart, Relaxation, RoomClass, SessionPart, UnitPart,
};
use crate::problem::Problem;
use crate::problem::bits::BitTable;
use crate::problem::programs::ProgramData;
use crate::problem::units::UNLIMITED;

impl Relaxation {
    /// What is left of a problem when its dates are forgotten.
    pub(super) fn new(problem: &Problem<'_>) -> Self {
        let days = 0..problem.time.days().len() as u32;
        let mut relaxation = Self {
            slots_a_day: days.map(|day| problem.time.slots_on(day)).fold(1, u32::max),
            funds: problem.supply.amounts.clone(),
            ..Self::default()
        };
        relaxation.take_rooms(problem);
        relaxation.take_programs(problem);
        relaxation.take_instructors(problem);
        relaxation.take_persons(problem);
        relaxation.take_units(problem);
        relaxation
    }

    /// The persons whose claims can have a seat; no more batches than their claims can fill.
    fn take_persons(&mut self, problem: &Problem<'_>) {
        loop {
            let people = problem.claims.chunk_by(|a, b| a.person == b.person);
            self.persons = people
                .filter_map(|claims| person(problem, &self.programs, claims))
                .collect();
            let open = self.open_programs();
            self.limit_batches();
            if self.open_programs() == open {
                return;
            }
        }
    }

    fn open_programs(&self) -> usize {
        self.programs.iter().filter(|part| part.is_open()).count()
    }

    fn take_rooms(&mut self, problem: &Problem<'_>) {
        let supply = &problem.supply;
        let mut classes = BTreeMap::new();
        for (row, room) in supply.rooms.iter().enumerate() {
            let alike = (room.capacity, &room.features, room.cost);
            classes.entry(alike).or_insert_with(Vec::new).push(row);
        }
        self.rooms = classes
            .into_iter()
            .map(|((capacity, _, cost), members)| {
                let open = members
                    .iter()
                    .map(|row| free(problem, &supply.rooms_closed, *row));
                RoomClass {
                    capacity,
                    cost,
                    slots: open.sum(),
                    members,
                }
            })
            .collect();
    }

    fn take_programs(&mut self, problem: &Problem<'_>) {
        self.programs = problem
            .programs
            .iter()
            .map(|data| self.program(data))
            .collect();
        for batch in problem.fixed.iter().chain(&problem.loose) {
            let row = problem.programs.iter().position(|p| p.id == batch.program);
            if let Some(part) = row.map(|row| &mut self.programs[row]) {
                part.max_batches = part.max_batches.saturating_sub(1);
                part.standing += (batch.seats.len() as u32).max(part.max_seats);
            }
        }
    }

    fn program(&self, data: &ProgramData) -> ProgramPart {
        let sessions: Vec<SessionPart> = data
            .sessions
            .iter()
            .zip(1..)
            .filter_map(|(session, number)| {
                let rooms = session.rooms.as_ref()?;
                let fits = |class: &RoomClass| {
                    class.capacity >= data.min_seats
                        && class.slots >= u64::from(session.slots)
                        && rooms.contains(&(class.members[0] as u32))
                };
                let classes = (0..self.rooms.len()).filter(|row| fits(&self.rooms[*row]));
                Some(SessionPart {
                    number,
                    slots: session.slots,
                    rooms: classes.collect(),
                })
            })
            .collect();
        let possible = data.usable
            && data.max_seats >= data.min_seats
            && sessions.iter().all(|session| !session.rooms.is_empty());
        let sum = |count: fn(&crate::problem::programs::SessionNeed) -> u32| {
            data.sessions
                .iter()
                .map(|session| session.slots * count(session))
                .sum()
        };
        ProgramPart {
            min_seats: data.min_seats,
            max_seats: data.max_seats,
            max_batches: if possible { data.max_batches } else { 0 },
            share: data.share,
            min_units: data.min_units,
            away: data
                .sessions
                .iter()
                .any(|session| session.away && session.slots > 0),
            per_batch: data.per_batch,
            per_seat: data.per_seat,
            fund: data.fund.map(|fund| fund as usize),
            sessions,
            teaching: sum(|session| session.instructors),
            experts: sum(|session| session.experts),
            standing: 0,
        }
    }

    fn take_instructors(&mut self, problem: &Problem<'_>) {
        let supply = &problem.supply;
        let people = supply.instructors.iter().enumerate();
        self.instructors = people
            .map(|(row, person)| {
                let qualified = problem.programs.iter().enumerate();
                let qualified = qualified.filter(|(_, p)| person.qualified.contains(&p.id));
                let slots = free(problem, &supply.instructors_away, row);
                InstructorPart {
                    programs: qualified.map(|(row, _)| row).collect(),
                    expert: person.expert,
                    fee: person.fee,
                    slots: u64::from(person.max_slots).min(slots) as u32,
                }
            })
            .collect();
    }

    fn take_units(&mut self, problem: &Problem<'_>) {
        let days = problem.time.days().len();
        let mut claimants = vec![Vec::new(); problem.units.ids.len()];
        for person in &self.persons {
            claimants[person.unit].push(person.person);
        }
        let here = |people: &[u32], day: u32| {
            let absent = &problem.people.absent;
            people
                .iter()
                .filter(|person| !absent.get(**person as usize, day))
                .count() as u64
        };
        let units = claimants.iter().enumerate();
        self.units = units
            .map(|(row, people)| {
                let caps = &problem.units.cap[row * days..][..days];
                let spared = caps.iter().zip(0..);
                let spared: u64 = spared
                    .map(|(cap, day)| u64::from(*cap).min(here(people, day)))
                    .sum();
                let limit = problem.units.person_days[row];
                let limit = if limit == UNLIMITED {
                    u64::MAX
                } else {
                    u64::from(limit)
                };
                UnitPart {
                    release: limit.min(spared),
                    away: caps.iter().copied().max().unwrap_or(0),
                }
            })
            .collect();
    }

    fn limit_batches(&mut self) {
        let mut wanted = vec![0; self.programs.len()];
        for want in self.persons.iter().flat_map(|person| &person.wants) {
            wanted[want.program] += 1;
        }
        for (program, wanted) in self.programs.iter_mut().zip(wanted) {
            program.max_batches = program.max_batches.min(wanted / program.min_seats.max(1));
        }
    }
}

/// The slots of the days on which a row of the table is free.
pub(super) fn free(problem: &Problem<'_>, taken: &BitTable, row: usize) -> u64 {
    let days = 0..problem.time.days().len() as u32;
    days.filter(|day| !taken.get(row, *day))
        .map(|day| u64::from(problem.time.slots_on(day)))
        .sum()
}
