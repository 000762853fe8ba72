//! Attendance lists, one row a person and session.

use std::io::Read;

use bangkom_domain::id::SessionId;
use bangkom_domain::results::Attendance;

use crate::header::Column;
use crate::row::{Row, word};
use crate::{Expected, People, ReadOptions, Reading, TableError, sheet};

const TABLE: &str = "attendance";
const SESSION: &str = "kode_sesi";
const NUMBER: &str = "nip";
const PRESENT: &str = "hadir";

const COLUMNS: &[Column] = &[
    Column::required(SESSION, &["sesi"]),
    Column::required(NUMBER, &["nip peserta"]).personal(),
    Column::required(PRESENT, &["kehadiran", "status"]).personal(),
];

const MARKS: &[(&str, bool)] = &[
    ("ya", true),
    ("hadir", true),
    ("h", true),
    ("1", true),
    ("tidak", false),
    ("tidak hadir", false),
    ("izin", false),
    ("sakit", false),
    ("alpa", false),
    ("0", false),
];

/// Reads attendance lists.
///
/// ```
/// # mod known { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/known.rs")); }
/// use bangkom_tabular::{ReadOptions, attendance};
/// # let people = known::people();
/// let file = "kode_sesi;nip;hadir\nDATA/b01/s1;199001012015032001;Izin\n";
/// let reading = attendance::read(file.as_bytes(), &people, &ReadOptions::default())?;
/// assert!(!reading.value[0].present.reveal());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TableError`] when the reader fails.
pub fn read(
    input: impl Read,
    people: &People,
    options: &ReadOptions,
) -> Result<Reading<Vec<Attendance>>, TableError> {
    let parse = |row: &mut Row<'_>| {
        let session = row.parse(SESSION, Expected::Code, |cell| SessionId::new(cell).ok());
        let person = people.named(row, NUMBER);
        let present = row.parse(PRESENT, Expected::Word, |cell| word(cell, MARKS));
        Some(Attendance {
            session: session?,
            person: person?,
            present: present?.into(),
        })
    };
    sheet::read(input, TABLE, COLUMNS, options, parse)
}
