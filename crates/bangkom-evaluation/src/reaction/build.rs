use bangkom_domain::id::BatchId;
use bangkom_domain::results::{InstrumentKind, Occasion};
use bangkom_stats::{Moments, TestOptions, paired};

use super::Reaction;
use crate::compare::hide_small_rest;
use crate::intake::{BatchInfo, InstrumentInfo, Intake};
use crate::policy::EvaluationPolicy;

/// The reactions to every program with a questionnaire, the whole first.
pub(crate) fn reactions(intake: &Intake<'_>, policy: &EvaluationPolicy) -> Vec<Reaction> {
    let questionnaires = intake
        .instruments
        .values()
        .filter(|info| info.instrument.kind == InstrumentKind::Reaction);
    questionnaires
        .flat_map(|info| of_instrument(info, intake, policy))
        .collect()
}

fn of_instrument(
    info: &InstrumentInfo<'_>,
    intake: &Intake<'_>,
    policy: &EvaluationPolicy,
) -> Vec<Reaction> {
    let batches = intake.batches.iter();
    let batches = batches.filter(|batch| batch.program.id == info.instrument.program);
    let parts: Vec<(&BatchInfo<'_>, Vec<f64>)> = batches
        .map(|batch| (batch, scores(batch, info, intake)))
        .filter(|(_, scores)| !scores.is_empty())
        .collect();
    if parts.is_empty() {
        return Vec::new();
    }
    let all: Vec<f64> = parts
        .iter()
        .flat_map(|(_, scores)| scores.clone())
        .collect();
    let may_answer = parts
        .iter()
        .map(|(batch, _)| batch.attended.len() as u32)
        .sum();
    let counts: Vec<u32> = parts
        .iter()
        .map(|(_, scores)| scores.len() as u32)
        .collect();
    let shown = hide_small_rest(&counts, policy.min_group);
    let whole = reaction(info, None, may_answer, &all, true, policy);
    let parts = parts.iter().zip(shown).map(|((batch, scores), shown)| {
        let id = Some(batch.batch.id.clone());
        reaction(info, id, batch.attended.len() as u32, scores, shown, policy)
    });
    std::iter::once(whole).chain(parts).collect()
}

/// What attenders scored at the end.
fn scores(batch: &BatchInfo<'_>, info: &InstrumentInfo<'_>, intake: &Intake<'_>) -> Vec<f64> {
    let given = intake.scores.of(&batch.batch.id, &info.instrument.id);
    given
        .filter(|(key, _)| key.occasion == Occasion::After && batch.attended.contains(&key.person))
        .flat_map(|(_, scores)| scores.iter().map(|(_, score, _)| *score))
        .collect()
}

fn reaction(
    info: &InstrumentInfo<'_>,
    batch: Option<BatchId>,
    may_answer: u32,
    scores: &[f64],
    shown: bool,
    policy: &EvaluationPolicy,
) -> Reaction {
    let enough = shown && scores.len() as u32 >= policy.min_group;
    let mean = Moments::of(scores).mean().filter(|_| enough);
    let scale = info.instrument.scale;
    let zeros = vec![0.0; scores.len()];
    let options = TestOptions::default().level(policy.level);
    let test = mean.and_then(|_| paired::t_test(&zeros, scores, &options).ok());
    Reaction {
        program: info.instrument.program.clone(),
        batch,
        instrument: info.instrument.id.clone(),
        may_answer,
        answered: scores.len() as u32,
        mean,
        interval: test.map(|test| test.ci),
        share: mean.map(|mean| (mean - scale.low()) / (scale.high() - scale.low())),
    }
}
