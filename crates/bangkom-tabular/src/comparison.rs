//! Scores of people without a seat in the program, to compare with.

use std::io::Read;

use bangkom_domain::id::{InstrumentId, ProgramId};
use bangkom_domain::results::ComparisonScore;

use crate::header::Column;
use crate::row::{Row, word};
use crate::scores::OCCASIONS;
use crate::{Expected, People, ReadOptions, Reading, TableError, sheet};

const TABLE: &str = "comparison";
const PROGRAM: &str = "kode_program";
const NUMBER: &str = "nip";
const INSTRUMENT: &str = "kode_instrumen";
const OCCASION: &str = "waktu";
const SCORE: &str = "nilai";
const DATE: &str = "tanggal";

const COLUMNS: &[Column] = &[
    Column::required(PROGRAM, &["program"]),
    Column::required(NUMBER, &["nip pembanding"]).personal(),
    Column::required(INSTRUMENT, &["instrumen", "tes"]),
    Column::required(OCCASION, &["saat", "jenis tes"]),
    Column::required(SCORE, &["skor"]).personal(),
    Column::required(DATE, &["tgl", "tanggal tes"]),
];

/// Reads scores of a comparison group; an empty score is a test not taken and gives no record.
///
/// ```
/// # mod known { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/known.rs")); }
/// use bangkom_tabular::{ReadOptions, comparison};
/// # let people = known::people();
/// let file = "program;nip;instrumen;waktu;nilai;tanggal\n\
///             PP;199001012015032001;PP.T;sebelum;55;01-04-2026\n";
/// let reading = comparison::read(file.as_bytes(), &people, &ReadOptions::default())?;
/// assert_eq!(reading.value[0].program.as_str(), "PP");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TableError`] when the reader fails.
pub fn read(
    input: impl Read,
    people: &People,
    options: &ReadOptions,
) -> Result<Reading<Vec<ComparisonScore>>, TableError> {
    let parse = |row: &mut Row<'_>| {
        let program = row.parse(PROGRAM, Expected::Code, |cell| ProgramId::new(cell).ok());
        let person = people.named(row, NUMBER);
        let instrument = row.parse(INSTRUMENT, Expected::Code, |cell| {
            InstrumentId::new(cell).ok()
        });
        let occasion = row.parse(OCCASION, Expected::Word, |cell| word(cell, OCCASIONS));
        let taken = row.text(SCORE).is_some();
        let measured = taken.then(|| (row.number(SCORE), row.date(DATE)));
        let (program, person) = (program?, person?);
        let (instrument, occasion) = (instrument?, occasion?);
        let Some((score, date)) = measured else {
            return Some(None);
        };
        Some(Some(ComparisonScore {
            program,
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
