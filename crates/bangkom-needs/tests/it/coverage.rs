//! What is missing is not zero.

use bangkom_domain::evidence::{Aspect, SourceKind, Subject};
use bangkom_domain::measure::Nano;
use bangkom_needs::MissingWhy;

use crate::city::{City, competency, nano, rater};

#[test]
fn below_the_floor_the_answer_names_what_is_missing() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.say(SourceKind::Superior, anna, "service", 1.0, 0);
    let analysis = city.analyze();
    assert!(analysis.needs.is_empty() && analysis.met.is_empty());
    let answer = analysis
        .insufficient
        .iter()
        .find(|answer| answer.competency == competency("service"));
    let answer = answer.unwrap();
    assert_eq!(answer.coverage, nano(0.3125));
    let kinds: Vec<_> = answer.missing.iter().map(|source| source.kind).collect();
    assert_eq!(
        kinds,
        [
            SourceKind::Appraisal,
            SourceKind::Peer,
            SourceKind::Assessment
        ]
    );
}

#[test]
fn a_dropped_source_changes_the_coverage_and_adds_no_zero() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.0);
    let full = city.analyze().needs.remove(0);
    city.evidence
        .records
        .retain(|record| record.source.as_str() != "appraisal");
    let less = city.analyze().needs.remove(0);
    assert_eq!(full.current, less.current);
    assert_eq!((full.coverage, less.coverage), (nano(0.875), nano(0.6875)));
}

#[test]
fn few_peers_are_withheld() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.0);
    for number in [7, 8] {
        let aspect = Aspect::Competency(competency("service"));
        let record = city.record(SourceKind::Peer, Subject::Person(anna), aspect, 5.0, 0);
        record.rater = Some(rater(number));
    }
    let need = city.analyze().needs.remove(0);
    assert_eq!(*need.current.reveal(), Nano::from_units(2));
    assert!(need.missing.iter().any(|source| {
        source.kind == SourceKind::Peer && source.why == MissingWhy::TooFewAnswers { needed: 3 }
    }));
    assert!(
        need.contributions
            .reveal()
            .iter()
            .all(|part| part.kind != SourceKind::Peer)
    );
}

#[test]
fn one_peer_who_answers_often_is_still_one_peer() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.0);
    for _ in 0..5 {
        let aspect = Aspect::Competency(competency("service"));
        let record = city.record(SourceKind::Peer, Subject::Person(anna), aspect, 5.0, 0);
        record.rater = Some(rater(7));
    }
    let need = city.analyze().needs.remove(0);
    assert_eq!(*need.current.reveal(), Nano::from_units(2));
}
