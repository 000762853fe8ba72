//! Indices of group needs: worked values, identities, and bad input.

use bangkom_needs::indices::{
    Crossing, FrequencyMeans, HennessyHicksRatings, IndexKind, ItemRatings, Quadrant, RatingScale,
    Remedy, borich, difficulty_importance_frequency, hennessy_hicks, pni_modified, quadrants,
    ranked_discrepancy, side_by_side,
};
use bangkom_stats::StatsError;
use proptest::prelude::*;

const NONE: f64 = f64::NAN;

#[test]
fn who_gave_one_rating_only_is_left_out() {
    let item = borich(&[5.0, NONE, 4.0, 2.0], &[3.0, 1.0, NONE, 2.0]).unwrap();
    assert_eq!(
        (item.n, item.mean_importance, item.mean_ability),
        (2, 3.5, 2.5)
    );
    assert_eq!(item.score, 3.5);
}

#[test]
fn bad_ratings_are_refused_by_every_index() {
    let infinite = [5.0, f64::INFINITY];
    let all = |a: &[f64], b: &[f64]| {
        [
            borich(a, b).err(),
            ranked_discrepancy(a, b).err(),
            pni_modified(a, b).err(),
            quadrants(
                &[ItemRatings {
                    importance: a,
                    ability: b,
                }],
                Crossing::Means,
            )
            .err(),
            side_by_side(&[ItemRatings {
                importance: a,
                ability: b,
            }])
            .err(),
        ]
    };
    for error in all(&infinite, &[1.0, 2.0]) {
        assert!(matches!(
            error,
            Some(StatsError::NotFinite { index: 1, .. })
        ));
    }
    for error in all(&[1.0], &[1.0, 2.0]) {
        assert_eq!(
            error,
            Some(StatsError::LengthMismatch {
                first: 1,
                second: 2
            })
        );
    }
    for error in all(&[NONE], &[1.0]) {
        assert_eq!(error, Some(StatsError::TooFew { needed: 1, got: 0 }));
    }
    assert!(pni_modified(&[5.0], &[-1.0]).is_err());
    assert!(side_by_side(&[]).is_err() && quadrants(&[], Crossing::Medians).is_err());
}

#[test]
fn ranked_discrepancy_counts_and_tests_exactly() {
    let item = ranked_discrepancy(&[5.0; 8], &[4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 5.0]).unwrap();
    assert_eq!((item.negative, item.tied, item.score), (87.5, 12.5, -87.5));
    // Seven of seven below: 2 / 2^7.
    assert!((item.sign_test.unwrap().p_two - 1.0 / 64.0).abs() < 1e-15);
    let level = ranked_discrepancy(&[3.0, 3.0], &[3.0, 3.0]).unwrap();
    assert_eq!((level.score, level.tied), (0.0, 100.0));
    assert!(level.sign_test.is_none());
}

fn task<'a>(by_training: &'a [f64], by_organisation: &'a [f64]) -> HennessyHicksRatings<'a> {
    HennessyHicksRatings {
        importance: &[6.0, 7.0],
        performance: &[3.0, 4.0],
        by_organisation,
        by_training,
    }
}

#[test]
fn hennessy_hicks_names_the_remedy() {
    let remedy = |training: f64, organisation: f64| {
        hennessy_hicks(&task(&[training; 2], &[organisation; 2]), 4.0)
            .unwrap()
            .remedy
    };
    assert_eq!(remedy(6.0, 2.0), Remedy::Training);
    assert_eq!(remedy(2.0, 6.0), Remedy::Organisational);
    assert_eq!(remedy(6.0, 5.0), Remedy::Both);
    // On the threshold is not above it.
    assert_eq!(remedy(4.0, 4.0), Remedy::Neither);
    let reached = HennessyHicksRatings {
        performance: &[7.0, 7.0],
        ..task(&[7.0; 2], &[7.0; 2])
    };
    assert_eq!(
        hennessy_hicks(&reached, 4.0).unwrap().remedy,
        Remedy::Neither
    );
}

#[test]
fn hennessy_hicks_refuses_lists_that_do_not_belong_together() {
    let short = hennessy_hicks(&task(&[6.0], &[2.0; 2]), 4.0);
    assert_eq!(
        short,
        Err(StatsError::LengthMismatch {
            first: 2,
            second: 1
        })
    );
    let silent = hennessy_hicks(&task(&[NONE; 2], &[2.0; 2]), 4.0);
    assert_eq!(silent, Err(StatsError::TooFew { needed: 1, got: 0 }));
    assert!(hennessy_hicks(&task(&[6.0; 2], &[2.0; 2]), NONE).is_err());
}

#[test]
fn the_direction_of_frequency_turns_the_order_round() {
    let scale = RatingScale::new(1.0, 5.0).unwrap();
    let score = |frequency, means| {
        difficulty_importance_frequency(3.0, 4.0, frequency, scale, means).unwrap()
    };
    assert!(score(5.0, FrequencyMeans::MoreNeed) > score(1.0, FrequencyMeans::MoreNeed));
    assert!(score(5.0, FrequencyMeans::LessNeed) < score(1.0, FrequencyMeans::LessNeed));
    for off in [0.9, 5.1, NONE] {
        let means = FrequencyMeans::MoreNeed;
        assert!(difficulty_importance_frequency(off, 4.0, 2.0, scale, means).is_err());
        assert!(difficulty_importance_frequency(4.0, 4.0, off, scale, means).is_err());
    }
    for (low, high) in [
        (5.0, 1.0),
        (1.0, 1.0),
        (-1.0, 5.0),
        (NONE, 5.0),
        (1.0, NONE),
    ] {
        assert!(RatingScale::new(low, high).is_err(), "{low} {high}");
    }
}

