//! The table of findings in the docs says what the code says.

use bangkom_schedule::certificate::CertificateFinding;
use bangkom_schedule::rules::timetable::Breach;
use bangkom_schedule::timetable::TimetableFinding;
use bangkom_schedule::{PlanViolation, ProblemFinding, Refusal};
use bangkom_testkit::differences_from_table;

#[test]
fn the_table_says_what_the_code_says() {
    let table = include_str!("../../../../docs/findings.md");
    let kinds = [
        ProblemFinding::TABLE,
        PlanViolation::TABLE,
        Refusal::TABLE,
        CertificateFinding::TABLE,
        TimetableFinding::TABLE,
        Breach::TABLE,
    ];
    let codes = kinds.into_iter().flatten().map(|code| (*code).into());
    let differences = differences_from_table(table, "bangkom-schedule", codes);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
