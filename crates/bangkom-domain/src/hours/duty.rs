use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::calendar::Period;
use crate::measure::LearningHours;
use crate::people::{Employee, EmploymentKind};
use crate::preset::Source;

/// What learning hours a kind of employee must reach, or must not pass, in a stretch of time.
///
/// [`HoursDuty::presets`] gives the duties that regulations state; any other is plain data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoursDuty {
    /// Its name, such as `hours.pns_minimum`.
    pub name: String,
    /// Whom it concerns.
    pub kinds: Vec<EmploymentKind>,
    /// The least or greatest number of hours.
    pub bound: HoursBound,
    /// The stretch of time in which hours count.
    pub window: HoursWindow,
    /// Whom its text exempts, in words, where it exempts anybody; apply it by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exempt: Option<String>,
    /// Where it comes from.
    pub source: Source,
}

/// A least or a greatest number of learning hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoursBound {
    /// At least this many.
    Minimum(LearningHours),
    /// At most this many.
    Maximum(LearningHours),
}

/// A stretch of time in which learning hours count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum HoursWindow {
    /// January to December.
    CalendarYear,
    /// A year of the running contract, from the day on which the contract began.
    #[doc(alias = "tahun kontrak")]
    ContractYear,
    /// The last so many days up to and with the day asked about, at least one.
    Rolling {
        /// How many days.
        days: u16,
    },
}

impl HoursWindow {
    /// The window of one person that holds this day.
    ///
    /// `None` for a contract year without a contract, or on a day outside the contract. The
    /// last contract year ends with the contract.
    ///
    /// ```
    /// use bangkom_domain::calendar::Period;
    /// use bangkom_domain::hours::HoursWindow;
    /// use chrono::NaiveDate;
    ///
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let contract = Period::new(day(2024, 3, 1), day(2029, 2, 28))?;
    /// let window = HoursWindow::ContractYear.period(day(2026, 1, 15), Some(contract));
    /// assert_eq!(window, Some(Period::new(day(2025, 3, 1), day(2026, 2, 28))?));
    /// assert_eq!(HoursWindow::ContractYear.period(day(2026, 1, 15), None), None);
    /// # Ok::<(), bangkom_domain::calendar::PeriodError>(())
    /// ```
    pub fn period(self, on: NaiveDate, contract: Option<Period>) -> Option<Period> {
        match self {
            Self::CalendarYear => Period::new(
                NaiveDate::from_ymd_opt(on.year(), 1, 1)?,
                NaiveDate::from_ymd_opt(on.year(), 12, 31)?,
            )
            .ok(),
            Self::ContractYear => contract_year(contract?, on),
            Self::Rolling { days } => {
                let back = u64::from(days.max(1)) - 1;
                Period::new(on.checked_sub_days(Days::new(back))?, on).ok()
            }
        }
    }
}

/// The year of a contract that holds this day; `None` for a day outside the contract.
///
/// A contract that began on 29 February has its anniversaries on 1 March of common years.
///
/// ```
/// use bangkom_domain::calendar::Period;
/// use bangkom_domain::hours::contract_year;
/// use chrono::NaiveDate;
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let contract = Period::new(day(2025, 6, 1), day(2026, 8, 31))?;
/// let last = contract_year(contract, day(2026, 7, 1));
/// assert_eq!(last, Some(Period::new(day(2026, 6, 1), day(2026, 8, 31))?));
/// # Ok::<(), bangkom_domain::calendar::PeriodError>(())
/// ```
///
/// # References
/// PP 49/2018 art. 37 (contracts of at least one year) and art. 40(1) (hours per contract year).
pub fn contract_year(contract: Period, on: NaiveDate) -> Option<Period> {
    if !contract.contains(on) {
        return None;
    }
    let this_year = anniversary(contract.first(), on.year())?;
    let first = if this_year <= on {
        this_year
    } else {
        anniversary(contract.first(), on.year() - 1)?
    };
    let next = anniversary(contract.first(), first.year() + 1)?;
    Period::new(first, next.pred_opt()?.min(contract.last())).ok()
}

fn anniversary(first: NaiveDate, year: i32) -> Option<NaiveDate> {
    first
        .with_year(year)
        .or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
}

impl HoursDuty {
    /// Whether the duty concerns this kind of employee.
    ///
    /// ```
    /// use bangkom_domain::hours::HoursDuty;
    /// use bangkom_domain::people::EmploymentKind;
    ///
    /// let minimum = HoursDuty::pns_minimum();
    /// assert!(minimum.concerns(EmploymentKind::Pns));
    /// assert!(!minimum.concerns(EmploymentKind::PppkPartTime));
    /// ```
    pub fn concerns(&self, kind: EmploymentKind) -> bool {
        self.kinds.contains(&kind)
    }

    /// The window of this duty that holds the day, for one person.
    ///
    /// `None` when the duty does not concern the person or the person has no such window.
    pub(super) fn window_of(&self, employee: &Employee, on: NaiveDate) -> Option<Period> {
        self.concerns(employee.kind)
            .then(|| self.window.period(on, employee.contract))
            .flatten()
    }
}
