//! The model case from end to end: complaints about slow permits, training by need, and what it
//! changed for citizens.
//!
//! ```console
//! cargo run --release --example layanan_publik -- --lang en --out out
//! cargo run --release --example layanan_publik -- --scale city
//! ```

#![expect(clippy::print_stdout, reason = "an example prints")]

mod args;
mod documents;
mod effect;
mod files;
mod needs;
mod plan;
mod source;
mod support;
mod words;

use bangkom::Cycle;
use bangkom::domain::finding::Findings;
use bangkom::domain::progress::Silent;
use bangkom::schedule::{Inputs, PlanOptions, PlanViolation, Solution, check};
use bangkom_examples::Bar;
use bangkom_examples::model_case::{Failure, Outcome, policy};

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
    let cycle = Cycle::new(input.roster, input.catalog, policy()?)?;
    files::show_fit(words, cycle.findings());

    let analysis = cycle.analyze(&input.evidence)?;
    let proposal = cycle.demand(&analysis, &input.decisions)?;
    needs::show(words, cycle.catalog(), &analysis, &proposal);

    let inputs = cycle
        .inputs(&proposal.demand, &input.resources)
        .ledger(&input.ledger)
        .decisions(&input.decisions);
    let solution = solve(&cycle, inputs.clone(), args.scale)?;
    let violations = check(&inputs, solution.plan());
    plan::show(
        words,
        cycle.catalog(),
        &solution,
        proposal.demand.rows.len(),
        &violations,
    );

    let outcome = carried_out(city.as_ref(), &input.people, &solution)?;
    plan::show_difference(words, solution.plan(), &outcome.plan);
    files::show(words, &outcome.reports);
    let evaluation = cycle.evaluate(&outcome.plan, &outcome.results)?;
    effect::show(words, &evaluation);
    support::show(words, &cycle, &evaluation);

    hold(&violations, &outcome, &solution);
    if let Some(folder) = args.out {
        let documents = Documents {
            evidence: &input.evidence,
            resources: &input.resources,
            ledger: &input.ledger,
            decisions: &input.decisions,
            results: &outcome.results,
            analysis,
            proposal,
            solution,
            evaluation,
        };
        documents.write(&folder)?;
    }
    Ok(())
}

/// The plan, with a progress bar where it takes more than a moment.
fn solve(cycle: &Cycle, inputs: Inputs<'_>, scale: Scale) -> Result<Solution, Failure> {
    let options = PlanOptions::default();
    Ok(match scale {
        Scale::Agencies => cycle.solve(inputs, &options, &mut Silent)?,
        Scale::City => cycle.solve(inputs, &options, &mut Bar::new())?,
    })
}

/// What the example promises of what it printed.
fn hold(violations: &Findings<PlanViolation>, outcome: &Outcome, solution: &Solution) {
    assert!(
        violations.is_empty(),
        "the independent checker found a broken rule"
    );
    assert!(
        solution.score().value <= solution.bound().value,
        "a plan beyond its bound"
    );
    assert!(
        solution.waiting().iter().all(|row| !row.reasons.is_empty()),
        "a refusal unexplained"
    );
    assert!(!outcome.results.scores.is_empty(), "nothing was measured");
}
