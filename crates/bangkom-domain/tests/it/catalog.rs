//! The checked catalog: everything wrong is found at once, the rest is kept, in any order.

use std::collections::BTreeSet;

use bangkom_domain::Language;
use bangkom_domain::catalog::{Catalog, CatalogFinding, ProgramFault};
use bangkom_domain::finding::Explain;
use bangkom_domain::id::ProgramId;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::sample::id;
use crate::{dirty, sample};

#[test]
fn the_sample_is_sound() {
    let checked = Catalog::new(sample::catalog());
    assert!(checked.findings.is_empty(), "{:?}", checked.findings);
    assert_eq!(checked.value.data(), sample::catalog());
}

#[test]
fn every_code_and_every_fault_is_found_at_once() {
    let findings = Catalog::new(dirty::catalog()).findings;
    let codes: BTreeSet<_> = findings.iter().map(Explain::code).collect();
    assert_eq!(codes, CatalogFinding::CODES.iter().copied().collect());
    let faults: BTreeSet<_> = findings
        .iter()
        .filter_map(|finding| match finding {
            CatalogFinding::ProgramUnsound { fault, .. } => Some(*fault),
            _ => None,
        })
        .collect();
    assert_eq!(faults, ProgramFault::ALL.iter().copied().collect());
}

#[test]
fn what_is_right_is_kept() {
    let catalog = Catalog::new(dirty::catalog()).value;
    let kept: Vec<_> = catalog.programs().iter().map(|it| it.id.as_str()).collect();
    assert_eq!(kept, ["DASAR", "LANJUT", "OUTCOMES"]);
    let outcomes = catalog.program(&id::<ProgramId>("OUTCOMES")).unwrap();
    assert_eq!(outcomes.modules[0].outcomes.len(), 1);
    assert_eq!(catalog.positions().len(), 3);
    assert_eq!(catalog.competencies().len(), 1);
    assert_eq!(catalog.requirements().len(), 1);
    assert_eq!(catalog.standard(&id("PENATA_PERIZINAN")).len(), 1);
    assert!(catalog.standard(&id("NO_POSITION")).is_empty());
}

#[test]
fn an_echelon_of_another_kind_is_found_and_stays() {
    let checked = Catalog::new(dirty::catalog());
    let misplaced = checked.value.position(&id("MISPLACED")).unwrap();
    assert!(misplaced.echelon.is_some());
    let finding = checked
        .findings
        .iter()
        .find(|finding| finding.code() == "catalog.echelon_of_other_kind")
        .unwrap();
    assert_eq!(
        finding.text(Language::En),
        "echelon II.a of position MISPLACED does not belong to its kind, supervisor"
    );
}

#[test]
fn a_checked_catalog_is_sound_when_checked_again() {
    let once = Catalog::new(dirty::catalog()).value;
    let twice = Catalog::new(once.data());
    assert!(twice.findings.is_sound(), "{:?}", twice.findings);
    assert_eq!(twice.value, once);
}

#[test]
fn a_program_behind_a_circle_is_no_part_of_it() {
    let mut data = dirty::catalog();
    let mut behind = data.programs[0].clone();
    behind.id = id("BEHIND");
    behind.prerequisites = vec![id("RING_A")];
    data.programs.push(behind);
    let findings = Catalog::new(data).findings;
    let circles: Vec<_> = findings
        .iter()
        .filter_map(|finding| match finding {
            CatalogFinding::PrerequisiteCycle { programs } => Some(programs.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(circles, [vec![id::<ProgramId>("RING_A"), id("RING_B")]]);
    assert!(findings.iter().any(|finding| matches!(
        finding,
        CatalogFinding::PrerequisiteUnknown { program, .. } if program.as_str() == "BEHIND"
    )));
}

proptest! {
    #[test]
    fn the_order_of_the_records_changes_nothing(swaps in prop::collection::vec(any::<(Index, Index)>(), 0..40)) {
        let straight = Catalog::new(dirty::catalog());
        let mut data = dirty::catalog();
        for (a, b) in swaps {
            let (i, j) = (a.index(data.programs.len()), b.index(data.programs.len()));
            data.programs.swap(i, j);
            let (i, j) = (a.index(data.competencies.len()), b.index(data.competencies.len()));
            data.competencies.swap(i, j);
            let (i, j) = (a.index(data.standards.len()), b.index(data.standards.len()));
            data.standards.swap(i, j);
        }
        prop_assert_eq!(Catalog::new(data), straight);
    }
}
