//! What `Debug` and JSON show.

use bangkom_domain::evidence::SourceKind;
use bangkom_domain::json;
use bangkom_needs::{Analysis, NeedsPolicy, Proposal, propose};

use crate::city::City;

fn sample() -> (City, Analysis) {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.345);
    city.say(SourceKind::Superior, anna, "service", 77.125, 0);
    city.teach("prima", "service", 2, 3);
    let analysis = city.analyze();
    (city, analysis)
}

#[test]
fn debug_shows_no_value_of_a_person() {
    let (city, analysis) = sample();
    let proposal = propose(
        &analysis,
        &city.roster(),
        &city.catalog(),
        &bangkom_domain::decision::Decisions::default(),
        &city.policy,
    );
    let text = format!("{analysis:?} {proposal:?}");
    // Level, gap, priority, remaining gap, value of the seat, the value off the scale.
    for secret in ["2.345", "1.655", "8.275", "3275", "77.125"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    let findings = serde_json::to_string(&analysis.findings).unwrap();
    assert!(!findings.contains("77.125"), "{findings}");
}

#[test]
fn documents_come_back_as_they_were_written() {
    let (city, mut analysis) = sample();
    analysis.findings = bangkom_domain::finding::Findings::default();
    let text = json::write(&analysis).unwrap();
    assert!(text.starts_with("{\n  \"schema\": \"bangkom.analysis/1\""));
    assert_eq!(json::read::<Analysis>(&text).unwrap(), analysis);
    let proposal = propose(
        &analysis,
        &city.roster(),
        &city.catalog(),
        &bangkom_domain::decision::Decisions::default(),
        &city.policy,
    );
    let text = json::write(&proposal).unwrap();
    assert_eq!(json::read::<Proposal>(&text).unwrap(), proposal);
    let policy = serde_json::to_string(&city.policy).unwrap();
    assert_eq!(
        serde_json::from_str::<NeedsPolicy>(&policy).unwrap(),
        city.policy
    );
}
