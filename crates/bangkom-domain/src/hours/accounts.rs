use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{HoursEntry, HoursFinding, HoursLedger, HoursWindow};
use crate::calendar::Period;
use crate::finding::{Checked, Findings};
use crate::id::{PersonId, ProgramId};

impl HoursLedger {
    /// The hours credited to one person on the days of a period.
    ///
    /// Reads the whole ledger; [`accounts`](Self::accounts) answers many questions faster and
    /// leaves out entries given twice.
    ///
    /// ```
    /// use bangkom_domain::hours::{HoursEntry, HoursLedger};
    /// # use bangkom_domain::{calendar::Period, id::PersonId, measure::LearningHours};
    /// # use bangkom_domain::program::DeliveryMethod;
    /// # use chrono::NaiveDate;
    /// # let person: PersonId = serde_json::from_str("\"6f2c1a52-0b66-4c53-9c5b-8a1c2c3d4e5f\"")?;
    /// # let day = |m| NaiveDate::from_ymd_opt(2026, m, 2).unwrap();
    /// let entry = |month, hours| HoursEntry {
    ///     person,
    ///     date: day(month),
    ///     hours: LearningHours::new(hours).unwrap().into(),
    ///     method: DeliveryMethod::ELearning,
    ///     program: None,
    ///     valid_until: None,
    /// };
    /// let ledger = HoursLedger { entries: vec![entry(2, 8), entry(9, 6)], ..HoursLedger::default() };
    /// assert_eq!(ledger.credited(person, Period::new(day(1), day(6))?), 8);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn credited(&self, person: PersonId, period: Period) -> u32 {
        sum(
            self.entries.iter().filter(|entry| entry.person == person),
            period,
        )
    }

    /// The entries by person, each counted once.
    ///
    /// ```
    /// use bangkom_domain::hours::HoursLedger;
    ///
    /// assert_eq!(HoursLedger::default().accounts().value.persons().count(), 0);
    /// ```
    pub fn accounts(&self) -> Checked<HoursAccounts<'_>, HoursFinding> {
        let mut by_person = BTreeMap::<PersonId, Vec<&HoursEntry>>::new();
        for entry in &self.entries {
            by_person.entry(entry.person).or_default().push(entry);
        }
        let mut findings = Vec::new();
        for entries in by_person.values_mut() {
            entries.sort_by(|a, b| key(a).cmp(&key(b)));
            entries.dedup_by(|later, earlier| {
                let same = later == earlier;
                if same {
                    findings.push(HoursFinding::repeated(later));
                }
                same
            });
            findings.extend(entries.iter().filter_map(|entry| HoursFinding::of(entry)));
        }
        Checked {
            value: HoursAccounts(by_person),
            findings: Findings::new(findings),
        }
    }
}

fn key(
    entry: &HoursEntry,
) -> (
    NaiveDate,
    Option<&ProgramId>,
    &'static str,
    u16,
    Option<NaiveDate>,
) {
    (
        entry.date,
        entry.program.as_ref(),
        entry.method.code(),
        entry.hours.reveal().get(),
        entry.valid_until,
    )
}

fn sum<'a>(entries: impl Iterator<Item = &'a HoursEntry>, period: Period) -> u32 {
    entries
        .filter(|entry| period.contains(entry.date))
        .map(|entry| u32::from(entry.hours.reveal().get()))
        .fold(0, u32::saturating_add)
}

/// The ledger by person: what sums, duties and certificates are asked of.
#[derive(Debug, Clone, Default)]
pub struct HoursAccounts<'a>(BTreeMap<PersonId, Vec<&'a HoursEntry>>);

impl<'a> HoursAccounts<'a> {
    /// Everybody with an entry, in order.
    ///
    /// ```
    /// use bangkom_domain::hours::HoursAccounts;
    ///
    /// assert_eq!(HoursAccounts::default().persons().count(), 0);
    /// ```
    pub fn persons(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.0.keys().copied()
    }

    /// The entries of one person, by date.
    ///
    /// ```
    /// use bangkom_domain::hours::HoursAccounts;
    /// # let person = serde_json::from_str("\"6f2c1a52-0b66-4c53-9c5b-8a1c2c3d4e5f\"").unwrap();
    ///
    /// assert!(HoursAccounts::default().entries(person).is_empty());
    /// ```
    pub fn entries(&self, person: PersonId) -> &[&'a HoursEntry] {
        self.0.get(&person).map_or(&[], Vec::as_slice)
    }

    /// The hours credited to one person on the days of a period.
    ///
    /// ```
    /// use bangkom_domain::{calendar::Period, hours::HoursAccounts};
    /// # let person = serde_json::from_str("\"6f2c1a52-0b66-4c53-9c5b-8a1c2c3d4e5f\"").unwrap();
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    ///
    /// assert_eq!(HoursAccounts::default().credited(person, Period::day(day)), 0);
    /// ```
    pub fn credited(&self, person: PersonId, period: Period) -> u32 {
        sum(self.entries(person).iter().copied(), period)
    }

    /// The hours credited in the window that holds the day; `None` where there is no window.
    ///
    /// ```
    /// use bangkom_domain::hours::{HoursAccounts, HoursWindow};
    /// # let person = serde_json::from_str("\"6f2c1a52-0b66-4c53-9c5b-8a1c2c3d4e5f\"").unwrap();
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    ///
    /// let accounts = HoursAccounts::default();
    /// let year = HoursWindow::CalendarYear;
    /// assert_eq!(accounts.credited_in(person, year, day, None), Some(0));
    /// assert_eq!(accounts.credited_in(person, HoursWindow::ContractYear, day, None), None);
    /// ```
    pub fn credited_in(
        &self,
        person: PersonId,
        window: HoursWindow,
        on: NaiveDate,
        contract: Option<Period>,
    ) -> Option<u32> {
        Some(self.credited(person, window.period(on, contract)?))
    }

    /// Whether the person holds a certificate of the program that is valid on the day.
    ///
    /// A certificate without an end holds from its day on; one that ended holds on its last
    /// day.
    ///
    /// ```
    /// use bangkom_domain::{hours::HoursAccounts, id::ProgramId};
    /// # let person = serde_json::from_str("\"6f2c1a52-0b66-4c53-9c5b-8a1c2c3d4e5f\"").unwrap();
    /// # let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    ///
    /// let first_aid = ProgramId::new("FIRST-AID")?;
    /// assert!(!HoursAccounts::default().has_certificate(person, &first_aid, day));
    /// # Ok::<(), bangkom_domain::id::CodeError>(())
    /// ```
    pub fn has_certificate(&self, person: PersonId, program: &ProgramId, on: NaiveDate) -> bool {
        self.entries(person).iter().any(|entry| {
            entry.program.as_ref() == Some(program)
                && entry.date <= on
                && entry.valid_until.is_none_or(|last| on <= last)
        })
    }
}
