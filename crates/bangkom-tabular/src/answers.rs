//! Answers to items, one row an answer.

use std::collections::BTreeMap;
use std::io::Read;

use bangkom_domain::id::{BatchId, InstrumentId, PersonId, RaterId};
use bangkom_domain::results::{InstrumentItems, ItemAnswers, Occasion};
use chrono::NaiveDate;

use crate::header::Column;
use crate::once::{Numbered, once};
use crate::row::{Row, word};
use crate::scores::OCCASIONS;
use crate::{Expected, People, ReadOptions, Reading, TableError, TableFinding, sheet};

const TABLE: &str = "answers";
const BATCH: &str = "kode_angkatan";
const NUMBER: &str = "nip";
const OBSERVER: &str = "pengamat";
const INSTRUMENT: &str = "kode_instrumen";
const OCCASION: &str = "waktu";
const ITEM: &str = "kode_butir";
const ANSWER: &str = "jawaban";
const DATE: &str = "tanggal";

const COLUMNS: &[Column] = &[
    Column::required(BATCH, &["angkatan"]),
    Column::required(NUMBER, &["nip peserta"]).personal(),
    Column::optional(OBSERVER, &["nip pengamat", "penguji", "kode pengamat"]).personal(),
    Column::required(INSTRUMENT, &["instrumen", "tes"]),
    Column::required(OCCASION, &["saat", "jenis tes"]),
    Column::required(ITEM, &["butir"]),
    Column::required(ANSWER, &["nilai butir"]).personal(),
    Column::required(DATE, &["tgl", "tanggal tes"]),
];

/// Whose sheet an answer stands on.
type Sheet = (
    BatchId,
    PersonId,
    InstrumentId,
    Occasion,
    Option<RaterId>,
    NaiveDate,
);

/// Reads answers to declared items; an empty answer was left open.
///
/// ```
/// # mod known { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/known.rs")); }
/// use bangkom_domain::results::{InstrumentItems, Item};
/// use bangkom_tabular::{ReadOptions, answers};
/// # let people = known::people();
/// let items = [InstrumentItems {
///     instrument: "PP.T".parse()?,
///     items: vec![Item::new("A", 1.0, 5.0), Item::new("B", 1.0, 5.0)],
/// }];
/// let file = "angkatan;nip;instrumen;waktu;butir;jawaban;tanggal\n\
///             PP/b01;199001012015032001;PP.T;Pre-Test;B;4;01-04-2026\n\
///             PP/b01;199001012015032001;PP.T;Pre-Test;A;;01-04-2026\n";
/// let reading = answers::read(file.as_bytes(), &items, &people, &ReadOptions::default())?;
/// assert_eq!(reading.value[0].answers.reveal(), &[None, Some(4.0)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TableError`] when the reader fails.
pub fn read(
    input: impl Read,
    items: &[InstrumentItems],
    people: &People,
    options: &ReadOptions,
) -> Result<Reading<Vec<ItemAnswers>>, TableError> {
    let parse = |row: &mut Row<'_>| {
        let batch = row.parse(BATCH, Expected::Code, |cell| BatchId::new(cell).ok());
        let person = people.named(row, NUMBER);
        let observer = row.text(OBSERVER).map(|key| people.rater(key));
        let instrument = row.parse(INSTRUMENT, Expected::Code, |cell| {
            InstrumentId::new(cell).ok()
        });
        let occasion = row.parse(OCCASION, Expected::Word, |cell| word(cell, OCCASIONS));
        let date = row.date(DATE);
        let open = row.text(ANSWER).is_none();
        let answer = row.optional_number(ANSWER);
        let item = item(row, instrument.as_ref(), items);
        let (instrument, occasion) = (instrument?, occasion?);
        let sheet: Sheet = (batch?, person?, instrument, occasion, observer, date?);
        let given = open || answer.is_some();
        given.then_some(Numbered {
            row: row.number_of_row(),
            value: (sheet, item?, answer),
        })
    };
    let reading = sheet::read(input, TABLE, COLUMNS, options, parse)?;
    let reading = once(reading, (TABLE, ITEM), |(sheet, item, _)| {
        (sheet.clone(), *item)
    });
    Ok(reading.map(|rows| collect(rows, items)))
}

/// The place of an item among those of its instrument; an item that it has not is reported.
fn item(
    row: &mut Row<'_>,
    instrument: Option<&InstrumentId>,
    items: &[InstrumentItems],
) -> Option<usize> {
    let cell = row.need(ITEM)?;
    let declared = items.iter().find(|one| Some(&one.instrument) == instrument);
    let place = declared.and_then(|one| one.items.iter().position(|item| item.code == cell));
    if place.is_none() {
        let (table, value) = (row.table(), row.given(ITEM, cell));
        row.report(|row| TableFinding::UnknownName {
            table,
            row,
            column: ITEM,
            value,
        });
    }
    place
}

fn collect(rows: Vec<(Sheet, usize, Option<f64>)>, items: &[InstrumentItems]) -> Vec<ItemAnswers> {
    let mut sheets = BTreeMap::<Sheet, Vec<(usize, Option<f64>)>>::new();
    for (sheet, item, answer) in rows {
        sheets.entry(sheet).or_default().push((item, answer));
    }
    let filled = sheets.into_iter().map(|(sheet, given)| {
        let (batch, person, instrument, occasion, observer, date) = sheet;
        let declared = items.iter().find(|one| one.instrument == instrument);
        let mut answers = vec![None; declared.map_or(0, |one| one.items.len())];
        for (item, answer) in given {
            answers[item] = answer;
        }
        ItemAnswers {
            batch,
            person,
            instrument,
            occasion,
            observer,
            answers: answers.into(),
            date,
        }
    });
    filled.collect()
}
