use std::collections::BTreeMap;

use bangkom_domain::evidence::{
    Aspect, Direction, Evidence, EvidenceRecord, EvidenceSource, Scale, SourceKind, Subject,
};
use bangkom_domain::id::{CompetencyId, EvidenceId, IdNamespace, SourceId};
use bangkom_domain::results::Occasion;
use uuid::Uuid;

use super::level_of;
use crate::intake::{Intake, MeasureKey, Measures, Scored};

/// The namespace of the ids of evidence that an evaluation makes; its keys hold pseudonyms only.
const NAMESPACE: IdNamespace =
    IdNamespace::new(Uuid::from_u128(0x5f1d_7c0e_83a4_4b6c_9d1e_62b7_0a94_c3f8));

/// What the results say about levels, ordered by id.
pub(super) fn evidence(intake: &Intake<'_>) -> Evidence {
    let mut records = Vec::new();
    let mut sources = BTreeMap::new();
    let tests = (&intake.scores, SourceKind::TrainingResult);
    let seen = (&intake.observations, SourceKind::Observation);
    for (measures, kind) in [tests, seen] {
        for (key, scores) in newest(measures) {
            let made = intake
                .instruments
                .get(&key.instrument)
                .and_then(|info| Some((info, source(kind)?, info.instrument.competency.clone()?)));
            if let Some((info, source, competency)) = made {
                let program = intake
                    .batches
                    .iter()
                    .find(|batch| batch.batch.id == key.batch);
                let mean = scores.iter().map(|(_, score, _)| score).sum::<f64>();
                let mean = mean / scores.len() as f64;
                let level =
                    program.and_then(|batch| level_of(info, batch.program, &competency, mean));
                records.extend(level.map(|value| record(key, &source, competency, value, scores)));
                sources.insert(source.id.clone(), source);
            }
        }
    }
    records.sort_by_key(|record: &EvidenceRecord| record.id);
    Evidence {
        sources: sources.into_values().collect(),
        records,
        ..Evidence::default()
    }
}

/// The last occasion after the beginning of the training, of each person, batch and instrument.
fn newest(measures: &Measures) -> impl Iterator<Item = (&MeasureKey, &[Scored])> {
    let mut newest: BTreeMap<_, (&MeasureKey, &[Scored])> = BTreeMap::new();
    let before = [Occasion::Before, Occasion::RetrospectiveBefore];
    for (key, scores) in measures.iter() {
        if !before.contains(&key.occasion) {
            // Keys ascend by occasion and wave, so that the last one stays.
            let of = (&key.batch, &key.instrument, key.person);
            newest.insert(of, (key, scores.as_slice()));
        }
    }
    newest.into_values()
}

fn source(kind: SourceKind) -> Option<EvidenceSource> {
    Some(EvidenceSource {
        id: SourceId::new(format!("evaluation:{}", kind.code())).ok()?,
        kind,
        scale: Scale::new(1.0, 5.0, Direction::HigherIsBetter).ok()?,
        rate_per: None,
    })
}

fn record(
    key: &MeasureKey,
    source: &EvidenceSource,
    competency: CompetencyId,
    value: f64,
    scores: &[Scored],
) -> EvidenceRecord {
    EvidenceRecord {
        id: EvidenceId::derive(NAMESPACE, &key.to_string()),
        source: source.id.clone(),
        subject: Subject::Person(key.person),
        aspect: Aspect::Competency(competency),
        value: value.into(),
        date: scores
            .iter()
            .map(|(_, _, date)| *date)
            .max()
            .unwrap_or_default(),
        rater: None,
        count: scores.len() as u32,
        exposure: None,
    }
}
