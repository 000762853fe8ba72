//! How programs were measured: one row a program, and further ones for its tests and batches.

use std::collections::BTreeMap;
use std::io::Read;

use bangkom_domain::finding::Findings;
use bangkom_domain::id::{BatchId, InstrumentId, ProgramId};
use bangkom_domain::results::{
    Assignment, BatchProvider, Selection, StudyDesign, TestForms, TestPopulation,
};

use crate::header::Column;
use crate::once::Numbered;
use crate::row::{Row, member};
use crate::{Expected, ReadOptions, Reading, TableError, TableFinding, sheet};

const TABLE: &str = "designs";
const PROGRAM: &str = "kode_program";
const SELECTION: &str = "cara_memilih";
const ASSIGNMENT: &str = "pembanding";
const FORMS: &str = "bentuk_tes";
const PROVIDER: &str = "penyelenggara";
const BATCH: &str = "kode_angkatan";
const INSTRUMENT: &str = "kode_instrumen";
const MEAN: &str = "rata_rata_populasi";
const DEVIATION: &str = "simpangan_populasi";

const COLUMNS: &[Column] = &[
    Column::required(PROGRAM, &["program"]),
    Column::optional(SELECTION, &["pemilihan peserta"]),
    Column::optional(ASSIGNMENT, &["kelompok pembanding"]),
    Column::optional(FORMS, &["bentuk"]),
    Column::optional(PROVIDER, &["lembaga penyelenggara"]),
    Column::optional(BATCH, &["angkatan"]),
    Column::optional(INSTRUMENT, &["instrumen", "tes"]),
    Column::optional(MEAN, &["rata-rata populasi"]),
    Column::optional(DEVIATION, &["simpangan baku populasi"]),
];

/// Reads designs. A row with a batch names who gave that batch, one with an instrument the scores
/// of all for whom the test is meant; other cells are about the whole program.
///
/// What rows of one program say must agree; where it does not, all of them are set aside.
///
/// ```
/// use bangkom_domain::id::BatchId;
/// use bangkom_domain::results::Assignment;
/// use bangkom_tabular::{ReadOptions, designs};
///
/// let file = "program;pembanding;penyelenggara;angkatan;instrumen;rata-rata populasi;\
///             simpangan baku populasi\n\
///             PP;daftar tunggu;BPSDM;;PP.T;61,5;12\nPP;;USU;PP/b02;;;\n";
/// let reading = designs::read(file.as_bytes(), &ReadOptions::default())?;
/// let design = &reading.value[0];
/// assert_eq!(design.assignment, Some(Assignment::WaitingList));
/// assert_eq!(design.provider_of(&BatchId::new("PP/b02")?), Some("USU"));
/// assert_eq!(design.populations[0].mean, 61.5);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TableError`] when the reader fails.
pub fn read(
    input: impl Read,
    options: &ReadOptions,
) -> Result<Reading<Vec<StudyDesign>>, TableError> {
    let parse = |row: &mut Row<'_>| {
        let given = [SELECTION, ASSIGNMENT, FORMS, BATCH, INSTRUMENT];
        let given = given.map(|column| row.text(column).is_some());
        let program = row.parse(PROGRAM, Expected::Code, |cell| ProgramId::new(cell).ok());
        let selection = row.parse_optional(SELECTION, Expected::Word, |cell| {
            member(cell, Selection::ALL, Selection::code, Selection::label)
        });
        let assignment = row.parse_optional(ASSIGNMENT, Expected::Word, |cell| {
            member(cell, Assignment::ALL, Assignment::code, Assignment::label)
        });
        let forms = row.parse_optional(FORMS, Expected::Word, |cell| {
            member(cell, TestForms::ALL, TestForms::code, TestForms::label)
        });
        let batch = row.parse_optional(BATCH, Expected::Code, |cell| BatchId::new(cell).ok());
        let provider = if given[3] {
            row.need(PROVIDER)
        } else {
            row.text(PROVIDER)
        };
        let provider = provider.map(str::to_owned);
        let (instrument, population) = population(row);
        let read = [
            selection.is_some(),
            assignment.is_some(),
            forms.is_some(),
            batch.is_some() && provider.is_some(),
            instrument && population.is_some(),
        ];
        let mut design = StudyDesign {
            selection,
            assignment,
            forms,
            populations: population.into_iter().collect(),
            ..StudyDesign::new(program?)
        };
        match batch.zip(provider.clone()) {
            Some((batch, provider)) => {
                design.batch_providers = vec![BatchProvider { batch, provider }];
            }
            None => design.provider = provider,
        }
        (read == given).then_some(Numbered {
            row: row.number_of_row(),
            value: design,
        })
    };
    let reading = sheet::read(input, TABLE, COLUMNS, options, parse)?;
    Ok(together(reading))
}

