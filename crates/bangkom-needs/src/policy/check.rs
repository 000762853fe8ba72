use std::collections::BTreeSet;

use bangkom_domain::catalog::Catalog;
use bangkom_domain::evidence::Aspect;
use bangkom_domain::finding::Findings;

use super::{NeedsPolicy, PolicyFinding, SourceRule};

/// The greatest weight, so that sums of weights stay exact.
const MAX_WEIGHT: f64 = 1_000.0;
/// The least and the greatest exposure that counts half.
const MIN_EXPOSURE: f64 = 1e-6;
const MAX_EXPOSURE: f64 = 1e12;
/// The greatest half-life in days.
const MAX_HALF_LIFE: f64 = 36_500.0;

/// Everything that is wrong with the policy.
pub(crate) fn check(policy: &NeedsPolicy, catalog: &Catalog) -> Findings<PolicyFinding> {
    let mut found = scoring(policy);
    check_links(policy, catalog, &mut found);
    Findings::new(found)
}

/// What is wrong with the policy in itself, links aside.
pub(crate) fn scoring(policy: &NeedsPolicy) -> Vec<PolicyFinding> {
    let mut found = Vec::new();
    policy
        .sources
        .iter()
        .for_each(|rule| check_rule(rule, &mut found));
    check_weights(policy, &mut found);
    check_numbers(policy, &mut found);
    found
}

fn check_rule(rule: &SourceRule, found: &mut Vec<PolicyFinding>) {
    let record = rule.kind.code();
    let mut range = |field, given, low, high| {
        found.extend(out_of_range(record, field, given, low, high));
    };
    range("weight", rule.weight, 0.0, MAX_WEIGHT);
    range("weight_sd", rule.weight_sd, 0.0, MAX_WEIGHT);
    range("half_life_days", rule.half_life_days, 1.0, MAX_HALF_LIFE);
    range("assumed_sd", rule.assumed_sd, 0.01, 4.0);
}

fn check_weights(policy: &NeedsPolicy, found: &mut Vec<PolicyFinding>) {
    let mut kinds = BTreeSet::new();
    let twice = policy
        .sources
        .iter()
        .filter(|rule| !kinds.insert(rule.kind));
    found.extend(twice.map(|rule| PolicyFinding::TwoRules { kind: rule.kind }));
    let counts = |rule: &&SourceRule| rule.weight > 0.0;
    if !policy.sources.iter().any(|rule| counts(&rule)) {
        found.push(PolicyFinding::NoWeight);
    } else if !policy
        .sources
        .iter()
        .filter(counts)
        .any(|rule| rule.expected)
    {
        found.push(PolicyFinding::NothingExpected);
    }
}

fn check_numbers(policy: &NeedsPolicy, found: &mut Vec<PolicyFinding>) {
    let mut range = |field, given, low, high| {
        found.extend(out_of_range("policy", field, given, low, high));
    };
    range("coverage_floor", policy.coverage_floor, 0.0, 1.0);
    range("assumed_answers", policy.assumed_answers, 0.0, 1e6);
    range(
        "performance_target",
        policy.performance_target.to_f64(),
        1.0,
        5.0,
    );
    range("gap_threshold", policy.gap_threshold.to_f64(), 0.0, 4.0);
    let half = policy.units.half_exposure;
    range("half_exposure", half, MIN_EXPOSURE, MAX_EXPOSURE);
    range("min_units", f64::from(policy.units.min_units), 2.0, 1e6);
    range(
        "batch_seats",
        f64::from(policy.design.batch_seats),
        1.0,
        1e6,
    );
    range("min_trainable", policy.screen.min_trainable, 0.0, 1.0);
    range("entry_tolerance", policy.matching.entry_tolerance, 0.0, 4.0);
}

fn check_links(policy: &NeedsPolicy, catalog: &Catalog, found: &mut Vec<PolicyFinding>) {
    let mut seen = BTreeSet::new();
    for link in &policy.links {
        let competency = link.competency.clone();
        if catalog.competency(&competency).is_none() {
            found.push(PolicyFinding::UnknownCompetency {
                competency: competency.clone(),
            });
        }
        if matches!(link.aspect, Aspect::Competency(_) | Aspect::Performance) {
            found.push(PolicyFinding::NeedlessLink {
                competency: competency.clone(),
            });
        }
        if !seen.insert((&link.aspect, &link.competency)) {
            found.push(PolicyFinding::TwoLinks { competency });
        }
    }
}

fn out_of_range(
    record: &str,
    field: &str,
    given: f64,
    low: f64,
    high: f64,
) -> Option<PolicyFinding> {
    (!(low..=high).contains(&given)).then(|| PolicyFinding::OutOfRange {
        record: record.to_owned(),
        field: field.to_owned(),
        given: given.to_string(),
        low: low.to_string(),
        high: high.to_string(),
    })
}
