//! The engine beside every plan there is: tiny cases, counted out with the checker as the judge.

use bangkom_domain::calendar::Period;
use bangkom_domain::measure::Rupiah;
use bangkom_domain::plan::{Batch, Plan, Publication, Seat, Session, SlotSpan};
use bangkom_domain::program::SessionKind;
use bangkom_schedule::{PlanViolation, check};
use bangkom_testkit::Rng;

use crate::case::Case;
use crate::small::{claim, day, demand, person};

/// Three persons of one unit and two of another.
const PEOPLE: [u8; 5] = [0, 1, 2, 4, 5];
const STARTS: u8 = 7;

/// One working day, up to two batches of one program, two rooms and one instructor.
fn tiny(seed: u64) -> Case {
    let mut rng = Rng::new(seed, "tiny");
    let mut case = Case::new();
    case.city.resources.horizon = Period::day(day(4, 14));
    let claims = PEOPLE.map(|number| claim(number, "BASIC", 1 + rng.below(30)));
    case.city.demand = demand(claims.to_vec());
    case.programs.truncate(1);
    case.programs[0].limits.max_seats = 2 + rng.below(2) as u16;
    if rng.chance(0.5) {
        case.city.resources.instructors[0].max_slots = 2;
    }
    if rng.chance(0.3) {
        case.city.resources.staffing.clear();
    }
    case.refresh();
    case
}

fn batch(number: usize, room: &str, first: u8, seats: Vec<Seat>) -> Batch {
    let id = format!("BASIC/b0{number}");
    Batch {
        program: "BASIC".parse().unwrap(),
        sessions: vec![Session {
            id: format!("{id}/s1").parse().unwrap(),
            kind: SessionKind::Class,
            module: None,
            times: vec![SlotSpan {
                date: day(4, 14),
                first,
                count: 2,
            }],
            room: Some(room.parse().unwrap()),
            instructors: vec!["STAFF".parse().unwrap()],
        }],
        id: id.parse().unwrap(),
        seats,
        cost: Rupiah::ZERO,
        publication: Publication::Draft,
    }
}

/// Whether no hard rule is broken; what a batch costs is not stated here.
fn feasible(case: &Case, batches: Vec<Batch>) -> bool {
    let plan = Plan {
        batches,
        horizon: case.city.resources.horizon,
        ..case.plan.clone()
    };
    let found = check(&case.inputs(), &plan);
    found
        .iter()
        .all(|violation| matches!(violation, PlanViolation::WrongCost { .. }))
}

/// Who sits where: nowhere, in the first batch or in the second, for each person.
fn assignments() -> impl Iterator<Item = [usize; PEOPLE.len()]> {
    (0..3_usize.pow(PEOPLE.len() as u32))
        .map(|code| std::array::from_fn(|place| code / 3_usize.pow(place as u32) % 3))
}

fn seats(assignment: &[usize], batch: usize) -> Vec<Seat> {
    let seated = PEOPLE
        .iter()
        .zip(assignment)
        .filter(|(_, at)| **at == batch);
    seated
        .map(|(number, _)| Seat {
            person: person(*number),
            pinned: false,
        })
        .collect()
}

/// Whether some rooms and hours make a feasible plan of these seats.
fn can_be_held(case: &Case, assignment: &[usize]) -> bool {
    let places = || {
        ["LARGE", "SMALL"]
            .into_iter()
            .flat_map(|room| (0..STARTS).map(move |at| (room, at)))
    };
    let (one, two) = (seats(assignment, 1), seats(assignment, 2));
    places().any(|(room, at)| {
        let first = batch(1, room, at, one.clone());
        if two.is_empty() {
            return feasible(case, vec![first]);
        }
        let seconds = places().map(|(room, at)| batch(2, room, at, two.clone()));
        seconds
            .into_iter()
            .any(|second| feasible(case, vec![first.clone(), second]))
    })
}

/// The greatest value of any feasible plan.
fn optimum(case: &Case) -> i64 {
    let values: Vec<i64> = case
        .city
        .demand
        .rows
        .iter()
        .map(|row| i64::from(row.value.reveal().points()))
        .collect();
    let worth = |assignment: &[usize]| -> i64 {
        let seated = assignment.iter().zip(&values).filter(|(at, _)| **at > 0);
        seated.map(|(_, value)| value).sum()
    };
    // A second batch without a first is the same plan under another name.
    let mut all: Vec<_> = assignments().filter(|one| one.contains(&1)).collect();
    all.sort_by_key(|assignment| std::cmp::Reverse(worth(assignment)));
    let best = all.iter().find(|assignment| can_be_held(case, *assignment));
    best.map_or(0, |assignment| worth(assignment))
}

#[test]
fn no_plan_beats_the_optimum_and_no_bound_is_below_it() {
    let mut reached = 0;
    for seed in 0..6 {
        let case = tiny(seed);
        let (solution, best) = (case.solve(), optimum(&case));
        let (value, bound) = (solution.score().value, solution.bound().value);
        assert!(best > 0, "seed {seed} has no plan at all");
        assert!(
            value <= best && best <= bound,
            "seed {seed}: {value}, {best}, {bound}"
        );
        reached += u32::from(value == best);
    }
    assert!(reached >= 3, "the optimum is reached {reached} times of 6");
}
