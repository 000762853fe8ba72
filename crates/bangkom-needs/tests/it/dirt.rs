//! Each kind of bad record is found with its place, and the rest still counts.

use bangkom_domain::Language;
use bangkom_domain::evidence::{
    Aspect, Cause, CauseMark, Direction, EvidenceRecord, EvidenceSource, Exposure, Scale,
    SourceKind, Subject, SurveyElement,
};
use bangkom_domain::finding::{Explain, Severity};
use bangkom_domain::id::SourceId;
use bangkom_domain::measure::Nano;
use chrono::Days;

use crate::city::{City, competency, person, rater, today, unit};

/// Complaints per 100 cases.
fn rates() -> EvidenceSource {
    EvidenceSource {
        id: SourceId::new("rates").unwrap(),
        kind: SourceKind::Complaints,
        scale: Scale::new(0.0, 10.0, Direction::LowerIsBetter).unwrap(),
        rate_per: std::num::NonZeroU32::new(100),
    }
}

/// A change to one further record that is to be found.
type Damage = fn(&mut EvidenceRecord);

const DAMAGES: [(&str, Damage); 17] = [
    ("needs.value_not_a_number", |record| {
        record.value = f64::NAN.into();
    }),
    ("needs.value_not_a_number", |record| {
        record.value = f64::INFINITY.into();
    }),
    ("needs.value_off_scale", |record| {
        record.value = 5.001.into();
    }),
    ("needs.unknown_source", |record| {
        record.source = SourceId::new("nobody").unwrap();
    }),
    ("needs.unknown_person", |record| {
        record.subject = Subject::Person(person(99));
    }),
    ("needs.unknown_unit", |record| {
        record.subject = Subject::Unit(unit("ZZ"));
    }),
    ("needs.unknown_competency", |record| {
        record.aspect = Aspect::Competency(competency("nothing"));
    }),
    ("needs.future_date", |record| {
        record.date = today() + Days::new(1);
    }),
    ("needs.count_out_of_range", |record| {
        record.count = 0;
    }),
    ("needs.count_out_of_range", |record| {
        record.count = 1_000_001;
    }),
    ("needs.unit_evidence_about_person", |record| {
        record.aspect = Aspect::SurveyElement(SurveyElement::Fees);
    }),
    ("needs.unit_evidence_about_person", |record| {
        record.source = SourceId::new("complaints").unwrap();
    }),
    ("needs.personal_evidence_about_unit", |record| {
        record.subject = Subject::Unit(unit("A"));
    }),
    ("needs.unit_names_competency", |record| {
        record.source = SourceId::new("satisfaction_survey").unwrap();
        record.subject = Subject::Unit(unit("A"));
    }),
    ("needs.rates_oneself", |record| {
        record.rater = Some(rater(1));
    }),
    ("needs.rate_without_cases", |record| {
        record.source = SourceId::new("rates").unwrap();
        record.subject = Subject::Unit(unit("A"));
        record.aspect = Aspect::Complaint("sikap".to_owned());
        record.exposure = Some(0.0);
    }),
    ("needs.faded_record", |record| {
        record.date = today() - Days::new(60_000);
    }),
];

#[test]
fn bad_records_are_found_and_set_aside() {
    for (code, damage) in DAMAGES {
        let mut city = City::new();
        let anna = city.hire(1, "A");
        city.agree(anna, "service", 2.0);
        city.evidence.sources.push(rates());
        let clean = city.analyze();
        city.say(SourceKind::Superior, anna, "service", 5.0, 0);
        damage(city.evidence.records.last_mut().unwrap());
        let id = city.evidence.records.last().unwrap().id;
        let dirty = city.analyze();
        assert_eq!(dirty.needs, clean.needs, "{code}");
        let found: Vec<_> = dirty.findings.iter().collect();
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(
            (found[0].code(), found[0].place().record),
            (code, id.to_string())
        );
        assert_ne!(found[0].text(Language::Id), found[0].text(Language::En));
        assert_ne!(found[0].action(Language::Id), found[0].action(Language::En));
    }
}

