//! What programs are said to save or earn, one row a benefit.

use std::io::Read;

use bangkom_domain::id::ProgramId;
use bangkom_domain::measure::Rupiah;
use bangkom_domain::results::Benefit;

use crate::header::Column;
use crate::once::{Numbered, once};
use crate::row::{Row, number};
use crate::{Expected, ReadOptions, Reading, TableError, TableFinding, sheet};

const TABLE: &str = "benefits";
const PROGRAM: &str = "kode_program";
const WHAT: &str = "manfaat";
const ATTRIBUTION: &str = "bagian_program";
const CONFIDENCE: &str = "keyakinan";

const COLUMNS: &[Column] = &[
    Column::required(PROGRAM, &["program"]),
    Column::required(WHAT, &["uraian manfaat", "uraian"]),
    Column::required(ATTRIBUTION, &["atribusi", "bagian"]),
    Column::required(CONFIDENCE, &["tingkat keyakinan"]),
    Column::required("tahun_1", &["nilai tahun 1", "nilai"]),
    Column::optional("tahun_2", &["nilai tahun 2"]),
    Column::optional("tahun_3", &["nilai tahun 3"]),
    Column::optional("tahun_4", &["nilai tahun 4"]),
    Column::optional("tahun_5", &["nilai tahun 5"]),
];

const YEARS: [&str; 5] = ["tahun_1", "tahun_2", "tahun_3", "tahun_4", "tahun_5"];

/// Reads benefits: shares from 0 to 1, amounts in whole rupiah, years up to the last that is given.
///
/// ```
/// use bangkom_tabular::{ReadOptions, benefits};
///
/// let file = "program;manfaat;atribusi;keyakinan;tahun 1;tahun 2\n\
///             PP;lembur;0,5;0,8;40000000;40000000\n";
/// let options = ReadOptions::default().alias("tahun_1", "tahun 1").alias("tahun_2", "tahun 2");
/// let reading = benefits::read(file.as_bytes(), &options)?;
/// assert_eq!(reading.value[0].by_year.len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TableError`] when the reader fails.
pub fn read(input: impl Read, options: &ReadOptions) -> Result<Reading<Vec<Benefit>>, TableError> {
    let share = |cell: &str| number(cell).filter(|share| (0.0..=1.0).contains(share));
    let parse = |row: &mut Row<'_>| {
        let program = row.parse(PROGRAM, Expected::Code, |cell| ProgramId::new(cell).ok());
        let what = row.need(WHAT);
        let attribution = row.parse(ATTRIBUTION, Expected::OnScale, share);
        let confidence = row.parse(CONFIDENCE, Expected::OnScale, share);
        let by_year = years(row);
        Some(Numbered {
            row: row.number_of_row(),
            value: Benefit {
                program: program?,
                what: what?.to_owned(),
                by_year: by_year?,
                attribution: attribution?,
                confidence: confidence?,
            },
        })
    };
    let reading = sheet::read(input, TABLE, COLUMNS, options, parse)?;
    Ok(once(reading, (TABLE, WHAT), |benefit| {
        (benefit.program.clone(), benefit.what.clone())
    }))
}

/// The amounts up to the last year given; a gap between years is no amount and is reported.
fn years(row: &mut Row<'_>) -> Option<Vec<Rupiah>> {
    let last = YEARS.iter().rposition(|year| row.text(year).is_some());
    let mut amounts = Some(Vec::new());
    for year in &YEARS[..=last.unwrap_or(0)] {
        let amount = row
            .text(year)
            .is_some()
            .then(|| row.parse(year, Expected::WholeNumber, |cell| cell.parse().ok()));
        if amount.is_none() {
            let (table, column) = (row.table(), *year);
            row.report(|row| TableFinding::EmptyCell { table, row, column });
        }
        amounts = amounts.zip(amount.flatten()).map(|(mut all, amount)| {
            all.push(Rupiah::new(amount));
            all
        });
    }
    amounts
}
