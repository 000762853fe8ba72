use bangkom_domain::catalog::Catalog;
use bangkom_domain::evidence::{
    Aspect, EvidenceLevel, EvidenceRecord, EvidenceSource, SourceKind, Subject,
};
use bangkom_domain::finding::Sensitive;
use bangkom_domain::roster::Roster;

use super::EvidenceFinding;
use super::sources::Sources;
use crate::policy::NeedsPolicy;

/// The greatest number of answers in one record.
const MAX_COUNT: u32 = 1_000_000;

/// What evidence is checked against.
pub(crate) struct Checker<'a> {
    pub roster: &'a Roster,
    pub catalog: &'a Catalog,
    pub sources: &'a Sources<'a>,
    pub policy: &'a NeedsPolicy,
}

impl<'a> Checker<'a> {
    /// The source of a record in which nothing is wrong; else everything is reported.
    pub(crate) fn admit(
        &self,
        record: &EvidenceRecord,
        found: &mut Vec<EvidenceFinding>,
    ) -> Option<&'a EvidenceSource> {
        let before = found.len();
        let source = self.sources.get(&record.source);
        self.check_subject(record, source, found);
        self.check_aspect(record, found);
        check_value(record, source, found);
        if record.date > self.policy.as_of {
            let date = record.date;
            found.push(EvidenceFinding::FutureDate {
                record: Some(record.id),
                date,
            });
        }
        if !(1..=MAX_COUNT).contains(&record.count) {
            let count = record.count;
            found.push(EvidenceFinding::CountOutOfRange {
                record: record.id,
                count,
            });
        }
        found.extend(source.and_then(|source| unsound_source(record, source)));
        let sound = found.len() == before;
        if !is_sound(record.exposure) {
            found.push(EvidenceFinding::BadExposure { record: record.id });
        }
        source.filter(|_| sound)
    }

    fn check_subject(
        &self,
        record: &EvidenceRecord,
        source: Option<&EvidenceSource>,
        found: &mut Vec<EvidenceFinding>,
    ) {
        let id = Some(record.id);
        let rule = source.and_then(|source| self.policy.rule(source.kind));
        let level = rule.map(|rule| rule.level);
        match &record.subject {
            Subject::Person(person) => {
                if self.roster.employee(*person).is_none() {
                    found.push(EvidenceFinding::UnknownPerson {
                        record: id,
                        person: *person,
                    });
                }
                if level == Some(EvidenceLevel::Unit) || speaks_of_unit(&record.aspect) {
                    found.push(EvidenceFinding::UnitEvidenceAboutPerson { record: record.id });
                }
            }
            Subject::Unit(unit) if self.roster.units().unit(unit).is_none() => {
                found.push(EvidenceFinding::UnknownUnit {
                    record: id,
                    unit: unit.clone(),
                });
            }
            Subject::Unit(_) => found.extend(misplaced_on_unit(record, level)),
        }
    }

    fn check_aspect(&self, record: &EvidenceRecord, found: &mut Vec<EvidenceFinding>) {
        if let Aspect::Competency(competency) = &record.aspect
            && self.catalog.competency(competency).is_none()
        {
            found.push(EvidenceFinding::UnknownCompetency {
                record: Some(record.id),
                competency: competency.clone(),
            });
        }
    }
}

fn speaks_of_unit(aspect: &Aspect) -> bool {
    matches!(aspect, Aspect::SurveyElement(_) | Aspect::Complaint(_))
}

/// Why a record must not be about a unit: its source speaks of persons, or it names a
/// competency past the links.
fn misplaced_on_unit(
    record: &EvidenceRecord,
    level: Option<EvidenceLevel>,
) -> Option<EvidenceFinding> {
    match &record.aspect {
        _ if level == Some(EvidenceLevel::Individual) => {
            Some(EvidenceFinding::PersonalEvidenceAboutUnit { record: record.id })
        }
        Aspect::Competency(competency) => Some(EvidenceFinding::UnitNamesCompetency {
            record: record.id,
            competency: competency.clone(),
        }),
        _ => None,
    }
}

/// What is wrong between a record and its source, beside the value.
fn unsound_source(record: &EvidenceRecord, source: &EvidenceSource) -> Option<EvidenceFinding> {
    let oneself = matches!(
        (&record.subject, record.rater),
        (Subject::Person(person), Some(rater)) if person.uuid() == rater.uuid()
    );
    if oneself && source.kind != SourceKind::SelfRating {
        return Some(EvidenceFinding::RatesOneself {
            record: record.id,
            source: source.id.clone(),
        });
    }
    let empty = source.rate_per.is_some() && record.exposure == Some(0.0);
    empty.then(|| EvidenceFinding::RateWithoutCases {
        record: record.id,
        source: source.id.clone(),
    })
}

/// Whether an exposure can be one; none at all can.
pub(super) fn is_sound(exposure: Option<f64>) -> bool {
    exposure.is_none_or(|cases| (0.0..=f64::MAX).contains(&cases))
}

fn check_value(
    record: &EvidenceRecord,
    source: Option<&EvidenceSource>,
    found: &mut Vec<EvidenceFinding>,
) {
    let value = *record.value.reveal();
    if !value.is_finite() {
        found.push(EvidenceFinding::NotANumber { record: record.id });
    }
    match source {
        None => found.push(EvidenceFinding::UnknownSource {
            record: record.id,
            source: record.source.clone(),
        }),
        Some(source) if value.is_finite() && !source.scale.contains(value) => {
            found.push(EvidenceFinding::OffScale {
                record: record.id,
                source: source.id.clone(),
                given: Sensitive::personal(value.to_string()),
            });
        }
        Some(_) => {}
    }
}
