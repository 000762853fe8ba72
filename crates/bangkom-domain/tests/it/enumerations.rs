//! Official enumerations: codes, ids and labels as the offices use them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use bangkom_domain::Language;
use bangkom_domain::calendar::DayOffKind;
use bangkom_domain::catalog::{CatalogPart, ProgramFault};
use bangkom_domain::competency::{CompetencyGroup, CoreValue, GapClass};
use bangkom_domain::decision::Verdict;
use bangkom_domain::demand::Ground;
use bangkom_domain::evidence::{
    AppraisalGrade, Cause, Direction, ElementWeight, EvidenceLevel, Expectation,
    OlderAppraisalGrade, SatisfactionGrade, SourceKind, SurveyElement,
};
use bangkom_domain::follow_up::{Barrier, Support, SupportOutcome, SupportStatus};
use bangkom_domain::people::{EmploymentKind, Grade, LeaveKind, LegalStatus, Sex};
use bangkom_domain::plan::Publication;
use bangkom_domain::position::{Echelon, PositionGroup, PositionKind};
use bangkom_domain::preset::{Confidence, Standing};
use bangkom_domain::privacy::FieldClass;
use bangkom_domain::program::{DeliveryMethod, LearningTarget, Pathway, SessionKind};
use bangkom_domain::resources::InstructorKind;
use bangkom_domain::results::{Assignment, InstrumentKind, Occasion, Selection, TestForms};
use bangkom_domain::unit::UnitKind;

use crate::sample::day;

/// Asks of every enumeration what holds for all, and gives their names.
macro_rules! whole {
    ($($name:ident),+ $(,)?) => {{
        $(
            let codes: BTreeSet<_> = $name::ALL.iter().map(|it| it.code()).collect();
            assert_eq!(codes.len(), $name::ALL.len(), "codes of {}", stringify!($name));
            for member in $name::ALL {
                let json = serde_json::to_string(member).unwrap();
                assert_eq!(json, format!("{:?}", member.code()));
                assert_eq!(serde_json::from_str::<$name>(&json).unwrap(), *member);
                assert_eq!($name::from_code(member.code()), Some(*member));
                for language in [Language::Id, Language::En] {
                    let label = member.label(language);
                    assert!(!label.trim().is_empty() && label.trim() == label, "{member:?}");
                }
            }
            assert_eq!($name::from_code("no such code"), None);
        )+
        BTreeSet::from([$(stringify!($name).to_owned()),+])
    }};
}

#[test]
fn every_member_has_its_code_and_a_label_in_both_languages() {
    let asked = whole!(
        AppraisalGrade,
        Assignment,
        Barrier,
        CatalogPart,
        Cause,
        CompetencyGroup,
        Confidence,
        CoreValue,
        DayOffKind,
        DeliveryMethod,
        Direction,
        Echelon,
        ElementWeight,
        EmploymentKind,
        EvidenceLevel,
        Expectation,
        FieldClass,
        GapClass,
        Grade,
        Ground,
        InstructorKind,
        InstrumentKind,
        LearningTarget,
        LeaveKind,
        LegalStatus,
        Occasion,
        OlderAppraisalGrade,
        Pathway,
        PositionGroup,
        PositionKind,
        ProgramFault,
        Publication,
        SatisfactionGrade,
        Selection,
        SessionKind,
        Sex,
        SourceKind,
        Standing,
        Support,
        SupportOutcome,
        SupportStatus,
        SurveyElement,
        TestForms,
        UnitKind,
        Verdict,
    );
    let mut declared = BTreeSet::new();
    find_declared(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut declared,
    );
    assert_eq!(asked, declared, "an enumeration that is not asked, or gone");
}

/// The names of the enumerations that the sources declare.
fn find_declared(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            find_declared(&path, names);
            continue;
        }
        let text = fs::read_to_string(path).unwrap();
        let declarations = text.split("\nenumeration! {").skip(1);
        names.extend(declarations.filter_map(|text| {
            let line = text.lines().find(|line| line.ends_with('{'))?;
            Some(line.trim().trim_end_matches(" {").to_owned())
        }));
    }
}

#[test]
fn the_official_lists_are_whole() {
    let classical = |method: &&DeliveryMethod| method.pathway() == Pathway::Classical;
    assert_eq!(DeliveryMethod::ALL.len(), 25);
    assert_eq!(DeliveryMethod::ALL.iter().filter(classical).count(), 12);
    let ids: BTreeSet<_> = DeliveryMethod::ALL.iter().map(|it| it.siasn_id()).collect();
    assert_eq!(ids, (1..=25).collect());
    for method in DeliveryMethod::ALL {
        assert_eq!(
            DeliveryMethod::from_siasn_id(method.siasn_id()),
            Some(*method)
        );
    }
    assert_eq!((CoreValue::ALL.len(), SurveyElement::ALL.len()), (7, 9));
    assert_eq!((Expectation::ALL.len(), AppraisalGrade::ALL.len()), (3, 5));
    assert_eq!(
        (EmploymentKind::ALL.len(), PositionKind::ALL.len()),
        (4, 14)
    );
}

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
