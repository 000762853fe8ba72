//! Evidence about units: through links only, marked, and never alone.

use std::num::NonZeroU32;

use bangkom_domain::Language;
use bangkom_domain::evidence::{
    Aspect, Direction, EvidenceSource, Exposure, Scale, SourceKind, Subject, SurveyElement,
};
use bangkom_domain::id::{PersonId, SourceId};
use bangkom_domain::measure::{Nano, Permille};
use bangkom_domain::unit::{Unit, UnitKind};
use bangkom_needs::{AspectLink, Contribution, MissingWhy, Need};
use proptest::prelude::*;

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
    assert!(need.sentence(Language::En).contains("not about the person"));
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

fn serve(city: &mut City, person: PersonId, code: &str, amount: f64) {
    city.evidence.exposures.push(Exposure {
        person,
        unit: unit(code),
        amount: amount.into(),
    });
}

fn part_of_unit(need: &Need) -> Option<Contribution> {
    let parts = need.contributions.reveal();
    parts.iter().find(|part| part.is_about_unit()).cloned()
}

#[test]
fn what_is_said_of_a_unit_counts_by_what_one_served_there() {
    let mut city = City::new();
    let people: Vec<_> = (1..=4).map(|number| city.hire(number, "A")).collect();
    for person in &people {
        city.agree(*person, "service", 3.0);
    }
    survey(&mut city, "A", 1.0);
    link(&mut city);
    for (person, amount) in people.iter().zip([120.0, 40.0, 0.0, 240.0]) {
        serve(&mut city, *person, "A", amount);
    }
    let analysis = city.analyze();
    let of = |person| analysis.of_person(person).next().unwrap();
    // e / (e + 50), the reference factors of the exposures 120, 40, 0 and 240.
    let factors = [
        0.705_882_352_941_2,
        0.444_444_444_444_4,
        0.0,
        0.827_586_206_896_6,
    ];
    for (person, factor) in people.iter().zip(factors) {
        let need = of(*person);
        let expected = (0.70 * 3.0 + 0.10 * factor) / (0.70 + 0.10 * factor);
        assert!((need.current.reveal().to_f64() - expected).abs() < 2e-9);
        let exposure = part_of_unit(need).map(|part| part.unit_reading.unwrap().exposure);
        let stated = Nano::from_f64(factor).filter(|share| *share > Nano::ZERO);
        assert_eq!(exposure.flatten(), stated);
    }
    // Nothing served: not a matter of coverage, but said.
    let idle = of(people[2]);
    assert_eq!(*idle.current.reveal(), Nano::from_units(3));
    assert_eq!(idle.coverage, nano(0.875));
    let why: Vec<_> = idle.missing.iter().map(|missing| &missing.why).collect();
    assert!(why.contains(&&MissingWhy::NotServed), "{why:?}");
    let codes: Vec<_> = analysis
        .exposure_findings
        .iter()
        .map(bangkom_domain::finding::Explain::code)
        .collect();
    assert_eq!(codes, ["needs.served_nothing"]);
    assert!(
        of(people[0])
            .sentence(Language::Id)
            .contains("paparan 71 %")
    );
}

#[test]
fn exposure_is_counted_upwards_and_unknown_only_where_others_are_counted() {
    let mut city = City::new();
    let (anna, budi, cici) = (city.hire(1, "A1"), city.hire(2, "A"), city.hire(3, "B"));
    for person in [anna, budi, cici] {
        city.agree(person, "service", 3.0);
    }
    survey(&mut city, "A", 1.0);
    survey(&mut city, "B", 1.0);
    link(&mut city);
    serve(&mut city, anna, "A1", 50.0);
    let exposure = |city: &City, person| {
        let analysis = city.analyze();
        let need = analysis.of_person(person).next().unwrap().clone();
        part_of_unit(&need).map(|part| part.unit_reading.unwrap().exposure)
    };
    // Work in a sub-unit is work in the agency; nobody has counted in A itself or in B.
    assert_eq!(exposure(&city, anna), Some(Some(nano(0.5))));
    assert_eq!(exposure(&city, budi), Some(None));
    assert_eq!(exposure(&city, cici), Some(None));
    serve(&mut city, anna, "A", 100.0);
    assert_eq!(exposure(&city, anna), Some(Some(nano(0.75))));
    // Now somebody has counted in A, and found nothing of Budi.
    assert_eq!(exposure(&city, budi), None);
}

