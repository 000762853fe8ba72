//! A policy that contradicts itself is refused, with every reason.

use bangkom_domain::Language;
use bangkom_domain::evidence::{Aspect, SourceKind};
use bangkom_domain::finding::{Explain, Severity};
use bangkom_domain::measure::{Nano, Permille};
use bangkom_needs::{AspectLink, NeedsPolicy, SourceRule, analyze};

use crate::city::{City, competency};

fn codes(policy: &NeedsPolicy) -> Vec<&'static str> {
    let city = City::new();
    match analyze(&city.roster(), &city.catalog(), &city.evidence, policy) {
        Ok(_) => Vec::new(),
        Err(error) => error.findings().iter().map(Explain::code).collect(),
    }
}

#[test]
fn weights_must_be_numbers_of_at_least_zero() {
    for weight in [-0.1, f64::NAN, f64::INFINITY, 1_001.0] {
        let policy = City::new().policy.weight(SourceKind::Superior, weight);
        assert_eq!(codes(&policy), ["needs.policy_out_of_range"], "{weight}");
    }
}

#[test]
fn some_weight_must_be_above_zero_and_expected() {
    let mut policy = City::new().policy;
    policy.sources.iter_mut().for_each(|rule| rule.weight = 0.0);
    assert_eq!(codes(&policy), ["needs.policy_no_weight"]);
    let policy = policy.weight(SourceKind::Observation, 1.0);
    assert_eq!(codes(&policy), ["needs.policy_nothing_expected"]);
}

#[test]
fn every_other_number_has_a_range() {
    let mut policy = City::new().policy.coverage_floor(1.5);
    policy.screen.min_trainable = f64::NAN;
    policy.matching.entry_tolerance = -1.0;
    policy.performance_target = Nano::from_units(6);
    policy.assumed_answers = -1.0;
    policy.sources[0].half_life_days = 0.0;
    policy.sources[0].assumed_sd = 0.0;
    policy.sources[0].weight_sd = -0.1;
    policy.units.half_exposure = 0.0;
    policy.units.min_units = 1;
    policy.gap_threshold = Nano::from_units(5);
    policy.design.batch_seats = 0;
    assert_eq!(codes(&policy).len(), 12);
}

#[test]
fn links_lead_from_unit_aspects_to_known_competencies_once() {
    let link = |aspect: Aspect, code: &str| AspectLink {
        aspect,
        competency: competency(code),
        share: Permille::MAX,
    };
    let complaint = Aspect::Complaint("sikap".to_owned());
    let policy = City::new().policy.links(vec![
        link(complaint.clone(), "service"),
        link(complaint.clone(), "service"),
        link(complaint, "nothing"),
        link(Aspect::Performance, "service"),
    ]);
    let expected = [
        "needs.policy_needless_link",
        "needs.policy_two_links",
        "needs.policy_unknown_competency",
    ];
    assert_eq!(codes(&policy), expected);
}

#[test]
fn a_kind_has_one_rule_and_every_finding_speaks_both_languages() {
    let mut policy = City::new().policy;
    policy.sources.push(SourceRule::preset(SourceKind::Peer));
    let city = City::new();
    let error = analyze(&city.roster(), &city.catalog(), &city.evidence, &policy).unwrap_err();
    for finding in error.findings() {
        assert_eq!(finding.severity(), Severity::Error);
        assert_ne!(finding.text(Language::Id), finding.text(Language::En));
        assert_ne!(finding.action(Language::Id), finding.action(Language::En));
    }
    assert_eq!(codes(&policy), ["needs.policy_two_rules"]);
}
