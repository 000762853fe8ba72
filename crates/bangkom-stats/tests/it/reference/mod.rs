//! Every case of the reference files, to its own tolerance.
//!
//! Each family file lists its methods with [`methods!`]; a checker computes what the crate says for
//! one case and returns it in the shape of `expected`, and this module compares field by field.
//! An expected field that the checker does not return fails.

use std::collections::BTreeSet;

mod case;
mod compare;

pub(crate) use case::{Case, Outcome, num};
use compare::compare;

/// Computes one case.
pub(crate) type Checker = fn(&Case) -> Outcome;

/// Lists the methods of a family and gives each a test of its own.
macro_rules! methods {
    ($($name:ident => $check:expr),* $(,)?) => {
        pub(crate) const METHODS: &[(&str, crate::reference::Checker)] =
            &[$((stringify!($name), $check)),*];

        mod reference_cases {
            $(
                #[test]
                fn $name() {
                    crate::reference::check_method(stringify!($name));
                }
            )*
        }
    };
}

mod agreement;
mod attrition;
mod bayes;
mod bootstrap;
mod clusters;
mod distributions;
mod gain;
mod nist;
mod paired;
mod power;
mod ranks;
mod regression;
mod repeated;
mod series;
mod survival;
mod tables;

// One family a line, in the order of their files.
#[rustfmt::skip]
const FAMILIES: &[&[(&str, Checker)]] = &[
    agreement::METHODS,
    bayes::METHODS,
    bootstrap::METHODS,
    attrition::METHODS,
    clusters::METHODS,
    distributions::METHODS,
    gain::METHODS,
    paired::METHODS,
    power::METHODS,
    ranks::METHODS,
    regression::METHODS,
    tables::METHODS,
    repeated::METHODS,
    series::METHODS,
    survival::METHODS,
];

fn checker(method: &str) -> Option<Checker> {
    FAMILIES
        .iter()
        .flat_map(|family| family.iter())
        .find(|(name, _)| *name == method)
        .map(|(_, c)| *c)
}

fn bundled() -> Vec<Case> {
    case::read(include_str!("../../data/evaluation.json")).cases
}

fn failures<'a>(cases: impl IntoIterator<Item = &'a Case>) -> Vec<String> {
    let mut failures = Vec::new();
    for case in cases {
        match checker(&case.method) {
            Some(check) => failures.extend(compare(case, &check(case))),
            None => failures.push(format!("{}: unknown method {}", case.id, case.method)),
        }
    }
    failures
}

/// Differences of all cases of a file, whatever their form.
fn all_failures(text: &str) -> Vec<String> {
    let file = case::read(text);
    let mut all = failures(&file.cases);
    all.extend(file.sets.iter().flat_map(nist::differences));
    all
}

fn assert_none(failures: &[String]) {
    assert!(
        failures.is_empty(),
        "{} differences:\n{}",
        failures.len(),
        failures.join("\n")
    );
}

/// Checks all bundled cases of one method, of which there must be some.
pub(crate) fn check_method(method: &str) {
    let cases: Vec<_> = bundled()
        .into_iter()
        .filter(|case| case.method == method)
        .collect();
    assert!(!cases.is_empty(), "no case of {method}");
    assert_none(&failures(&cases));
}

#[test]
fn reference_methods_are_all_known() {
    let cases = bundled();
    let methods: BTreeSet<_> = cases.iter().map(|case| case.method.as_str()).collect();
    let listed: BTreeSet<_> = FAMILIES
        .iter()
        .flat_map(|family| family.iter())
        .map(|(name, _)| *name)
        .collect();
    assert_eq!(methods, listed);
}

#[test]
fn reference_further_file() {
    let Ok(path) = std::env::var("BANGKOM_REFERENCE") else {
        return;
    };
    let text = std::fs::read_to_string(&path).expect("BANGKOM_REFERENCE names a readable file");
    assert_none(&all_failures(&text));
}

#[test]
fn reference_forms_are_told_apart() {
    assert_none(&all_failures(include_str!("../../data/nist_strd.json")));
    assert_none(&all_failures(r#"{"cases": [{"id": "a", "topic": "icc"}]}"#));
    assert_eq!(all_failures(r#"{"cases": [{"id": "a"}]}"#).len(), 1);
    let wrong = r#"{"cases": [{"id": "a", "x": [1, 2, 4], "expected": {"mean": 2, "sd": 1}}]}"#;
    assert!(all_failures(wrong).len() > 1);
}

#[test]
fn reference_unknown_method_fails() {
    let case = Case {
        method: "no_such_method".into(),
        ..Case::default()
    };
    assert_eq!(failures([&case]).len(), 1);
}

#[test]
fn reference_missing_field_fails() {
    let case = Case {
        expected: serde_json::json!({"t": 1.0}),
        ..Case::default()
    };
    assert_eq!(
        compare(&case, &Outcome::of(serde_json::json!({"p": 1.0}))).len(),
        1
    );
    assert_eq!(
        compare(&case, &Outcome::of(serde_json::json!({"t": 1.5}))).len(),
        1
    );
    assert_eq!(
        compare(&case, &Outcome::of(serde_json::json!({"t": 1.0}))).len(),
        0
    );
}
