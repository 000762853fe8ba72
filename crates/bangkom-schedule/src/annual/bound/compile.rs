use std::cmp::Reverse;
use std::collections::BTreeMap;

use bangkom_domain::calendar::Period;
use bangkom_domain::id::ProgramId;
use bangkom_domain::plan::Publication;

use super::relaxation::{
    InstructorPart, PersonPart, ProgramPart, Relaxation, RoomClass, SessionPart, UnitPart, Want,
};
use super::subsets::MOST_WANTS;
use crate::problem::Problem;
use crate::problem::bits::BitTable;
use crate::problem::claims::Claim;
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
fn free(problem: &Problem<'_>, taken: &BitTable, row: usize) -> u64 {
    let days = 0..problem.time.days().len() as u32;
    days.filter(|day| !taken.get(row, *day))
        .map(|day| u64::from(problem.time.slots_on(day)))
        .sum()
}

fn person(problem: &Problem<'_>, programs: &[ProgramPart], claims: &[Claim]) -> Option<PersonPart> {
    let row = claims[0].person;
    if !problem.people.assignable[row as usize] {
        return None;
    }
    let needs = Needs::new(problem, row);
    let open = needs.possible(programs, claims);
    let place = |p: u32| open.iter().position(|other| other.program == p);
    let wants = open.iter().map(|claim| {
        let places = needs.of(claim).filter_map(place);
        let needs = places.fold(0, |all, place| all | 1 << place);
        want(problem, &programs[claim.program as usize], claim, needs)
    });
    let wants: Vec<Want> = wants.collect();
    let limits = Limits { problem, row };
    (!wants.is_empty()).then(|| PersonPart {
        person: row,
        unit: problem.people.unit[row as usize] as usize,
        slots: limits.slots(),
        hours: limits.hours(),
        wants,
    })
}

/// What a person must have before a seat.
struct Needs<'a> {
    problem: &'a Problem<'a>,
    row: u32,
    /// The programs of which the person has a seat in a frozen batch.
    held: Vec<&'a ProgramId>,
}

impl<'a> Needs<'a> {
    fn new(problem: &'a Problem<'a>, row: u32) -> Self {
        let id = problem.people.ids[row as usize];
        let frozen = problem
            .fixed
            .iter()
            .filter(|batch| batch.publication == Publication::Frozen);
        let held = frozen.filter(|batch| batch.seats.iter().any(|seat| seat.person == id));
        Self {
            problem,
            row,
            held: held.map(|batch| &batch.program).collect(),
        }
    }

    fn holds(&self, program: u32) -> bool {
        self.held
            .contains(&&self.problem.programs[program as usize].id)
    }

    /// The programs that must have a seat too.
    fn of(&self, claim: &Claim) -> impl Iterator<Item = u32> + '_ {
        let all = &self.problem.programs[claim.program as usize].prerequisites;
        let missing = |p: &u32| !self.holds(*p) && !certified(self.problem, self.row, *p);
        all.iter().copied().filter(missing)
    }

    /// The claims that could have a seat, the most valuable where there are too many.
    fn possible<'c>(&self, programs: &[ProgramPart], claims: &'c [Claim]) -> Vec<&'c Claim> {
        let open = claims
            .iter()
            .filter(|claim| claim.open() && !self.holds(claim.program))
            .filter(|claim| programs[claim.program as usize].is_open());
        let mut open: Vec<&Claim> = open.collect();
        open.sort_by_key(|claim| (!claim.mandatory, Reverse(claim.value), claim.program));
        open.truncate(MOST_WANTS);
        open.sort_by_key(|claim| claim.program);
        loop {
            let before = open.len();
            let have: Vec<u32> = open.iter().map(|claim| claim.program).collect();
            open.retain(|claim| self.of(claim).all(|program| have.contains(&program)));
            if open.len() == before {
                return open;
            }
        }
    }
}

fn certified(problem: &Problem<'_>, person: u32, program: u32) -> bool {
    let horizon = problem.inputs.resources.horizon;
    let code = &problem.programs[program as usize].id;
    let entries = problem
        .accounts
        .entries(problem.people.ids[person as usize]);
    entries.iter().any(|entry| {
        let holds = entry.valid_until.is_none_or(|last| last >= horizon.first());
        entry.program.as_ref() == Some(code) && entry.date <= horizon.last() && holds
    })
}

fn want(problem: &Problem<'_>, part: &ProgramPart, claim: &Claim, needs: u32) -> Want {
    let data = &problem.programs[claim.program as usize];
    let plain = Want {
        program: claim.program as usize,
        value: claim.value,
        mandatory: claim.mandatory,
        needs,
        ..Want::default()
    };
    if part.standing > 0 {
        return plain;
    }
    let away = data.sessions.iter().filter(|session| session.away);
    Want {
        slots: data.sessions.iter().map(|session| session.slots).sum(),
        away: away.map(|session| session.slots).sum(),
        hours: data.hours,
        ..plain
    }
}

/// What one person can follow at most.
struct Limits<'a> {
    problem: &'a Problem<'a>,
    row: u32,
}

impl Limits<'_> {
    fn slots(&self) -> u32 {
        let free = free(self.problem, &self.problem.people.absent, self.row as usize) as u32;
        free.min(self.problem.people.most_slots[self.row as usize])
    }

    /// What is left of the caps whose window holds the horizon.
    fn hours(&self) -> u32 {
        let horizon = self.problem.inputs.resources.horizon;
        let employee = &self.problem.inputs.roster.employees()[self.row as usize];
        let duties = self.problem.inputs.policy.caps();
        let duties = duties.filter(|(duty, _)| duty.concerns(employee.kind));
        duties
            .filter_map(|(duty, cap)| {
                let window = duty.window.period(horizon.last(), employee.contract)?;
                let earlier = Period::new(window.first(), horizon.first().pred_opt()?);
                let credited =
                    earlier.map_or(0, |p| self.problem.accounts.credited(employee.id, p));
                window
                    .contains(horizon.first())
                    .then(|| cap.saturating_sub(credited))
            })
            .fold(u32::MAX, u32::min)
    }
}
