use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{EmployeeNumber, EmploymentKind, LeaveKind, LegalStatus, Sex};
use crate::calendar::Period;
use crate::id::{PersonId, PositionId, UnitId};
use crate::people::Grade;
use crate::privacy::Personal;

/// One civil servant.
///
/// `Debug` shows the id, the kind of employment, the unit and the positions only.
#[doc(alias = "ASN")]
#[doc(alias = "pegawai")]
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Employee {
    /// The pseudonymous id.
    pub id: PersonId,
    /// Civil servant, candidate, or on contract.
    pub kind: EmploymentKind,
    /// The number in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<EmployeeNumber>,
    /// Numbers the person had before, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_numbers: Vec<EmployeeNumber>,
    /// The name with its titles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Personal<String>>,
    /// The recorded date of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Personal<NaiveDate>>,
    /// The recorded sex, for reports on fairness only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Personal<Sex>>,
    /// The grade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// The unit the person works in.
    pub unit: UnitId,
    /// The position held.
    pub position: PositionId,
    /// The position to be held next, where one is foreseen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_position: Option<PositionId>,
    /// Whether the person is on duty in the eyes of the law.
    pub legal_status: LegalStatus,
    /// When the person is on leave.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leaves: Vec<Leave>,
    /// The first day of retirement, where known.
    #[doc(alias = "TMT pensiun")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retires_on: Option<Personal<NaiveDate>>,
    /// The running contract of a PPPK.
    #[doc(alias = "perjanjian kerja")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<Period>,
}

impl Employee {
    /// An employee on duty, of whom nothing else is known yet.
    ///
    /// ```
    /// use bangkom_domain::id::{PersonId, PositionId, UnitId};
    /// use bangkom_domain::people::{Employee, EmploymentKind, LegalStatus};
    ///
    /// let id = PersonId::new(uuid::Uuid::nil());
    /// let (unit, position) = (UnitId::new("HEALTH")?, PositionId::new("NURSE")?);
    /// let employee = Employee::new(id, EmploymentKind::Pns, unit, position);
    /// assert_eq!(employee.legal_status, LegalStatus::Active);
    /// # Ok::<(), bangkom_domain::id::CodeError>(())
    /// ```
    pub fn new(id: PersonId, kind: EmploymentKind, unit: UnitId, position: PositionId) -> Self {
        Self {
            id,
            kind,
            number: None,
            former_numbers: Vec::new(),
            name: None,
            birth_date: None,
            sex: None,
            grade: None,
            unit,
            position,
            next_position: None,
            legal_status: LegalStatus::Active,
            leaves: Vec::new(),
            retires_on: None,
            contract: None,
        }
    }
}

impl fmt::Debug for Employee {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Employee")
            .field("id", &self.id)
            .field("kind", &self.kind)
            .field("unit", &self.unit)
            .field("position", &self.position)
            .field("next_position", &self.next_position)
            .finish_non_exhaustive()
    }
}

/// Days on which a person is away.
#[doc(alias = "cuti")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leave {
    /// Why.
    pub kind: Personal<LeaveKind>,
    /// When.
    pub period: Period,
}
