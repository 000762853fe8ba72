//! What superiors and colleagues say causes a gap.

use std::io::Read;

use bangkom_domain::evidence::{Cause, CauseMark, Subject};
use bangkom_domain::id::{CompetencyId, UnitId};

use crate::header::Column;
use crate::row::{Row, word};
use crate::{Expected, People, ReadOptions, Reading, TableError, sheet};

const TABLE: &str = "causes";
const UNIT: &str = "kode_opd";
const NUMBER: &str = "nip";
const COMPETENCY: &str = "kode_kompetensi";
const CAUSE: &str = "penyebab";
const RATER: &str = "penilai";
const DATE: &str = "tanggal";

const COLUMNS: &[Column] = &[
    Column::optional(UNIT, &["opd", "unit"]),
    Column::optional(NUMBER, &["nip pegawai"]).personal(),
    Column::optional(COMPETENCY, &["kompetensi"]),
    Column::required(CAUSE, &["akar masalah"]),
    Column::optional(RATER, &["nip penilai"]).personal(),
    Column::required(DATE, &["tgl"]),
];

const CAUSES: &[(&str, Cause)] = &[
    ("pengetahuan", Cause::Knowledge),
    ("keterampilan", Cause::Skill),
    ("sarana", Cause::Tools),
    ("sarana kerja", Cause::Tools),
    ("proses", Cause::Process),
    ("proses kerja", Cause::Process),
    ("insentif", Cause::Incentives),
    ("beban kerja", Cause::Workload),
];

/// Reads cause marks; a row names an employee, or else a unit.
///
/// ```
/// # mod known { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/known.rs")); }
/// use bangkom_domain::evidence::Cause;
/// use bangkom_tabular::{ReadOptions, causes};
/// # let people = known::people();
/// let file = "kode_opd;penyebab;tanggal\nDPMPTSP;Beban Kerja;01-02-2026\n";
/// let reading = causes::read(file.as_bytes(), &people, &ReadOptions::default())?;
/// assert_eq!(reading.value[0].cause, Cause::Workload);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TableError`] when the reader fails.
pub fn read(
    input: impl Read,
    people: &People,
    options: &ReadOptions,
) -> Result<Reading<Vec<CauseMark>>, TableError> {
    let parse = |row: &mut Row<'_>| {
        let subject = subject(row, people);
        let code = |cell: &str| CompetencyId::new(cell).ok();
        let competency = match row.text(COMPETENCY) {
            Some(_) => row.parse(COMPETENCY, Expected::Code, code).map(Some),
            None => Some(None),
        };
        let cause = row.parse(CAUSE, Expected::Word, |cell| word(cell, CAUSES));
        let date = row.date(DATE);
        Some(CauseMark {
            subject: subject?,
            competency: competency?,
            cause: cause?,
            date: date?,
            rater: row.text(RATER).map(|key| people.rater(key)),
        })
    };
    sheet::read(input, TABLE, COLUMNS, options, parse)
}

fn subject(row: &mut Row<'_>, people: &People) -> Option<Subject> {
    if row.text(NUMBER).is_some() {
        return people.named(row, NUMBER).map(Subject::Person);
    }
    row.parse(UNIT, Expected::Code, |cell| UnitId::new(cell).ok())
        .map(Subject::Unit)
}
