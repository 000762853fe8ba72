//! The firmness of the needs of an analysis, and what would change a rank.

use bangkom_domain::Language;
use bangkom_domain::evidence::SourceKind;
use bangkom_domain::progress::Silent;
use bangkom_needs::robustness::{
    PlaceLabel, Stability, StabilityOptions, WeightModel, rank_change, weight_stability,
};

use crate::city::City;

fn by_weights(city: &City, options: &StabilityOptions) -> Stability {
    let problem = city.analyze().rank_problem(&city.policy).unwrap();
    weight_stability(&problem, options, &mut Silent).unwrap()
}

fn by_evidence(city: &City, options: &StabilityOptions) -> Stability {
    let (roster, catalog) = (city.roster(), city.catalog());
    let (evidence, policy) = (&city.evidence, &city.policy);
    let analysis = city.analyze();
    analysis
        .evidence_stability(&roster, &catalog, evidence, policy, options, &mut Silent)
        .unwrap()
}

/// One whom all call weak, two about whom the sources differ, one who is good.
fn four() -> City {
    let mut city = City::new();
    let people: Vec<_> = (1..=4).map(|number| city.hire(number, "A")).collect();
    city.agree(people[0], "service", 1.0);
    for (person, superior, assessment) in [(people[1], 2.0, 3.0), (people[2], 3.0, 2.2)] {
        city.say(SourceKind::Superior, person, "service", superior, 0);
        city.say(SourceKind::Assessment, person, "service", assessment, 0);
    }
    city.agree(people[3], "service", 4.5);
    city
}

#[test]
fn the_base_ranking_is_that_of_the_analysis() {
    let city = four();
    let analysis = city.analyze();
    let result = by_weights(&city, &StabilityOptions::new(2));
    for (place, need) in result.places.iter().zip(&analysis.needs) {
        let same = analysis.alternative(place.alternative).unwrap();
        assert_eq!(
            (same.person, &same.competency),
            (need.person, &need.competency)
        );
    }
    // Three needs, and one met.
    assert_eq!((result.places.len(), analysis.met.len()), (4, 1));
    assert!(analysis.alternative(4).is_none());
}

#[test]
fn agreement_is_firm_and_a_dispute_is_not() {
    let city = four();
    for result in [
        by_weights(&city, &StabilityOptions::new(2)),
        by_evidence(&city, &StabilityOptions::new(2)),
    ] {
        let labels: Vec<PlaceLabel> = result.places.iter().map(|place| place.label).collect();
        assert_eq!(labels[0], PlaceLabel::Firm);
        assert!(labels[1] < PlaceLabel::Firm, "{labels:?}");
        assert_eq!(labels[1], labels[2]);
        assert_eq!(labels[3], PlaceLabel::Firm);
        assert!(
            (result.places[1].top_probability + result.places[2].top_probability - 1.0).abs()
                < 1e-6
        );
    }
}

#[test]
fn weights_close_to_the_chosen_ones_leave_the_ranking() {
    let tight = StabilityOptions::new(2).weights(WeightModel::Around { concentration: 1e6 });
    let result = by_weights(&four(), &tight);
    assert!(
        result
            .places
            .iter()
            .all(|place| place.label == PlaceLabel::Firm)
    );
}

#[test]
fn evidence_in_any_order_and_of_others_changes_no_draw() {
    let city = four();
    let options = StabilityOptions::new(2).draws(200);
    let first = by_evidence(&city, &options);
    let mut turned = four();
    turned.evidence.records.reverse();
    turned.roster.employees.reverse();
    assert_eq!(by_evidence(&turned, &options), first);
    // A good newcomer ranks last and changes the chances of nobody.
    let newcomer = turned.hire(9, "B");
    turned.agree(newcomer, "service", 5.0);
    let more = by_evidence(&turned, &options);
    for (old, new) in first.places.iter().zip(&more.places).take(3) {
        assert_eq!(old.top_probability, new.top_probability);
    }
}

#[test]
fn more_answers_that_agree_make_a_place_firmer() {
    let mut city = four();
    let before = by_evidence(&city, &StabilityOptions::new(2)).places[1].top_probability;
    let second = city.analyze().needs[1].person;
    for kind in [SourceKind::Superior, SourceKind::Assessment] {
        for _ in 0..20 {
            city.say(kind, second, "service", 2.0, 0);
        }
    }
    let after = by_evidence(&city, &StabilityOptions::new(2)).places[1].top_probability;
    assert!(after > before, "{before} {after}");
}

#[test]
fn the_change_of_a_rank_is_told_and_right() {
    let city = four();
    let analysis = city.analyze();
    let problem = analysis.rank_problem(&city.policy).unwrap();
    let answer = rank_change(&analysis, &city.policy, &problem, 2).unwrap();
    let (kind, change) = answer.change.reveal().unwrap();
    assert!(!answer.tied.reveal());
    // The policy with that weight has them level.
    let rule = city.policy.rule(kind).unwrap();
    let mut other = four();
    other.policy = other
        .policy
        .weight(kind, rule.weight * (1.0 + change.relative));
    let needs = other.analyze().needs;
    let (a, b) = (
        needs[1].priority.reveal().raw(),
        needs[2].priority.reveal().raw(),
    );
    assert!((a - b).abs() <= 20, "{a} {b}");
    let (person, next) = (answer.person, answer.next_person);
    let text = answer.sentence(Language::Id);
    assert!(
        text.starts_with(&format!(
            "kebutuhan service pegawai {person} di peringkat 2"
        )),
        "{text}"
    );
    assert!(
        text.contains(&format!("pegawai {next}")) && text.contains(" % dari seluruh bobot"),
        "{text}"
    );
    assert!(
        answer
            .sentence(Language::En)
            .contains("it would change places with")
    );
}

#[test]
fn ties_and_firm_places_are_told_as_such() {
    let mut city = City::new();
    for number in 1..=3 {
        let person = city.hire(number, "A");
        city.agree(person, "service", if number == 3 { 3.0 } else { 2.0 });
    }
    let analysis = city.analyze();
    let problem = analysis.rank_problem(&city.policy).unwrap();
    let of = |rank| rank_change(&analysis, &city.policy, &problem, rank);
    let tied = of(1).unwrap();
    assert!(
        *tied.tied.reveal()
            && tied
                .sentence(Language::En)
                .contains("it has the same priority as")
    );
    assert!(tied.sentence(Language::Id).contains("prioritasnya sama"));
    let firm = of(2).unwrap();
    assert_eq!(*firm.change.reveal(), None);
    assert!(
        firm.sentence(Language::En)
            .contains("the weight of no single source")
    );
    assert_eq!((of(0), of(3)), (None, None));
}

#[test]
fn a_policy_of_another_analysis_is_refused_or_an_analysis_without_anything() {
    let city = City::new();
    assert!(city.analyze().rank_problem(&city.policy).is_err());
    let city = four();
    let mut other = city.policy.clone();
    for rule in &mut other.sources {
        rule.weight = f64::from(u8::from(rule.kind == SourceKind::Complaints));
    }
    assert!(city.analyze().rank_problem(&other).is_err());
}