/// Whether an instrument is named, and the scores of all for whom it is meant.
fn population(row: &mut Row<'_>) -> (bool, Option<TestPopulation>) {
    if row.text(INSTRUMENT).is_none() {
        return (false, None);
    }
    let instrument = row.parse(INSTRUMENT, Expected::Code, |cell| {
        InstrumentId::new(cell).ok()
    });
    let (mean, deviation) = (row.number(MEAN), row.number(DEVIATION));
    let whole = instrument.zip(mean).zip(deviation);
    let population = whole.map(|((instrument, mean), deviation)| TestPopulation {
        instrument,
        mean,
        deviation,
    });
    (true, population)
}

/// The rows of each program as one design.
fn together(reading: Reading<Vec<Numbered<StudyDesign>>>) -> Reading<Vec<StudyDesign>> {
    let mut groups = BTreeMap::<ProgramId, Vec<Numbered<StudyDesign>>>::new();
    for one in reading.value {
        groups
            .entry(one.value.program.clone())
            .or_default()
            .push(one);
    }
    let (mut value, mut found, mut kept) = (Vec::new(), Vec::new(), reading.kept);
    for (program, mut rows) in groups {
        rows.sort_by_key(|one| one.row);
        let start = Some(StudyDesign::new(program));
        let all = rows.iter().fold(start, |all, one| merged(all?, &one.value));
        if all.is_none() {
            found.extend(rows.iter().map(|one| TableFinding::ConflictingRow {
                table: TABLE,
                row: one.row,
                column: PROGRAM,
            }));
            kept -= rows.len();
        }
        value.extend(all.map(ordered));
    }
    Reading {
        value,
        rows: reading.rows,
        kept,
        findings: reading.findings.merged(Findings::new(found)),
    }
}

/// Two rows of a program together, `None` where they differ.
fn merged(mut all: StudyDesign, row: &StudyDesign) -> Option<StudyDesign> {
    let agree = agree(&mut all.selection, row.selection.as_ref())
        && agree(&mut all.assignment, row.assignment.as_ref())
        && agree(&mut all.forms, row.forms.as_ref())
        && agree(&mut all.provider, row.provider.as_ref());
    if !agree {
        return None;
    }
    for one in &row.populations {
        let known = all
            .populations
            .iter()
            .find(|it| it.instrument == one.instrument);
        match known {
            Some(known) if known != one => return None,
            Some(_) => {}
            None => all.populations.push(one.clone()),
        }
    }
    for one in &row.batch_providers {
        let known = all.batch_providers.iter().find(|it| it.batch == one.batch);
        match known {
            Some(known) if known != one => return None,
            Some(_) => {}
            None => all.batch_providers.push(one.clone()),
        }
    }
    Some(all)
}

/// Takes in what a row says; false where that differs from what is known.
fn agree<T: PartialEq + Clone>(known: &mut Option<T>, given: Option<&T>) -> bool {
    match (&known, given) {
        (Some(known), Some(given)) => known == given,
        (None, Some(given)) => {
            *known = Some(given.clone());
            true
        }
        (_, None) => true,
    }
}

fn ordered(mut design: StudyDesign) -> StudyDesign {
    let populations = &mut design.populations;
    populations.sort_by(|a, b| a.instrument.cmp(&b.instrument));
    design.batch_providers.sort();
    design
}
