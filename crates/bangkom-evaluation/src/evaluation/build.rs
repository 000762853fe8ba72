use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::catalog::Catalog;
use bangkom_domain::finding::Checked;
use bangkom_domain::id::ProgramId;
use bangkom_domain::plan::Plan;
use bangkom_domain::preset::Provenance;
use bangkom_domain::results::{self, Occasion, Results, ResultsFinding};
use bangkom_domain::roster::Roster;

use super::several::{in_behaviour, in_learning, in_service, may_be_chance};
use super::{Evaluation, EvaluationError, EvaluationSchema, evidence};
use crate::barrier::{Hindered, figures};
use crate::behaviour::{BehaviourChange, behaviour, schedule};
use crate::closure::closures;
use crate::compare::Comparison;
use crate::credit::credits;
use crate::instrument::instruments;
use crate::intake::Intake;
use crate::learning::{Learning, ProgramEvaluation, learning};
use crate::person::outcomes;
use crate::policy::EvaluationPolicy;
use crate::reaction::reactions;
use crate::returns::returns;
use crate::service::{OtherFigures, ServiceChange, ServiceReading, other_figures, services};
use crate::standing::standings;
use crate::support::{Facts, follow_up};
use crate::verdict::{Beside, judge_programs};

/// Says what the programs of a plan changed, and who still needs support.
///
/// Only attenders are compared, each with their own earlier score; whoever is missing is
/// counted and never a zero. Records that cannot be used are in [`Evaluation::findings`], the
/// others count. Figures of small groups, and of groups that could be subtracted, are withheld.
///
/// # Errors
/// [`EvaluationError`] with every number of the policy that is out of range.
///
/// # Examples
/// The page of the crate has a whole example.
///
/// # References
/// Kirkpatrick 1994, the levels; Student 1908; Lakens 2013; Hake 1998; Marx and Cummings 2007;
/// Jacobson and Truax 1991; Holton, Bates and Ruona 2000.
pub fn evaluate(
    plan: &Plan,
    results: &Results,
    roster: &Roster,
    catalog: &Catalog,
    policy: &EvaluationPolicy,
) -> Result<Evaluation, EvaluationError> {
    let problems = policy.check();
    if !problems.is_empty() {
        return Err(EvaluationError::new(problems));
    }
    let sound = sound(results);
    let intake = Intake::new(plan, results, &sound.value, roster, catalog, policy);
    let persons = outcomes(&intake, policy);
    let mut behaviour = behaviour(&intake, policy);
    in_behaviour(&mut behaviour, policy);
    let mut services = services(&intake, roster, policy);
    let mut others = other_figures(&intake, roster, policy);
    in_service(&mut services, &mut others, policy);
    let learned = learning(&intake, roster, policy);
    let hindered = Hindered::new(&intake);
    let support = Facts {
        intake: &intake,
        outcomes: &persons,
        hindered: &hindered,
        roster,
        catalog,
        policy,
    };
    Ok(Evaluation {
        schema: EvaluationSchema::V1,
        provenance: Provenance::proposal("evaluation", "3"),
        policy: policy.clone(),
        programs: programs(learned, &behaviour, (&services, &others), policy),
        reactions: reactions(&intake, policy),
        instruments: instruments(&intake, policy),
        schedule: schedule(&intake, policy),
        behaviour,
        services,
        cases: others.cases,
        counts: others.counts,
        satisfaction: others.satisfaction,
        returns: returns(&intake, &sound.value.benefits, policy.as_of),
        standings: standings(&intake, policy),
        closures: closures(&intake, roster, catalog, policy),
        certificates: credits(&intake, &persons, policy),
        follow_up: follow_up(&support),
        barriers: figures(&hindered, &intake, policy),
        persons,
        evidence: evidence::evidence(&intake),
        findings: intake.findings,
        record_findings: sound.findings,
    })
}

