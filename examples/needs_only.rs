//! One step alone: who lacks what, from three JSON documents.

#![expect(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;

use bangkom::domain::catalog::Catalog;
use bangkom::domain::roster::Roster;
use bangkom::domain::{Language, json};
use bangkom::needs::{NeedsPolicy, analyze};
use chrono::NaiveDate;

const ROSTER: &str = r#"{
  "schema": "bangkom.roster/1",
  "units": [
    {"id": "DPMPTSP", "name": "Dinas Penanaman Modal", "kind": "agency"}
  ],
  "employees": [
    {"id": "00000000-0000-0000-0000-000000000001", "kind": "pns", "unit": "DPMPTSP", "position": "analyst", "legal_status": "active"}
  ]
}"#;
const CATALOG: &str = r#"{
  "schema": "bangkom.catalog/1",
  "positions": [
    {"id": "analyst", "title": "Analis", "kind": "pelaksana"}
  ],
  "competencies": [
    {"id": "service", "name": "Pelayanan publik", "group": "managerial", "dictionary": "PermenPANRB 38/2017"}
  ],
  "standards": [
    {"position": "analyst", "competency": "service", "level": 4, "importance": 5}
  ],
  "programs": []
}"#;
const EVIDENCE: &str = r#"{
  "schema": "bangkom.evidence/1",
  "sources": [
    {"id": "atasan", "kind": "superior", "scale": {"low": 1, "high": 5, "direction": "higher_is_better"}},
    {"id": "uji", "kind": "assessment", "scale": {"low": 0, "high": 100, "direction": "higher_is_better"}}
  ],
  "records": [
    {"id": "00000000-0000-0000-0000-0000000000e1", "source": "atasan", "subject": {"person": "00000000-0000-0000-0000-000000000001"}, "aspect": {"competency": "service"}, "value": 2, "date": "2026-01-10"},
    {"id": "00000000-0000-0000-0000-0000000000e2", "source": "uji", "subject": {"person": "00000000-0000-0000-0000-000000000001"}, "aspect": {"competency": "service"}, "value": 50, "date": "2026-01-10"}
  ]
}"#;

fn main() -> Result<(), Box<dyn Error>> {
    let roster = Roster::new(json::read(ROSTER)?).value;
    let catalog = Catalog::new(json::read(CATALOG)?).value;
    let evidence = json::read(EVIDENCE)?;
    let policy = NeedsPolicy::new(NaiveDate::from_ymd_opt(2026, 1, 10).ok_or("no such day")?);
    let analysis = analyze(&roster, &catalog, &evidence, &policy)?;
    for need in &analysis.needs {
        println!("{}", need.sentence(Language::En));
    }
    assert_eq!(analysis.needs[0].gap.reveal().to_string(), "1.454545455");
    Ok(())
}
