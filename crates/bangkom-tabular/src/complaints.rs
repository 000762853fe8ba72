//! Complaints by citizens, one row a complaint (SP4N-LAPOR).
//!
//! The text of a complaint may name people; its column is not read.

use std::collections::BTreeMap;
use std::io::Read;
use std::num::NonZeroU32;

use bangkom_domain::calendar::Period;
use bangkom_domain::evidence::{
    Aspect, Direction, EvidenceRecord, EvidenceSource, Scale, ScaleError, SourceKind, Subject,
};
use bangkom_domain::id::{SourceId, UnitId};
use bangkom_domain::results::ServiceSeries;
use chrono::NaiveDate;

use crate::header::Column;
use crate::once::{Numbered, once};
use crate::row::{Row, word};
use crate::{Expected, People, ReadOptions, Reading, TableError, sheet};

const TABLE: &str = "complaints";
const TRACKING: &str = "tracking_id";
const DATE: &str = "tanggal";
const UNIT: &str = "instansi_terlapor";
const KIND: &str = "klasifikasi";
const CATEGORY: &str = "kategori";

const COLUMNS: &[Column] = &[
    Column::required(TRACKING, &["id laporan", "no tiket", "nomor laporan"]),
    Column::required(DATE, &["tgl", "tanggal laporan"]),
    Column::required(UNIT, &["opd", "kode opd", "disposisi"]),
    Column::required(KIND, &["jenis laporan"]),
    Column::required(CATEGORY, &["topik"]),
];

/// What a report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ReportKind {
    Complaint,
    Other,
}

const KINDS: &[(&str, ReportKind)] = &[
    ("pengaduan", ReportKind::Complaint),
    ("aspirasi", ReportKind::Other),
    ("permintaan informasi", ReportKind::Other),
];

/// One complaint as evidence needs it: who gave cause, about what, when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Complaint {
    /// The number under which it is tracked.
    pub tracking: String,
    /// The day it came in.
    pub date: NaiveDate,
    /// The unit complained about.
    pub unit: UnitId,
    /// Its category, such as `pelayanan lambat`.
    pub category: String,
}

/// The number of cases to which a rate refers.
const PER_CASES: u32 = 100;
/// The greatest rate the scale distinguishes, in complaints per 100 cases.
const MOST_PER_HUNDRED: f64 = 10.0;

/// The source to declare beside the records: complaints per 100 cases, 0 to 10.
///
/// # Errors
/// Never for the bounds given here; the type of [`Scale::new`].
///
/// ```
/// use bangkom_domain::evidence::Direction;
/// use bangkom_domain::id::SourceId;
///
/// let source = bangkom_tabular::complaints::source(SourceId::new("lapor")?)?;
/// assert_eq!(source.scale.direction(), Direction::LowerIsBetter);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn source(id: SourceId) -> Result<EvidenceSource, ScaleError> {
    let scale = Scale::new(0.0, MOST_PER_HUNDRED, Direction::LowerIsBetter)?;
    Ok(EvidenceSource {
        id,
        kind: SourceKind::Complaints,
        scale,
        rate_per: NonZeroU32::new(PER_CASES),
    })
}

/// Reads complaints; reports of another kind are rows that were used and give none.
///
/// Rows of one tracking number that are the same count once; those that differ are set aside.
///
/// ```
/// use bangkom_tabular::{ReadOptions, complaints};
/// let file = "tracking_id;tanggal;instansi_terlapor;klasifikasi;kategori\n\
///             7;05-01-2026;DPMPTSP;Pengaduan;Pelayanan Lambat\n\
///             8;06-01-2026;DPMPTSP;Aspirasi;Taman\n";
/// let reading = complaints::read(file.as_bytes(), &ReadOptions::default())?;
/// assert_eq!((reading.kept, reading.value.len()), (2, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TableError`] when the reader fails.
pub fn read(
    input: impl Read,
    options: &ReadOptions,
) -> Result<Reading<Vec<Complaint>>, TableError> {
    let parse = |row: &mut Row<'_>| {
        let tracking = row.need(TRACKING);
        let date = row.date(DATE);
        let unit = row.parse(UNIT, Expected::Code, |cell| UnitId::new(cell).ok());
        let kind = row.parse(KIND, Expected::Word, |cell| word(cell, KINDS));
        let category = row.need(CATEGORY);
        let complaint = Complaint {
            tracking: tracking?.to_owned(),
            date: date?,
            unit: unit?,
            category: category?.to_lowercase(),
        };
        Some(Numbered {
            row: row.number_of_row(),
            value: (kind?, complaint),
        })
    };
    let reading = sheet::read(input, TABLE, COLUMNS, options, parse)?;
    let reading = once(reading, (TABLE, TRACKING), |(_, report)| {
        report.tracking.clone()
    });
    Ok(reading.map(|reports| {
        let complaints = reports
            .into_iter()
            .filter(|(kind, _)| *kind == ReportKind::Complaint);
        complaints.map(|(_, complaint)| complaint).collect()
    }))
}

/// Complaints as evidence: one record for each unit and category over the period.
///
/// The value is complaints per 100 cases, at most 10; the cases are the counts of `served`, the
/// series of the same units. A unit without a known number of cases gives no record: a count
/// without exposure says nothing about how well it serves.
pub fn evidence(
    complaints: &[Complaint],
    served: &[ServiceSeries],
    period: Period,
    source: &SourceId,
    people: &People,
) -> Vec<EvidenceRecord> {
    let cases = cases(served, period);
    let mut categories: BTreeMap<&str, BTreeMap<&UnitId, u32>> = BTreeMap::new();
    for complaint in complaints
        .iter()
        .filter(|complaint| period.contains(complaint.date))
    {
        *categories
            .entry(&complaint.category)
            .or_default()
            .entry(&complaint.unit)
            .or_default() += 1;
    }
    let mut records = Vec::new();
    for (category, counts) in categories {
        for (unit, exposure) in &cases {
            let count = counts.get(unit).copied().unwrap_or_default();
            let rate = (f64::from(PER_CASES) * f64::from(count) / exposure).min(MOST_PER_HUNDRED);
            let key = format!(
                "{source}/{unit}/{category}/{}/{}",
                period.first(),
                period.last()
            );
            records.push(EvidenceRecord {
                id: people.evidence(&key),
                source: source.clone(),
                subject: Subject::Unit((*unit).clone()),
                aspect: Aspect::Complaint(category.to_owned()),
                value: rate.into(),
                date: period.last(),
                rater: None,
                count: count.max(1),
                exposure: Some(*exposure),
            });
        }
    }
    records
}

fn cases(served: &[ServiceSeries], period: Period) -> BTreeMap<&UnitId, f64> {
    let mut cases: BTreeMap<&UnitId, f64> = BTreeMap::new();
    for series in served {
        let points = series
            .points
            .iter()
            .filter(|point| period.contains(point.period.first()));
        let served: u32 = points.filter_map(|point| point.count).sum();
        if served > 0 {
            *cases.entry(&series.unit).or_default() += f64::from(served);
        }
    }
    cases
}
