use bangkom_domain::catalog::Catalog;
use bangkom_domain::evidence::{Aspect, EvidenceRecord, EvidenceSource, Subject};
use bangkom_domain::finding::Sensitive;
use bangkom_domain::roster::Roster;
use chrono::NaiveDate;

use super::EvidenceFinding;
use super::sources::Sources;

/// The greatest number of answers in one record.
const MAX_COUNT: u32 = 1_000_000;

/// What evidence is checked against.
pub(crate) struct Checker<'a> {
    pub roster: &'a Roster,
    pub catalog: &'a Catalog,
    pub sources: &'a Sources<'a>,
    pub as_of: NaiveDate,
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
        self.check_subject(record, found);
        self.check_aspect(record, found);
        check_value(record, source, found);
        if record.date > self.as_of {
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
        let sound = found.len() == before;
        if record
            .exposure
            .is_some_and(|days| !(0.0..=f64::MAX).contains(&days))
        {
            found.push(EvidenceFinding::BadExposure { record: record.id });
        }
        source.filter(|_| sound)
    }

    fn check_subject(&self, record: &EvidenceRecord, found: &mut Vec<EvidenceFinding>) {
        let id = Some(record.id);
        match &record.subject {
            Subject::Person(person) => {
                if self.roster.employee(*person).is_none() {
                    found.push(EvidenceFinding::UnknownPerson {
                        record: id,
                        person: *person,
                    });
                }
                if matches!(
                    record.aspect,
                    Aspect::SurveyElement(_) | Aspect::Complaint(_)
                ) {
                    found.push(EvidenceFinding::UnitEvidenceAboutPerson { record: record.id });
                }
            }
            Subject::Unit(unit) => {
                if self.roster.units().unit(unit).is_none() {
                    found.push(EvidenceFinding::UnknownUnit {
                        record: id,
                        unit: unit.clone(),
                    });
                }
            }
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
