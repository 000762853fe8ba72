//! Evidence about units: through links only, marked, and never alone.

use bangkom_domain::evidence::{Aspect, SourceKind, Subject, SurveyElement};
use bangkom_domain::measure::{Nano, Permille};
use bangkom_needs::AspectLink;

use crate::city::{City, competency, nano, unit};

fn survey(city: &mut City, code: &str, value: f64) {
    let aspect = Aspect::SurveyElement(SurveyElement::StaffBehaviour);
    let record = city.record(
        SourceKind::SatisfactionSurvey,
        Subject::Unit(unit(code)),
        aspect,
        value,
        0,
    );
    record.count = 200;
}

fn link(city: &mut City) {
    city.policy.links = vec![AspectLink {
        aspect: Aspect::SurveyElement(SurveyElement::StaffBehaviour),
        competency: competency("service"),
        share: Permille::MAX,
    }];
}

#[test]
fn a_survey_counts_through_a_link_and_is_marked() {
    let mut city = City::new();
    let anna = city.hire(1, "A1");
    city.agree(anna, "service", 3.0);
    survey(&mut city, "A", 1.0);
    let unlinked = city.analyze();
    assert_eq!(*unlinked.needs[0].current.reveal(), Nano::from_units(3));
    let codes: Vec<_> = unlinked
        .findings
        .iter()
        .map(bangkom_domain::finding::Explain::code)
        .collect();
    assert_eq!(codes, ["needs.unlinked_aspect"]);
    link(&mut city);
    let need = city.analyze().needs.remove(0);
    // (0.70 × 3 + 0.10 × 1) / 0.80.
    assert_eq!(*need.current.reveal(), nano(2.75));
    assert_eq!(need.unit_share(), nano(0.125));
    let part = need
        .contributions
        .reveal()
        .iter()
        .find(|part| part.is_about_unit())
        .unwrap();
    assert_eq!((part.unit.as_ref(), part.answers), (Some(&unit("A")), 200));
    assert!(
        need.sentence(bangkom_domain::Language::En)
            .contains("not about the person")
    );
}

#[test]
fn the_nearest_unit_speaks() {
    let mut city = City::new();
    let anna = city.hire(1, "A1");
    city.agree(anna, "service", 3.0);
    survey(&mut city, "A", 1.0);
    survey(&mut city, "A1", 5.0);
    survey(&mut city, "B", 1.0);
    link(&mut city);
    let need = city.analyze().needs.remove(0);
    assert_eq!(*need.current.reveal(), nano(3.25));
}

#[test]
fn a_unit_alone_makes_no_persons_need() {
    let mut city = City::new();
    city.hire(1, "A");
    survey(&mut city, "A", 1.0);
    link(&mut city);
    city.policy.coverage_floor = 0.0;
    let analysis = city.analyze();
    assert!(analysis.needs.is_empty());
    let service = analysis
        .insufficient
        .iter()
        .find(|answer| answer.competency == competency("service"));
    assert!(service.unwrap().only_unit);
}

#[test]
fn a_small_survey_is_withheld() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 3.0);
    survey(&mut city, "A", 1.0);
    city.evidence.records.last_mut().unwrap().count = 29;
    link(&mut city);
    assert_eq!(
        *city.analyze().needs[0].current.reveal(),
        Nano::from_units(3)
    );
}
