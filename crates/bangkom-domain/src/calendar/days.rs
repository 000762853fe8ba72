use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use chrono::{Datelike, NaiveDate};

use super::week::Week;
use super::{CalendarFinding, CalendarYear, DayOff, Period, Slot};
use crate::finding::{Checked, Findings};

/// What a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayStatus<'a> {
    /// A working day with these slots, in order of time.
    Working(&'a [Slot]),
    /// A day of the week that is not worked.
    Rest,
    /// A holiday, joint leave, or local day off.
    Off(&'a DayOff),
    /// Outside the files: never to be taken for a working day.
    Unknown,
}

/// Which days are worked, and in which slots: made from one file a year.
///
/// ```
/// use bangkom_domain::calendar::{self, Calendar, DayStatus};
/// use chrono::NaiveDate;
///
/// let calendar = Calendar::new(vec![calendar::year_2026()]).value;
/// let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
/// assert!(matches!(calendar.day(day(1, 5)), DayStatus::Working(slots) if slots.len() == 2));
/// assert!(matches!(calendar.day(day(1, 16)), DayStatus::Off(_)));
/// assert_eq!(calendar.day(day(1, 4)), DayStatus::Rest);
/// assert_eq!(calendar.day(NaiveDate::from_ymd_opt(2027, 1, 4).unwrap()), DayStatus::Unknown);
/// ```
#[doc(alias = "kalender kerja")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar(BTreeMap<i32, Year>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Year {
    off: BTreeMap<NaiveDate, DayOff>,
    week: Week,
    fasting: Option<(Period, Week)>,
}

impl Calendar {
    /// The calendar of these years; what is unsound in a file is set aside and found.
    ///
    /// Two different files of one year are both set aside, so that its days are unknown.
    ///
    /// ```
    /// use bangkom_domain::calendar::{self, Calendar};
    ///
    /// let mut other = calendar::year_2026();
    /// other.days_off.clear();
    /// let checked = Calendar::new(vec![calendar::year_2026(), other]);
    /// assert!(!checked.findings.is_sound());
    /// assert_eq!(checked.value.years().count(), 0);
    /// ```
    pub fn new(files: Vec<CalendarYear>) -> Checked<Self, CalendarFinding> {
        let mut by_year = BTreeMap::<i32, Vec<CalendarYear>>::new();
        for file in files {
            by_year.entry(file.year).or_default().push(file);
        }
        let mut findings = Vec::new();
        let mut years = BTreeMap::new();
        for (year, files) in by_year {
            if let Some(file) = only(year, files, &mut findings) {
                years.insert(year, Year::check(file, &mut findings));
            }
        }
        Checked {
            value: Self(years),
            findings: Findings::new(findings),
        }
    }

