use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{HoursAccounts, HoursBound, HoursDuty};
use crate::calendar::Period;
use crate::id::PersonId;
use crate::people::Employee;

/// How a person stands against one duty: hours, all in learning hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoursStatus {
    /// The window that was counted.
    pub window: Period,
    /// The hours credited in the window.
    pub credited: u32,
    /// The least number of hours; 0 where the duty is a cap.
    pub required: u32,
    /// How many of the required hours are missing.
    pub missing: u32,
    /// The greatest number of hours; none where the duty is a minimum.
    pub cap: Option<u32>,
    /// How many hours lie over the cap.
    pub over_cap: u32,
    /// How many hours may still be taken; no limit where absent.
    pub remaining: Option<u32>,
}

impl HoursStatus {
    fn new(window: Period, credited: u32, bound: HoursBound) -> Self {
        let (required, cap) = match bound {
            HoursBound::Minimum(hours) => (u32::from(hours.get()), None),
            HoursBound::Maximum(hours) => (0, Some(u32::from(hours.get()))),
        };
        Self {
            window,
            credited,
            required,
            missing: required.saturating_sub(credited),
            cap,
            over_cap: cap.map_or(0, |cap| credited.saturating_sub(cap)),
            remaining: cap.map(|cap| cap.saturating_sub(credited)),
        }
    }
}

/// A cap that stands in the way of taking more hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoursRefusal {
    /// The name of the duty.
    pub duty: String,
    /// The hours asked for.
    pub asked: u32,
    /// The hours that may still be taken.
    pub remaining: u32,
}

impl HoursDuty {
    /// How a person stands on a day; `None` when the duty does not concern the person.
    ///
    /// A duty per contract year does not concern a person without a contract on that day.
    ///
    /// ```
    /// use bangkom_domain::hours::{HoursAccounts, HoursDuty};
    /// # let employee: bangkom_domain::people::Employee = serde_json::from_str(r#"{
    /// #     "id": "6f2c1a52-0b66-4c53-9c5b-8a1c2c3d4e5f", "kind": "pns", "unit": "U",
    /// #     "position": "P", "legal_status": "active" }"#).unwrap();
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 6, 5).unwrap();
    ///
    /// let status = HoursDuty::pns_minimum().status(&HoursAccounts::default(), &employee, day);
    /// assert_eq!(status.map(|status| status.missing), Some(20));
    /// ```
    pub fn status(
        &self,
        accounts: &HoursAccounts<'_>,
        employee: &Employee,
        on: NaiveDate,
    ) -> Option<HoursStatus> {
        let window = self.window_of(employee, on)?;
        let credited = accounts.credited(employee.id, window);
        Some(HoursStatus::new(window, credited, self.bound))
    }
}

/// Every cap that forbids a person to take this many hours on a day; none when all allow it.
///
/// ```
/// use bangkom_domain::hours::{self, HoursAccounts, HoursDuty};
/// # let employee: bangkom_domain::people::Employee = serde_json::from_str(r#"{
/// #     "id": "6f2c1a52-0b66-4c53-9c5b-8a1c2c3d4e5f", "kind": "pppk", "unit": "U",
/// #     "position": "P", "legal_status": "active",
/// #     "contract": {"first": "2025-03-01", "last": "2027-02-28"} }"#).unwrap();
/// # let day = chrono::NaiveDate::from_ymd_opt(2026, 6, 5).unwrap();
///
/// let accounts = HoursAccounts::default();
/// let duties = HoursDuty::presets();
/// assert!(hours::refusals(&accounts, &duties, &employee, day, 24).is_empty());
/// assert_eq!(hours::refusals(&accounts, &duties, &employee, day, 25)[0].remaining, 24);
/// ```
pub fn refusals(
    accounts: &HoursAccounts<'_>,
    duties: &[HoursDuty],
    employee: &Employee,
    on: NaiveDate,
    asked: u32,
) -> Vec<HoursRefusal> {
    duties
        .iter()
        .filter_map(|duty| {
            let remaining = duty.status(accounts, employee, on)?.remaining?;
            (remaining < asked).then(|| HoursRefusal {
                duty: duty.name.clone(),
                asked,
                remaining,
            })
        })
        .collect()
}

/// Those of the employees who may still take this many hours on a day, in their order.
///
/// ```
/// use bangkom_domain::hours::{self, HoursAccounts, HoursDuty};
/// # let employee: bangkom_domain::people::Employee = serde_json::from_str(r#"{
/// #     "id": "6f2c1a52-0b66-4c53-9c5b-8a1c2c3d4e5f", "kind": "pppk", "unit": "U",
/// #     "position": "P", "legal_status": "active",
/// #     "contract": {"first": "2025-03-01", "last": "2027-02-28"} }"#).unwrap();
/// # let day = chrono::NaiveDate::from_ymd_opt(2026, 6, 5).unwrap();
///
/// let (accounts, duties) = (HoursAccounts::default(), HoursDuty::presets());
/// let staff = [employee];
/// assert_eq!(hours::who_may_take(&accounts, &duties, &staff, day, 24), [staff[0].id]);
/// assert!(hours::who_may_take(&accounts, &duties, &staff, day, 25).is_empty());
/// ```
pub fn who_may_take(
    accounts: &HoursAccounts<'_>,
    duties: &[HoursDuty],
    employees: &[Employee],
    on: NaiveDate,
    asked: u32,
) -> Vec<PersonId> {
    employees
        .iter()
        .filter(|employee| refusals(accounts, duties, employee, on, asked).is_empty())
        .map(|employee| employee.id)
        .collect()
}
