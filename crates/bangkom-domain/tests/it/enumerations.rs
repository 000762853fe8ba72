//! Official enumerations: codes, ids and labels as the offices use them.

use std::collections::BTreeSet;

use bangkom_domain::Language;
use bangkom_domain::people::{EmploymentKind, Grade, LegalStatus, Sex};
use bangkom_domain::position::{Echelon, PositionKind};

use crate::sample::day;

#[test]
fn there_are_seventeen_grades_of_each_kind() {
    let civil: Vec<_> = Grade::ALL.iter().filter(|it| !it.is_contract()).collect();
    assert_eq!((civil.len(), Grade::ALL.len()), (17, 34));
    assert_eq!((civil[0].code(), civil[16].code()), ("I/a", "IV/e"));
    assert_eq!(Grade::ALL[33].code(), "XVII");
    assert!(Grade::IIIc.label(Language::Id).starts_with("Penata ("));
}

#[test]
fn siasn_ids_lead_back_to_their_grade() {
    for grade in Grade::ALL {
        let kind = if grade.is_contract() {
            EmploymentKind::Pppk
        } else {
            EmploymentKind::Pns
        };
        let id = format!("{:02}", grade.siasn_id());
        assert_eq!(Grade::from_siasn(kind, &id), Some(*grade));
    }
    // Spot checks against the list of the national personnel system.
    assert_eq!(Grade::IVe.siasn_id(), 45);
    assert_eq!(Grade::IId.siasn_id(), 24);
    assert_eq!(Grade::Pppk17.siasn_id(), 17);
}

#[test]
fn siasn_ids_lead_back_to_their_echelon() {
    for echelon in Echelon::ALL {
        let id = echelon.siasn_id().to_string();
        assert_eq!(Echelon::from_siasn(&id), Some(*echelon));
    }
    assert_eq!(Echelon::IVb.kind(), Some(PositionKind::Supervisor));
    assert_eq!(Echelon::Ib.kind(), Some(PositionKind::SeniorExecutive));
}

#[test]
fn codes_of_personnel_systems_are_understood() {
    let statuses = ["01", "02", "03", "04", "15", "20", "98", "99"].map(LegalStatus::from_siasn);
    let distinct: BTreeSet<_> = statuses.iter().flatten().collect();
    assert!(statuses.iter().all(Option::is_some));
    assert_eq!(distinct.len(), LegalStatus::ALL.len());
    let kinds = ["1", "2", "3", "6"].map(EmploymentKind::from_siasn);
    let all: Vec<_> = EmploymentKind::ALL.iter().copied().map(Some).collect();
    assert_eq!(kinds.to_vec(), all);
    assert_eq!(["F", "P", "2"].map(Sex::from_siasn), [Some(Sex::Female); 3]);
    assert_eq!(Sex::from_siasn(""), None);
}

#[test]
fn age_limits_follow_the_regulation() {
    let ages: Vec<_> = PositionKind::ALL
        .iter()
        .map(|kind| kind.retirement_age())
        .collect();
    assert_eq!(
        ages,
        [60, 60, 60, 58, 58, 65, 60, 58, 58, 58, 58, 58, 58, 58]
    );
    let born = day(1967, 12, 31);
    let first = PositionKind::Supervisor.retirement_day(born);
    assert_eq!(first, Some(day(2026, 1, 1)));
}
