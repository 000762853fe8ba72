//! Scores of tests before, after and months after a training.

use std::io::Read;

use bangkom_domain::id::{BatchId, InstrumentId};
use bangkom_domain::results::{Occasion, TestScore};

use crate::header::Column;
use crate::row::{Row, word};
use crate::{Expected, People, ReadOptions, Reading, TableError, sheet};

const TABLE: &str = "scores";
const BATCH: &str = "kode_angkatan";
const NUMBER: &str = "nip";
const INSTRUMENT: &str = "kode_instrumen";
const OCCASION: &str = "waktu";
const SCORE: &str = "nilai";
const DATE: &str = "tanggal";

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
        let person = people.named(row, NUMBER);
        let instrument = row.parse(INSTRUMENT, Expected::Code, |cell| {
            InstrumentId::new(cell).ok()
        });
        let occasion = row.parse(OCCASION, Expected::Word, |cell| word(cell, OCCASIONS));
        let taken = row.text(SCORE).is_some();
        let measured = taken.then(|| (row.number(SCORE), row.date(DATE)));
        let (batch, person) = (batch?, person?);
        let (instrument, occasion) = (instrument?, occasion?);
        let Some((score, date)) = measured else {
            return Some(None);
        };
        Some(Some(TestScore {
            batch,
            person,
            instrument,
            occasion,
            score: score?.into(),
            date: date?,
        }))
    };
    let reading = sheet::read(input, TABLE, COLUMNS, options, parse)?;
    Ok(reading.map(|scores| scores.into_iter().flatten().collect()))
}
