//! One program, from two columns of scores to a verdict, with real scores.
//!
//! The scores are a concept inventory before and after a course; `examples/data/SOURCES.md`
//! names origin and licence. What the method assumed, what a sturdier method says and what is
//! missing stand beside the result; another published set shows what it means when two methods
//! do not agree.
//!
//! ```console
//! cargo run --release --example evaluate_program
//! ```

#![expect(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;

use bangkom::domain::Language;
use bangkom::domain::results::TestForms;
use bangkom::evaluation::{
    Comparison, Design, EvaluationPolicy, Measured, Planned, VerdictAnswer, compare, judge,
    participants_needed,
};
use bangkom::stats::ConfidenceLevel;
use bangkom::stats::gain::Scale;
use bangkom_examples::columns;
use chrono::NaiveDate;

fn main() -> Result<(), Box<dyn Error>> {
    let [before, after] = columns("hciprepost.csv", ["score.pre", "score.post"])?;
    let today = NaiveDate::from_ymd_opt(2026, 12, 1).ok_or("no such day")?;
    let policy = EvaluationPolicy::new(today);
    let measured = Measured::new(&before, &after).scale(Scale::new(0.0, 20.0)?);

    let same_test = Design::default().forms(TestForms::Same);
    let change = compare(&measured, &same_test, &policy)?;
    show(&change)?;
    let verdict = judge(std::slice::from_ref(&change), &policy).remove(0);
    println!("verdict: {}", verdict.answer.label(Language::En));
    for reason in &verdict.reasons {
        println!("  because {}", reason.text(Language::En));
    }
    // A sure rise, but a quarter of the room to the full score: less than the policy asks for.
    assert_eq!(verdict.answer, VerdictAnswer::Revise);

    // Had the second test been another one, the same scores would prove nothing.
    let other_test = Design::default().forms(TestForms::Different);
    let change = compare(&measured, &other_test, &policy)?;
    let verdict = judge(&[change], &policy).remove(0);
    println!(
        "with another test afterwards: {}",
        verdict.answer.label(Language::En)
    );
    assert_eq!(verdict.answer, VerdictAnswer::NotEnough);

    fragile(&policy)?;
    let planned = Planned::new(0.5).agencies(4.0, 0.1).attrition(0.15);
    let needed = participants_needed(&planned, ConfidenceLevel::default())?;
    println!(
        "to see half a deviation next time, agencies sending four each and 15 % lost: invite {}",
        needed.invited
    );
    assert!(needed.invited > needed.measured);
    Ok(())
}

/// Darwin's maize: sure by one method, and not by one that assumes less.
fn fragile(policy: &EvaluationPolicy) -> Result<(), Box<dyn Error>> {
    let [crossed] = columns("darwin.csv", ["diff"])?;
    let own = vec![0.0; crossed.len()];
    let change = compare(&Measured::new(&own, &crossed), &Design::default(), policy)?;
    let test = change.test.as_ref().ok_or("no test")?;
    println!("fifteen pairs of maize: p {:.4} by the t test", test.p_two);
    for opinion in &change.sturdier {
        println!("  p {:.4} by {}", opinion.p, opinion.method);
    }
    let verdict = judge(&[change], policy).remove(0);
    for reason in &verdict.reasons {
        println!("  {}", reason.text(Language::En));
    }
    assert_eq!(verdict.answer, VerdictAnswer::Revise);
    Ok(())
}

fn show(change: &Comparison) -> Result<(), Box<dyn Error>> {
    let flow = change.flow;
    println!("{} people, {} with both scores", flow.seats, flow.both);
    let advice = change.advice.as_ref().ok_or("no method")?;
    let estimate = advice.estimate.ok_or("no estimate")?;
    println!(
        "{}: {:+.2} points, 95 % interval {:+.2} to {:+.2}, p {:.4}",
        advice.method.label(Language::En),
        estimate.value,
        estimate.interval.low,
        estimate.interval.high,
        estimate.p
    );
    for reason in &advice.because {
        println!("  chosen because {}", reason.text(Language::En));
    }
    for opinion in &change.sturdier {
        let agrees = match opinion.agrees {
            Some(true) => "agrees",
            Some(false) => "disagrees",
            None => "cannot say with so few",
        };
        println!("  {} {agrees} (p {:.4})", opinion.method, opinion.p);
    }
    for assumption in &change.assumptions {
        println!(
            "  assumed: {} – {:?}",
            assumption.what.text(Language::En),
            assumption.state
        );
    }
    for doubt in &change.doubts {
        println!("  doubt: {}", doubt.text(Language::En));
    }
    assert!(estimate.interval.low > 0.0 && estimate.interval.contains(estimate.value));
    assert!(
        change
            .sturdier
            .iter()
            .all(|opinion| opinion.agrees == Some(true))
    );
    Ok(())
}
