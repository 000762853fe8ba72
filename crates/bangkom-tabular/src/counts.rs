//! Counts of a service over time, such as complaints.

use std::collections::BTreeMap;
use std::io::Read;

use bangkom_domain::evidence::Direction;
use bangkom_domain::id::{IndicatorId, UnitId};
use bangkom_domain::results::{CountPoint, CountSeries};

use crate::header::Column;
use crate::once::{Numbered, once};
use crate::row::Row;
use crate::series::Step;
use crate::{Expected, ReadOptions, Reading, TableError, sheet};

const TABLE: &str = "counts";
const UNIT: &str = "kode_opd";
const FROM: &str = "mulai";
const EVENTS: &str = "jumlah";
const EXPOSURE: &str = "dilayani";

const COLUMNS: &[Column] = &[
    Column::required(UNIT, &["opd", "unit layanan"]),
    Column::required(
        FROM,
        &["minggu mulai", "bulan", "triwulan", "periode", "tanggal"],
    ),
    Column::required(EVENTS, &["jumlah pengaduan", "jumlah kejadian"]),
    Column::optional(EXPOSURE, &["jumlah dilayani", "jumlah pemohon", "paparan"]),
];

/// Reads counts: one series for each unit, its points in order of time.
///
/// Without a number served, the days of a point are what its events could have happened on. Rows
/// of one unit and time that are the same count once; those that differ are set aside.
///
/// ```
/// use bangkom_domain::evidence::Direction;
/// use bangkom_domain::id::IndicatorId;
/// use bangkom_tabular::series::Step;
/// use bangkom_tabular::{ReadOptions, counts};
///
/// let complaints = IndicatorId::new("ADUAN")?;
/// let file = "opd;bulan;jumlah pengaduan;dilayani\nDPMPTSP;01-01-2026;12;640\n";
/// let less = Direction::LowerIsBetter;
/// let options = ReadOptions::default();
/// let reading = counts::read(file.as_bytes(), &complaints, less, Step::Month, &options)?;
/// assert_eq!(reading.value[0].points[0].exposure, Some(640.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`TableError`] when the reader fails.
pub fn read(
    input: impl Read,
    indicator: &IndicatorId,
    direction: Direction,
    step: Step,
    options: &ReadOptions,
) -> Result<Reading<Vec<CountSeries>>, TableError> {
    let parse = |row: &mut Row<'_>| {
        let unit = row.parse(UNIT, Expected::Code, |cell| UnitId::new(cell).ok());
        let period = row.date(FROM).and_then(|from| step.period(from));
        let events = row.parse(EVENTS, Expected::WholeNumber, |cell| cell.parse().ok());
        let by_days = row.text(EXPOSURE).is_none();
        let exposure = row.optional_number(EXPOSURE);
        let point = CountPoint {
            period: period?,
            events: events?,
            exposure,
        };
        (by_days || exposure.is_some()).then_some(Numbered {
            row: row.number_of_row(),
            value: (unit?, point),
        })
    };
    let reading = sheet::read(input, TABLE, COLUMNS, options, parse)?;
    let reading = once(reading, (TABLE, FROM), |(unit, point)| {
        (unit.clone(), point.period)
    });
    Ok(reading.map(|points| {
        let mut units: BTreeMap<UnitId, Vec<CountPoint>> = BTreeMap::new();
        for (unit, point) in points {
            units.entry(unit).or_default().push(point);
        }
        let series = units.into_iter().map(|(unit, points)| CountSeries {
            unit,
            indicator: indicator.clone(),
            direction,
            points,
        });
        series.collect()
    }))
}
