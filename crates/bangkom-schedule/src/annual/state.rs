use std::sync::Arc;

use super::bound::Guide;
use super::journal::Journal;
use super::needs::Needs;
use super::place::{Placed, When};
use crate::problem::Problem;
use crate::problem::bits::BitTable;

/// A claim without a seat, in the list of seats.
pub(super) const NOWHERE: u32 = u32::MAX;

/// How many times the greatest value a mandatory claim weighs in the search.
const MANDATORY: i64 = 200;

/// One batch of the plan in the making.
#[derive(Debug, Clone)]
pub(super) struct BatchState {
    pub(super) program: u32,
    pub(super) sessions: Vec<Placed>,
    pub(super) when: When,
    pub(super) capacity: u32,
    /// The persons, in no order.
    pub(super) seats: Vec<u32>,
    /// How many seats each unit has, in no order.
    pub(super) units: Vec<(u32, u32)>,
    /// The place in the list of fixed batches.
    pub(super) fixed: Option<usize>,
    /// The place in the list of batches that were to be mended.
    pub(super) mended: Option<usize>,
    /// What the sessions of a fixed batch cost; computed from the places of others.
    pub(super) fixed_cost: i64,
    pub(super) frozen: bool,
    /// Whether it takes place; a closed one is a free row.
    pub(super) open: bool,
}

impl BatchState {
    /// How many seats the unit has.
    pub(super) fn of_unit(&self, unit: u32) -> u32 {
        let found = self.units.iter().find(|(one, _)| *one == unit);
        found.map_or(0, |(_, count)| *count)
    }

    /// Whether the search may close or move it.
    pub(super) fn loose(&self) -> bool {
        self.open && self.fixed.is_none() && self.mended.is_none()
    }
}

/// What is taken so far.
pub(super) struct State<'p> {
    pub(super) problem: &'p Problem<'p>,
    pub(super) needs: Needs,
    /// Where the claims of each person begin; one more entry ends the last.
    first_claim: Vec<u32>,
    /// What a seat of each claim is worth to the search.
    pub(super) weight: Vec<i64>,
    /// Whom and what to prefer while batches are opened.
    pub(super) guide: Arc<Guide>,
    /// Whether a cap on learning hours concerns the person.
    pub(super) capped: Vec<bool>,
    pub(super) busy: BitTable,
    pub(super) away: BitTable,
    pub(super) unit_away: Vec<u32>,
    pub(super) unit_days: Vec<u32>,
    pub(super) rooms: BitTable,
    pub(super) teachers: BitTable,
    pub(super) taught: Vec<u32>,
    pub(super) money: Vec<i64>,
    pub(super) batches: Vec<BatchState>,
    /// Rows of closed batches that may be used again.
    pub(super) vacant: Vec<u32>,
    pub(super) of_program: Vec<Vec<u32>>,
    /// The batches whose participants are away on each day.
    pub(super) on_day: Vec<Vec<u32>>,
    pub(super) held: Vec<Vec<u32>>,
    /// The batch of each claim.
    pub(super) seat_of: Vec<u32>,
    /// The sum of the weights of the seated claims.
    pub(super) worth: i64,
    pub(super) journal: Journal,
    /// Which of several rooms is chosen; the first where 0.
    pub(super) twist: u32,
    /// By what instructors who are free are ordered.
    pub(super) teacher_price: Vec<i64>,
}

impl<'p> State<'p> {
    /// Nothing is taken yet.
    pub(super) fn empty(problem: &'p Problem<'p>) -> Self {
        let (slots, days) = (problem.time.slots() as usize, problem.time.days().len());
        let (people, units) = (problem.people.ids.len(), problem.units.ids.len());
        let (rooms, teachers) = (problem.supply.rooms.len(), problem.supply.instructors.len());
        let weight = weights(problem);
        Self {
            problem,
            guide: Arc::new(Guide::plain(problem, &weight)),
            needs: Needs::new(problem),
            first_claim: first_claims(problem),
            weight,
            capped: capped(problem),
            busy: BitTable::new(people, slots),
            away: BitTable::new(people, days),
            unit_away: vec![0; units * days],
            unit_days: vec![0; units],
            rooms: BitTable::new(rooms, slots),
            teachers: BitTable::new(teachers, slots),
            taught: vec![0; teachers],
            money: problem.supply.amounts.clone(),
            batches: Vec::new(),
            vacant: Vec::new(),
            of_program: vec![Vec::new(); problem.programs.len()],
            on_day: vec![Vec::new(); days],
            held: vec![Vec::new(); people],
            seat_of: vec![NOWHERE; problem.claims.len()],
            worth: 0,
            journal: Journal::default(),
            twist: 0,
            teacher_price: vec![0; teachers],
        }
    }

    /// The fixed batches are taken, and those that were broken are mended as far as can be.
    pub(super) fn new(problem: &'p Problem<'p>) -> Self {
        let mut state = Self::empty(problem);
        for row in 0..problem.fixed.len() {
            state.take_fixed(row);
        }
        state.mend();
        state.drop_unready_seats();
        state
    }

    /// The place of a claim of a person in the list of claims.
    pub(super) fn claim_of(&self, person: u32, program: u32) -> Option<usize> {
        let from = self.first_claim[person as usize] as usize;
        let to = self.first_claim[person as usize + 1] as usize;
        let claims = &self.problem.claims[from..to];
        let place = claims.iter().position(|claim| claim.program == program)?;
        Some(from + place)
    }

    /// The claims of a person, as rows of the list of claims.
    pub(super) fn claims_of(&self, person: u32) -> std::ops::Range<usize> {
        let person = person as usize;
        self.first_claim[person] as usize..self.first_claim[person + 1] as usize
    }

    pub(super) fn seated(&self, claim: usize) -> bool {
        self.seat_of[claim] != NOWHERE
    }

    /// How many mandatory claims have no seat, and the value of the claims that have one.
    pub(super) fn levels(&self) -> (i64, i64) {
        let claims = self.problem.claims.iter().enumerate();
        claims.fold((0, 0), |(missing, value), (row, claim)| {
            if self.seated(row) {
                (missing, value + i64::from(claim.value))
            } else {
                (missing + i64::from(claim.mandatory), value)
            }
        })
    }
}

fn first_claims(problem: &Problem<'_>) -> Vec<u32> {
    let mut first = vec![0; problem.people.ids.len() + 1];
    for claim in &problem.claims {
        first[claim.person as usize + 1] += 1;
    }
    for person in 1..first.len() {
        first[person] += first[person - 1];
    }
    first
}

fn weights(problem: &Problem<'_>) -> Vec<i64> {
    let claims = &problem.claims;
    let greatest = claims.iter().map(|claim| claim.value).max().unwrap_or(0);
    let mandatory = MANDATORY * i64::from(greatest) + 1;
    let weight = |claim: &crate::problem::claims::Claim| {
        i64::from(claim.value) + if claim.mandatory { mandatory } else { 0 }
    };
    claims.iter().map(weight).collect()
}

fn capped(problem: &Problem<'_>) -> Vec<bool> {
    let policy = &problem.inputs.policy;
    let employees = problem.inputs.roster.employees().iter();
    employees
        .map(|employee| policy.caps().any(|(duty, _)| duty.concerns(employee.kind)))
        .collect()
}