/// A city with this many further agencies, each with one person and a survey.
fn surveyed(values: &[(f64, u32)]) -> City {
    let mut city = City::new();
    link(&mut city);
    for (number, (value, count)) in values.iter().enumerate() {
        let code = format!("U{number}");
        city.roster.units.push(Unit {
            id: unit(&code),
            name: code.clone(),
            kind: UnitKind::Agency,
            parent: Some(unit("CITY")),
            site: None,
        });
        let person = city.hire(number as u128 + 1, &code);
        city.agree(person, "service", 3.0);
        survey(&mut city, &code, *value);
        city.evidence.records.last_mut().unwrap().count = *count;
    }
    city
}

fn surveys(city: &City) -> Vec<Contribution> {
    let analysis = city.analyze();
    let mut needs = [analysis.needs, analysis.met].concat();
    needs.retain(|need| need.competency == competency("service"));
    needs.sort_by_key(|need| need.person);
    needs.iter().filter_map(part_of_unit).collect()
}

#[test]
fn small_units_are_drawn_toward_the_mean_of_their_kind() {
    let said = [(1.0, 40), (2.0, 400), (3.0, 4_000), (4.0, 400), (5.0, 400)];
    let mut city = surveyed(&said);
    let parts = surveys(&city);
    // By hand: the common mean, the variance between units, one answer varying by 1.
    let total: f64 = said.iter().map(|(_, n)| f64::from(*n)).sum();
    let common = said.iter().map(|(m, n)| m * f64::from(*n)).sum::<f64>() / total;
    let spread: f64 = said
        .iter()
        .map(|(m, n)| f64::from(*n) * (m - common).powi(2))
        .sum();
    let squares: f64 = said.iter().map(|(_, n)| f64::from(*n).powi(2)).sum();
    let between = (spread - 4.0) / (total - squares / total);
    for (part, (mean, n)) in parts.iter().zip(said) {
        let own = f64::from(n) * between / (f64::from(n) * between + 1.0);
        let reading = part.unit_reading.unwrap();
        assert!((reading.own_share.to_f64() - own).abs() < 2e-9);
        assert_eq!(reading.own_mean, nano(mean));
        let drawn = common + own * (mean - common);
        assert!((part.mean.to_f64() - drawn).abs() < 1e-7, "{part:?}");
    }
    assert!(parts[0].unit_reading.unwrap().own_share < parts[1].unit_reading.unwrap().own_share);
    let text = city.analyze().needs[0].sentence(Language::Id);
    assert!(text.contains("rerata unit sendiri"), "{text}");
    city.policy.units.shrink = false;
    assert!(
        surveys(&city)
            .iter()
            .all(|part| !part.unit_reading.unwrap().is_drawn())
    );
}

#[test]
fn too_few_units_or_units_of_another_kind_are_left_alone() {
    let parts = surveys(&surveyed(&[(1.0, 40), (3.0, 40), (5.0, 40)]));
    assert!(
        parts
            .iter()
            .all(|part| !part.unit_reading.unwrap().is_drawn())
    );
    let mut city = surveyed(&[(1.0, 40), (2.0, 40), (4.0, 40), (5.0, 40)]);
    assert!(surveys(&city)[0].unit_reading.unwrap().is_drawn());
    city.roster.units.last_mut().unwrap().kind = UnitKind::SubUnit;
    assert!(!surveys(&city)[0].unit_reading.unwrap().is_drawn());
}

#[test]
fn units_that_differ_by_chance_alone_get_the_common_mean() {
    let parts = surveys(&surveyed(&[(2.9, 30), (3.1, 30), (3.0, 30), (3.0, 30)]));
    for part in parts {
        assert_eq!(part.unit_reading.unwrap().own_share, Nano::ZERO);
        assert!((part.mean.to_f64() - 3.0).abs() < 1e-7);
    }
}

