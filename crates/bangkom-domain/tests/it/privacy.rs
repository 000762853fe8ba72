//! Personal data stay in: the list of fields is whole, and no text shows what it marks.

use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::PersonId;
use bangkom_domain::json;
use bangkom_domain::privacy::{self, Documents, FieldClass, MIN_GROUP};
use bangkom_domain::roster::Roster;
use proptest::prelude::*;
use serde_json::Value;

use crate::sample::person;
use crate::{golden, sample};

/// The values of a document by their way, as text.
fn leaves(value: &Value, path: &str, found: &mut BTreeMap<String, Vec<String>>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                leaves(value, &format!("{path}{dot}{name}"), found);
            }
        }
        Value::Array(values) => {
            for value in values {
                leaves(value, &format!("{path}[]"), found);
            }
        }
        Value::String(text) => found.entry(path.to_owned()).or_default().push(text.clone()),
        other => found
            .entry(path.to_owned())
            .or_default()
            .push(other.to_string()),
    }
}

fn leaves_of(text: &str) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    leaves(&serde_json::from_str(text).unwrap(), "", &mut found);
    found
}

/// The personal values of a document; yes and no say nothing that one could search for.
pub(crate) fn personal_values(schema: &str, text: &str) -> Vec<String> {
    let leaves = leaves_of(text);
    privacy::fields()
        .filter(|field| field.document == schema && field.class == FieldClass::Personal)
        .flat_map(|field| leaves.get(field.path).into_iter().flatten().cloned())
        .filter(|value| value != "true" && value != "false" && folded(value).len() > 3)
        .collect()
}

/// As one would search for it, however it is spelt.
pub(crate) fn folded(text: &str) -> String {
    let kept = text.chars().filter(char::is_ascii_alphanumeric);
    kept.flat_map(char::to_lowercase).collect()
}

#[test]
fn the_list_holds_every_field_and_no_other() {
    for golden in golden::all() {
        // The collection holds the other documents, each under its name.
        if golden.schema == "bangkom.documents/1" {
            continue;
        }
        let listed: BTreeSet<_> = privacy::fields()
            .filter(|field| field.document == golden.schema)
            .map(|field| field.path.to_owned())
            .collect();
        let written: BTreeSet<_> = leaves_of(&golden.written).into_keys().collect();
        assert_eq!(listed, written, "{}", golden.schema);
    }
}

#[test]
fn the_collection_holds_listed_documents_only() {
    let text = json::write(&sample::documents()).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    let known: BTreeSet<_> = privacy::fields().map(|field| field.document).collect();
    for (name, part) in value.as_object().unwrap() {
        if name != "schema" {
            assert!(known.contains(part["schema"].as_str().unwrap()), "{name}");
        }
    }
}

#[test]
fn no_debug_of_a_document_shows_a_personal_value() {
    let mut searched = 0;
    for golden in golden::all() {
        let debug = folded(&golden.debug);
        for value in personal_values(golden.schema, &golden.written) {
            assert!(
                !debug.contains(&folded(&value)),
                "{}: {value}",
                golden.schema
            );
            searched += 1;
        }
    }
    assert!(searched > 20, "{searched}");
}

#[test]
fn no_debug_of_the_checked_types_shows_a_personal_value() {
    let debug = folded(&format!("{:?}", Roster::new(sample::roster()).value));
    let text = json::write(&sample::roster()).unwrap();
    for value in personal_values("bangkom.roster/1", &text) {
        assert!(!debug.contains(&folded(&value)), "{value}");
    }
    let debug = folded(&format!("{:?}", sample::documents()));
    for golden in golden::all() {
        for value in personal_values(golden.schema, &golden.written) {
            assert!(!debug.contains(&folded(&value)), "{value}");
        }
    }
}

#[test]
fn an_extract_holds_one_person_and_no_other() {
    let documents = sample::documents();
    let extract = privacy::extract(&documents, person(2));
    let text = json::write(&extract).unwrap();
    assert!(text.contains("Tumpal Hutagaol"));
    assert!(!text.contains("Rahmawati") && !text.contains(&person(1).to_string()));
    let rater = documents.evidence.unwrap().records[0].rater.unwrap();
    assert!(!text.contains(&rater.to_string()));
    assert_eq!(extract.evidence.as_ref().unwrap().records.len(), 2);
    assert_eq!(extract.roster.as_ref().unwrap().units.len(), 1);
    assert_eq!(json::read::<Documents>(&text).unwrap(), extract);
}

#[test]
fn erasure_leaves_no_trace_of_the_person() {
    let mut documents = sample::documents();
    let gone = privacy::erase(&mut documents, person(1));
    // Employee, evidence, cause, demand, seat, attendance, score, observation, answers,
    // 3 follow-ups, decision, learning hours, service at a unit.
    assert_eq!(gone, 15);
    let text = json::write(&documents).unwrap();
    assert!(!text.contains(&person(1).to_string()) && text.contains(&person(2).to_string()));
}

#[test]
fn exclusion_takes_scores_and_leaves_duties() {
    let mut documents = sample::documents();
    assert_eq!(privacy::exclude(&mut documents, person(1)), 10);
    let whole = sample::documents();
    assert_eq!(documents.roster, whole.roster);
    assert_eq!(documents.plan, whole.plan);
    assert_eq!(documents.hours, whole.hours);
    assert_eq!(documents.decisions, whole.decisions);
    assert!(documents.demand.unwrap().rows.is_empty());
    let results = documents.results.unwrap();
    assert!(results.scores.is_empty() && results.attendance.len() == 1);
}

#[test]
fn somebody_unknown_has_no_data() {
    let mut documents = sample::documents();
    let nobody = PersonId::new(uuid::Uuid::nil());
    assert_eq!(privacy::erase(&mut documents, nobody), 0);
    assert_eq!(documents, sample::documents());
}

#[test]
fn a_remainder_is_protected_too() {
    let sizes =
        |sizes: &[u32]| -> BTreeMap<usize, u32> { sizes.iter().copied().enumerate().collect() };
    let hidden = |given: &[u32]| {
        privacy::suppressed(&sizes(given), MIN_GROUP)
            .into_iter()
            .collect::<Vec<_>>()
    };
    assert!(hidden(&[5, 9, 0]).is_empty());
    assert_eq!(hidden(&[40, 3, 12]), [1, 2]);
    // Two small groups that are fewer than the minimum together take a third along.
    assert_eq!(hidden(&[1, 2, 50, 30]), [0, 1, 3]);
    assert_eq!(hidden(&[3, 4, 50]), [0, 1]);
    assert_eq!(hidden(&[2]), [0]);
}

proptest! {
    #[test]
    fn what_is_shown_never_gives_away_a_small_group(
        sizes in prop::collection::btree_map(any::<u16>(), 0_u32..20, 0..12),
        minimum in 1_u32..8,
    ) {
        let hidden = privacy::suppressed(&sizes, minimum);
        for (key, size) in &sizes {
            prop_assert!(hidden.contains(key) || *size == 0 || *size >= minimum);
        }
        let people: u32 = hidden.iter().map(|key| sizes[key]).sum();
        let all = sizes.values().filter(|size| **size > 0).count();
        prop_assert!(hidden.is_empty() || hidden.len() == all || (hidden.len() > 1 && people >= minimum));
    }
}
