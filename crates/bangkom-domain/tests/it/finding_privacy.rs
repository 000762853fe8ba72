//! No finding of any document shows what the document marks as personal.
//!
//! Each document is spoiled in every way that its check knows; numbers that cannot be are spelt
//! with digits that stand nowhere else, so that a finding which shows one is caught.

use std::collections::BTreeSet;

use bangkom_domain::Language;
use bangkom_domain::catalog::Catalog;
use bangkom_domain::decision::{self, DecisionFinding};
use bangkom_domain::demand::{self, DemandFinding};
use bangkom_domain::evidence::{self, EvidenceFinding};
use bangkom_domain::finding::{Explain, Findings};
use bangkom_domain::hours::HoursFinding;
use bangkom_domain::id::RaterId;
use bangkom_domain::json::{self, Document};
use bangkom_domain::measure::{DemandValue, Nano};
use bangkom_domain::plan::{self, PlanFinding};
use bangkom_domain::resources::{self, ResourcesFinding};
use bangkom_domain::results::{self, ResultsFinding};
use bangkom_domain::roster::{Roster, cross_check};
use serde::Serialize;

use crate::privacy::{folded, personal_values};
use crate::sample::{day, person};
use crate::{dirty, sample, spoiled};

/// Everything that findings show: text, action, place, `Debug` and JSON.
fn shown<F: Explain + std::fmt::Debug + Serialize>(findings: &Findings<F>) -> String {
    let mut shown = format!("{findings:?}{}", serde_json::to_string(findings).unwrap());
    for finding in findings {
        shown.push_str(&finding.place().to_string());
        for language in [Language::Id, Language::En] {
            shown.push_str(&finding.place().text(language));
            shown.push_str(&finding.text(language));
            shown.push_str(&finding.action(language));
        }
    }
    folded(&shown)
}

/// What the findings of one document show; every code of its kind is among them.
fn all_shown<F: Explain + std::fmt::Debug + Serialize>(
    findings: &Findings<F>,
    codes: &[&'static str],
) -> String {
    let found: BTreeSet<_> = findings.iter().map(Explain::code).collect();
    assert_eq!(found, codes.iter().copied().collect());
    shown(findings)
}

/// The personal values of a document that one can search for, as one would search for them.
///
/// Words such as a sex or a legal status may be part of what a finding is about.
fn searched<D: Document>(document: &D, least: usize) -> Vec<String> {
    let values = personal_values(D::SCHEMA, &json::write(document).unwrap());
    let numbers_and_names =
        |value: &&String| value.chars().any(|c| c.is_ascii_digit()) || value.contains(' ');
    let values: Vec<_> = values
        .iter()
        .filter(numbers_and_names)
        .map(|v| folded(v))
        .collect();
    assert!(values.len() >= least, "{values:?}");
    values
}

fn assert_hidden(shown: &str, values: &[String]) {
    for value in values {
        assert!(!shown.contains(value), "{value}");
    }
}

#[test]
fn of_rosters_and_catalogs() {
    let data = dirty::roster();
    let values = searched(&data, 16);
    let roster = Roster::new(data);
    let catalog = Catalog::new(dirty::catalog());
    let crossed = cross_check(&roster.value, &Catalog::default());
    assert_hidden(&shown(&roster.findings), &values);
    assert_hidden(&shown(&catalog.findings), &values);
    assert_hidden(&shown(&crossed), &values);
}

#[test]
fn of_evidence() {
    let data = spoiled::evidence();
    let mut values = searched(&data, 9);
    let raters = data.records.iter().filter_map(|record| record.rater);
    values.extend(raters.map(|rater: RaterId| folded(&rater.to_string())));
    let mut checked = evidence::check(data, day(2026, 1, 31)).findings;
    let not_a_number = evidence::check(spoiled::evidence_not_a_number(), day(2026, 1, 31));
    checked = checked.merged(not_a_number.findings);
    let shown = all_shown(&checked, EvidenceFinding::CODES);
    assert_hidden(&shown, &values);
}

#[test]
fn of_learning_hours() {
    let data = spoiled::hours();
    let values = searched(&data, 3);
    assert_hidden(
        &all_shown(&data.accounts().findings, HoursFinding::CODES),
        &values,
    );
}

#[test]
fn of_demand() {
    let data = spoiled::demand();
    let values = searched(&data, 8);
    let found = demand::check(data).findings;
    assert_hidden(&all_shown(&found, DemandFinding::CODES), &values);
}

#[test]
fn of_results() {
    let data = spoiled::results();
    let values = searched(&data, 6);
    let mut infinite = data.clone();
    infinite.series[0].points[0].value = f64::INFINITY;
    let found = results::check(infinite).findings;
    assert_hidden(&all_shown(&found, ResultsFinding::CODES), &values);
}

/// Officials write their reasons in free words, which may name people.
#[test]
fn of_decisions() {
    let data = spoiled::decisions();
    let values = searched(&data, 8);
    assert!(values.contains(&folded("Rahmawati sakit")));
    let found = decision::check(data, day(2026, 6, 1)).findings;
    assert_hidden(&all_shown(&found, DecisionFinding::CODES), &values);
}

/// These documents mark no value as personal.
#[test]
fn of_plans_and_resources() {
    let names = searched(&sample::roster(), 5);
    let found = plan::check(spoiled::plan()).findings;
    assert_hidden(&all_shown(&found, PlanFinding::CODES), &names);
    let found = resources::check(spoiled::resources()).findings;
    assert_hidden(&all_shown(&found, ResourcesFinding::CODES), &names);
}

#[test]
fn a_value_that_is_shown_would_be_found() {
    let values = searched(&spoiled::demand(), 8);
    let shown = folded(&format!("{:?} {}", person(1), 44_771));
    assert!(values.iter().any(|value| shown.contains(value)));
    let value = DemandValue::of_removed([Nano::from_f64(44.771).unwrap()]);
    assert_eq!(value.points(), 44_771);
}
