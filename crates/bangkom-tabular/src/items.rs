//! The items of instruments, one row an item.

use std::collections::BTreeMap;
use std::io::Read;

use bangkom_domain::follow_up::Barrier;
use bangkom_domain::id::InstrumentId;
use bangkom_domain::results::{InstrumentItems, Item};

use crate::header::Column;
use crate::once::{Numbered, once};
use crate::row::{Row, member, word};
use crate::scores::OCCASIONS;
use crate::{Expected, ReadOptions, Reading, TableError, sheet};

const TABLE: &str = "items";
const INSTRUMENT: &str = "kode_instrumen";
const ORDER: &str = "nomor";
const CODE: &str = "kode_butir";
const LOW: &str = "terendah";
const HIGH: &str = "tertinggi";
const REVERSED: &str = "terbalik";
const KEY: &str = "kunci";
const WEIGHT: &str = "bobot";
const ASKED: &str = "hanya_waktu";
const BARRIER: &str = "hambatan";

const COLUMNS: &[Column] = &[
    Column::required(INSTRUMENT, &["instrumen", "tes"]),
    Column::required(ORDER, &["no", "no butir", "urutan"]),
    Column::required(CODE, &["butir"]),
    Column::required(LOW, &["minimum", "nilai terendah"]),
    Column::required(HIGH, &["maksimum", "nilai tertinggi"]),
    Column::optional(REVERSED, &["butir terbalik", "negatif"]),
    Column::optional(KEY, &["kunci jawaban"]),
    Column::optional(WEIGHT, &["bobot butir"]),
    Column::optional(ASKED, &["hanya saat"]),
    Column::optional(BARRIER, &["hambatan penerapan"]),
];

const MARKS: &[(&str, bool)] = &[("ya", true), ("1", true), ("tidak", false), ("0", false)];

/// Reads items: those of each instrument in the order of their numbers.
///
/// ```
/// use bangkom_tabular::{ReadOptions, items};
///
/// let file = "instrumen;no;butir;minimum;maksimum;terbalik;kunci;bobot\n\
///             PP.T;2;B;1;4;;3;2\nPP.T;1;A;1;5;ya;;\n";
/// let reading = items::read(file.as_bytes(), &ReadOptions::default())?;
/// let items = &reading.value[0].items;
/// assert_eq!((items[0].code.as_str(), items[0].reversed), ("A", true));
/// assert_eq!((items[1].key, items[1].weight), (Some(3.0), Some(2.0)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TableError`] when the reader fails.
pub fn read(
    input: impl Read,
    options: &ReadOptions,
) -> Result<Reading<Vec<InstrumentItems>>, TableError> {
    let parse = |row: &mut Row<'_>| {
        let instrument = row.parse(INSTRUMENT, Expected::Code, |cell| {
            InstrumentId::new(cell).ok()
        });
        let order = row.parse(ORDER, Expected::WholeNumber, |cell| {
            cell.parse::<u32>().ok()
        });
        let code = row.need(CODE);
        let (low, high) = (row.number(LOW), row.number(HIGH));
        let reversed = row.parse_optional(REVERSED, Expected::Word, |cell| word(cell, MARKS));
        let key = row.optional_number(KEY);
        let weight = row.optional_number(WEIGHT);
        let asked = row.parse_optional(ASKED, Expected::Word, |cell| word(cell, OCCASIONS));
        let barrier = row.parse_optional(BARRIER, Expected::Word, |cell| {
            member(cell, Barrier::ALL, Barrier::code, Barrier::label)
        });
        let item = Item {
            reversed: reversed.unwrap_or(false),
            key,
            weight,
            asked,
            barrier,
            ..Item::new(code?, low?, high?)
        };
        Some(Numbered {
            row: row.number_of_row(),
            value: (instrument?, order?, item),
        })
    };
    let reading = sheet::read(input, TABLE, COLUMNS, options, parse)?;
    let reading = once(reading, (TABLE, CODE), |(instrument, _, item)| {
        (instrument.clone(), item.code.clone())
    });
    Ok(reading.map(collect))
}

fn collect(rows: Vec<(InstrumentId, u32, Item)>) -> Vec<InstrumentItems> {
    let mut all = BTreeMap::<InstrumentId, Vec<(u32, Item)>>::new();
    for (instrument, order, item) in rows {
        all.entry(instrument).or_default().push((order, item));
    }
    let ordered = all.into_iter().map(|(instrument, mut items)| {
        items.sort_by(|a, b| (a.0, &a.1.code).cmp(&(b.0, &b.1.code)));
        InstrumentItems {
            instrument,
            items: items.into_iter().map(|(_, item)| item).collect(),
        }
    });
    ordered.collect()
}
