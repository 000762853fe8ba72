//! Repair: what is impossible is dropped, what can stay stays, few things change.

use bangkom_domain::progress::Silent;
use bangkom_schedule::check::timetable::{Impossible, analyze, difference, score};
use bangkom_schedule::rules::timetable::Rules;
use bangkom_schedule::search::Budget;
use bangkom_schedule::timetable::{Input, Problem, SolveOptions, Timetable, repair, solve};
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

/// What may happen to a published plan.
#[derive(Debug, Clone, Copy)]
enum Disruption {
    InstructorIll,
    InstructorLeaves,
    RoomCloses,
    RoomIsGone,
    DateIsLost,
    PersonLeaves,
}

const DISRUPTIONS: [Disruption; 6] = [
    Disruption::InstructorIll,
    Disruption::InstructorLeaves,
    Disruption::RoomCloses,
    Disruption::RoomIsGone,
    Disruption::DateIsLost,
    Disruption::PersonLeaves,
];

/// Lets it happen.
fn disrupt(input: &mut Input, what: Disruption) {
    let slots: u32 = input.days.iter().map(|day| u32::from(day.slots)).sum();
    let first_day = window(0, u32::from(input.days[0].slots));
    match what {
        Disruption::InstructorIll => input.instructors[0].unavailable.push(window(0, slots)),
        Disruption::InstructorLeaves => drop(input.instructors.remove(0)),
        Disruption::RoomCloses => input.rooms[0].closed.push(window(0, slots)),
        Disruption::RoomIsGone => drop(input.rooms.remove(0)),
        Disruption::DateIsLost => {
            for batch in &mut input.batches {
                batch.unavailable.push(first_day);
            }
        }
        Disruption::PersonLeaves => {
            let left = input.people.remove(0).id;
            let mut lists: Vec<_> = input.batches.iter_mut().map(|b| &mut b.people).collect();
            lists.extend(input.cohorts.iter_mut().map(|cohort| &mut cohort.people));
            for people in lists {
                people.retain(|person| *person != left);
            }
        }
    }
}

/// A random problem whose plan was published and then disrupted; a third of it is pinned.
fn disrupted(seed: u64, what: Disruption, pins: bool) -> Problem {
    let mut input = random::input(seed, false);
    let first = solve(&Problem::new(input.clone()).value, &options(), &mut Silent).into_plan();
    if pins {
        input.pins = first.assignments.iter().step_by(3).cloned().collect();
    }
    input.published = first.assignments;
    disrupt(&mut input, what);
    Problem::new(input).value
}

fn any_disruption() -> impl Strategy<Value = Disruption> {
    prop::sample::select(DISRUPTIONS.to_vec())
}

proptest! {
    #[test]
    fn repair_is_never_worse_than_dropping_and_keeps_pins(
        seed: u64,
        what in any_disruption(),
        pins: bool,
    ) {
        let problem = disrupted(seed, what, pins);
        let mended = repair(&problem, &options(), &mut Silent);
        let baseline = dropped(&problem);
        prop_assert_eq!(analyze(&problem, mended.plan()).violations().count(), 0);
        let (ours, theirs) = (mended.score(), score(&problem, &baseline));
        prop_assert!(ours >= theirs, "{} < {}", ours, theirs);
        for pin in problem.pins() {
            prop_assert_eq!(mended.plan().of(&pin.session), Some(pin));
        }
    }

    #[test]
    fn repair_without_a_search_drops_and_refills_at_once(seed: u64, what in any_disruption()) {
        let problem = disrupted(seed, what, false);
        let none = options().budget(Budget::Moves(0));
        let mended = repair(&problem, &none, &mut Silent);
        prop_assert_eq!(analyze(&problem, mended.plan()).violations().count(), 0);
        let baseline = score(&problem, &dropped(&problem));
        prop_assert!(mended.score() >= baseline, "{} < {}", mended.score(), baseline);
    }

    #[test]
    fn what_happened_to_others_changes_nothing(seed: u64, pick: prop::sample::Index) {
        // With default rules, somebody falls ill whom no session needs.
        let mut input = random::input(seed, false);
        input.rules = Rules::default();
        let who = &mut input.instructors;
        who.push(town::instructor("RESERVE"));
        let first = solve(&Problem::new(input.clone()).value, &options(), &mut Silent);
        prop_assume!(first.plan().assignments.len() > 1);
        input.published = first.plan().assignments.clone();
        let last = input.instructors.len() - 1;
        input.instructors[last].unavailable = vec![window(0, 4)];
        // A session that had no place before may still have none; all others stay.
        let problem = Problem::new(input).value;
        let mended = repair(&problem, &options(), &mut Silent);
        let told = pick.get(problem.published());
        let without = first.plan().assignments.len() as i64;
        let sessions: usize = problem.batches().iter().map(|b| b.sessions.len()).sum();
        if without == sessions as i64 {
            prop_assert_eq!(mended.plan().of(&told.session), Some(told));
        }
    }
}

/// The plan with the fewest changes, of all plans that place every session.
#[test]
fn the_least_change_is_found_where_all_plans_can_be_tried() {
    for what in DISRUPTIONS {
        let (mut input, before) = (town::input(), town::plan());
        input.published = before.assignments.clone();
        disrupt(&mut input, what);
        let problem = Problem::new(input).value;
        let mended = repair(&problem, &options(), &mut Silent);
        let changed = difference(&problem, &before, mended.plan()).changed;
        let lost = dropped(&problem);
        let stays = |id| lost.of(id).is_some();
        // Each session that had to be dropped changes, and nothing else when it can stay.
        let needed = before
            .assignments
            .iter()
            .filter(|a| !stays(&a.session))
            .count();
        assert!(changed.len() >= needed, "{what:?}");
        let others: Vec<_> = changed.iter().filter(|one| stays(&one.session)).collect();
        let open = analyze(&problem, mended.plan()).without_place;
        assert!(others.len() <= needed, "{what:?}: {others:?}");
        let hopeless = |impossible: &Impossible| match impossible {
            Impossible::NoPlace { session, .. } => Some(session.clone()),
            _ => None,
        };
        let hopeless: Vec<_> = mended.impossible().iter().filter_map(hopeless).collect();
        assert_eq!(open, hopeless, "{what:?}");
    }
}
