use chrono::NaiveDate;

use super::state::{State, When};
use crate::problem::claims::Claim;

/// What stands between a claim and a seat in a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Barrier {
    Frozen,
    Full,
    Absent,
    Clash(u32),
    AwayCap(u32),
    Blackout(u32),
    PersonDays,
    UnitShare,
    Hours(usize),
    Prerequisite(u32),
    TooLate(NaiveDate),
    Money,
}

impl State<'_> {
    /// Whether the claim can have a seat in the batch as it stands.
    pub(super) fn admits(&self, claim: &Claim, batch: usize) -> bool {
        let state = &self.batches[batch];
        !state.frozen
            && state.seats.len() < state.capacity as usize
            && self.can_take_part(claim, &state.when)
            && self.barriers(claim, batch).is_empty()
    }

    /// The quick part of the question: present, free, and in time.
    pub(super) fn can_take_part(&self, claim: &Claim, when: &When) -> bool {
        let person = claim.person as usize;
        !self.busy.meets(person, &when.slots)
            && !self.problem.people.absent.meets(person, &when.days)
            && claim.needed_by.is_none_or(|day| when.end.0 <= day)
            && self.missing_prerequisite(claim, when).is_none()
            && self.exceeded_duty(claim, when).is_none()
    }

    /// All that stands between a claim and a seat in the batch.
    pub(super) fn barriers(&self, claim: &Claim, batch: usize) -> Vec<Barrier> {
        let state = &self.batches[batch];
        let mut found = Vec::new();
        if state.frozen {
            found.push(Barrier::Frozen);
        }
        if state.seats.len() >= state.capacity as usize {
            found.push(Barrier::Full);
        }
        self.personal(claim, &state.when, &mut found);
        self.of_unit(claim, batch, &mut found);
        let per_seat = self.problem.programs[state.program as usize].per_seat;
        if self.money_of(state.program) < per_seat {
            found.push(Barrier::Money);
        }
        found
    }

    fn personal(&self, claim: &Claim, when: &When, found: &mut Vec<Barrier>) {
        let person = claim.person as usize;
        if self.problem.people.absent.meets(person, &when.days) {
            found.push(Barrier::Absent);
        }
        if self.busy.meets(person, &when.slots) {
            let with = self.clashes(person, when);
            found.extend(with.map(Barrier::Clash));
        }
        if let Some(day) = claim.needed_by.filter(|day| when.end.0 > *day) {
            found.push(Barrier::TooLate(day));
        }
        found.extend(
            self.missing_prerequisite(claim, when)
                .map(Barrier::Prerequisite),
        );
        found.extend(self.exceeded_duty(claim, when).map(Barrier::Hours));
    }

    fn clashes<'a>(&'a self, person: usize, when: &'a When) -> impl Iterator<Item = u32> + 'a {
        let held = self.held[person].iter().copied();
        held.filter(|other| {
            let slots = &self.batches[*other as usize].when.slots;
            slots.meets(&when.slots)
        })
    }

    fn of_unit(&self, claim: &Claim, batch: usize, found: &mut Vec<Barrier>) {
        let state = &self.batches[batch];
        let problem = self.problem;
        let unit = problem.people.unit[claim.person as usize];
        let days = problem.time.days().len();
        let mut new_days = 0;
        for day in &state.when.away {
            if self.away.get(claim.person as usize, *day) {
                continue;
            }
            new_days += 1;
            let place = unit as usize * days + *day as usize;
            if problem.units.blackout.contains(&(unit, *day)) {
                found.push(Barrier::Blackout(*day));
            } else if self.unit_away[place] >= problem.units.cap[place] {
                found.push(Barrier::AwayCap(*day));
            }
        }
        let used = self.unit_days[unit as usize];
        if used.saturating_add(new_days) > problem.units.person_days[unit as usize] {
            found.push(Barrier::PersonDays);
        }
        let share = u64::from(problem.programs[state.program as usize].share);
        let own = u64::from(state.units.get(&unit).copied().unwrap_or(0)) + 1;
        if own * 1_000 > share * (state.seats.len() as u64 + 1) {
            found.push(Barrier::UnitShare);
        }
    }

    /// The first prerequisite that the person has not finished before.
    pub(super) fn missing_prerequisite(&self, claim: &Claim, when: &When) -> Option<u32> {
        let problem = self.problem;
        let needed = &problem.programs[claim.program as usize].prerequisites;
        needed.iter().copied().find(|program| {
            let seated = self.held[claim.person as usize].iter().any(|batch| {
                let other = &self.batches[*batch as usize];
                other.program == *program && other.when.end < when.begin
            });
            let id = &problem.programs[*program as usize].id;
            let person = problem.people.ids[claim.person as usize];
            !seated && !problem.accounts.has_certificate(person, id, when.begin.0)
        })
    }

    /// The first cap on learning hours that the seat would exceed.
    pub(super) fn exceeded_duty(&self, claim: &Claim, when: &When) -> Option<usize> {
        let problem = self.problem;
        let employee = &problem.inputs.roster.employees()[claim.person as usize];
        let hours = problem.programs[claim.program as usize].hours;
        let mut duties = problem.inputs.policy.caps().enumerate();
        duties
            .find(|(_, (duty, cap))| {
                if !duty.concerns(employee.kind) {
                    return false;
                }
                let mut ends = self.hours_held(claim.person);
                ends.push((when.end.0, hours));
                ends.iter().any(|(on, _)| {
                    let window = duty.window.period(*on, employee.contract);
                    window
                        .filter(|window| window.contains(when.end.0))
                        .is_some_and(|window| {
                            let planned = ends.iter().filter(|(end, _)| window.contains(*end));
                            let credited = problem.accounts.credited(employee.id, window);
                            planned
                                .map(|(_, h)| h)
                                .sum::<u32>()
                                .saturating_add(credited)
                                > *cap
                        })
                })
            })
            .map(|(row, _)| row)
    }

    /// The learning hours of the seats held, by the last day, where not yet credited.
    fn hours_held(&self, person: u32) -> Vec<(NaiveDate, u32)> {
        let problem = self.problem;
        let entries = problem
            .accounts
            .entries(problem.people.ids[person as usize]);
        self.held[person as usize]
            .iter()
            .map(|batch| &self.batches[*batch as usize])
            .filter_map(|batch| {
                let program = &problem.programs[batch.program as usize];
                let on = batch.when.end.0;
                let credited = entries
                    .iter()
                    .any(|entry| entry.program.as_ref() == Some(&program.id) && entry.date == on);
                (!credited).then_some((on, program.hours))
            })
            .collect()
    }
}
