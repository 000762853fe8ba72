//! The model case from end to end: complaints about slow permits, training by need, and what it
//! changed for citizens.
//!
//! ```console
//! cargo run --release --example layanan_publik -- --lang en --out out
//! cargo run --release --example layanan_publik -- --scale city
//! ```

#![expect(clippy::print_stdout, reason = "an example prints")]

mod args;
mod citizens;
mod closure;
mod documents;
mod effect;
mod files;
mod firmness;
mod needs;
mod opinions;
mod plan;
mod source;
mod support;
mod verdict;
mod words;

use bangkom::domain::finding::Findings;
use bangkom::domain::progress::Silent;
use bangkom::needs::Need;
use bangkom::schedule::{PlanViolation, check};
use bangkom_examples::Bar;
use bangkom_examples::model_case::{Failure, FileReport, Input, Outcome, Year};

use args::{Args, Scale};
use documents::Documents;
use source::{carried_out, input};
use words::Words;

fn main() -> Result<(), Failure> {
    let args = Args::from_env()?;
    let words = Words::new(args.language);
    words.title();
    let (input, city) = input(args.scale)?;
    files::show(words, &input.reports);

    let year = propose(&input, args.scale)?;
    needs::show(words, &input, &year);
    firmness::show(words, &input, &year)?;
    let violations = check(&year.inputs(&input), year.solution.plan());
    plan::show(words, input.cycle.catalog(), &year, &violations);

    let outcome = carried_out(city.as_ref(), &input.people, &year.solution)?;
    plan::show_difference(words, year.solution.plan(), &outcome.plan);
    files::show(words, &outcome.reports);
    let evaluation = input.cycle.evaluate(&outcome.plan, &outcome.results)?;
    let found = FileReport::of_findings("results", &evaluation.findings);
    files::show_notes(words, &found);
    effect::show(words, &evaluation);
    opinions::show(words, &evaluation, &outcome.results.instruments);
    support::show(words, &input.cycle, &evaluation);

    hold(&year, &violations, &outcome);
    if let Some(folder) = args.out {
        let documents = Documents {
            input: &input,
            year: &year,
            outcome: &outcome,
            evaluation: &evaluation,
        };
        documents.write(&folder)?;
    }
    Ok(())
}

/// Needs, demand and plan, with a progress bar where the plan takes more than a moment.
fn propose(input: &Input, scale: Scale) -> Result<Year, Failure> {
    match scale {
        Scale::Agencies => Year::propose(input, &mut Silent),
        Scale::City => Year::propose(input, &mut Bar::new()),
    }
}

/// What the example promises of what it printed.
fn hold(year: &Year, violations: &Findings<PlanViolation>, outcome: &Outcome) {
    let solution = &year.solution;
    assert!(
        violations.is_empty(),
        "the independent checker found a broken rule"
    );
    assert!(
        solution.score().value <= solution.bound().value,
        "a plan beyond its bound"
    );
    let seats: usize = solution
        .plan()
        .batches
        .iter()
        .map(|it| it.seats.len())
        .sum();
    assert_eq!(
        seats + solution.waiting().len(),
        year.proposal.demand.rows.len(),
        "a claim that neither has a seat nor waits for one"
    );
    assert!(
        solution.waiting().iter().all(|row| !row.reasons.is_empty()),
        "a refusal unexplained"
    );
    let greatest_first = |pair: &[Need]| pair[0].priority >= pair[1].priority;
    assert!(
        year.analysis.needs.windows(2).all(greatest_first),
        "the needs shown are not the greatest"
    );
    assert!(!outcome.results.scores.is_empty(), "nothing was measured");
}
