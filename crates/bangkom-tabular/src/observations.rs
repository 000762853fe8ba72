//! Observation sheets: behaviour at work, one row an observer, person and occasion.

use std::io::Read;

use bangkom_domain::id::{BatchId, InstrumentId};
use bangkom_domain::results::Observation;

use crate::header::Column;
use crate::row::{Row, word};
use crate::scores::OCCASIONS;
use crate::{Expected, People, ReadOptions, Reading, TableError, sheet};

const TABLE: &str = "observations";
const BATCH: &str = "kode_angkatan";
const NUMBER: &str = "nip";
const OBSERVER: &str = "pengamat";
const INSTRUMENT: &str = "kode_instrumen";
const OCCASION: &str = "waktu";
const SCORE: &str = "nilai";
const DATE: &str = "tanggal";

const COLUMNS: &[Column] = &[
    Column::required(BATCH, &["angkatan"]),
    Column::required(NUMBER, &["nip diamati"]).personal(),
    Column::required(OBSERVER, &["nip pengamat", "kode pengamat"]).personal(),
    Column::required(INSTRUMENT, &["instrumen", "lembar"]),
    Column::required(OCCASION, &["saat"]),
    Column::required(SCORE, &["skor"]).personal(),
    Column::required(DATE, &["tgl", "tanggal observasi"]),
];

/// Reads observation sheets.
///
/// ```
/// # mod known { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/known.rs")); }
/// use bangkom_domain::results::Occasion;
/// use bangkom_tabular::{ReadOptions, observations};
/// # let people = known::people();
/// let file = "angkatan;nip;pengamat;instrumen;waktu;nilai;tanggal\n\
///             PP/b01;199001012015032001;R-1;PP.O;3 bulan;4;01-07-2026\n";
/// let reading = observations::read(file.as_bytes(), &people, &ReadOptions::default())?;
/// assert_eq!(reading.value[0].occasion, Occasion::FollowUp);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TableError`] when the reader fails.
pub fn read(
    input: impl Read,
    people: &People,
    options: &ReadOptions,
) -> Result<Reading<Vec<Observation>>, TableError> {
    let parse = |row: &mut Row<'_>| {
        let batch = row.parse(BATCH, Expected::Code, |cell| BatchId::new(cell).ok());
        let person = people.named(row, NUMBER);
        let observer = row.need(OBSERVER);
        let instrument = row.parse(INSTRUMENT, Expected::Code, |cell| {
            InstrumentId::new(cell).ok()
        });
        let occasion = row.parse(OCCASION, Expected::Word, |cell| word(cell, OCCASIONS));
        let (score, date) = (row.number(SCORE), row.date(DATE));
        Some(Observation {
            batch: batch?,
            person: person?,
            observer: people.rater(observer?),
            instrument: instrument?,
            occasion: occasion?,
            score: score?.into(),
            date: date?,
        })
    };
    sheet::read(input, TABLE, COLUMNS, options, parse)
}
