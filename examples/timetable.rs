//! Sessions of four batches get a slot, a room and an instructor; the plan is then checked by
//! code that knows nothing of how it was made.

#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use std::error::Error;

use bangkom::domain::id::InstructorId;
use bangkom::domain::progress::Silent;
use bangkom::schedule::check::timetable::analyze;
use bangkom::schedule::timetable::{Problem, SolveOptions, solve};
use bangkom_examples::training_week;

fn main() -> Result<(), Box<dyn Error>> {
    let checked = Problem::new(training_week::input()?);
    assert!(checked.findings.is_empty());
    let problem = checked.value;

    let solution = solve(&problem, &SolveOptions::default().seed(7), &mut Silent);
    for assignment in &solution.plan().assignments {
        let date = problem.date_of(assignment.start);
        let slot = problem.slot_of_day(assignment.start);
        let room = assignment.room.as_ref().map_or("-", |room| room.as_str());
        let who: Vec<&str> = assignment
            .instructors
            .iter()
            .map(InstructorId::as_str)
            .collect();
        println!(
            "{date} slot {slot}  {:32} {room:14} {}",
            assignment.session.as_str(),
            who.join(" ")
        );
    }

    let analysis = analyze(&problem, solution.plan());
    println!("score {}", analysis.score);
    for report in &analysis.rules {
        println!(
            "  {}: {} units in {} cases",
            report.rule.id(),
            report.units,
            report.matches
        );
    }
    assert!(analysis.is_feasible());
    assert!(analysis.without_place.is_empty());
    assert_eq!(analysis.score, solution.score());

    let again = solve(&problem, &SolveOptions::default().seed(7), &mut Silent);
    assert_eq!(again, solution);
    Ok(())
}
