//! `docs/findings.md` says of each code what the library says.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use bangkom_schedule::{PlanViolation, ProblemFinding, Refusal};

#[test]
fn every_code_stands_in_the_table_of_findings() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/findings.md");
    let table = fs::read_to_string(path).unwrap_or_default();
    let mut missing = String::new();
    let texts = [ProblemFinding::TEXTS, PlanViolation::TEXTS, Refusal::TEXTS];
    for [code, text_id, action_id, text_en, action_en] in texts.into_iter().flatten() {
        let row = format!("| `{code}` | {text_id} | {action_id} | {text_en} | {action_en} |");
        if !table.contains(&row) {
            writeln!(missing, "{row}").unwrap();
        }
    }
    assert!(
        missing.is_empty(),
        "missing in docs/findings.md:\n{missing}"
    );
}
