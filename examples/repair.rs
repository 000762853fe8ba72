//! After a plan was published an instructor falls ill and the hall closes: the plan is mended with
//! few changes, what was held already stays, and what cannot be saved has its reasons.

#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use std::error::Error;

use bangkom::domain::id::InstructorId;
use bangkom::domain::progress::Silent;
use bangkom::schedule::check::timetable::{analyze, difference, unassigned};
use bangkom::schedule::timetable::{
    Assignment, Input, Problem, SolveOptions, Timetable, Window, repair, solve,
};
use bangkom_examples::training_week;

/// All slots of Tuesday.
const TUESDAY: Window = Window { from: 7, to: 14 };

fn main() -> Result<(), Box<dyn Error>> {
    let mut input = training_week::input()?;
    let options = SolveOptions::default().seed(7);
    let published = solve(&Problem::new(input.clone()).value, &options, &mut Silent).into_plan();

    // It is Monday evening: what was held today cannot change any more.
    let held = published
        .assignments
        .iter()
        .filter(|held| held.start < TUESDAY.from);
    input.pins = held.cloned().collect();
    input.published.clone_from(&published.assignments);
    is_ill(&mut input, "WI-02")?;
    for hall in input
        .rooms
        .iter_mut()
        .filter(|room| room.id.as_str() == "AULA")
    {
        hall.closed.push(TUESDAY);
    }
    let problem = Problem::new(input.clone()).value;
    println!(
        "the published plan now: {}",
        analyze(&problem, &published).score
    );
    let mended = repair(&problem, &options, &mut Silent).into_plan();
    show(&problem, &published, &mended);
    let analysis = analyze(&problem, &mended);
    assert!(analysis.is_feasible() && analysis.without_place.is_empty());
    assert!(
        problem
            .pins()
            .iter()
            .all(|pin| mended.of(&pin.session) == Some(pin))
    );
    let changed = difference(&problem, &published, &mended).changed.len();
    assert!(
        changed * 3 <= published.assignments.len(),
        "{changed} changes"
    );

    // The only one who may teach DATA/b01 falls ill too.
    is_ill(&mut input, "WI-03")?;
    input.published.clone_from(&mended.assignments);
    let problem = Problem::new(input).value;
    let worse = repair(&problem, &options, &mut Silent).into_plan();
    show(&problem, &mended, &worse);
    assert!(analyze(&problem, &worse).is_feasible());
    let open = unassigned(&problem, &worse);
    assert!(!open.is_empty() && open.iter().all(|one| !one.reasons.is_empty()));
    for one in open {
        println!(
            "{}: {} of {} places free",
            one.session, one.free, one.places
        );
        for (rule, places) in one.reasons {
            println!("  {} stands against {places} of them", rule.id());
        }
    }
    Ok(())
}

fn is_ill(input: &mut Input, code: &str) -> Result<(), Box<dyn Error>> {
    let mut instructors = input.instructors.iter_mut();
    let who = instructors.find(|one| one.id.as_str() == code);
    who.ok_or("there is no such instructor")?
        .unavailable
        .push(TUESDAY);
    Ok(())
}

/// What two plans differ in.
fn show(problem: &Problem, before: &Timetable, after: &Timetable) {
    let difference = difference(problem, before, after);
    println!("the mended plan: {}", difference.after);
    for changed in &difference.changed {
        let (before, after) = (
            place(changed.before.as_ref()),
            place(changed.after.as_ref()),
        );
        println!("  {:32} {before} -> {after}", changed.session.as_str());
    }
}

fn place(at: Option<&Assignment>) -> String {
    let Some(at) = at else {
        return "no place".to_owned();
    };
    let room = at.room.as_ref().map_or("-", |room| room.as_str());
    let who: Vec<&str> = at.instructors.iter().map(InstructorId::as_str).collect();
    format!("slot {:2} {room} {}", at.start, who.join(" "))
}
