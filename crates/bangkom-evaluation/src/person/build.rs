use bangkom_domain::results::{InstrumentKind, Occasion};
use bangkom_stats::gain::{ReliableChange, reliable_change};

use super::PersonOutcome;
use super::class::class;
use crate::compare::{Participant, occasions};
use crate::intake::{BatchInfo, InstrumentInfo, Intake};
use crate::policy::EvaluationPolicy;

/// One outcome for each seat and instrument with any score in the batch, ordered by person,
/// batch and instrument.
pub(crate) fn outcomes(intake: &Intake<'_>, policy: &EvaluationPolicy) -> Vec<PersonOutcome> {
    let kinds = [InstrumentKind::KnowledgeTest, InstrumentKind::SkillTest];
    let mut all = Vec::new();
    for info in intake.instruments.values() {
        let kind = info.instrument.kind;
        let measures = match kind {
            InstrumentKind::BehaviourChecklist => &intake.observations,
            _ if kinds.contains(&kind) => &intake.scores,
            _ => continue,
        };
        let parts: Vec<(&BatchInfo<'_>, Vec<Participant>)> = intake
            .batches
            .iter()
            .filter(|batch| batch.program.id == info.instrument.program)
            .map(|batch| (batch, occasions(batch, &info.instrument.id, measures)))
            .filter(|(_, people)| people.iter().any(Participant::is_measured))
            .collect();
        all.extend(of_instrument(info, &parts, policy));
    }
    all.sort_by(|a, b| {
        (a.person, &a.batch, &a.instrument).cmp(&(b.person, &b.batch, &b.instrument))
    });
    all
}

fn of_instrument(
    info: &InstrumentInfo<'_>,
    parts: &[(&BatchInfo<'_>, Vec<Participant>)],
    policy: &EvaluationPolicy,
) -> Vec<PersonOutcome> {
    let people: Vec<(&BatchInfo<'_>, &Participant)> = parts
        .iter()
        .flat_map(|(batch, people)| people.iter().map(move |person| (*batch, person)))
        .collect();
    let changes = changes(info, &people, policy);
    let detectable = changes.as_ref().map(|it| it.minimal_detectable_change);
    let classes = changes.map_or_else(|| vec![None; people.len()], |it| it.class);
    let outcomes = people.iter().zip(classes).map(|((batch, person), change)| {
        let known = info.reliability.is_some();
        let (class, reasons) = class(person, info.mastery, change, known);
        PersonOutcome {
            person: person.person,
            program: batch.program.id.clone(),
            batch: batch.batch.id.clone(),
            instrument: info.instrument.id.clone(),
            attended: batch.attendance_known.then_some(person.attended).into(),
            before: person.before.into(),
            after: person.after.into(),
            follow_up: person.at(Occasion::FollowUp).into(),
            change: change.into(),
            detectable,
            mastered: info
                .mastery
                .and_then(|mark| Some(person.after? >= mark))
                .into(),
            class: class.into(),
            reasons: reasons.into(),
        }
    });
    outcomes.collect()
}

/// Everybody's change against measurement error, the spread of all first scores as the measure.
fn changes(
    info: &InstrumentInfo<'_>,
    people: &[(&BatchInfo<'_>, &Participant)],
    policy: &EvaluationPolicy,
) -> Option<ReliableChange> {
    let score = |score: Option<f64>| score.unwrap_or(f64::NAN);
    let pre: Vec<f64> = people
        .iter()
        .map(|(_, person)| score(person.before))
        .collect();
    let post: Vec<f64> = people
        .iter()
        .map(|(_, person)| score(person.after))
        .collect();
    reliable_change(&pre, &post, info.reliability?, policy.reliable_level).ok()
}
