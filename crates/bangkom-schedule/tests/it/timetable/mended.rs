//! Repair: what is impossible is dropped, what can stay stays, few things change.

use bangkom_domain::progress::Silent;
use bangkom_schedule::check::timetable::{analyze, difference, score};
use bangkom_schedule::search::Budget;
use bangkom_schedule::timetable::{
    Assignment, Input, Problem, SolveOptions, Timetable, repair, solve,
};
use proptest::prelude::*;

use super::town::{at, window};
use super::{random, town};

fn options() -> SolveOptions<'static> {
    SolveOptions::default().budget(Budget::Moves(20_000))
}

/// The plan without the sessions that break a blocking rule, taken in the order of the codes.
fn dropped(problem: &Problem) -> Timetable {
    let mut kept = Timetable {
        assignments: problem.pins().to_vec(),
    };
    for assignment in problem.published() {
        if kept.of(&assignment.session).is_some() {
            continue;
        }
        kept.assignments.push(assignment.clone());
        if score(problem, &kept).hard < 0 {
            kept.assignments.pop();
        }
    }
    kept
}

fn after(change: impl Fn(&mut Input)) -> (Problem, Timetable) {
    let mut input = town::input();
    input.published = town::plan().assignments;
    change(&mut input);
    let problem = Problem::new(input).value;
    let mended = repair(&problem, &options(), &mut Silent);
    let analysis = analyze(&problem, mended.plan());
    assert!(analysis.is_feasible());
    assert_eq!(analysis.without_place, []);
    (problem, mended.into_plan())
}

fn changed(problem: &Problem, plan: &Timetable) -> Vec<String> {
    let changed = difference(problem, &town::plan(), plan).changed;
    changed
        .into_iter()
        .map(|changed| changed.session.to_string())
        .collect()
}

#[test]
fn nothing_changes_when_nothing_happened() {
    let (problem, plan) = after(|_| ());
    assert_eq!(changed(&problem, &plan), [] as [String; 0]);
}

#[test]
fn an_instructor_who_falls_ill_is_replaced_and_nothing_else_changes() {
    let (problem, plan) = after(|input| input.instructors[0].unavailable = vec![window(6, 12)]);
    assert_eq!(changed(&problem, &plan), ["A/2"]);
    assert_eq!(
        plan.of(&"A/2".parse().unwrap()),
        Some(&at("A/2", 6, "HALL", "BUDI"))
    );
}

#[test]
fn a_closed_room_costs_other_rooms_only() {
    let (problem, plan) = after(|input| input.rooms[1].closed = vec![window(0, 24)]);
    assert_eq!(changed(&problem, &plan), ["A/1", "A/2"]);
    let starts: Vec<u32> = ["A/1", "A/2"]
        .map(|id| plan.of(&id.parse().unwrap()).unwrap().start)
        .into();
    assert_eq!(starts, [0, 6]);
}

#[test]
fn a_lost_date_moves_only_what_lay_on_it() {
    let (problem, plan) = after(|input| {
        for room in &mut input.rooms {
            room.closed = vec![window(12, 18)];
        }
    });
    let moved = changed(&problem, &plan);
    assert!(
        moved.contains(&"C/2".to_owned()) && moved.contains(&"D/1".to_owned()),
        "{moved:?}"
    );
    assert!(!moved.contains(&"B/1".to_owned()), "{moved:?}");
}

#[test]
fn pins_stay_through_a_repair() {
    let pin = at("D/1", 14, "LAB", "CITRA");
    let (_, plan) = after(|input| {
        input.pins = vec![pin.clone()];
        input.rooms[0].closed = vec![window(0, 4)];
    });
    assert_eq!(plan.of(&pin.session), Some(&pin));
}

proptest! {
    #[test]
    fn repair_is_never_worse_than_dropping(seed: u64) {
        let mut input = random::input(seed, false);
        let first = solve(&Problem::new(input.clone()).value, &options(), &mut Silent).into_plan();
        let told: Vec<Assignment> = first.assignments;
        input.published = told;
        input.rooms.pop();
        input.instructors[0].unavailable = vec![window(0, 6)];
        let problem = Problem::new(input).value;
        let mended = repair(&problem, &options(), &mut Silent);
        let baseline = dropped(&problem);
        prop_assert_eq!(analyze(&problem, mended.plan()).violations().count(), 0);
        let (ours, theirs) = (mended.score(), score(&problem, &baseline));
        prop_assert!(ours >= theirs, "{} < {}", ours, theirs);
    }
}
