use super::Prices;
use super::kinds::avoided;
use crate::rules::timetable::Rule;
use crate::timetable::problem::{DayLimits, Problem};

/// What the solver knows of instructors.
#[derive(Debug, Clone, Default)]
pub(crate) struct Instructors {
    /// For each instructor and day, the slots that are booked: never used.
    pub(crate) booked: Vec<u64>,
    /// For each instructor and day, the slots that are not available.
    pub(crate) away: Vec<u64>,
    /// For each instructor and slot, what using it costs; empty when nothing costs.
    pub(crate) avoid: Vec<i64>,
    pub(crate) limits: Vec<DayLimits>,
    pub(crate) most: Vec<u32>,
    /// The fair share of slots.
    pub(crate) fair: i64,
}

pub(super) fn compile(problem: &Problem, prices: &Prices) -> Instructors {
    let instructors = problem.instructors();
    let mut compiled = Instructors {
        limits: instructors
            .iter()
            .map(|instructor| instructor.limits)
            .collect(),
        most: instructors
            .iter()
            .map(|i| i.max_slots.unwrap_or(u32::MAX))
            .collect(),
        fair: problem.fair_share() as i64,
        ..Instructors::default()
    };
    let weight = prices.of(Rule::Preferences).weight;
    for instructor in instructors {
        let mut booked = vec![0; problem.days().len()];
        let mut away = vec![0; problem.days().len()];
        for slot in 0..problem.slots() {
            let (day, bit) = (problem.day_of(slot), 1 << problem.slot_of_day(slot));
            let mut bookings = problem.bookings().iter();
            let mine = |b: &crate::timetable::problem::Booking| {
                b.instructor.as_ref() == Some(&instructor.id)
            };
            if bookings.any(|b| mine(b) && b.window.contains(slot)) {
                booked[day] |= bit;
            }
            if !instructor.is_there(slot) {
                away[day] |= bit;
            }
            compiled
                .avoid
                .push(weight * avoided(&instructor.avoid, slot));
        }
        compiled.booked.extend(booked);
        compiled.away.extend(away);
    }
    if compiled.avoid.iter().all(|cost| *cost == 0) {
        compiled.avoid.clear();
    }
    compiled
}
