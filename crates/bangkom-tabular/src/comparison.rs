//! Scores of people without a seat in the program, to compare with.

use std::io::Read;

use bangkom_domain::id::ProgramId;
use bangkom_domain::results::ComparisonScore;

use crate::header::Column;
use crate::row::Row;
use crate::scores::{DATE, INSTRUMENT, NUMBER, OCCASION, SCORE, sitting};
use crate::{Expected, People, ReadOptions, Reading, TableError, sheet};

const TABLE: &str = "comparison";
const PROGRAM: &str = "kode_program";

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
        let sitting = sitting(row, people);
        let (program, sitting) = (program?, sitting?);
        Some(sitting.measured.map(|(score, date)| ComparisonScore {
            program,
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