    /// The years that the calendar covers, in order.
    ///
    /// ```
    /// use bangkom_domain::calendar::{self, Calendar};
    ///
    /// let calendar = Calendar::new(vec![calendar::year_2026()]).value;
    /// assert_eq!(calendar.years().collect::<Vec<_>>(), [2026]);
    /// ```
    pub fn years(&self) -> impl Iterator<Item = i32> + '_ {
        self.0.keys().copied()
    }

    /// What the day is.
    ///
    /// ```
    /// use bangkom_domain::calendar::{self, Calendar, DayStatus};
    /// use chrono::NaiveDate;
    ///
    /// let calendar = Calendar::new(vec![calendar::year_2026()]).value;
    /// let independence = NaiveDate::from_ymd_opt(2026, 8, 17).unwrap();
    /// let DayStatus::Off(day) = calendar.day(independence) else { panic!("worked") };
    /// assert_eq!(day.name, "Proklamasi Kemerdekaan");
    /// ```
    pub fn day(&self, day: NaiveDate) -> DayStatus<'_> {
        let Some(year) = self.0.get(&day.year()) else {
            return DayStatus::Unknown;
        };
        if let Some(off) = year.off.get(&day) {
            return DayStatus::Off(off);
        }
        let week = match &year.fasting {
            Some((period, week)) if period.contains(day) => week,
            _ => &year.week,
        };
        match week.slots(day.weekday()) {
            [] => DayStatus::Rest,
            slots => DayStatus::Working(slots),
        }
    }

    /// The slots of a day; none where it is not worked or not known.
    ///
    /// ```
    /// use bangkom_domain::calendar::{self, Calendar};
    /// use chrono::NaiveDate;
    ///
    /// let calendar = Calendar::new(vec![calendar::year_2026()]).value;
    /// let friday = NaiveDate::from_ymd_opt(2026, 1, 9).unwrap();
    /// assert_eq!(calendar.slots(friday)[1].from.to_string(), "13:30:00");
    /// ```
    pub fn slots(&self, day: NaiveDate) -> &[Slot] {
        match self.day(day) {
            DayStatus::Working(slots) => slots,
            DayStatus::Rest | DayStatus::Off(_) | DayStatus::Unknown => &[],
        }
    }

    /// The working days of a period, in order.
    ///
    /// ```
    /// use bangkom_domain::calendar::{self, Calendar, Period};
    /// use chrono::NaiveDate;
    ///
    /// let calendar = Calendar::new(vec![calendar::year_2026()]).value;
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let around_eid = Period::new(day(16), day(27))?;
    /// assert_eq!(calendar.working_days(around_eid), [day(16), day(17), day(25), day(26), day(27)]);
    /// # Ok::<(), bangkom_domain::calendar::PeriodError>(())
    /// ```
    pub fn working_days(&self, period: Period) -> Vec<NaiveDate> {
        self.0
            .keys()
            .filter_map(|year| within_year(period, *year))
            .flat_map(|part| part.first().iter_days().take(part.days() as usize))
            .filter(|day| matches!(self.day(*day), DayStatus::Working(_)))
            .collect()
    }

    /// The years of a period that no file covers, each a finding.
    ///
    /// ```
    /// use bangkom_domain::calendar::{self, Calendar, Period};
    /// use chrono::NaiveDate;
    ///
    /// let calendar = Calendar::new(vec![calendar::year_2026()]).value;
    /// let day = |y| NaiveDate::from_ymd_opt(y, 6, 1).unwrap();
    /// assert!(calendar.missing(Period::day(day(2026))).is_empty());
    /// assert_eq!(calendar.missing(Period::new(day(2026), day(2028))?).len(), 2);
    /// # Ok::<(), bangkom_domain::calendar::PeriodError>(())
    /// ```
    pub fn missing(&self, period: Period) -> Findings<CalendarFinding> {
        (period.first().year()..=period.last().year())
            .filter(|year| !self.0.contains_key(year))
            .map(|year| CalendarFinding::YearMissing { year })
            .collect()
    }
}

/// The one file of a year, unless files of the year differ.
fn only(
    year: i32,
    mut files: Vec<CalendarYear>,
    findings: &mut Vec<CalendarFinding>,
) -> Option<CalendarYear> {
    let file = files.pop()?;
    if files.iter().any(|other| *other != file) {
        findings.push(CalendarFinding::YearConflict { year });
        return None;
    }
    if !files.is_empty() {
        findings.push(CalendarFinding::YearRepeated { year });
    }
    Some(file)
}

impl Year {
    fn check(file: CalendarYear, findings: &mut Vec<CalendarFinding>) -> Self {
        let year = file.year;
        let week = Week::check(year, &file.week, findings);
        let fasting = file.fasting_month.and_then(|month| {
            if month.period.first().year() != year || month.period.last().year() != year {
                findings.push(CalendarFinding::FastingOutsideYear { year });
                return None;
            }
            Some((month.period, Week::check(year, &month.week, findings)))
        });
        Self {
            off: days_off(year, file.days_off, findings),
            week,
            fasting,
        }
    }
}

fn days_off(
    year: i32,
    mut days: Vec<DayOff>,
    findings: &mut Vec<CalendarFinding>,
) -> BTreeMap<NaiveDate, DayOff> {
    days.sort_by(|a, b| (a.date, a.kind, &a.name).cmp(&(b.date, b.kind, &b.name)));
    let mut off = BTreeMap::new();
    for day in days {
        if day.date.year() != year {
            findings.push(CalendarFinding::DayOutsideYear {
                year,
                date: day.date,
            });
        } else if let Entry::Vacant(place) = off.entry(day.date) {
            place.insert(day);
        } else {
            findings.push(CalendarFinding::DayRepeated { date: day.date });
        }
    }
    off
}

/// The part of a period that lies in a year.
fn within_year(period: Period, year: i32) -> Option<Period> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1)?.max(period.first());
    let last = NaiveDate::from_ymd_opt(year, 12, 31)?.min(period.last());
    Period::new(first, last).ok()
}
