//! Levels, weights and contributions, computed by hand.

use bangkom_domain::Language;
use bangkom_domain::evidence::{Aspect, Direction, Scale, SourceKind, Subject};
use bangkom_domain::measure::Nano;

use crate::city::{City, competency, nano, rater};

#[test]
fn level_is_the_weighted_mean_of_the_kinds_present() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.say(SourceKind::Superior, anna, "service", 2.0, 0);
    city.say(SourceKind::Assessment, anna, "service", 3.0, 0);
    let need = city.analyze().needs.remove(0);
    // (0.25 × 2 + 0.30 × 3) / 0.55 = 28/11; coverage 0.55 / 0.80.
    assert_eq!(need.current.reveal().raw(), 2_545_454_545);
    assert_eq!(need.gap.reveal().raw(), 1_454_545_455);
    assert_eq!(need.priority.reveal().raw(), 7_272_727_275);
    assert_eq!(need.coverage, nano(0.6875));
}

#[test]
fn an_answer_counts_half_after_a_half_life() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 3.0);
    city.evidence.records.clear();
    for kind in [SourceKind::Superior, SourceKind::Assessment] {
        let half_life = city.policy.rule(kind).unwrap().half_life_days as u64;
        city.say(kind, anna, "service", 4.0, 0);
        city.say(kind, anna, "service", 1.0, half_life);
    }
    let need = city.analyze().needs.remove(0);
    // (1 × 4 + 1/2 × 1) / 1.5 = 3.
    assert_eq!(*need.current.reveal(), Nano::from_units(3));
}

#[test]
fn peers_are_one_voice_however_many_they_are() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.say(SourceKind::Superior, anna, "service", 2.0, 0);
    city.say(SourceKind::Assessment, anna, "service", 2.0, 0);
    for number in 0..50 {
        let aspect = Aspect::Competency(competency("service"));
        let record = city.record(SourceKind::Peer, Subject::Person(anna), aspect, 4.0, 0);
        record.rater = Some(rater(100 + number));
    }
    let need = city.analyze().needs.remove(0);
    // (0.55 × 2 + 0.10 × 4) / 0.65 = 30/13.
    assert_eq!(need.current.reveal().raw(), 2_307_692_308);
    let peers = &need.contributions.reveal()[1];
    assert_eq!(
        (peers.kind, peers.answers, peers.raters),
        (SourceKind::Peer, 50, 50)
    );
}

#[test]
fn a_self_rating_is_shown_and_does_not_count() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.0);
    city.say(SourceKind::SelfRating, anna, "service", 5.0, 0);
    let need = city.analyze().needs.remove(0);
    assert_eq!(*need.current.reveal(), Nano::from_units(2));
    let own = need
        .contributions
        .reveal()
        .iter()
        .find(|part| part.kind == SourceKind::SelfRating);
    let own = own.unwrap();
    assert_eq!((own.mean, own.amount), (Nano::from_units(5), Nano::ZERO));
}

#[test]
fn the_declared_scale_and_direction_decide() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.0);
    for source in &mut city.evidence.sources {
        source.scale = Scale::new(0.0, 10.0, Direction::LowerIsBetter).unwrap();
    }
    let need = city.analyze().met.remove(0);
    // 2 of 0..10 where less is better: 1 + 4 × 0.8, on the grid of 2^-24.
    assert_eq!(need.current.reveal().raw(), 4_199_999_988);
    assert_eq!(need.gap.reveal().raw(), 0);
}

#[test]
fn a_sentence_can_be_checked_by_hand_in_both_languages() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.5);
    let need = city.analyze().needs.remove(0);
    let text = need.sentence(Language::Id);
    assert!(
        text.contains("kesenjangan 1,50 × kepentingan 5 = prioritas 7,50"),
        "{text}"
    );
    let text = need.sentence(Language::En);
    assert!(
        text.contains("4 required by position held: gap 1.50 × importance 5"),
        "{text}"
    );
    assert!(text.contains("superior 36 % × 2.50"), "{text}");
}

#[test]
fn uncertainty_falls_with_answers_and_follows_the_formula() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.say(SourceKind::Assessment, anna, "service", 3.0, 0);
    city.say(SourceKind::Superior, anna, "service", 3.0, 0);
    let few = city.analyze().needs.remove(0);
    // Shares 6/11 and 5/11, one answer each, deviations 0.5 and 0.7.
    let expected = ((6.0 / 11.0 * 0.5_f64).powi(2) + (5.0 / 11.0 * 0.7_f64).powi(2)).sqrt();
    let seen = few.uncertainty.reveal();
    assert!((seen.standard_error.to_f64() - expected).abs() < 1e-8);
    assert!((seen.effective_number.to_f64() - 121.0 / 61.0).abs() < 1e-8);
    // Phi(1 / 0.4186) from tables.
    assert!((seen.gap_probability.to_f64() - 0.9915).abs() < 2e-4);
    for _ in 0..5 {
        city.say(SourceKind::Superior, anna, "service", 3.0, 0);
    }
    let many = city.analyze().needs.remove(0);
    assert!(many.uncertainty.reveal().standard_error < seen.standard_error);
}

#[test]
fn unsure_weights_add_to_the_error_by_the_delta_method() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.say(SourceKind::Assessment, anna, "service", 3.0, 0);
    city.say(SourceKind::Superior, anna, "service", 2.0, 0);
    let certain = city.analyze().needs.remove(0);
    for rule in &mut city.policy.sources {
        rule.weight_sd = 0.05;
    }
    let unsure = city.analyze().needs.remove(0);
    assert_eq!(unsure.current, certain.current);
    let level = 28.0 / 11.0;
    let added = [3.0_f64, 2.0].map(|mean| ((mean - level) / 0.55 * 0.05).powi(2));
    let variance =
        |need: &bangkom_needs::Need| need.uncertainty.reveal().standard_error.to_f64().powi(2);
    let difference = variance(&unsure) - variance(&certain);
    assert!((difference - added.iter().sum::<f64>()).abs() < 1e-8);
}

#[test]
fn the_probability_above_a_threshold_falls_with_it() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 3.25);
    let mut last = 1.0;
    for levels in [0.0, 0.25, 0.75, 1.0, 4.0] {
        city.policy.gap_threshold = nano(levels);
        let need = city.analyze().needs.remove(0);
        let seen = *need.uncertainty.reveal();
        assert_eq!(seen.threshold, nano(levels));
        let probability = seen.threshold_probability.to_f64();
        assert!(probability <= last, "{levels}");
        // The gap is 0.75: at that threshold it is as likely above as below.
        if levels == 0.75 {
            assert_eq!(seen.threshold_probability, nano(0.5));
        }
        if levels == 0.0 {
            assert_eq!(seen.threshold_probability, seen.gap_probability);
        }
        last = probability;
    }
    city.policy.gap_threshold = nano(0.5);
    let text = city.analyze().needs[0].sentence(Language::Id);
    assert!(text.contains("lebih dari 0,50 level"), "{text}");
}
