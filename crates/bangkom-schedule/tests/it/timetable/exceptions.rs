//! A session is excepted from a rule: who decided it and why stays, and so does what it allows.

use bangkom_domain::progress::Silent;
use bangkom_schedule::check::timetable::{analyze, unassigned};
use bangkom_schedule::rules::timetable::{Reason, Rule};
use bangkom_schedule::search::Budget;
use bangkom_schedule::timetable::{Exception, Input, Problem, SolveOptions, Timetable, solve};

use super::town::{at, input, plan, window};

type Change = fn(&mut Input);

fn exception(session: &str, rule: Rule) -> Exception {
    Exception {
        session: session.parse().unwrap(),
        rule,
        because: Reason {
            reason: "two people watch from the gallery".into(),
            author: "head of training".into(),
        },
    }
}

/// The town with a change, checked with and without the exception.
fn both(change: impl Fn(&mut Input), exception: Exception) -> [(Problem, Timetable); 2] {
    let mut without = input();
    change(&mut without);
    let mut with = without.clone();
    with.exceptions = vec![exception];
    [without, with].map(|input| (Problem::new(input).value, plan()))
}

#[test]
fn an_exception_holds_for_its_session_and_its_rule_only() {
    let of_a1 = exception("A/1", Rule::Capacity);
    let [without, with] = both(|input| input.batches[0].seats = Some(6), of_a1);
    assert_eq!(analyze(&without.0, &without.1).score.hard, -4);
    let analysis = analyze(&with.0, &with.1);
    assert_eq!(analysis.score.hard, -2);
    assert_eq!(analysis.excepted.len(), 1);
    assert_eq!(analysis.excepted[0].rule, Rule::Capacity);
    assert_eq!(
        with.0.input().exceptions[0].because.author,
        "head of training"
    );
}

#[test]
fn the_solver_uses_what_an_exception_allows() {
    let cases: [(Rule, Change); 4] = [
        (Rule::Capacity, |input| input.batches[3].seats = Some(9)),
        (Rule::Qualification, |input| {
            input.batches[3].instructors.clear();
        }),
        (Rule::Availability, |input| {
            input.batches[3].unavailable = vec![window(0, 24)];
        }),
        (Rule::Availability, |input| {
            for room in &mut input.rooms {
                room.closed = vec![window(8, 24)];
            }
            input.batches[2].sessions.clear();
        }),
    ];
    for (rule, change) in cases {
        let options = SolveOptions::default().budget(Budget::Moves(5_000));
        let [(without, _), (with, _)] = both(change, exception("D/1", rule));
        let refused = solve(&without, &options, &mut Silent);
        assert!(
            refused.plan().of(&"D/1".parse().unwrap()).is_none(),
            "{rule:?}"
        );
        assert!(!refused.impossible().is_empty() || rule == Rule::Availability);
        let allowed = solve(&with, &options, &mut Silent);
        assert!(
            allowed.plan().of(&"D/1".parse().unwrap()).is_some(),
            "{rule:?}"
        );
        let analysis = analyze(&with, allowed.plan());
        assert!(analysis.is_feasible());
        assert!(analysis.excepted.iter().all(|found| found.rule == rule));
        assert!(!analysis.excepted.is_empty());
    }
}

#[test]
fn the_reasons_of_a_session_do_not_name_what_it_is_excepted_from() {
    let change = |input: &mut Input| input.batches[3].seats = Some(9);
    let [(without, mut plan), (with, _)] = both(change, exception("D/1", Rule::Capacity));
    plan.assignments.retain(|a| a.session.as_str() != "D/1");
    let named = |problem: &Problem| {
        let open = unassigned(problem, &plan);
        open[0]
            .reasons
            .iter()
            .any(|(rule, _)| *rule == Rule::Capacity)
    };
    assert!(named(&without) && !named(&with));
}

#[test]
fn a_pin_may_use_an_exception() {
    let mut input = input();
    input.batches[3].seats = Some(9);
    input.exceptions = vec![exception("D/1", Rule::Capacity)];
    input.pins = vec![at("D/1", 14, "LAB", "CITRA")];
    let checked = Problem::new(input.clone());
    assert_eq!(checked.value.pins().len(), 1);
    input.exceptions.clear();
    assert_eq!(Problem::new(input).value.pins().len(), 0);
}
