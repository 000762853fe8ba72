//! The table of findings in the docs says what the code says.

use std::collections::BTreeMap;

use bangkom_domain::Language;
use bangkom_domain::evidence::SourceKind;
use bangkom_domain::finding::{Explain, Sensitive, Severity};
use bangkom_domain::id::SourceId;
use bangkom_domain::program::{DeliveryMethod, LearningTarget};
use bangkom_needs::columns::ColumnFinding;
use bangkom_needs::units::ExposureFinding;
use bangkom_needs::weights::WeightFinding;
use bangkom_needs::{DecisionFinding, EvidenceFinding, PolicyFinding, ProgramFinding};

use crate::city::{competency, person, program_id, record_id, today, unit, uuid};

fn policy() -> Vec<PolicyFinding> {
    let competency = competency("c");
    vec![
        PolicyFinding::OutOfRange {
            record: "policy".to_owned(),
            field: "coverage_floor".to_owned(),
            given: "2".to_owned(),
            low: "0".to_owned(),
            high: "1".to_owned(),
        },
        PolicyFinding::NoWeight,
        PolicyFinding::NothingExpected,
        PolicyFinding::TwoRules {
            kind: SourceKind::Peer,
        },
        PolicyFinding::UnknownCompetency {
            competency: competency.clone(),
        },
        PolicyFinding::NeedlessLink {
            competency: competency.clone(),
        },
        PolicyFinding::TwoLinks { competency },
    ]
}

fn evidence() -> Vec<EvidenceFinding> {
    let source = SourceId::new("s").unwrap();
    let (record, some) = (record_id(1), Some(record_id(1)));
    let given = Sensitive::personal("9".to_owned());
    vec![
        EvidenceFinding::RepeatedSource {
            source: source.clone(),
        },
        EvidenceFinding::ConflictingSource {
            source: source.clone(),
        },
        EvidenceFinding::SourceWithoutRule {
            source: source.clone(),
        },
        EvidenceFinding::RepeatedRecord { record, times: 2 },
        EvidenceFinding::ConflictingRecord { record, times: 2 },
        EvidenceFinding::UnknownSource {
            record,
            source: source.clone(),
        },
        EvidenceFinding::UnknownPerson {
            record: some,
            person: person(1),
        },
        EvidenceFinding::UnknownUnit {
            record: some,
            unit: unit("u"),
        },
        EvidenceFinding::UnknownCompetency {
            record: some,
            competency: competency("c"),
        },
        EvidenceFinding::NotANumber { record },
        EvidenceFinding::RatesOneself {
            record,
            source: source.clone(),
        },
        EvidenceFinding::RateWithoutCases {
            record,
            source: source.clone(),
        },
        EvidenceFinding::OffScale {
            record,
            source,
            given,
        },
        EvidenceFinding::FutureDate {
            record: some,
            date: today(),
        },
        EvidenceFinding::CountOutOfRange { record, count: 0 },
        EvidenceFinding::BadExposure { record },
        EvidenceFinding::UnlinkedAspect {
            aspect: "a".to_owned(),
            records: 1,
        },
        EvidenceFinding::Faded { record },
    ]
}

fn weights() -> Vec<WeightFinding> {
    let given = || "9".to_owned();
    let (row, column, needed, got) = (1, 2, 3, 4);
    vec![
        WeightFinding::Nothing,
        WeightFinding::NotUsable {
            position: 1,
            given: given(),
        },
        WeightFinding::AllZero,
        WeightFinding::Count { needed, got },
        WeightFinding::Twice {
            kind: SourceKind::Peer,
        },
        WeightFinding::NotSquare { row, needed, got },
        WeightFinding::JudgementRange {
            row,
            column,
            given: given(),
        },
        WeightFinding::Diagonal {
            row,
            given: given(),
        },
        WeightFinding::NotReciprocal {
            row,
            column,
            given: given(),
            mirrored: given(),
        },
        WeightFinding::Sizes {
            judge: 2,
            needed,
            got,
        },
    ]
}

