use std::collections::BTreeMap;

use bangkom_domain::id::ProgramId;
use bangkom_stats::multiplicity::adjust_p_values;

use crate::behaviour::BehaviourChange;
use crate::compare::{Comparison, Doubt};
use crate::learning::Learning;
use crate::policy::EvaluationPolicy;
use crate::service::{OtherFigures, ServiceChange};

/// What a result doubts, and its p-value alone.
type Test<'a> = (&'a mut Vec<Doubt>, Option<f64>);

/// Tests that are made together, by program.
type Families<'a> = BTreeMap<ProgramId, Vec<Test<'a>>>;

/// The p-value of the headline of a comparison.
fn p_of(change: &Comparison) -> Option<f64> {
    let estimate = change.advice.as_ref()?.estimate?;
    Some(estimate.p)
}

/// What is clear alone and not among all the changes of behaviour of its program says so.
pub(super) fn in_behaviour(behaviour: &mut [BehaviourChange], policy: &EvaluationPolicy) {
    let mut families = Families::new();
    for one in behaviour {
        let p = p_of(&one.change);
        let own = families.entry(one.program.clone()).or_default();
        own.push((&mut one.change.doubts, p));
    }
    doubt(families, policy);
}

/// What is clear alone and not among all that citizens met after its program says so.
pub(super) fn in_service(
    services: &mut [ServiceChange],
    others: &mut OtherFigures,
    policy: &EvaluationPolicy,
) {
    let mut families = Families::new();
    for one in services {
        let p = one.best().and_then(|best| best.p);
        let own = families.entry(one.program.clone()).or_default();
        own.push((&mut one.doubts, p));
    }
    for one in &mut others.cases {
        let p = one.times.advice.estimate.map(|it| it.p);
        let own = families.entry(one.program.clone()).or_default();
        own.push((&mut one.times.doubts, p));
    }
    for one in &mut others.counts {
        let p = one.best().map(|best| best.p);
        let own = families.entry(one.program.clone()).or_default();
        own.push((&mut one.doubts, p));
    }
    doubt(families, policy);
}

/// What is clear alone and not among the batches, agencies and later occasions of its program
/// says so; the main tests are adjusted over all programs and given apart.
pub(super) fn in_learning(
    learning: &mut [Learning],
    main: &[(usize, Option<f64>)],
    tests: u32,
    policy: &EvaluationPolicy,
) {
    let alpha = policy.level.alpha();
    let mut parts: Vec<Test<'_>> = Vec::new();
    for (at, one) in learning.iter_mut().enumerate() {
        let p = p_of(&one.change);
        match main.iter().find(|(place, _)| *place == at) {
            Some((_, adjusted)) if chance(p, *adjusted, alpha) => {
                one.change.doubts.push(Doubt::SeveralTests { tests });
            }
            Some(_) => {}
            None => parts.push((&mut one.change.doubts, p)),
        }
    }
    doubt_family(parts, policy);
}

/// Whether a result is clear alone and not among all of its family.
pub(super) fn may_be_chance(doubts: &[Doubt]) -> bool {
    let several = |doubt: &Doubt| matches!(doubt, Doubt::SeveralTests { .. });
    doubts.iter().any(several)
}

fn doubt(families: Families<'_>, policy: &EvaluationPolicy) {
    for tests in families.into_values() {
        doubt_family(tests, policy);
    }
}

fn doubt_family(family: Vec<Test<'_>>, policy: &EvaluationPolicy) {
    let given: Vec<f64> = family.iter().filter_map(|(_, p)| *p).collect();
    let tests = given.len() as u32;
    let adjusted = adjust_p_values(&given, policy.adjustment).unwrap_or(given);
    let mut adjusted = adjusted.into_iter();
    for (doubts, p) in family {
        let among = p.and_then(|_| adjusted.next());
        if chance(p, among, policy.level.alpha()) {
            doubts.push(Doubt::SeveralTests { tests });
        }
    }
}

fn chance(alone: Option<f64>, among: Option<f64>, alpha: f64) -> bool {
    let pair = alone.zip(among);
    pair.is_some_and(|(alone, among)| alone <= alpha && among > alpha)
}