/// The parts of the results that the domain checks by themselves.
fn sound(results: &Results) -> Checked<Results, ResultsFinding> {
    let instruments = results.instruments.iter().cloned().map(|mut one| {
        one.mastery = None;
        one.reliability = None;
        one.observers = None;
        one
    });
    let part = Results {
        instruments: instruments.collect(),
        items: results.items.clone(),
        answers: results.answers.clone(),
        comparison: results.comparison.clone(),
        designs: results.designs.clone(),
        cases: results.cases.clone(),
        counts: results.counts.clone(),
        satisfaction: results.satisfaction.clone(),
        benefits: results.benefits.clone(),
        ..Results::default()
    };
    let checked = results::check(part);
    let of_instruments = |finding: &ResultsFinding| {
        matches!(finding, ResultsFinding::RowRepeated { list, .. }
            | ResultsFinding::RowConflict { list, .. } if list == "instruments")
    };
    let findings = checked.findings.into_vec().into_iter();
    Checked {
        value: checked.value,
        // Instruments are judged on intake, with everything else that the caller gave.
        findings: findings.filter(|one| !of_instruments(one)).collect(),
    }
}

/// Each program with its verdict.
fn programs(
    learned: BTreeMap<ProgramId, Vec<Learning>>,
    behaviour: &[BehaviourChange],
    (services, others): (&[ServiceChange], &OtherFigures),
    policy: &EvaluationPolicy,
) -> Vec<ProgramEvaluation> {
    let main = |learning: &[Learning]| -> Vec<usize> {
        let whole = (0..learning.len()).filter(|at| learning[*at].is_whole());
        let mut seen = BTreeSet::new();
        whole
            .filter(|at| seen.insert(&learning[*at].instrument))
            .collect()
    };
    let judged: Vec<(Vec<&Comparison>, Beside)> = learned
        .iter()
        .map(|(program, learning)| {
            let tests = main(learning).into_iter().map(|at| &learning[at].change);
            (
                tests.collect(),
                beside(program, behaviour, (services, others), policy),
            )
        })
        .collect();
    let verdicts = judge_programs(&judged, policy);
    let programs = learned.into_iter().zip(verdicts);
    let programs = programs.map(|((program, mut learning), judged)| {
        let main: Vec<(usize, Option<f64>)> =
            main(&learning).into_iter().zip(judged.adjusted).collect();
        in_learning(&mut learning, &main, judged.verdict.tests, policy);
        ProgramEvaluation {
            program,
            learning,
            verdict: judged.verdict,
        }
    });
    programs.collect()
}

/// What behaviour and service say against a program, each clear among all of its kind.
fn beside(
    program: &ProgramId,
    behaviour: &[BehaviourChange],
    (services, others): (&[ServiceChange], &OtherFigures),
    policy: &EvaluationPolicy,
) -> Beside {
    let own = behaviour
        .iter()
        .filter(|one| one.program == *program && one.from == Occasion::Before);
    let fell = |one: &BehaviourChange| {
        let advice = one.change.advice.as_ref();
        let estimate = advice.and_then(|advice| advice.estimate);
        let falls = estimate.is_some_and(|it| it.side(policy.level) < 0);
        falls && !may_be_chance(&one.change.doubts)
    };
    let served = services.iter().filter(|one| one.program == *program);
    let cases = others.cases.iter().filter(|one| one.program == *program);
    let counts = others.counts.iter().filter(|one| one.program == *program);
    let served = served.map(|one| {
        let beside = one.against_comparison.is_some() || one.against_course.is_some();
        (beside, one.reading, &one.doubts)
    });
    let cases = cases.map(|one| {
        let times = &one.times;
        (times.against.is_some(), times.reading, &times.doubts)
    });
    let counts = counts.map(|one| (!one.comparison.is_empty(), one.reading, &one.doubts));
    let mut beside = served.chain(cases).chain(counts);
    Beside {
        fell_at_work: own.into_iter().any(fell),
        service_worse: beside.any(|(compared, reading, doubts)| {
            compared && reading == ServiceReading::Worse && !may_be_chance(doubts)
        }),
    }
}
