use chrono::NaiveDate;

use super::needs::Need;
use super::place::When;
use super::state::State;

impl State<'_> {
    /// Whether the person of a claim is present, free, ready and in time.
    pub(super) fn can_take_part(&self, row: usize, when: &When) -> bool {
        let person = self.problem.claims[row].person as usize;
        !self.busy.meets(person, &when.slots)
            && self.could_come(row, when)
            && self.missing_prerequisite(row, when, &[]).is_none()
            && self.busy.count(person) + when.length <= self.problem.people.most_slots[person]
            && self.exceeded_duty(row, when, &[]).is_none()
    }

    /// Whether the person of a claim is present and in time, whatever else he or she attends.
    pub(super) fn could_come(&self, row: usize, when: &When) -> bool {
        let claim = &self.problem.claims[row];
        let absent = &self.problem.people.absent;
        claim.needed_by.is_none_or(|day| when.end.0 <= day)
            && !absent.meets(claim.person as usize, &when.days)
    }

    /// The first prerequisite that the person does not finish before, were the seats in some
    /// batches given up.
    pub(super) fn missing_prerequisite(
        &self,
        row: usize,
        when: &When,
        without: &[u32],
    ) -> Option<u32> {
        let needs = self.needs.of(row);
        if needs.is_empty() {
            return None;
        }
        let person = self.problem.claims[row].person;
        let missing = |need: &&Need| {
            self.seat_before(person, need.program, when, without)
                .is_none()
                && !need.certified(when.begin.0)
        };
        needs.iter().find(missing).map(|need| need.program)
    }

    /// The batch of a program that the person finishes before.
    pub(super) fn seat_before(
        &self,
        person: u32,
        program: u32,
        when: &When,
        without: &[u32],
    ) -> Option<u32> {
        let mut held = self.held[person as usize].iter().copied();
        held.find(|batch| {
            let other = &self.batches[*batch as usize];
            other.program == program && other.when.end < when.begin && !without.contains(batch)
        })
    }

    /// Whether a seat of the person that builds on the claim's program begins before the end.
    pub(super) fn followed_too_early(&self, row: usize, when: &When) -> bool {
        let claim = &self.problem.claims[row];
        if !self.needs.unlocks[claim.program as usize] {
            return false;
        }
        self.held[claim.person as usize].iter().any(|other| {
            let other = &self.batches[*other as usize];
            let builds = self
                .claim_of(claim.person, other.program)
                .is_some_and(|row| {
                    let mut needs = self.needs.of(row).iter();
                    needs.any(|need| {
                        need.program == claim.program && !need.certified(other.when.begin.0)
                    })
                });
            builds && other.when.begin <= when.end
        })
    }

    /// The first cap on learning hours that the seat would exceed.
    pub(super) fn exceeded_duty(&self, row: usize, when: &When, without: &[u32]) -> Option<usize> {
        let problem = self.problem;
        let claim = &problem.claims[row];
        if !self.capped[claim.person as usize] {
            return None;
        }
        let employee = &problem.inputs.roster.employees()[claim.person as usize];
        let mut ends = self.hours_held(claim.person, without);
        ends.push((when.end.0, problem.programs[claim.program as usize].hours));
        let mut duties = problem.inputs.policy.caps().enumerate();
        duties
            .find(|(_, (duty, cap))| {
                if !duty.concerns(employee.kind) {
                    return false;
                }
                ends.iter().any(|(on, _)| {
                    let window = duty.window.period(*on, employee.contract);
                    window
                        .filter(|window| window.contains(when.end.0))
                        .is_some_and(|window| {
                            let planned = ends.iter().filter(|(end, _)| window.contains(*end));
                            let planned: u32 = planned.map(|(_, hours)| hours).sum();
                            let credited = problem.accounts.credited(employee.id, window);
                            planned.saturating_add(credited) > *cap
                        })
                })
            })
            .map(|(row, _)| row)
    }

    /// The learning hours of the seats held, by the last day, where not yet credited.
    fn hours_held(&self, person: u32, without: &[u32]) -> Vec<(NaiveDate, u32)> {
        let problem = self.problem;
        let entries = problem
            .accounts
            .entries(problem.people.ids[person as usize]);
        let held = self.held[person as usize].iter();
        held.filter(|batch| !without.contains(batch))
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

    /// Whether the unit of a person can spare him or her on these days as well.
    pub(super) fn unit_spares(&self, person: u32, when: &When) -> bool {
        let units = &self.problem.units;
        let unit = self.problem.people.unit[person as usize] as usize;
        let days = self.problem.time.days().len();
        let mut more = 0;
        for day in &when.away {
            if self.away.get(person as usize, *day) {
                continue;
            }
            more += 1;
            let place = unit * days + *day as usize;
            if self.unit_away[place] >= units.cap[place] {
                return false;
            }
        }
        self.unit_days[unit].saturating_add(more) <= units.person_days[unit]
    }

    /// Whether a further seat of the unit keeps its share of the batch.
    pub(super) fn mixes(&self, batch: usize, unit: u32) -> bool {
        let state = &self.batches[batch];
        let share = u64::from(self.problem.programs[state.program as usize].share);
        let own = u64::from(state.of_unit(unit)) + 1;
        own * 1_000 <= share * (state.seats.len() as u64 + 1)
    }

    /// Whether the claim can have a seat in the batch as it stands.
    pub(super) fn admits(&self, row: usize, batch: usize) -> bool {
        let state = &self.batches[batch];
        let claim = &self.problem.claims[row];
        !state.frozen
            && state.seats.len() < state.capacity as usize
            && self.can_take_part(row, &state.when)
            && self.unit_spares(claim.person, &state.when)
            && self.mixes(batch, self.problem.people.unit[claim.person as usize])
            && self.money_of(state.program)
                >= self.problem.programs[state.program as usize].per_seat
    }
}