#[test]
fn a_bad_exposure_is_named_and_the_record_counts() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.0);
    let clean = city.analyze();
    city.evidence.records[0].exposure = Some(-1.0);
    let dirty = city.analyze();
    assert_eq!(dirty.needs, clean.needs);
    assert_eq!(dirty.findings.count(Severity::Warning), 1);
}

#[test]
fn identical_records_count_once_and_conflicting_ones_not_at_all() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.0);
    city.say(SourceKind::Superior, anna, "service", 4.0, 0);
    let clean = city.analyze();
    let copy = city.evidence.records.last().unwrap().clone();
    city.evidence.records.insert(0, copy.clone());
    let repeated = city.analyze();
    assert_eq!(repeated.needs, clean.needs);
    assert_eq!(
        repeated.findings.iter().next().unwrap().code(),
        "needs.repeated_record"
    );
    city.evidence.records[0].value = 5.0.into();
    let conflicting = city.analyze();
    assert_eq!(
        conflicting.findings.iter().next().unwrap().code(),
        "needs.conflicting_record"
    );
    assert_eq!(*conflicting.needs[0].current.reveal(), Nano::from_units(2));
}

#[test]
fn sources_are_declared_once() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.0);
    let superior = city
        .evidence
        .sources
        .iter()
        .find(|source| source.id.as_str() == "superior");
    let copy = superior.unwrap().clone();
    city.evidence.sources.push(copy.clone());
    let codes =
        |city: &City| -> Vec<_> { city.analyze().findings.iter().map(Explain::code).collect() };
    assert_eq!(codes(&city), ["needs.repeated_source"]);
    let scale = Scale::new(0.0, 5.0, Direction::HigherIsBetter).unwrap();
    city.evidence.sources.push(EvidenceSource { scale, ..copy });
    assert_eq!(
        codes(&city),
        ["needs.conflicting_source", "needs.unknown_source"]
    );
    // Assessment and appraisal are still enough.
    assert_eq!(
        *city.analyze().needs[0].current.reveal(),
        Nano::from_units(2)
    );
}

#[test]
fn bad_cause_marks_are_found() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    let mark = |subject, code: &str, days| CauseMark {
        subject,
        competency: Some(competency(code)),
        cause: Cause::Tools,
        date: today() + Days::new(days),
        rater: None,
    };
    city.evidence.causes = vec![
        mark(Subject::Person(person(9)), "service", 0),
        mark(Subject::Unit(unit("ZZ")), "nothing", 0),
        mark(Subject::Person(anna), "service", 1),
    ];
    let analysis = city.analyze();
    let codes: Vec<_> = analysis.findings.iter().map(Explain::code).collect();
    let expected = [
        "needs.future_date",
        "needs.unknown_competency",
        "needs.unknown_person",
        "needs.unknown_unit",
    ];
    assert_eq!(codes, expected);
}

#[test]
fn a_self_rating_by_oneself_is_right() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    let aspect = Aspect::Competency(competency("service"));
    let record = city.record(
        SourceKind::SelfRating,
        Subject::Person(anna),
        aspect,
        4.0,
        0,
    );
    record.rater = Some(rater(1));
    assert!(city.analyze().findings.is_empty());
}

#[test]
fn bad_exposures_are_found_and_the_others_hold() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    let served = |person, code: &str, amount: f64| Exposure {
        person,
        unit: unit(code),
        amount: amount.into(),
    };
    city.evidence.exposures = vec![
        served(anna, "A", 100.0),
        served(anna, "A", 100.0),
        served(anna, "A1", 1.0),
        served(anna, "A1", 2.0),
        served(anna, "CITY", f64::NAN),
        served(anna, "B", 0.0),
        served(person(9), "A", 3.0),
        served(anna, "ZZ", 3.0),
    ];
    let analysis = city.analyze();
    let codes: Vec<_> = analysis
        .exposure_findings
        .iter()
        .map(Explain::code)
        .collect();
    let expected = [
        "needs.served_conflict",
        "needs.served_nothing",
        "needs.served_repeated",
        "needs.served_unknown",
        "needs.served_unknown",
        "needs.served_unsound",
    ];
    assert_eq!(codes, expected);
    for finding in &analysis.exposure_findings {
        assert!(finding.place().field.unwrap().starts_with("exposures "));
        assert_ne!(finding.text(Language::Id), finding.text(Language::En));
    }
}
