use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Employee, LegalStatus};
use crate::Language;
use crate::calendar::Period;
use crate::privacy::Personal;

/// Why a person cannot be assigned on some days.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Unavailable {
    /// Not on duty in the eyes of the law.
    LegalStatus(Personal<LegalStatus>),
    /// On leave on these days.
    Leave(Period),
    /// Retires on or before the last of the days: the first day of retirement.
    Retirement(Personal<NaiveDate>),
    /// The contract begins only on this day.
    ContractNotBegun(NaiveDate),
    /// The contract ends on this day.
    ContractEnds(NaiveDate),
}

impl Unavailable {
    /// The stable code of the reason.
    ///
    /// ```
    /// use bangkom_domain::calendar::Period;
    /// use bangkom_domain::people::Unavailable;
    ///
    /// let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(Unavailable::Leave(Period::day(day)).code(), "on_leave");
    /// ```
    pub fn code(&self) -> &'static str {
        match self {
            Self::LegalStatus(_) => "legal_status",
            Self::Leave(_) => "on_leave",
            Self::Retirement(_) => "retirement",
            Self::ContractNotBegun(_) => "contract_not_begun",
            Self::ContractEnds(_) => "contract_ends",
        }
    }

    /// The reason in words; it never says why on leave, nor when somebody retires.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_domain::people::Unavailable;
    ///
    /// let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let text = Unavailable::ContractEnds(day).text(Language::En);
    /// assert_eq!(text, "the contract ends on 2026-03-02");
    /// ```
    pub fn text(&self, language: Language) -> String {
        match (self, language) {
            (Self::LegalStatus(_), Language::Id) => {
                "kedudukan hukumnya tidak memungkinkan penugasan".to_owned()
            }
            (Self::LegalStatus(_), Language::En) => {
                "the legal status does not allow an assignment".to_owned()
            }
            (Self::Leave(days), Language::Id) => {
                format!("cuti {} sampai {}", days.first(), days.last())
            }
            (Self::Leave(days), Language::En) => {
                format!("on leave from {} to {}", days.first(), days.last())
            }
            (Self::Retirement(_), Language::Id) => "pensiun sebelum hari terakhir".to_owned(),
            (Self::Retirement(_), Language::En) => "retires before the last day".to_owned(),
            (Self::ContractNotBegun(day), Language::Id) => {
                format!("perjanjian kerja baru mulai {day}")
            }
            (Self::ContractNotBegun(day), Language::En) => {
                format!("the contract begins only on {day}")
            }
            (Self::ContractEnds(day), Language::Id) => format!("perjanjian kerja berakhir {day}"),
            (Self::ContractEnds(day), Language::En) => format!("the contract ends on {day}"),
        }
    }
}

impl Employee {
    /// Every reason why the person cannot be assigned on all of these days; none when free.
    ///
    /// For a single day give [`Period::day`].
    ///
    /// ```
    /// use bangkom_domain::calendar::Period;
    /// use bangkom_domain::id::{PersonId, PositionId, UnitId};
    /// use bangkom_domain::people::{Employee, EmploymentKind, LegalStatus};
    /// use chrono::NaiveDate;
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
    /// let employee = Employee {
    ///     contract: Some(Period::new(day(1), day(20))?),
    ///     ..Employee::new(
    ///         PersonId::new(uuid::Uuid::nil()),
    ///         EmploymentKind::Pppk,
    ///         UnitId::new("HEALTH")?,
    ///         PositionId::new("NURSE")?,
    ///     )
    /// };
    /// assert!(employee.unavailable(Period::day(day(5))).is_empty());
    /// assert_eq!(employee.unavailable(Period::new(day(18), day(23))?).len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "availability")]
    pub fn unavailable(&self, days: Period) -> Vec<Unavailable> {
        let status = Some(self.legal_status)
            .filter(|status| !status.is_assignable())
            .map(|status| Unavailable::LegalStatus(Personal::new(status)));
        let leaves = self.leaves.iter().map(|leave| leave.period);
        let leaves = leaves
            .filter(|leave| leave.overlaps(days))
            .map(Unavailable::Leave);
        let retirement = self
            .retires_on
            .filter(|day| *day.reveal() <= days.last())
            .map(Unavailable::Retirement);
        status
            .into_iter()
            .chain(leaves)
            .chain(retirement)
            .chain(self.outside_contract(days))
            .collect()
    }

    fn outside_contract(&self, days: Period) -> impl Iterator<Item = Unavailable> + use<> {
        let contract = self.contract.filter(|_| self.kind.is_contract());
        let early = contract
            .filter(|contract| days.first() < contract.first())
            .map(|contract| Unavailable::ContractNotBegun(contract.first()));
        let late = contract
            .filter(|contract| days.last() > contract.last())
            .map(|contract| Unavailable::ContractEnds(contract.last()));
        early.into_iter().chain(late)
    }
}
