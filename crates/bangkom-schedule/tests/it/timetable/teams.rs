//! Several instructors teach a session together.

use std::collections::BTreeSet;

use bangkom_domain::id::InstructorId;
use bangkom_domain::progress::Silent;
use bangkom_schedule::check::timetable::{analyze, unassigned};
use bangkom_schedule::rules::timetable::Rule;
use bangkom_schedule::search::Budget;
use bangkom_schedule::timetable::{Input, Problem, SolveOptions, solve};

use super::town::{at, input, instructor, plan, window};

fn options() -> SolveOptions<'static> {
    SolveOptions::default().budget(Budget::Moves(20_000))
}

/// The town in which two instructors teach the first session of A.
fn two() -> Input {
    let mut input = input();
    input.batches[0].sessions[0].instructors = 2;
    input
}

#[test]
fn a_session_of_two_has_two_who_are_qualified_and_free() {
    let problem = Problem::new(two()).into_result().unwrap();
    let solution = solve(&problem, &options(), &mut Silent);
    assert_eq!(solution.score().mandatory, 0);
    let session = "A/1".parse().unwrap();
    let who: Vec<&str> = solution
        .plan()
        .of(&session)
        .unwrap()
        .instructors
        .iter()
        .map(InstructorId::as_str)
        .collect();
    assert_eq!(who, ["ANI", "BUDI"]);
    assert!(analyze(&problem, solution.plan()).is_feasible());
}

#[test]
fn the_order_of_names_means_nothing_and_a_name_counts_once() {
    let mut input = two();
    input.published = vec![at("A/1", 12, "HALL", "ANI BUDI")];
    let problem = Problem::new(input).value;
    let rules = |who: &str| -> BTreeSet<Rule> {
        let mut plan = plan();
        plan.assignments[0] = at("A/1", 12, "HALL", who);
        plan.assignments.remove(1);
        let matches = analyze(&problem, &plan).matches;
        matches.into_iter().map(|found| found.rule).collect()
    };
    assert_eq!(rules("BUDI ANI"), rules("ANI BUDI"));
    assert!(!rules("ANI BUDI").contains(&Rule::Form));
    assert!(!rules("ANI BUDI").contains(&Rule::Perturbation));
    assert!(rules("ANI ANI").contains(&Rule::Form));
    assert!(rules("ANI").contains(&Rule::Form));
    assert!(rules("ANI BUDI CITRA").contains(&Rule::Form));
    assert!(rules("ANI CITRA").contains(&Rule::Qualification));
}

#[test]
fn one_of_a_team_who_is_away_stands_against_the_team() {
    let mut input = two();
    input.instructors[0].unavailable = vec![window(0, 24)];
    let problem = Problem::new(input).value;
    let mut plan = plan();
    plan.assignments.remove(0);
    let open = unassigned(&problem, &plan);
    let of = open
        .iter()
        .find(|open| open.session.as_str() == "A/1")
        .unwrap();
    let reasons: BTreeSet<Rule> = of.reasons.iter().map(|(rule, _)| *rule).collect();
    assert_eq!(of.free, 0);
    assert!(reasons.contains(&Rule::Availability) && reasons.contains(&Rule::Qualification));
}

#[test]
fn of_very_many_teams_some_are_tried_and_pins_are_kept() {
    let mut input = two();
    for number in 0..80 {
        let who = instructor(&format!("WI-{number:02}"));
        input.batches[0].instructors.push(who.id.clone());
        input.instructors.push(who);
    }
    input.pins = vec![at("A/1", 0, "HALL", "WI-78 WI-79")];
    let problem = Problem::new(input).into_result().unwrap();
    let solution = solve(&problem, &options(), &mut Silent);
    assert_eq!(solution.score().mandatory, 0);
    let session = "A/1".parse().unwrap();
    assert_eq!(solution.plan().of(&session), Some(&problem.pins()[0]));
}
