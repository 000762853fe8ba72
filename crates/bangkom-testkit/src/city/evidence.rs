use std::num::NonZeroU32;

use bangkom_domain::evidence::{
    Aspect, CauseMark, Direction, Evidence, EvidenceRecord, EvidenceSource, Scale, SourceKind,
    Subject,
};
use bangkom_domain::id::{EvidenceId, IdNamespace, RaterId, SourceId};
use chrono::{Days, NaiveDate};

use super::causes;
use super::people::Person;
use super::ratings;
use super::service::Service;
use super::truth::Truth;
use crate::make::{date, id};
use crate::world::agencies::Agency;

/// The number of services to which a rate of complaints refers.
pub(super) const PER_SERVICES: u32 = 1_000;

/// Code, kind, and bounds of every source.
const SOURCES: [(&str, SourceKind, f64, f64); 9] = [
    ("SKP-2025", SourceKind::Appraisal, 1.0, 5.0),
    ("ATASAN-2025", SourceKind::Superior, 1.0, 5.0),
    ("REKAN-2025", SourceKind::Peer, 1.0, 5.0),
    ("BAWAHAN-2025", SourceKind::Subordinate, 1.0, 5.0),
    ("DIRI-2025", SourceKind::SelfRating, 1.0, 5.0),
    ("UJI-2025", SourceKind::Assessment, 0.0, 100.0),
    ("OBS-2025", SourceKind::Observation, 1.0, 5.0),
    ("SKM-2025", SourceKind::SatisfactionSurvey, 1.0, 4.0),
    ("LAPOR-2025", SourceKind::Complaints, 0.0, 100.0),
];

/// Writes records of evidence with ids that count up.
pub(super) struct Recorder {
    namespace: IdNamespace,
    sources: Vec<SourceId>,
    records: Vec<EvidenceRecord>,
}

impl Recorder {
    fn new(namespace: IdNamespace) -> Self {
        Self {
            namespace,
            sources: SOURCES.iter().map(|(code, ..)| id(*code)).collect(),
            records: Vec::new(),
        }
    }

    /// Adds a record of the source of this kind, a number of days into July 2025 and later.
    pub(super) fn add(
        &mut self,
        kind: SourceKind,
        subject: Subject,
        aspect: Aspect,
        value: f64,
        rater: Option<RaterId>,
    ) -> &mut EvidenceRecord {
        let source = SOURCES
            .iter()
            .position(|(_, of, ..)| *of == kind)
            .unwrap_or(0);
        let index = self.records.len();
        self.records.push(EvidenceRecord {
            id: EvidenceId::derive(self.namespace, &index.to_string()),
            source: self.sources[source].clone(),
            subject,
            aspect,
            value: value.into(),
            date: day_of(kind, index),
            rater,
            count: 1,
            exposure: None,
        });
        // The record was pushed in the line above.
        &mut self.records[index]
    }
}

/// Appraisals close the year; ratings are spread over its second half.
fn day_of(kind: SourceKind, index: usize) -> NaiveDate {
    match kind {
        SourceKind::Appraisal | SourceKind::SatisfactionSurvey | SourceKind::Complaints => {
            date(2025, 12, 31)
        }
        _ => date(2025, 7, 1) + Days::new(index as u64 % 150),
    }
}

/// Evidence of every kind, drawn around the truth, with sources missing here and there.
pub(super) fn evidence(
    seed: u64,
    namespace: IdNamespace,
    agencies: &[Agency],
    people: &[Person],
    truth: &Truth,
    service: &Service,
) -> Evidence {
    let mut recorder = Recorder::new(namespace);
    ratings::rate(seed, &mut recorder, agencies, people, truth);
    service.record(&mut recorder);
    let causes: Vec<CauseMark> = causes::causes(seed, agencies, people, truth);
    Evidence {
        sources: sources(),
        records: recorder.records,
        causes,
        ..Evidence::default()
    }
}

fn sources() -> Vec<EvidenceSource> {
    SOURCES
        .iter()
        .filter_map(|(code, kind, low, high)| {
            let direction = if *kind == SourceKind::Complaints {
                Direction::LowerIsBetter
            } else {
                Direction::HigherIsBetter
            };
            Some(EvidenceSource {
                id: id(*code),
                kind: *kind,
                scale: Scale::new(*low, *high, direction).ok()?,
                rate_per: NonZeroU32::new(PER_SERVICES).filter(|_| *kind == SourceKind::Complaints),
            })
        })
        .collect()
}
