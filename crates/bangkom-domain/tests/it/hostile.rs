//! Whatever bytes come in, no document reader panics.

use std::collections::BTreeMap;

use bangkom_domain::calendar::{Calendar, CalendarYear};
use bangkom_domain::catalog::{Catalog, CatalogData};
use bangkom_domain::decision;
use bangkom_domain::demand;
use bangkom_domain::evidence;
use bangkom_domain::finding::{Explain, Findings, Severity};
use bangkom_domain::hours::HoursLedger;
use bangkom_domain::json;
use bangkom_domain::plan::{self, Plan};
use bangkom_domain::resources;
use bangkom_domain::results;
use bangkom_domain::roster::{Roster, RosterData};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::golden;
use crate::sample::day;

/// Reads the text as every document that it can be, and checks what was read.
fn check(text: &str) {
    let today = day(2026, 6, 1);
    if let Ok(data) = json::read::<RosterData>(text) {
        let _ = Roster::new(data);
    }
    if let Ok(data) = json::read::<CatalogData>(text) {
        let _ = Catalog::new(data);
    }
    if let Ok(data) = json::read(text) {
        let _ = evidence::check(data, today);
    }
    if let Ok(data) = json::read(text) {
        let _ = demand::check(data);
    }
    if let Ok(data) = json::read(text) {
        let _ = decision::check(data, today);
    }
    if let Ok(data) = json::read(text) {
        let _ = results::check(data);
    }
    if let Ok(data) = json::read(text) {
        let horizon = resources::check(data).value;
        let calendar = Calendar::new(horizon.calendar).value;
        let _ = (
            calendar.working_days(horizon.horizon),
            calendar.missing(horizon.horizon),
        );
    }
    if let Ok(year) = json::read::<CalendarYear>(text) {
        let _ = Calendar::new(vec![year]);
    }
    if let Ok(data) = json::read::<Plan>(text) {
        let checked = plan::check(data).value;
        let _ = plan::seven_columns(&checked, &Catalog::default(), "", &BTreeMap::new());
    }
    if let Ok(ledger) = json::read::<HoursLedger>(text) {
        let _ = ledger.accounts().findings;
    }
}

/// Whether an error says why this record was set aside.
fn is_accounted_for<F: Explain>(findings: &Findings<F>, record: &str) -> bool {
    let error = |finding: &F| finding.severity() == Severity::Error;
    findings
        .iter()
        .any(|finding| error(finding) && finding.place().record == record)
}

/// A golden file with some bytes replaced, taken out, or doubled.
fn mutated(text: &str, edits: &[(Index, u8, u8)]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (place, how, byte) in edits {
        let place = place.index(bytes.len().max(1)).min(bytes.len());
        match how % 3 {
            0 if place < bytes.len() => bytes[place] = *byte,
            1 if place < bytes.len() => drop(bytes.remove(place)),
            _ => bytes.insert(place, *byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

proptest! {
    #[test]
    fn arbitrary_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        for golden in golden::all() {
            prop_assert!((golden.rewrite)(&text).is_err());
        }
    }

    #[test]
    fn mutations_are_read_or_refused_and_checked(
        edits in prop::collection::vec(any::<(Index, u8, u8)>(), 1..6),
    ) {
        for golden in golden::all() {
            let text = mutated(golden.file, &edits);
            if let Ok(written) = (golden.rewrite)(&text) {
                prop_assert_eq!((golden.rewrite)(&written).unwrap(), written);
            }
            check(&text);
        }
    }

    #[test]
    fn changed_digits_are_checked(
        edits in prop::collection::vec((any::<Index>(), b'0'..=b'9'), 1..12),
    ) {
        for golden in golden::all() {
            let mut bytes = golden.file.as_bytes().to_vec();
            let digits: Vec<_> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
            for (place, digit) in &edits {
                bytes[digits[place.index(digits.len())]] = *digit;
            }
            let text = String::from_utf8_lossy(&bytes);
            check(&text);
            if let Ok(data) = json::read::<RosterData>(&text) {
                let ids: Vec<_> = data.employees.iter().map(|employee| employee.id).collect();
                let checked = Roster::new(data);
                for id in ids {
                    let kept = checked.value.employee(id).is_some();
                    prop_assert!(kept || is_accounted_for(&checked.findings, &id.to_string()));
                }
                prop_assert!(Roster::new(checked.value.data()).findings.is_sound());
            }
            if let Ok(data) = json::read::<CatalogData>(&text) {
                prop_assert!(Catalog::new(Catalog::new(data).value.data()).findings.is_empty());
            }
        }
    }
}
