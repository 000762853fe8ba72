//! A planner asks why a session is not at another time, and gets every reason.

#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use std::error::Error;

use bangkom::domain::Language;
use bangkom::domain::finding::Explain as _;
use bangkom::domain::progress::Silent;
use bangkom::schedule::check::timetable::{suggestions, why_not};
use bangkom::schedule::timetable::{Assignment, Problem, SolveOptions, solve};
use bangkom_examples::training_week;

fn main() -> Result<(), Box<dyn Error>> {
    let problem = Problem::new(training_week::input()?).value;
    let solution = solve(&problem, &SolveOptions::default().seed(7), &mut Silent);
    let plan = solution.plan();

    // The first session of one batch, moved onto the first session of another, in its room.
    let of = |code: &str| plan.of(&code.parse().ok()?).cloned();
    let mine = of("DATA/b01/lesson-1").ok_or("the lesson has no place")?;
    let theirs = of("DATA/b02/lesson-1").ok_or("the lesson has no place")?;
    let wished = Assignment {
        start: theirs.start,
        room: theirs.room.clone(),
        ..mine.clone()
    };

    let answer = why_not(&problem, plan, &wished);
    println!("why is {} not in slot {}?", mine.session, wished.start);
    for found in &answer.against {
        println!("  - {}: {}", found.rule.id(), found.why.text(Language::En));
        println!("    {}", found.why.text(Language::Id));
    }
    println!("score {} instead of {}", answer.after, answer.before);
    assert!(answer.is_blocked);
    assert!(answer.after < answer.before);

    println!("where else could it be?");
    let best = suggestions(&problem, plan, &mine.session, 3);
    for suggestion in &best {
        println!(
            "  slot {:2}: {}",
            suggestion.assignment.start, suggestion.score
        );
    }
    // The search left it at a place that no other beats.
    assert!(
        best.iter()
            .all(|suggestion| suggestion.score <= answer.before)
    );
    Ok(())
}
