use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    Evidence, EvidenceFinding, EvidenceRecord, EvidenceSource, SourceKind, Subject, exposure,
};
use crate::distinct::distinct;
use crate::finding::{Checked, Findings, Sensitive};
use crate::id::SourceId;

/// Sets aside what cannot be evidence, and says why of each record.
///
/// What is kept is ordered by id, so that the order of the rows given does not matter. Whether
/// persons, units and competencies exist is asked elsewhere, by whoever has the roster and the
/// catalog.
///
/// ```
/// use bangkom_domain::evidence::{self, Evidence};
/// use bangkom_domain::{finding::Explain, json};
/// use chrono::NaiveDate;
///
/// let evidence: Evidence = json::read(r#"{
///     "schema": "bangkom.evidence/1",
///     "sources": [{ "id": "SUPERIOR", "kind": "superior",
///         "scale": { "low": 1, "high": 5, "direction": "higher_is_better" } }],
///     "records": [{ "id": "6f2c1a52-0b66-4c53-9c5b-8a1c2c3d4e5f", "source": "SUPERIOR",
///         "subject": { "unit": "DPMPTSP" }, "aspect": "performance",
///         "value": 7, "date": "2025-11-03" }]
/// }"#)?;
/// let today = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
/// let checked = evidence::check(evidence, today);
/// assert_eq!(checked.findings.as_slice()[0].code(), "evidence.value_off_scale");
/// assert!(checked.value.records.is_empty());
/// # Ok::<(), bangkom_domain::json::ReadError>(())
/// ```
pub fn check(evidence: Evidence, as_of: NaiveDate) -> Checked<Evidence, EvidenceFinding> {
    let mut findings = Vec::new();
    let sources = sources(evidence.sources, &mut findings);
    let records = unique(evidence.records, &mut findings)
        .into_iter()
        .filter_map(|record| sound(record, &sources, as_of, &mut findings))
        .collect();
    let (causes, future) = evidence
        .causes
        .into_iter()
        .partition::<Vec<_>, _>(|mark| mark.date <= as_of);
    let mut late = BTreeMap::<NaiveDate, u32>::new();
    for mark in future {
        *late.entry(mark.date).or_default() += 1;
    }
    findings.extend(
        late.into_iter()
            .map(|(date, marks)| EvidenceFinding::CausesInFuture { date, marks }),
    );
    let exposures = exposure::check(evidence.exposures, &mut findings);
    Checked {
        value: Evidence {
            schema: evidence.schema,
            sources: sources.into_values().collect(),
            records,
            causes,
            exposures,
        },
        findings: Findings::new(findings),
    }
}

fn sources(
    declared: Vec<EvidenceSource>,
    findings: &mut Vec<EvidenceFinding>,
) -> BTreeMap<SourceId, EvidenceSource> {
    let sources = distinct(declared, |source| source.id.clone());
    let repeated = sources.repeated.into_iter();
    findings.extend(repeated.map(|source| EvidenceFinding::SourceRepeated { source }));
    let conflicting = sources.conflicting.into_iter();
    findings.extend(conflicting.map(|source| EvidenceFinding::SourceConflict { source }));
    sources.kept
}

/// Each id once, ordered by id; ids under which records differ are left out.
///
/// Sorted in place rather than gathered in a map, because there may be hundreds of thousands.
fn unique(
    mut records: Vec<EvidenceRecord>,
    findings: &mut Vec<EvidenceFinding>,
) -> Vec<EvidenceRecord> {
    records.sort_by_key(|record| record.id);
    let mut conflicting = Vec::new();
    for group in records.chunk_by(|a, b| a.id == b.id) {
        let [first, others @ ..] = group else {
            continue;
        };
        let record = first.id;
        if others.iter().any(|other| other != first) {
            conflicting.push(record);
            findings.push(EvidenceFinding::RecordConflict { record });
        } else if !others.is_empty() {
            findings.push(EvidenceFinding::RecordRepeated { record });
        }
    }
    records.dedup_by_key(|record| record.id);
    records.retain(|record| conflicting.binary_search(&record.id).is_err());
    records
}

/// The record, unless something in it is wrong; then everything that is.
fn sound(
    mut record: EvidenceRecord,
    sources: &BTreeMap<SourceId, EvidenceSource>,
    as_of: NaiveDate,
    findings: &mut Vec<EvidenceFinding>,
) -> Option<EvidenceRecord> {
    let before = findings.len();
    match sources.get(&record.source) {
        Some(source) => check_value(&record, source, findings),
        None => findings.push(EvidenceFinding::SourceUnknown {
            record: record.id,
            source: record.source.clone(),
        }),
    }
    if record.date > as_of {
        findings.push(EvidenceFinding::DateInFuture {
            record: record.id,
            date: record.date,
        });
    }
    if record.count == 0 {
        findings.push(EvidenceFinding::CountZero { record: record.id });
    }
    let kept = findings.len() == before;
    let unsound = |exposure: &mut f64| !exposure.is_finite() || *exposure < 0.0;
    if let Some(exposure) = record.exposure.take_if(unsound) {
        findings.push(EvidenceFinding::ExposureUnsound {
            record: record.id,
            given: Sensitive::open(exposure.to_string()),
        });
    }
    kept.then_some(record)
}

fn check_value(
    record: &EvidenceRecord,
    source: &EvidenceSource,
    findings: &mut Vec<EvidenceFinding>,
) {
    let value = *record.value.reveal();
    let given = Sensitive::personal(value.to_string());
    if !value.is_finite() {
        findings.push(EvidenceFinding::ValueNotFinite {
            record: record.id,
            given,
        });
    } else if !source.scale.contains(value) {
        findings.push(EvidenceFinding::ValueOffScale {
            record: record.id,
            source: source.id.clone(),
            given,
        });
    }
    if source.kind != SourceKind::SelfRating && rates_oneself(record) {
        findings.push(EvidenceFinding::RatesOneself {
            record: record.id,
            source: source.id.clone(),
        });
    }
}

fn rates_oneself(record: &EvidenceRecord) -> bool {
    matches!(
        (&record.subject, record.rater),
        (Subject::Person(person), Some(rater)) if person.uuid() == rater.uuid()
    )
}
