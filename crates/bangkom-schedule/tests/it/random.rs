//! Small random problems: tight in places, contradictory in others.

use bangkom_domain::calendar::Period;
use bangkom_domain::decision::{DecisionSubject, Verdict};
use bangkom_domain::measure::{Permille, Rupiah};
use bangkom_domain::people::{EmploymentKind, Leave, LeaveKind};
use bangkom_domain::privacy::Personal;
use bangkom_testkit::Rng;
use chrono::{Days, NaiveDate};

use super::case::Case;
use super::small::{claim, day, days, demand, person, program_id};

fn some_day(rng: &mut Rng) -> NaiveDate {
    day(4, 6) + Days::new(u64::from(rng.below(50)))
}

fn weeks(rng: &mut Rng) -> Period {
    let first = some_day(rng);
    let last = first + Days::new(u64::from(rng.below(10)));
    Period::new(first, last).unwrap()
}

/// A problem drawn from the seed.
pub(crate) fn problem(seed: u64) -> Case {
    let mut rng = Rng::new(seed, "problem");
    let mut case = Case::new();
    claims(&mut case, &mut rng);
    people(&mut case, &mut rng);
    programs(&mut case, &mut rng);
    supply(&mut case, &mut rng);
    case.refresh();
    case
}

fn claims(case: &mut Case, rng: &mut Rng) {
    let mut rows = Vec::new();
    for number in 0..8 {
        for program in ["BASIC", "ADVANCED"] {
            if rng.chance(0.7) {
                let mut row = claim(number, program, rng.below(20));
                row.mandatory = rng.chance(0.2);
                row.needed_by = rng.chance(0.1).then(|| some_day(rng));
                rows.push(row);
            }
            if rng.chance(0.08) {
                case.credit(number, Some(program), 4);
            }
        }
        if rng.chance(0.05) {
            case.decide(DecisionSubject::Person(person(number)), Verdict::Reject);
        }
    }
    case.city.demand = demand(rows);
}

fn people(case: &mut Case, rng: &mut Rng) {
    for employee in &mut case.people {
        if rng.chance(0.2) {
            employee.leaves.push(Leave {
                kind: Personal::new(LeaveKind::Annual),
                period: weeks(rng),
            });
        }
        if rng.chance(0.2) {
            employee.kind = EmploymentKind::Pppk;
            employee.contract = Some(days((4, 20), (5, 20)));
        }
        if rng.chance(0.1) {
            employee.retires_on = Some(Personal::new(some_day(rng)));
        }
    }
}

fn programs(case: &mut Case, rng: &mut Rng) {
    for program in &mut case.programs {
        program.limits.min_seats = 1 + rng.below(3) as u16;
        program.limits.max_seats = 3 + rng.below(3) as u16;
        program.limits.max_batches = rng.below(5) as u16;
        program.limits.min_units = rng.below(3) as u16;
        program.limits.max_one_unit = Permille::new(500 + rng.below(501)).unwrap();
        program.deadline = rng.chance(0.2).then(|| some_day(rng));
        program.mandatory = rng.chance(0.2);
        program.sessions[0].slots = 1 + rng.below(4) as u16;
    }
    if rng.chance(0.5) {
        case.programs[1].prerequisites.clear();
    }
    if rng.chance(0.4) {
        let limits = (0..8).filter(|_| rng.chance(0.5));
        let limits: Vec<u8> = limits.collect();
        let limits = limits
            .into_iter()
            .map(|number| (person(number), 2 + rng.below(6)));
        let limits = limits.collect();
        case.policy = case.policy.clone().training_slots(limits);
    }
    if rng.chance(0.3) {
        case.policy = case.policy.clone().max_pause_days(Some(2));
    }
}

fn supply(case: &mut Case, rng: &mut Rng) {
    let resources = &mut case.city.resources;
    resources.funds[0].amount = Rupiah::new(i64::from(1_200 + rng.below(6_000)));
    for rule in &mut resources.staffing {
        rule.max_away = Permille::new(200 + rng.below(801)).unwrap();
        rule.max_person_days = rng.chance(0.3).then(|| 2 + rng.below(12));
        rule.at_least_one = rng.chance(0.5);
        rule.blackout = vec![weeks(rng)];
    }
    for room in &mut resources.rooms {
        room.capacity = 2 + rng.below(4) as u16;
        room.unavailable = vec![weeks(rng)];
    }
    for instructor in &mut resources.instructors {
        instructor.max_slots = 4 + rng.below(16);
        instructor.unavailable = vec![weeks(rng)];
    }
    if rng.chance(0.1) {
        resources.instructors[0].qualified_for = vec![program_id("NOWHERE")];
    }
}
