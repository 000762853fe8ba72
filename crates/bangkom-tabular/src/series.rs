//! Figures of a service over time: response times, index of satisfaction, trust.

use std::collections::BTreeMap;
use std::io::Read;

use bangkom_domain::calendar::Period;
use bangkom_domain::evidence::Direction;
use bangkom_domain::id::{CodeError, IndicatorId, UnitId};
use bangkom_domain::results::{ServicePoint, ServiceSeries};
use chrono::{Days, Months, NaiveDate};

use crate::header::Column;
use crate::once::{Numbered, once};
use crate::row::Row;
use crate::{Expected, ReadOptions, Reading, TableError, sheet};

const TABLE: &str = "series";
const UNIT: &str = "kode_opd";
const FROM: &str = "mulai";
const VALUE: &str = "nilai";
const COUNT: &str = "jumlah";

const COLUMNS: &[Column] = &[
    Column::required(UNIT, &["opd", "unit layanan"]),
    Column::required(
        FROM,
        &["minggu mulai", "bulan", "triwulan", "periode", "tanggal"],
    ),
    Column::required(VALUE, &["rata-rata hari", "rata-rata", "indeks", "hasil"]),
    Column::optional(
        COUNT,
        &["jumlah permohonan", "jumlah responden", "jumlah kasus"],
    ),
];

/// The stretch of time of one point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Seven days from the date given.
    Week,
    /// The calendar month from the date given.
    Month,
    /// Three months from the date given.
    Quarter,
}

impl Step {
    pub(crate) fn period(self, from: NaiveDate) -> Option<Period> {
        let next = match self {
            Self::Week => from.checked_add_days(Days::new(7)),
            Self::Month => from.checked_add_months(Months::new(1)),
            Self::Quarter => from.checked_add_months(Months::new(3)),
        };
        Period::new(from, next?.pred_opt()?).ok()
    }
}

/// What a file of figures measures: the file itself does not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesKind {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The unit of measure.
    pub measured_in: String,
    /// Whether more is better.
    pub direction: Direction,
    /// The stretch of time of one point.
    pub step: Step,
}

impl SeriesKind {
    /// A series with the code of its indicator.
    ///
    /// # Errors
    /// [`CodeError`] when the text is not a code.
    ///
    /// ```
    /// use bangkom_domain::evidence::Direction;
    /// use bangkom_tabular::series::{SeriesKind, Step};
    ///
    /// let trust = SeriesKind::new("trust", "percent", Direction::HigherIsBetter, Step::Month)?;
    /// assert_eq!(trust.indicator.as_str(), "trust");
    /// # Ok::<(), bangkom_domain::id::CodeError>(())
    /// ```
    pub fn new(
        indicator: &str,
        measured_in: &str,
        direction: Direction,
        step: Step,
    ) -> Result<Self, CodeError> {
        let indicator = IndicatorId::new(indicator)?;
        Ok(Self {
            indicator,
            measured_in: measured_in.to_owned(),
            direction,
            step,
        })
    }
}

/// Reads figures: one series for each unit, its points in order of time.
///
/// Rows of one unit and time that are the same count once; those that differ are set aside.
///
/// # Errors
/// [`TableError`] when the reader fails.
pub fn read(
    input: impl Read,
    kind: &SeriesKind,
    options: &ReadOptions,
) -> Result<Reading<Vec<ServiceSeries>>, TableError> {
    let parse = |row: &mut Row<'_>| {
        let unit = row.parse(UNIT, Expected::Code, |cell| UnitId::new(cell).ok());
        let period = row.date(FROM).and_then(|from| kind.step.period(from));
        let value = row.number(VALUE);
        let count = row.parse_optional(COUNT, Expected::WholeNumber, |cell| cell.parse().ok());
        let point = ServicePoint {
            period: period?,
            value: value?,
            count,
        };
        Some(Numbered {
            row: row.number_of_row(),
            value: (unit?, point),
        })
    };
    let reading = sheet::read(input, TABLE, COLUMNS, options, parse)?;
    let reading = once(reading, (TABLE, FROM), |(unit, point)| {
        (unit.clone(), point.period)
    });
    Ok(reading.map(|points| collect(points, kind)))
}

/// The points of each unit; they come in order of unit and time.
fn collect(points: Vec<(UnitId, ServicePoint)>, kind: &SeriesKind) -> Vec<ServiceSeries> {
    let mut units: BTreeMap<UnitId, Vec<ServicePoint>> = BTreeMap::new();
    for (unit, point) in points {
        units.entry(unit).or_default().push(point);
    }
    units
        .into_iter()
        .map(|(unit, points)| ServiceSeries {
            unit,
            indicator: kind.indicator.clone(),
            measured_in: kind.measured_in.clone(),
            direction: kind.direction,
            points,
        })
        .collect()
}
