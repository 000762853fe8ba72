//! Figures that a regulation defines: satisfaction index, job person match, appraisal by points.

use bangkom_domain::competency::{GapClass, GapClasses, JobPersonMatch, MatchBands};
use bangkom_domain::evidence::{
    AppraisalGrade, ElementWeight, Expectation, OlderAppraisal, OlderAppraisalBands,
    OlderAppraisalGrade, SatisfactionBands, SatisfactionError, SatisfactionGrade,
    SatisfactionIndex, ScalePreset, SourceKind, SurveyElement,
};
use bangkom_domain::id::SourceId;
use bangkom_domain::measure::Nano;
use bangkom_domain::preset::Confidence;
use proptest::prelude::*;

use crate::sample::level;

/// The constructed nine elements of the reference values.
const MEANS: [f64; 9] = [3.45, 2.65, 3.53, 2.31, 1.55, 3.12, 2.13, 2.43, 3.21];

fn index(means: [f64; 9], weight: ElementWeight) -> SatisfactionIndex {
    let means = SurveyElement::ALL.iter().copied().zip(means).collect();
    SatisfactionIndex::new(means, weight).unwrap()
}

fn close(found: f64, expected: f64) {
    assert!((found / expected - 1.0).abs() < 1e-12, "{found} {expected}");
}

#[test]
fn the_index_meets_the_reference_with_each_weight() {
    let exact = index(MEANS, ElementWeight::Exact);
    close(exact.weighted_mean(), 24.38 / 9.0);
    close(exact.index(), 67.722_222_222_222_22);
    close(index(MEANS, ElementWeight::ThreeDecimals).index(), 67.654_5);
    close(index(MEANS, ElementWeight::TwoDecimals).index(), 67.045);
}

#[test]
fn rounded_weights_cannot_reach_a_hundred_and_change_grades() {
    let best = [4.0; 9];
    close(index(best, ElementWeight::Exact).index(), 100.0);
    close(index(best, ElementWeight::TwoDecimals).index(), 99.0);
    let bands = SatisfactionBands::default();
    // 88.31 of 100 in every element: very good, and only good with 0.11.
    let means = [3.532_4; 9];
    let grade = |weight| bands.grade(index(means, weight).index());
    assert_eq!(grade(ElementWeight::Exact), Some(SatisfactionGrade::A));
    assert_eq!(
        grade(ElementWeight::TwoDecimals),
        Some(SatisfactionGrade::B)
    );
}

#[test]
fn bands_have_no_holes_once_the_index_is_rounded() {
    use SatisfactionGrade::{A, B, C, D};

    let bands = SatisfactionBands::default();
    for hundredths in 2_500..=10_000_u32 {
        for step in [-0.5, -0.2, 0.0, 0.499] {
            let value = (f64::from(hundredths) + step) / 100.0;
            assert!(bands.grade(value.max(25.0)).is_some(), "{value}");
        }
    }
    let edges = [
        (64.99, D),
        (65.0, C),
        (76.6, C),
        (76.61, B),
        (88.3, B),
        (88.31, A),
    ];
    for (value, grade) in edges {
        assert_eq!(bands.grade(value), Some(grade), "{value}");
    }
    for bad in [f64::NAN, f64::INFINITY, -1.0, 24.0, 100.006] {
        assert_eq!(bands.grade(bad), None, "{bad}");
    }
}

#[test]
fn elements_are_named_and_bad_means_are_refused() {
    let answers = [(SurveyElement::Fees, 4), (SurveyElement::Facilities, 1)];
    let survey = SatisfactionIndex::of_answers(answers, ElementWeight::Exact).unwrap();
    assert_eq!(survey.index(), 62.5);
    assert_eq!(survey.lowest(), SurveyElement::Facilities);
    assert_eq!(survey.mean(SurveyElement::Product), None);
    let none = SatisfactionIndex::of_answers([], ElementWeight::Exact);
    assert_eq!(none, Err(SatisfactionError::NoElement));
    for given in [0.99, 4.01, f64::INFINITY] {
        let means = [(SurveyElement::Fees, given)].into();
        let element = SurveyElement::Fees;
        let error = SatisfactionError::OffScale { element, given };
        assert_eq!(
            SatisfactionIndex::new(means, ElementWeight::Exact),
            Err(error)
        );
    }
}

#[test]
fn both_sets_of_match_bands_hold_their_edges() {
    let cases = [
        (100.0, "memenuhi syarat", "optimal"),
        (90.0, "memenuhi syarat", "optimal"),
        (89.999_999_999, "memenuhi syarat", "cukup optimal"),
        (80.0, "memenuhi syarat", "cukup optimal"),
        (79.999_999_999, "masih memenuhi syarat", "cukup optimal"),
        (79.5, "masih memenuhi syarat", "cukup optimal"),
        (77.9, "masih memenuhi syarat", "kurang optimal"),
        (68.0, "masih memenuhi syarat", "kurang optimal"),
        (67.999_999_999, "kurang memenuhi syarat", "kurang optimal"),
    ];
    let (appointment, mapping) = (MatchBands::appointment(), MatchBands::mapping());
    for (percent, post, map) in cases {
        let percent = Nano::from_f64(percent).unwrap();
        assert_eq!(appointment.term(percent), Some(post));
        assert_eq!(mapping.term(percent), Some(map));
    }
    assert_eq!(appointment.source.confidence, Confidence::Secondary);
    assert_eq!(mapping.source.confidence, Confidence::SourceRead);
}