#[test]
fn rates_are_smoothed_as_counts() {
    // The constructed counts and exposures of the reference values, as rates per 100 cases.
    let cases = [
        (12, 400.0),
        (3, 150.0),
        (7, 90.0),
        (0, 60.0),
        (25, 700.0),
        (4, 210.0),
    ];
    let kept = [
        0.500_786_997_318_1,
        0.273_352_114_338,
        0.184_145_941_595_5,
        0.130_792_248_302_7,
        0.637_091_784_118_3,
        0.344_973_288_907_9,
    ];
    let smoothed = [
        0.030_837_189_507_6,
        0.028_485_080_900_9,
        0.040_166_286_334_43,
        0.027_533_910_146_93,
        0.034_249_128_320_97,
        0.027_320_213_121_45,
    ];
    let mut city = surveyed(&cases.map(|_| (3.0, 40)));
    city.evidence
        .records
        .retain(|record| record.source.as_str() != "satisfaction_survey");
    let scale = Scale::new(0.0, 10.0, Direction::LowerIsBetter).unwrap();
    city.evidence.sources.push(EvidenceSource {
        id: SourceId::new("rates").unwrap(),
        kind: SourceKind::Complaints,
        scale,
        rate_per: NonZeroU32::new(100),
    });
    let aspect = Aspect::Complaint("sikap".to_owned());
    city.policy.links[0].aspect = aspect.clone();
    for (number, (count, exposure)) in cases.into_iter().enumerate() {
        let subject = Subject::Unit(unit(&format!("U{number}")));
        let rate = 100.0 * f64::from(count) / exposure;
        let record = city.record(SourceKind::Complaints, subject, aspect.clone(), rate, 0);
        record.source = SourceId::new("rates").unwrap();
        record.exposure = Some(exposure);
    }
    let parts = surveys(&city);
    for ((part, kept), rate) in parts.iter().zip(kept).zip(smoothed) {
        assert!((part.unit_reading.unwrap().own_share.to_f64() - kept).abs() < 2e-9);
        // 0 to 10 complaints per 100 cases are levels 5 to 1.
        let level = 5.0 - 4.0 * (100.0 * rate / 10.0);
        assert!((part.mean.to_f64() - level).abs() < 1e-6, "{part:?}");
    }
    assert_eq!(parts.len(), 6);
}

proptest! {
    #[test]
    fn worse_answers_about_a_unit_never_lower_a_need_there(
        said in prop::collection::vec((1_000..=5_000_u32, 30..2_000_u32), 4..9),
        which in 0..9_usize,
        drop in 1..4_000_u32,
    ) {
        let which = which % said.len();
        let values = |said: &[(u32, u32)]| -> Vec<(f64, u32)> {
            said.iter().map(|(value, count)| (f64::from(*value) / 1_000.0, *count)).collect()
        };
        let before = surveys(&surveyed(&values(&said)));
        let mut worse = said.clone();
        worse[which].0 = worse[which].0.saturating_sub(drop).max(1_000);
        let after = surveys(&surveyed(&values(&worse)));
        // One step of the grid of levels.
        let step = Nano::from_raw(120);
        prop_assert!(after[which].mean <= before[which].mean + step);
    }

    #[test]
    fn what_a_unit_is_told_stays_between_its_own_mean_and_the_common_one(
        said in prop::collection::vec((1_000..=5_000_u32, 30..2_000_u32), 4..9),
    ) {
        let values: Vec<_> =
            said.iter().map(|(value, count)| (f64::from(*value) / 1_000.0, *count)).collect();
        let low = values.iter().map(|(value, _)| *value).fold(f64::MAX, f64::min);
        let high = values.iter().map(|(value, _)| *value).fold(f64::MIN, f64::max);
        for part in surveys(&surveyed(&values)) {
            let mean = part.mean.to_f64();
            prop_assert!((low - 1e-6..=high + 1e-6).contains(&mean));
        }
    }
}
