//! The plan as a calendar: one line a session.

use std::io::Write;

use bangkom_domain::plan::{Batch, Plan, Session};
use bangkom_domain::{Language, plan::SlotSpan};

use crate::TableError;

const HEADER: [&str; 9] = [
    "kode_angkatan",
    "kode_program",
    "kode_sesi",
    "kegiatan",
    "mulai",
    "selesai",
    "jumlah_slot",
    "ruang",
    "pengajar",
];

/// Writes the sessions of a plan, by batch and time; several instructors are parted by a space.
///
/// # Errors
/// [`TableError`] when the writer fails.
///
/// ```
/// use bangkom_domain::{Language, calendar::Period, plan::{Plan, PlanSchema}, preset::Provenance};
/// use chrono::NaiveDate;
///
/// let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
/// let plan = Plan {
///     schema: PlanSchema::V1,
///     provenance: Provenance::proposal("example", "1"),
///     horizon: Period::day(day),
///     batches: Vec::new(),
/// };
/// let mut file = Vec::new();
/// bangkom_tabular::calendar::write(&mut file, &plan, Language::Id)?;
/// assert!(file.starts_with(b"kode_angkatan,kode_program,"));
/// # Ok::<(), bangkom_tabular::TableError>(())
/// ```
pub fn write(output: impl Write, plan: &Plan, language: Language) -> Result<(), TableError> {
    let mut writer = csv::Writer::from_writer(output);
    writer.write_record(HEADER).map_err(TableError::write)?;
    for batch in &plan.batches {
        for session in &batch.sessions {
            writer
                .write_record(line(batch, session, language))
                .map_err(TableError::write)?;
        }
    }
    writer
        .flush()
        .map_err(|error| TableError::write(error.into()))
}

fn line(batch: &Batch, session: &Session, language: Language) -> [String; 9] {
    let day = |span: Option<&SlotSpan>| {
        span.map(|span| span.date.format("%d-%m-%Y").to_string())
            .unwrap_or_default()
    };
    let instructors: Vec<&str> = session.instructors.iter().map(AsRef::as_ref).collect();
    [
        batch.id.to_string(),
        batch.program.to_string(),
        session.id.to_string(),
        session.kind.label(language).to_owned(),
        day(session.times.first()),
        day(session.times.last()),
        session.slots().to_string(),
        session
            .room
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        instructors.join(" "),
    ]
}