#[test]
fn classes_of_the_gap_hold_their_edges() {
    let classes = GapClasses::default();
    let class = |percent| classes.class(Nano::from_f64(percent).unwrap());
    assert_eq!(class(-3.0), GapClass::None);
    assert_eq!(class(0.0), GapClass::None);
    assert_eq!(class(24.999_999_999), GapClass::Low);
    assert_eq!(class(25.0), GapClass::Medium);
    assert_eq!(class(49.999_999_999), GapClass::Medium);
    assert_eq!(class(50.0), GapClass::High);
}

#[test]
fn grades_and_ratings_have_their_numbers() {
    let points: Vec<_> = AppraisalGrade::ALL.iter().map(|it| it.points()).collect();
    assert_eq!(points, [100, 80, 60, 40, 20]);
    let values: Vec<_> = Expectation::ALL.iter().map(|it| it.value()).collect();
    assert_eq!(values, [3, 2, 1]);
    let grade = ScalePreset::appraisal_grade();
    assert!(
        AppraisalGrade::ALL
            .iter()
            .all(|it| grade.scale.contains(f64::from(it.points())))
    );
    assert_eq!(
        grade.expected,
        Some(f64::from(AppraisalGrade::Good.points()))
    );
    let rating = ScalePreset::expectation();
    assert_eq!(rating.expected, Some(f64::from(Expectation::Meets.value())));
    let older = ScalePreset::older_appraisal();
    assert_eq!(older.expected, Some(OlderAppraisalBands::default().good));
}

#[test]
fn the_older_appraisal_weighs_as_the_regulation_says() {
    let appraisal = OlderAppraisal {
        plan: 110.0,
        superior: 90.0,
        others: None,
    };
    assert_eq!(appraisal.points(), 104.0);
    let seen = OlderAppraisal {
        others: Some(70.0),
        ..appraisal
    };
    // 60 × 110 + 40 × (60 × 90 + 40 × 70) / 100 = 6600 + 3280.
    assert_eq!(seen.points(), 98.8);
    let grade = OlderAppraisalBands::default().grade(seen.points(), true);
    assert_eq!(grade, Some(OlderAppraisalGrade::Good));
}

#[test]
fn every_scale_preset_names_its_source() {
    let presets = [
        ScalePreset::expectation(),
        ScalePreset::appraisal_grade(),
        ScalePreset::older_appraisal(),
        ScalePreset::survey_answer(),
        ScalePreset::survey_index(),
        ScalePreset::assessed_level(),
        ScalePreset::observed_level(),
        ScalePreset::rating_of_one_city(SourceKind::Peer),
    ];
    for preset in presets {
        assert!(!preset.source.regulation.is_empty() && !preset.source.article.is_empty());
        assert!(
            preset
                .expected
                .is_none_or(|value| preset.scale.contains(value))
        );
        let source = preset.declare(SourceId::new("S").unwrap());
        assert_eq!((source.kind, source.scale), (preset.kind, preset.scale));
    }
}

proptest! {
    #[test]
    fn a_surplus_lifts_the_uncapped_match_only(
        pairs in prop::collection::vec((1_000_000_000..=5_000_000_000_i64, 1..=5_u32), 1..9),
        more in 0..1_000_000_000_i64,
    ) {
        let pairs: Vec<_> = pairs
            .into_iter()
            .map(|(raw, standard)| (Nano::from_raw(raw), level(standard)))
            .collect();
        let found = JobPersonMatch::new(pairs.clone()).unwrap();
        prop_assert!(found.capped() <= found.uncapped());
        prop_assert!(found.capped() <= Nano::from_units(100));
        prop_assert!(found.capped() <= found.capped_in_total());
        prop_assert_eq!(found.gap() + found.capped(), Nano::from_units(100));
        let surplus = (Nano::from_units(5) + Nano::from_raw(more), level(1));
        let lifted = JobPersonMatch::new(pairs.iter().copied().chain([surplus])).unwrap();
        let met = JobPersonMatch::new(pairs.iter().copied().chain([(Nano::from_units(1), level(1))])).unwrap();
        prop_assert_eq!(lifted.capped(), met.capped());
        prop_assert!(lifted.uncapped() > met.uncapped());
    }
}

#[test]
fn no_standard_means_no_match() {
    assert_eq!(JobPersonMatch::new([]), None);
}
