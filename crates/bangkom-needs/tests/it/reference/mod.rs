//! Every case of the reference file, to its own tolerance.
//!
//! A checker computes what the crates say for one case, in the shape of `expected`; this module
//! compares field by field. An expected field that the checker does not return fails.

use std::collections::BTreeSet;

use serde_json::{Value, json};

mod agreement;
mod case;
mod compare;
mod engine;
mod group_needs;
mod raters;
mod robustness;
mod score;
mod units;
mod weights;

pub(crate) use case::{Case, columns, number, numbers, table};
use compare::compare;

/// Computes one case.
pub(crate) type Checker = fn(&Case) -> Value;

macro_rules! topics {
    ($($name:ident => $check:expr),* $(,)?) => {
        const TOPICS: &[(&str, Checker)] = &[$((stringify!($name), $check)),*];

        mod reference_cases {
            $(
                #[test]
                fn $name() {
                    super::check_topic(stringify!($name));
                }
            )*
        }
    };
}

topics! {
    icc => agreement::icc,
    krippendorff_alpha => agreement::krippendorff,
    rank_agreement => agreement::ranks,
    rater_agreement => agreement::within_group,
    rater_severity => raters::severity,
    ahp => weights::ahp_case,
    rank_order_centroid => weights::centroid,
    recency => score::recency,
    combined_score => score::combined,
    uncertainty => score::uncertainty,
    mergeable => score::merged,
    shrinkage => units::shrinkage,
    unit_evidence => units::evidence,
    borich_rdm => group_needs::borich_rdm,
    weight_robustness => robustness::weights,
}

fn bundled() -> Vec<Case> {
    case::read(include_str!("../../data/needs.json"))
}

fn failures<'a>(cases: impl IntoIterator<Item = &'a Case>) -> Vec<String> {
    let mut failures = Vec::new();
    for case in cases {
        match TOPICS.iter().find(|(topic, _)| *topic == case.topic) {
            Some((_, check)) => failures.extend(compare(case, &check(case))),
            None => failures.push(format!("{}: unknown topic {}", case.id, case.topic)),
        }
    }
    failures
}

fn assert_none(failures: &[String]) {
    let count = failures.len();
    assert!(
        failures.is_empty(),
        "{count} differences:\n{}",
        failures.join("\n")
    );
}

/// Checks all bundled cases of one topic, of which there must be some.
fn check_topic(topic: &str) {
    let cases = bundled();
    let own: Vec<_> = cases.iter().filter(|case| case.topic == topic).collect();
    assert!(!own.is_empty(), "no case of {topic}");
    assert_none(&failures(own));
}

#[test]
fn reference_topics_are_all_known() {
    let cases = bundled();
    let topics: BTreeSet<_> = cases.iter().map(|case| case.topic.as_str()).collect();
    let listed: BTreeSet<_> = TOPICS.iter().map(|(topic, _)| *topic).collect();
    assert_eq!(topics, listed);
    assert_eq!(cases.len(), 29);
}

#[test]
fn reference_further_file() {
    let Ok(path) = std::env::var("BANGKOM_REFERENCE") else {
        return;
    };
    let text = std::fs::read_to_string(&path).unwrap();
    assert_none(&failures(&case::read(&text)));
}

#[test]
fn reference_unknown_topic_fails() {
    let topic = "no_such_topic".to_owned();
    let case = Case {
        topic,
        ..Case::default()
    };
    assert_eq!(failures([&case]).len(), 1);
}

#[test]
fn reference_cases_of_the_other_form_are_passed_over() {
    let file = r#"{"cases": [{"id": "t", "method": "paired_t", "input": {}, "expected": {},
        "tol_rel": 1e-9}]}"#;
    assert!(case::read(file).is_empty());
}

#[test]
fn reference_differences_are_seen() {
    let case = Case {
        expected: json!({"a": 1.0, "list": [1.0, 0.0]}),
        rel_tol: 1e-9,
        ..Case::default()
    };
    let count = |got: Value| compare(&case, &got).len();
    assert_eq!(count(json!({"a": 1.0, "list": [1.0, 0.0]})), 0);
    assert_eq!(count(json!({"list": [1.0, 0.0]})), 1);
    assert_eq!(count(json!({"a": 1.0 + 1e-8, "list": [1.0, 1e-8]})), 2);
    assert_eq!(count(json!({"a": null, "list": [1.0]})), 2);
}
