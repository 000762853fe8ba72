//! Cases of services, one row a case, open ones among them.

use std::collections::BTreeMap;
use std::io::Read;

use bangkom_domain::id::{IndicatorId, UnitId};
use bangkom_domain::results::{CaseLog, ServiceCase};

use crate::header::Column;
use crate::once::{Numbered, once};
use crate::row::{Row, date};
use crate::{Expected, ReadOptions, Reading, TableError, sheet};

const TABLE: &str = "cases";
const NUMBER: &str = "nomor_kasus";
const UNIT: &str = "kode_opd";
const SERVICE: &str = "layanan";
const OPENED: &str = "masuk";
const CLOSED: &str = "selesai";

const COLUMNS: &[Column] = &[
    Column::required(NUMBER, &["nomor", "no permohonan", "no tiket"]),
    Column::required(UNIT, &["opd", "unit layanan"]),
    Column::required(SERVICE, &["kode layanan", "jenis layanan"]),
    Column::required(OPENED, &["tanggal masuk", "tgl masuk"]),
    Column::optional(CLOSED, &["tanggal selesai", "tgl selesai"]),
];

/// Reads cases: one log for each unit and service, with the days promised for the service.
///
/// A case without an end is open. Rows of one number that are the same count once; those that
/// differ are set aside, and so is a case that ends before it comes.
///
/// ```
/// use std::collections::BTreeMap;
/// use bangkom_domain::id::IndicatorId;
/// use bangkom_tabular::{ReadOptions, cases};
///
/// let promised = BTreeMap::from([(IndicatorId::new("IZIN")?, 7)]);
/// let file = "nomor;opd;layanan;masuk;selesai\n\
///             1;DPMPTSP;IZIN;05-01-2026;09-01-2026\n2;DPMPTSP;IZIN;06-01-2026;\n";
/// let reading = cases::read(file.as_bytes(), &promised, &ReadOptions::default())?;
/// assert_eq!(reading.value[0].target_days, Some(7));
/// assert_eq!(reading.value[0].cases[1].closed, None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TableError`] when the reader fails.
pub fn read(
    input: impl Read,
    promised: &BTreeMap<IndicatorId, u32>,
    options: &ReadOptions,
) -> Result<Reading<Vec<CaseLog>>, TableError> {
    let parse = |row: &mut Row<'_>| {
        let number = row.need(NUMBER);
        let unit = row.parse(UNIT, Expected::Code, |cell| UnitId::new(cell).ok());
        let service = row.parse(SERVICE, Expected::Code, |cell| IndicatorId::new(cell).ok());
        let opened = row.date(OPENED);
        let open = row.text(CLOSED).is_none();
        let closed = row.parse_optional(CLOSED, Expected::DateFromBeginning, |cell| {
            date(cell).filter(|closed| opened.is_none_or(|opened| *closed >= opened))
        });
        let case = ServiceCase {
            opened: opened?,
            closed,
        };
        (open || closed.is_some()).then_some(Numbered {
            row: row.number_of_row(),
            value: (unit?, service?, number?.to_owned(), case),
        })
    };
    let reading = sheet::read(input, TABLE, COLUMNS, options, parse)?;
    let reading = once(reading, (TABLE, NUMBER), |(unit, service, number, _)| {
        (unit.clone(), service.clone(), number.clone())
    });
    Ok(reading.map(|rows| collect(rows, promised)))
}

fn collect(
    rows: Vec<(UnitId, IndicatorId, String, ServiceCase)>,
    promised: &BTreeMap<IndicatorId, u32>,
) -> Vec<CaseLog> {
    let mut logs = BTreeMap::<(UnitId, IndicatorId), Vec<ServiceCase>>::new();
    for (unit, service, _, case) in rows {
        logs.entry((unit, service)).or_default().push(case);
    }
    let logs = logs.into_iter().map(|((unit, service), mut cases)| {
        cases.sort_unstable();
        CaseLog {
            unit,
            target_days: promised.get(&service).copied(),
            service,
            cases,
        }
    });
    logs.collect()
}
