//! The table of findings in the docs says what the code says.

use std::collections::BTreeSet;

use bangkom_domain::calendar::CalendarFinding;
use bangkom_domain::catalog::CatalogFinding;
use bangkom_domain::decision::DecisionFinding;
use bangkom_domain::demand::DemandFinding;
use bangkom_domain::evidence::EvidenceFinding;
use bangkom_domain::finding::FindingCode;
use bangkom_domain::hours::HoursFinding;
use bangkom_domain::plan::PlanFinding;
use bangkom_domain::resources::ResourcesFinding;
use bangkom_domain::results::ResultsFinding;
use bangkom_domain::roster::{CrossFinding, RosterFinding};
use bangkom_testkit::differences_from_table;

const TABLE: &str = include_str!("../../../../docs/findings.md");

fn codes() -> Vec<FindingCode<String>> {
    let tables = [
        CalendarFinding::TABLE,
        CatalogFinding::TABLE,
        CrossFinding::TABLE,
        DecisionFinding::TABLE,
        DemandFinding::TABLE,
        EvidenceFinding::TABLE,
        HoursFinding::TABLE,
        PlanFinding::TABLE,
        ResourcesFinding::TABLE,
        ResultsFinding::TABLE,
        RosterFinding::TABLE,
    ];
    let codes = tables.into_iter().flatten();
    codes.map(|code| (*code).into()).collect()
}

#[test]
fn the_table_says_what_the_code_says() {
    let differences = differences_from_table(TABLE, "bangkom-domain", codes());
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn no_code_stands_twice_in_the_whole_table() {
    let mut seen = BTreeSet::new();
    let rows = TABLE.lines().filter(|line| line.starts_with("| `"));
    for row in rows {
        let code = row.split('`').nth(1).unwrap();
        assert!(seen.insert(code), "{code}");
    }
    assert!(seen.len() > codes().len());
}

#[test]
fn a_difference_of_every_kind_is_seen() {
    let missing = TABLE.replacen("`roster.unit_cycle`", "`roster.unit_ring`", 1);
    let severity = TABLE.replacen("| info |", "| error |", 1);
    let action = TABLE.replacen("say whose number it is", "say so", 1);
    let cause = TABLE
        .replacen("exported |", " |", 1)
        .replacen("dua sistem", "<br>dua sistem", 1);
    for (broken, count) in [(missing, 2), (severity, 1), (action, 1), (cause, 1)] {
        let differences = differences_from_table(&broken, "bangkom-domain", codes());
        assert_eq!(differences.len(), count, "{differences:?}");
    }
    assert_eq!(
        differences_from_table(TABLE, "bangkom-none", codes()).len(),
        codes().len()
    );
}
