use std::cmp::Reverse;

use bangkom_domain::calendar::Period;
use bangkom_domain::id::ProgramId;
use bangkom_domain::plan::Publication;

use super::compile::free;
use super::relaxation::{PersonPart, ProgramPart, Want};
use super::subsets::MOST_WANTS;
use crate::problem::Problem;
use crate::problem::claims::Claim;

/// A person with the claims that a seat is thinkable for; none where there are none.
pub(super) fn person(
    problem: &Problem<'_>,
    programs: &[ProgramPart],
    claims: &[Claim],
) -> Option<PersonPart> {
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