#[test]
fn every_quadrant_is_found_and_a_line_counts_as_reached() {
    let rated = |importance, ability| ItemRatings {
        importance,
        ability,
    };
    let items = [
        rated(&[5.0], &[1.0]),
        rated(&[5.0], &[5.0]),
        rated(&[1.0], &[1.0]),
        rated(&[1.0], &[5.0]),
        rated(&[3.0], &[3.0]),
    ];
    let expected = [
        Quadrant::ConcentrateHere,
        Quadrant::KeepUp,
        Quadrant::LowPriority,
        Quadrant::PossibleOverkill,
        Quadrant::KeepUp,
    ];
    let at = Crossing::At {
        importance: 3.0,
        ability: 3.0,
    };
    for crossing in [Crossing::Means, Crossing::Medians, at] {
        assert_eq!(quadrants(&items, crossing).unwrap().quadrants, expected);
    }
    let nowhere = Crossing::At {
        importance: NONE,
        ability: 3.0,
    };
    assert!(quadrants(&items, nowhere).is_err());
}

#[test]
fn rankings_are_compared_where_they_differ() {
    let rated = |importance, ability| ItemRatings {
        importance,
        ability,
    };
    let items = [
        rated(&[5.0, 5.0, 5.0], &[4.0, 4.0, 4.0]),
        rated(&[3.0, 3.0, 3.0], &[1.0, 3.0, 3.0]),
        rated(&[2.0, 2.0, 2.0], &[2.0, 2.0, 2.0]),
    ];
    let result = side_by_side(&items).unwrap();
    let ranks = |kind: IndexKind| {
        let found = result.indices.iter().find(|index| index.kind == kind);
        found.unwrap().ranks.clone()
    };
    // 5 × 1 before 3 × 2/3; but 2/3 of 7/3 is more than 1 of 4.
    assert_eq!(ranks(IndexKind::Borich), [1.0, 2.0, 3.0]);
    assert_eq!(ranks(IndexKind::ModifiedPni), [2.0, 1.0, 3.0]);
    assert!((result.tau_b[0][2].unwrap() - 1.0 / 3.0).abs() < 1e-15);
    assert_eq!(result.tau_b[0][2], result.tau_b[2][0]);
    let same = side_by_side(&[items[2], items[2]]).unwrap();
    assert_eq!(same.indices[0].ranks, [1.5, 1.5]);
    assert_eq!(same.tau_b[0][0], None);
}

#[test]
fn ratings_of_people_are_not_shown() {
    let shown = format!(
        "{:?}",
        ItemRatings {
            importance: &[4.25],
            ability: &[3.75]
        }
    );
    assert!(
        !shown.contains("4.25") && !shown.contains("3.75"),
        "{shown}"
    );
    assert!(!format!("{:?}", task(&[6.5; 2], &[2.5; 2])).contains("6.5"));
}

fn ratings() -> impl Strategy<Value = Vec<(f64, f64)>> {
    prop::collection::vec(
        (1..=5_u8, 1..=5_u8).prop_map(|(i, a)| (i.into(), a.into())),
        1..30,
    )
}

proptest! {
    #[test]
    fn borich_is_the_mean_of_weighted_discrepancies(pairs in ratings()) {
        let (i, a): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
        let mean = i.iter().sum::<f64>() / i.len() as f64;
        let by_person: f64 = pairs.iter().map(|(i, a)| (i - a) * mean).sum();
        let item = borich(&i, &a).unwrap();
        prop_assert!((item.score - by_person / i.len() as f64).abs() < 1e-12);
        let shares = ranked_discrepancy(&i, &a).unwrap();
        prop_assert!((shares.negative + shares.positive + shares.tied - 100.0).abs() < 1e-9);
    }

    #[test]
    fn less_ability_never_lowers_an_index(pairs in ratings(), who in 0..30_usize) {
        let (i, a): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
        let mut worse = a.clone();
        let who = who % worse.len();
        worse[who] = (worse[who] - 1.0).max(0.5);
        let of = |ability: &[f64]| {
            let item = ItemRatings { importance: &i, ability };
            let result = side_by_side(&[item]).unwrap();
            result.indices.iter().map(|index| index.values[0]).collect::<Vec<f64>>()
        };
        for (before, after) in of(&a).into_iter().zip(of(&worse)) {
            prop_assert!(after >= before - 1e-12);
        }
    }

    #[test]
    fn the_order_of_members_does_not_matter(pairs in ratings()) {
        let (i, a): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
        let (ri, ra): (Vec<f64>, Vec<f64>) = pairs.iter().rev().copied().unzip();
        let of = |i, a| side_by_side(&[ItemRatings { importance: i, ability: a }]).unwrap();
        for (x, y) in of(&i, &a).indices.iter().zip(of(&ri, &ra).indices) {
            prop_assert!((x.values[0] - y.values[0]).abs() < 1e-12);
        }
    }
}
