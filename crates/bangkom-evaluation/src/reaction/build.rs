use bangkom_domain::id::BatchId;
use bangkom_domain::results::{InstrumentKind, Occasion};
use bangkom_stats::{Interval, Moments, TestOptions, paired};

use super::Reaction;
use super::judged::{assumptions, doubts, middle, opinion};
use crate::compare::{Doubt, NoOpinion, Scale, disagree, hide_small_rest};
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
    let counts: Vec<u32> = parts
        .iter()
        .map(|(_, scores)| scores.len() as u32)
        .collect();
    let shown = hide_small_rest(&counts, policy.min_group);
    let asked: Vec<&BatchInfo<'_>> = parts.iter().map(|(batch, _)| *batch).collect();
    let whole = reaction(info, None, &asked, &all, true, policy);
    let parts = parts.iter().zip(shown).map(|((batch, scores), shown)| {
        let id = Some(batch.batch.id.clone());
        reaction(info, id, &[batch], scores, shown, policy)
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
    batches: &[&BatchInfo<'_>],
    scores: &[f64],
    shown: bool,
    policy: &EvaluationPolicy,
) -> Reaction {
    let attended = batches.iter().map(|batch| batch.attended.len() as u32);
    let bounds = info.instrument.scale;
    let mut reaction = Reaction {
        program: info.instrument.program.clone(),
        batch,
        instrument: info.instrument.id.clone(),
        may_answer: attended.sum(),
        answered: scores.len() as u32,
        mean: None,
        interval: None,
        share: None,
        sturdier: Vec::new(),
        no_opinion: Some(NoOpinion::NoFigure),
        assumptions: Vec::new(),
        doubts: Vec::new(),
    };
    let known = batches.iter().all(|batch| batch.attendance_known);
    if let Ok(scale) = Scale::new(bounds.low(), bounds.high())
        && shown
        && reaction.answered >= policy.min_group
    {
        reaction.estimate(scores, scale, known, policy);
    }
    reaction
}

impl Reaction {
    /// Fills in the figures of a group that may be shown.
    fn estimate(
        &mut self,
        scores: &[f64],
        scale: Scale,
        attendance_known: bool,
        policy: &EvaluationPolicy,
    ) {
        let mean = Moments::of(scores).mean();
        self.mean = mean;
        self.share = mean.map(|mean| (mean - scale.low()) / (scale.high() - scale.low()));
        self.interval = interval(scores, policy);
        let opinion = opinion(scores, middle(scale), self.interval, policy.level);
        self.sturdier = opinion.into_iter().collect();
        self.no_opinion = NoOpinion::unless(&self.sturdier, || NoOpinion::AllAlike);
        self.assumptions = assumptions(scores, self.response());
        self.doubts = doubts(scores, scale, self.response(), attendance_known, policy);
        if disagree(&self.sturdier) {
            self.doubts.push(Doubt::SturdierDisagrees);
        }
    }
}

/// The interval of the mean; none where all answered alike.
fn interval(scores: &[f64], policy: &EvaluationPolicy) -> Option<Interval> {
    let zeros = vec![0.0; scores.len()];
    let options = TestOptions::default().level(policy.level);
    let test = paired::t_test(&zeros, scores, &options).ok()?;
    Some(test.ci)
}