fn misplaced() -> Vec<EvidenceFinding> {
    let record = record_id(1);
    vec![
        EvidenceFinding::UnitEvidenceAboutPerson { record },
        EvidenceFinding::PersonalEvidenceAboutUnit { record },
        EvidenceFinding::UnitNamesCompetency {
            record,
            competency: competency("c"),
        },
    ]
}

fn served() -> Vec<ExposureFinding> {
    let (person, unit) = (person(1), unit("u"));
    vec![
        ExposureFinding::Repeated {
            person,
            unit: unit.clone(),
        },
        ExposureFinding::Conflict {
            person,
            unit: unit.clone(),
        },
        ExposureFinding::Unknown {
            person,
            unit: unit.clone(),
        },
        ExposureFinding::Unsound {
            person,
            unit: unit.clone(),
            given: Sensitive::personal("-1".to_owned()),
        },
        ExposureFinding::Nothing { person, unit },
    ]
}

fn program() -> ProgramFinding {
    ProgramFinding::MethodCannotReach {
        program: program_id("p"),
        module: bangkom_domain::id::ModuleId::new("m").unwrap(),
        competency: competency("c"),
        to: crate::city::level(4),
        method: DeliveryMethod::Seminar,
        target: LearningTarget::Behaviour,
    }
}

fn decisions() -> Vec<DecisionFinding> {
    let id = |number| serde_json::from_str(&uuid(number)).unwrap();
    vec![
        DecisionFinding::UnknownPerson {
            decision: id(1),
            person: person(1),
        },
        DecisionFinding::UnknownProgram {
            decision: id(1),
            program: program_id("p"),
        },
        DecisionFinding::Contradiction {
            decision: id(1),
            other: id(2),
        },
    ]
}

fn columns() -> Vec<ColumnFinding> {
    let key = Sensitive::personal("7".to_owned());
    let row = 1;
    vec![
        ColumnFinding::RepeatedPerson {
            row,
            key: key.clone(),
            times: 2,
            same: false,
        },
        ColumnFinding::UnknownProfile { row, profile: 1 },
        ColumnFinding::UnknownPerson {
            row,
            key: key.clone(),
        },
        ColumnFinding::UnknownCompetency { row, code: 1 },
        ColumnFinding::UnknownSource { row, code: 1 },
        ColumnFinding::NotALevel { row, given: key },
    ]
}

#[test]
fn the_table_says_what_the_code_says() {
    let columns = columns();
    let (policy, evidence, decisions) = (policy(), evidence(), decisions());
    let weights = weights();
    let (misplaced, served, program) = (misplaced(), served(), program());
    let all = policy.iter().map(|finding| finding as &dyn Explain);
    let all = all.chain(evidence.iter().map(|finding| finding as &dyn Explain));
    let all = all.chain(decisions.iter().map(|finding| finding as &dyn Explain));
    let all = all.chain(misplaced.iter().map(|finding| finding as &dyn Explain));
    let all = all.chain(served.iter().map(|finding| finding as &dyn Explain));
    let all = all.chain(weights.iter().map(|finding| finding as &dyn Explain));
    let all = all.chain(columns.iter().map(|finding| finding as &dyn Explain));
    let all = all.chain([&program as &dyn Explain]);
    let table = include_str!("../../../../docs/findings.md");
    let section = table
        .split("\n## ")
        .find(|section| section.starts_with("bangkom-needs\n"));
    let rows = section
        .unwrap()
        .lines()
        .filter(|line| line.starts_with("| `"));
    let mut rows: BTreeMap<_, _> = rows
        .map(|row| (row.split('`').nth(1).unwrap(), row))
        .collect();
    for finding in all {
        let row = rows.remove(finding.code());
        let row = row.unwrap_or_else(|| panic!("{} has no row", finding.code()));
        let severity = match finding.severity() {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let (id, en) = (finding.action(Language::Id), finding.action(Language::En));
        assert!(row.contains(&format!("` | {severity} | ")), "{row}");
        assert!(
            row.ends_with(&format!(" | {id}<br>{en} |")),
            "{row}: {id}, {en}"
        );
        assert_eq!(row.matches("<br>").count(), 3, "{row}");
    }
    assert!(rows.is_empty(), "rows without a code: {:?}", rows.keys());
}
