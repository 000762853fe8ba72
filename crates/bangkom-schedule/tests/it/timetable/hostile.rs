//! Numbers at the ends of their ranges neither panic nor overflow.

use bangkom_domain::measure::Rupiah;
use bangkom_domain::progress::Silent;
use bangkom_schedule::check::timetable::{analyze, impossible, suggestions, unassigned};
use bangkom_schedule::rules::timetable::{Level, Rule, Setting, Severity};
use bangkom_schedule::search::Budget;
use bangkom_schedule::timetable::{Input, Need, Problem, SolveOptions, repair, solve};
use proptest::prelude::*;

use super::random;
use super::rules::because;

/// Puts the largest numbers into a part of the fields.
fn strain(input: &mut Input, bits: u32) {
    let on = |bit: u32| bits >> bit & 1 == 1;
    for batch in &mut input.batches {
        if on(0) {
            batch.seats = Some(u32::MAX);
        }
        if on(1) {
            batch.min_days = u16::MAX;
        }
        for session in &mut batch.sessions {
            if on(2) {
                session.need = Need::Value(u32::MAX);
            }
            if on(3) {
                session.slots = u16::MAX;
            }
            if on(4) {
                session.instructors = u8::MAX;
            }
            if let Some(gap) = session.gap.as_mut().filter(|_| on(5)) {
                (gap.least_days, gap.greatest_days) = (u16::MAX, Some(u16::MAX));
            }
        }
    }
    for who in &mut input.instructors {
        if on(6) {
            who.fee = Rupiah::new(i64::MAX);
        }
        if on(7) {
            who.limits.night = Some(u16::MAX);
        }
        for window in who.unavailable.iter_mut().filter(|_| on(8)) {
            (window.from, window.to) = (0, u32::MAX);
        }
        for avoid in &mut who.avoid {
            avoid.cost = u32::MAX;
        }
    }
    for site in input.sites.iter_mut().filter(|_| on(9)) {
        site.position.x_km = if site.id.as_str() == "S0" {
            i32::MIN
        } else {
            i32::MAX
        };
    }
    for room in &mut input.rooms {
        if on(10) {
            room.capacity = u32::MAX;
        }
        if on(11) {
            room.at_once = u8::MAX;
        }
    }
    for unit in input.units.iter_mut().filter(|_| on(12)) {
        unit.headcount = u32::MAX;
    }
}

/// Plans, checks, explains and mends a strained problem.
fn plan(seed: u64, bits: u32, weight: u32, level: Level) -> Result<(), TestCaseError> {
    let mut input = random::input(seed, false);
    strain(&mut input, bits);
    let setting = Setting {
        severity: Severity::Warn,
        level,
        weight,
    };
    let all_rules = bits >> 13 & 1 == 1;
    for rule in Rule::ALL
        .iter()
        .filter(|rule| all_rules && !rule.is_fixed())
    {
        let rules = std::mem::take(&mut input.rules);
        input.rules = rules.set(*rule, setting, because()).unwrap();
    }
    let options = SolveOptions::default().budget(Budget::Moves(1_000));
    let problem = Problem::new(input.clone()).value;
    let solution = solve(&problem, &options, &mut Silent);
    let analysis = analyze(&problem, solution.plan());
    prop_assert_eq!(analysis.violations().count(), 0);
    prop_assert_eq!(analysis.score, solution.score());
    let _ = (impossible(&problem), unassigned(&problem, solution.plan()));
    if let Some(first) = solution.plan().assignments.first() {
        let _ = suggestions(&problem, solution.plan(), &first.session, 2);
    }
    input.published.clone_from(&solution.plan().assignments);
    input.instructors.pop();
    let problem = Problem::new(input).value;
    let mended = repair(&problem, &options, &mut Silent);
    prop_assert_eq!(analyze(&problem, mended.plan()).violations().count(), 0);
    Ok(())
}

#[test]
fn a_rest_longer_than_any_night_does_not_overflow() {
    // Found by the property below: a rule on nights at a high level, and the greatest limit.
    plan(
        8_394_943_955_524_679_808,
        1_631_312_804,
        0,
        Level::Mandatory,
    )
    .unwrap();
}

proptest! {
    #[test]
    fn the_largest_numbers_are_planned_or_told(
        seed: u64,
        bits: u32,
        weight: u32,
        level in 0_usize..4,
    ) {
        let levels = [Level::Mandatory, Level::Stability, Level::Value, Level::Quality];
        plan(seed, bits, weight, levels[level])?;
    }
}
