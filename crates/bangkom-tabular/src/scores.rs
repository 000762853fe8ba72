//! Scores of tests before, after and months after a training.

use std::io::Read;

use bangkom_domain::id::{BatchId, InstrumentId, PersonId};
use bangkom_domain::results::{Occasion, TestScore};
use chrono::NaiveDate;

use crate::header::Column;
use crate::row::{Row, word};
use crate::{Expected, People, ReadOptions, Reading, TableError, sheet};

const TABLE: &str = "scores";
const BATCH: &str = "kode_angkatan";
pub(crate) const NUMBER: &str = "nip";
pub(crate) const INSTRUMENT: &str = "kode_instrumen";
pub(crate) const OCCASION: &str = "waktu";
pub(crate) const SCORE: &str = "nilai";
pub(crate) const DATE: &str = "tanggal";

const COLUMNS: &[Column] = &[
    Column::required(BATCH, &["angkatan"]),
    Column::required(NUMBER, &["nip peserta"]).personal(),
    Column::required(INSTRUMENT, &["instrumen", "tes"]),
    Column::required(OCCASION, &["saat", "jenis tes"]),
    Column::required(SCORE, &["skor"]).personal(),
    Column::required(DATE, &["tgl", "tanggal tes"]),
];

pub(crate) const OCCASIONS: &[(&str, Occasion)] = &[
    ("pre", Occasion::Before),
    ("pre-test", Occasion::Before),
    ("sebelum", Occasion::Before),
    ("post", Occasion::After),
    ("post-test", Occasion::After),
    ("sesudah", Occasion::After),
    ("pascapelatihan", Occasion::FollowUp),
    ("3 bulan", Occasion::FollowUp),
    ("6 bulan", Occasion::FollowUp),
    ("tindak lanjut", Occasion::FollowUp),
    ("ingatan", Occasion::RetrospectiveBefore),
    ("sebelum, diingat kemudian", Occasion::RetrospectiveBefore),
];

/// Reads scores; an empty score is a test not taken and gives no record.
///
/// ```
/// # mod known { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/known.rs")); }
/// use bangkom_tabular::{ReadOptions, scores};
/// # let people = known::people();
/// let file = "angkatan;nip;instrumen;waktu;nilai;tanggal\n\
///             PP/b01;199001012015032001;PP.T;Pre-Test;55;01-04-2026\n\
///             PP/b01;199001012015032001;PP.T;Post-Test;;03-04-2026\n";
/// let reading = scores::read(file.as_bytes(), &people, &ReadOptions::default())?;
/// assert_eq!((reading.kept, reading.value.len()), (2, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TableError`] when the reader fails.
pub fn read(
    input: impl Read,
    people: &People,
    options: &ReadOptions,
) -> Result<Reading<Vec<TestScore>>, TableError> {
    let parse = |row: &mut Row<'_>| {
        let batch = row.parse(BATCH, Expected::Code, |cell| BatchId::new(cell).ok());
        let sitting = sitting(row, people);
        let (batch, sitting) = (batch?, sitting?);
        Some(sitting.measured.map(|(score, date)| TestScore {
            batch,
            person: sitting.person,
            instrument: sitting.instrument,
            occasion: sitting.occasion,
            score: score.into(),
            date,
        }))
    };
    let reading = sheet::read(input, TABLE, COLUMNS, options, parse)?;
    Ok(reading.map(|scores| scores.into_iter().flatten().collect()))
}

/// A test that somebody was to sit.
pub(crate) struct Sitting {
    pub(crate) person: PersonId,
    pub(crate) instrument: InstrumentId,
    pub(crate) occasion: Occasion,
    /// Score and day; `None` for a test not taken.
    pub(crate) measured: Option<(f64, NaiveDate)>,
}

/// Who was to sit which test when, and the score.
///
/// Every cell is looked at before a fault sets the row aside.
pub(crate) fn sitting(row: &mut Row<'_>, people: &People) -> Option<Sitting> {
    let person = people.named(row, NUMBER);
    let instrument = row.parse(INSTRUMENT, Expected::Code, |cell| {
        InstrumentId::new(cell).ok()
    });
    let occasion = row.parse(OCCASION, Expected::Word, |cell| word(cell, OCCASIONS));
    let taken = row.text(SCORE).is_some();
    let measured = taken.then(|| (row.number(SCORE), row.date(DATE)));
    let (person, instrument, occasion) = (person?, instrument?, occasion?);
    let measured = match measured {
        Some((score, date)) => Some((score?, date?)),
        None => None,
    };
    Some(Sitting {
        person,
        instrument,
        occasion,
        measured,
    })
}
