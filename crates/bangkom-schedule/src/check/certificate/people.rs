use super::exact::{Overflow, Sum, times};
use super::facts::ProgramFacts;
use super::limits;
use crate::problem::Problem;

/// Of more claims of one person than this, subsets are not tried.
const MOST_CLAIMS: usize = 20;

/// A person with claims, and what limits them together.
#[derive(Debug, Clone)]
pub(super) struct PersonFacts {
    pub(super) person: u32,
    pub(super) unit: u32,
    slots: u32,
    hours: u32,
    pub(super) wants: Vec<WantFacts>,
}

/// A claim for which a seat is thinkable.
#[derive(Debug, Clone)]
pub(super) struct WantFacts {
    pub(super) program: u32,
    pub(super) value: u32,
    pub(super) mandatory: bool,
    slots: u32,
    hours: u32,
    away: u32,
    /// The claims, by place, that must have a seat too.
    needs: Vec<usize>,
}

/// The persons with claims that could have a seat, by number; `holds` tells of frozen seats.
pub(super) fn persons(
    problem: &Problem<'_>,
    programs: &[ProgramFacts],
    holds: impl Fn(u32, u32) -> bool + Copy,
) -> Vec<PersonFacts> {
    let groups = problem.claims.chunk_by(|a, b| a.person == b.person);
    groups
        .filter_map(|claims| {
            let person = claims[0].person;
            if !problem.people.assignable[person as usize] {
                return None;
            }
            let mut facts = PersonFacts {
                person,
                unit: problem.people.unit[person as usize],
                slots: limits::slots(problem, person),
                hours: limits::hours(problem, person),
                wants: Vec::new(),
            };
            let open = claims
                .iter()
                .filter(|claim| claim.open() && !holds(person, claim.program))
                .filter(|claim| programs[claim.program as usize].is_open());
            facts.wants = open.map(|claim| want(problem, programs, claim)).collect();
            facts.link(problem, &holds);
            (!facts.wants.is_empty()).then_some(facts)
        })
        .collect()
}

fn want(
    problem: &Problem<'_>,
    programs: &[ProgramFacts],
    claim: &crate::problem::claims::Claim,
) -> WantFacts {
    let program = &programs[claim.program as usize];
    // A seat in a batch that stands may take less than a new one: nothing is counted.
    let new = u32::from(program.standing == 0);
    WantFacts {
        program: claim.program,
        value: claim.value,
        mandatory: claim.mandatory,
        slots: new * program.slots,
        hours: new * limits::counted(problem, claim.person, claim.program),
        away: new * program.away,
        needs: Vec::new(),
    }
}

impl PersonFacts {
    /// Names the claims that others need, and drops those that need what nobody can have.
    fn link(&mut self, problem: &Problem<'_>, holds: &impl Fn(u32, u32) -> bool) {
        let horizon = problem.inputs.resources.horizon;
        let id = problem.people.ids[self.person as usize];
        let certified = |program: u32| {
            let code = Some(&problem.programs[program as usize].id);
            let mut entries = problem.accounts.entries(id).iter();
            entries.any(|entry| {
                entry.program.as_ref() == code
                    && entry.date <= horizon.last()
                    && entry.valid_until.is_none_or(|last| last >= horizon.first())
            })
        };
        loop {
            let before = self.wants.len();
            let have: Vec<u32> = self.wants.iter().map(|want| want.program).collect();
            for want in &mut self.wants {
                let needed = problem.programs[want.program as usize].prerequisites.iter();
                let missing = needed.filter(|p| !certified(**p) && !holds(self.person, **p));
                let places = missing.map(|p| have.iter().position(|other| other == p));
                want.needs = places.map(|place| place.unwrap_or(usize::MAX)).collect();
            }
            self.wants.retain(|want| !want.needs.contains(&usize::MAX));
            if self.wants.len() == before {
                return;
            }
        }
    }

    /// The greatest sum of gains of claims that the person could follow together.
    ///
    /// Of too many claims the sum of all gains above zero, which is no less.
    pub(super) fn best(
        &self,
        gains: &[i128],
        day: i128,
        slots_a_day: u32,
    ) -> Result<i128, Overflow> {
        let mut above = Sum::default();
        for gain in gains {
            if gain.unsigned_abs() > 1 << 100 {
                return Err(Overflow);
            }
            above.add((*gain).max(0))?;
        }
        if self.wants.len() > MOST_CLAIMS {
            return Ok(above.total());
        }
        times(
            day,
            self.wants
                .iter()
                .map(|want| want.away)
                .fold(0, u32::saturating_add),
        )?;
        let needed: Vec<bool> = (0..self.wants.len())
            .map(|at| self.wants.iter().any(|want| want.needs.contains(&at)))
            .collect();
        let order: Vec<usize> = (0..self.wants.len())
            .filter(|at| gains[*at] > 0 || needed[*at])
            .collect();
        let search = Search {
            person: self,
            gains,
            day,
            slots_a_day,
            order,
        };
        Ok(search.go(0, Chosen::default(), above.total(), 0))
    }
}

/// The search for a person's best subset.
struct Search<'a> {
    person: &'a PersonFacts,
    gains: &'a [i128],
    day: i128,
    slots_a_day: u32,
    order: Vec<usize>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Chosen {
    claims: u32,
    slots: u32,
    hours: u32,
    away: u32,
    gain: i128,
}

impl Search<'_> {
    /// The best of the subsets that go on from `chosen`, or `best` if none is better; `left` is
    /// the sum of gains above zero that are still to come.
    fn go(&self, at: usize, chosen: Chosen, left: i128, best: i128) -> i128 {
        let Some(claim) = self.order.get(at).copied() else {
            let days = chosen.away.div_ceil(self.slots_a_day);
            let value = chosen.gain - self.day * i128::from(days);
            return if self.is_closed(chosen.claims) {
                best.max(value)
            } else {
                best
            };
        };
        if chosen.gain + left <= best {
            return best;
        }
        let (want, gain) = (&self.person.wants[claim], self.gains[claim]);
        let left = left - gain.max(0);
        let more = Chosen {
            claims: chosen.claims | 1 << claim,
            slots: chosen.slots.saturating_add(want.slots),
            hours: chosen.hours.saturating_add(want.hours),
            away: chosen.away.saturating_add(want.away),
            gain: chosen.gain + gain,
        };
        let fits = more.slots <= self.person.slots && more.hours <= self.person.hours;
        let best = if fits {
            self.go(at + 1, more, left, best)
        } else {
            best
        };
        self.go(at + 1, chosen, left, best)
    }

    fn is_closed(&self, claims: u32) -> bool {
        let wants = self.person.wants.iter().enumerate();
        let mut chosen = wants.filter(|(at, _)| claims >> at & 1 == 1);
        chosen.all(|(_, want)| want.needs.iter().all(|need| claims >> need & 1 == 1))
    }
}
