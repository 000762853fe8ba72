//! The evaluation has a golden file: its JSON form changes only on purpose.

use bangkom_domain::json;
use bangkom_evaluation::Evaluation;
use bangkom_testkit::golden_fault;

use crate::rich::rich;

const FILE: &str = include_str!("../data/golden/evaluation.json");

#[test]
fn an_evaluation_is_written_as_its_golden_file() {
    let evaluation = rich().evaluate();
    assert_eq!(golden_fault(FILE, &evaluation, 1e-9), None);
}

#[test]
fn every_part_of_the_evaluation_is_in_the_golden_file() {
    let kept: Evaluation = json::read(FILE).unwrap();
    let value = serde_json::to_value(&kept).unwrap();
    let parts = value.as_object().unwrap();
    for (part, rows) in parts {
        let empty = rows.as_array().is_some_and(Vec::is_empty);
        assert!(!empty || part.ends_with("findings"), "{part} is empty");
    }
    assert!(!kept.certificates.entries.is_empty() && !kept.follow_up.actions.is_empty());
    assert!(!kept.evidence.records.is_empty());
}

#[test]
fn an_unknown_field_or_another_version_is_refused() {
    let text = FILE.replacen("\"provenance\"", "\"colour\": 1, \"provenance\"", 1);
    let error = json::read::<Evaluation>(&text).unwrap_err();
    assert!(error.to_string().contains("colour"), "{error}");
    let text = FILE.replacen("bangkom.evaluation/1", "bangkom.evaluation/9", 1);
    let error = json::read::<Evaluation>(&text).unwrap_err();
    assert_eq!(error.found_schema(), Some("bangkom.evaluation/9"));
}
