use chrono::NaiveDate;

use super::place::When;
use super::state::State;

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
    Slots,
    Prerequisite(u32),
    TooLate(NaiveDate),
    Money,
}

impl State<'_> {
    /// All that stands between a claim and a seat in the batch.
    pub(super) fn barriers(&self, row: usize, batch: usize) -> Vec<Barrier> {
        let state = &self.batches[batch];
        let mut found = Vec::new();
        if state.frozen {
            found.push(Barrier::Frozen);
        }
        if state.seats.len() >= state.capacity as usize {
            found.push(Barrier::Full);
        }
        self.personal(row, &state.when, &mut found);
        self.of_unit(row, batch, &mut found);
        let per_seat = self.problem.programs[state.program as usize].per_seat;
        if self.money_of(state.program) < per_seat {
            found.push(Barrier::Money);
        }
        found
    }

    fn personal(&self, row: usize, when: &When, found: &mut Vec<Barrier>) {
        let claim = &self.problem.claims[row];
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
        let missing = self.missing_prerequisite(row, when, &[]);
        found.extend(missing.map(Barrier::Prerequisite));
        found.extend(self.exceeded_duty(row, when, &[]).map(Barrier::Hours));
        let slots = self.busy.count(person) + when.length;
        if slots > self.problem.people.most_slots[person] {
            found.push(Barrier::Slots);
        }
    }

    fn clashes<'a>(&'a self, person: usize, when: &'a When) -> impl Iterator<Item = u32> + 'a {
        let held = self.held[person].iter().copied();
        held.filter(|other| {
            let slots = &self.batches[*other as usize].when.slots;
            slots.meets(&when.slots)
        })
    }

    fn of_unit(&self, row: usize, batch: usize, found: &mut Vec<Barrier>) {
        let state = &self.batches[batch];
        let problem = self.problem;
        let person = problem.claims[row].person as usize;
        let unit = problem.people.unit[person];
        let days = problem.time.days().len();
        let mut new_days = 0;
        for day in &state.when.away {
            if self.away.get(person, *day) {
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
        if !self.mixes(batch, unit) {
            found.push(Barrier::UnitShare);
        }
    }
}
