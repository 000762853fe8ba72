//! When a person can be assigned, and every reason why not.

use bangkom_domain::Language;
use bangkom_domain::calendar::Period;
use bangkom_domain::people::{
    Employee, EmploymentKind, Leave, LeaveKind, LegalStatus, Unavailable,
};

use crate::sample::{day, days, id, person};

fn employee(kind: EmploymentKind) -> Employee {
    Employee::new(person(1), kind, id("DPMPTSP"), id("PENATA_PERIZINAN"))
}

fn codes(employee: &Employee, days: Period) -> Vec<&'static str> {
    let reasons = employee.unavailable(days);
    reasons.iter().map(Unavailable::code).collect()
}

fn march() -> Period {
    days(day(2026, 3, 2), day(2026, 3, 6))
}

#[test]
fn all_reasons_are_named_at_once() {
    let employee = Employee {
        legal_status: LegalStatus::UnpaidLeave,
        leaves: vec![Leave {
            kind: LeaveKind::Sick.into(),
            period: Period::day(day(2026, 3, 6)),
        }],
        retires_on: Some(day(2026, 3, 6).into()),
        contract: Some(days(day(2026, 3, 3), day(2026, 3, 5))),
        ..employee(EmploymentKind::Pppk)
    };
    assert_eq!(
        codes(&employee, march()),
        [
            "legal_status",
            "on_leave",
            "retirement",
            "contract_not_begun",
            "contract_ends"
        ]
    );
    for reason in employee.unavailable(march()) {
        let (id, en) = (reason.text(Language::Id), reason.text(Language::En));
        assert!(!id.is_empty() && id != en);
        assert!(!format!("{reason:?}{en}").to_lowercase().contains("sick"));
    }
}

#[test]
fn the_edges_of_a_period_count() {
    let mut retiring = employee(EmploymentKind::Pns);
    retiring.retires_on = Some(day(2026, 3, 7).into());
    assert!(codes(&retiring, march()).is_empty());
    retiring.retires_on = Some(day(2026, 3, 6).into());
    assert_eq!(codes(&retiring, march()), ["retirement"]);
    let mut away = employee(EmploymentKind::Pns);
    away.leaves.push(Leave {
        kind: LeaveKind::Annual.into(),
        period: days(day(2026, 2, 23), day(2026, 3, 1)),
    });
    assert!(codes(&away, march()).is_empty());
}

#[test]
fn only_active_and_disciplined_people_are_on_duty() {
    let assignable = LegalStatus::ALL
        .iter()
        .filter(|status| status.is_assignable());
    assert_eq!(
        assignable.collect::<Vec<_>>(),
        [&LegalStatus::Active, &LegalStatus::Disciplined]
    );
}

#[test]
fn a_contract_binds_contract_employees_only() {
    let contract = Some(days(day(2025, 1, 1), day(2025, 12, 31)));
    for (kind, reasons) in [(EmploymentKind::Pns, 0), (EmploymentKind::PppkPartTime, 1)] {
        let employee = Employee {
            contract,
            ..employee(kind)
        };
        assert_eq!(codes(&employee, march()).len(), reasons);
    }
}
