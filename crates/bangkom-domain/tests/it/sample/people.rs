use bangkom_domain::people::{
    Employee, EmployeeNumber, EmploymentKind, Grade, Leave, LeaveKind, LegalStatus, Sex,
};
use bangkom_domain::roster::{RosterData, RosterSchema};
use bangkom_domain::unit::{Unit, UnitKind};

use super::{day, days, id, person};

pub(crate) fn roster() -> RosterData {
    RosterData {
        schema: RosterSchema::V1,
        units: vec![
            unit("CITY", UnitKind::City, None),
            unit("DPMPTSP", UnitKind::Agency, Some("CITY")),
            unit("DPMPTSP.LOKET", UnitKind::SubUnit, Some("DPMPTSP")),
        ],
        employees: vec![employee(), colleague()],
    }
}

fn unit(code: &str, kind: UnitKind, parent: Option<&str>) -> Unit {
    Unit {
        id: id(code),
        name: format!("Unit {code}"),
        kind,
        parent: parent.map(id),
        site: Some(id("KANTOR")),
    }
}

fn employee() -> Employee {
    Employee {
        id: person(1),
        kind: EmploymentKind::Pns,
        number: Some(EmployeeNumber::new("197903142005012007")),
        former_numbers: vec![EmployeeNumber::new("131263190")],
        name: Some("Rahmawati Siregar, S.Kom.".to_owned().into()),
        birth_date: Some(day(1979, 3, 14).into()),
        sex: Some(Sex::Female.into()),
        grade: Some(Grade::IIId),
        unit: id("DPMPTSP.LOKET"),
        position: id("PENATA_PERIZINAN"),
        next_position: Some(id("KASI_PERIZINAN")),
        legal_status: LegalStatus::StudyAssignment,
        leaves: vec![Leave {
            kind: LeaveKind::Maternity.into(),
            period: days(day(2026, 2, 2), day(2026, 4, 30)),
        }],
        retires_on: Some(day(2037, 4, 1).into()),
        contract: None,
    }
}

fn colleague() -> Employee {
    Employee {
        id: person(2),
        kind: EmploymentKind::Pppk,
        number: Some(EmployeeNumber::new("199112242023211043")),
        former_numbers: Vec::new(),
        name: Some("Tumpal Hutagaol".to_owned().into()),
        birth_date: Some(day(1991, 12, 24).into()),
        sex: Some(Sex::Male.into()),
        grade: Some(Grade::Pppk9),
        unit: id("DPMPTSP"),
        position: id("PENATA_PERIZINAN"),
        next_position: None,
        legal_status: LegalStatus::Disciplined,
        leaves: Vec::new(),
        retires_on: None,
        contract: Some(days(day(2023, 8, 1), day(2028, 7, 31))),
    }
}
