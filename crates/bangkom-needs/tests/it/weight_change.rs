//! The smallest change of a weight that exchanges two places.

use bangkom_needs::robustness::{
    Alternative, Line, RankProblem, Reading, WeightChange, smallest_weight_change, weight_changes,
};
use proptest::prelude::*;

/// The example of Triantaphyllou and Sanchez 1997: four alternatives, four criteria.
fn published() -> RankProblem {
    let weights = [0.3277, 0.3058, 0.2876, 0.0790];
    let rows = [
        [0.3088, 0.2897, 0.3867, 0.1922],
        [0.2163, 0.3458, 0.1755, 0.6288],
        [0.4509, 0.2473, 0.1194, 0.0575],
        [0.0240, 0.1172, 0.3184, 0.1215],
    ];
    RankProblem::of_scores(&weights, &rows).unwrap()
}

#[test]
fn the_published_example_of_absolute_changes() {
    let problem = published();
    let total = 0.3277 + 0.3058 + 0.2876 + 0.0790;
    // What is subtracted there is (P_behind - P_ahead) / (a_behind,k - a_ahead,k).
    let subtracted = |ahead, behind, k: usize| {
        let changes = weight_changes(&problem, ahead, behind);
        changes[k].map(|change| -change.change * total)
    };
    // First and third alternative, first criterion: -0.3807.
    assert!((subtracted(0, 2, 0).unwrap() + 0.3807).abs() < 2e-3);
    // First and second, first criterion: 0.4259 would be more than the weight; no change does.
    assert_eq!(subtracted(0, 1, 0), None);
    // First and second, third criterion.
    let by_hand = (0.276_78 - 0.316_18) / (0.1755 - 0.3867);
    assert!((subtracted(0, 1, 2).unwrap() - by_hand).abs() < 2e-4);
}

#[test]
fn nothing_to_say_where_nothing_is_ahead() {
    let problem =
        RankProblem::of_scores(&[0.5, 0.5], &[[1.0, 1.0], [1.0, 1.0], [5.0, 5.0]]).unwrap();
    assert_eq!(smallest_weight_change(&problem, 0, 1), None);
    // The first is behind the third, and no weight changes that.
    assert_eq!(smallest_weight_change(&problem, 0, 2), None);
    assert_eq!(smallest_weight_change(&problem, 2, 0), None);
    assert!(weight_changes(&problem, 0, 9).is_empty());
}

fn need(readings: [Option<f64>; 2], required: f64, importance: f64) -> Alternative {
    let line = Line {
        offset: required * importance,
        slope: -importance,
    };
    Alternative {
        readings: readings.map(|value| value.map(Reading::of)).to_vec(),
        lines: vec![line, Line::ZERO],
    }
}

#[test]
fn a_missing_source_makes_the_others_count_for_it() {
    // (4 - (0.5 × 1 + 0.5 × 3)) × 5 = 10 against (4 - 2.2) × 5 = 9, whatever the weights.
    let both = need([Some(1.0), Some(3.0)], 4.0, 5.0);
    let one = need([Some(2.2), None], 4.0, 5.0);
    let problem = RankProblem::new(&[0.5, 0.5], &[both, one]).unwrap();
    let changes = weight_changes(&problem, 0, 1);
    // Level at (w + 1.5) / (w + 0.5) = 2.2, that is w = 1/3.
    let first = changes[0].unwrap();
    assert!((first.change + 0.5 - 1.0 / 3.0).abs() < 1e-12);
    // Level at (0.5 + 3 v) / (0.5 + v) = 2.2, that is v = 3/4.
    let second = changes[1].unwrap();
    assert!((second.change - 0.25).abs() < 1e-12);
    // 1/2 to 2/5 and 1/2 to 3/5 of all weights.
    assert!((first.share_after - 0.4).abs() < 1e-12);
    assert!((second.share_after - 0.6).abs() < 1e-12);
}

#[test]
fn a_need_that_vanishes_is_level_with_one_that_is_met() {
    let vanishing = need([Some(1.0), Some(5.0)], 4.0, 1.0);
    let met = need([Some(5.0), Some(5.0)], 4.0, 1.0);
    let problem = RankProblem::new(&[0.5, 0.5], &[vanishing, met]).unwrap();
    // The gap is gone at a mean of 4: (w + 2.5) / (w + 0.5) = 4, w = 1/6.
    let change = weight_changes(&problem, 0, 1)[0].unwrap();
    assert!((change.change + 0.5 - 1.0 / 6.0).abs() < 1e-12);
    assert!((change.relative + 2.0 / 3.0).abs() < 1e-12);
}

#[test]
fn the_only_source_cannot_be_argued_away() {
    let one = need([Some(1.0), None], 4.0, 5.0);
    let other = need([Some(2.0), None], 4.0, 5.0);
    let problem = RankProblem::new(&[0.5, 0.5], &[one, other]).unwrap();
    assert_eq!(weight_changes(&problem, 0, 1), [None, None]);
}

/// The scores under weights of which one was changed, by the definition.
fn scores(alternatives: &[Alternative], weights: &[f64]) -> Vec<f64> {
    let of = |alternative: &Alternative| {
        let (mut sum, mut all) = (0.0, 0.0);
        for (reading, weight) in alternative.readings.iter().zip(weights) {
            if let Some(reading) = reading {
                sum += weight * reading.factor * reading.value;
                all += weight * reading.factor;
            }
        }
        let lines = alternative.lines.iter();
        lines
            .map(|line| line.offset + line.slope * sum / all)
            .fold(f64::MIN, f64::max)
    };
    alternatives.iter().map(of).collect()
}

fn alternatives() -> impl Strategy<Value = Vec<Alternative>> {
    let reading = prop::option::weighted(0.8, (10..=50_u8, 1..=4_u8));
    let one = (
        prop::collection::vec(reading, 3),
        2..=5_u8,
        1..=5_u8,
        2..=5_u8,
        1..=5_u8,
    );
    let made = one.prop_map(|(readings, r1, i1, r2, i2)| {
        let mut readings: Vec<Option<Reading>> = readings
            .into_iter()
            .map(|reading| {
                reading.map(|(value, quarters)| Reading {
                    value: f64::from(value) / 10.0,
                    factor: f64::from(quarters) / 4.0,
                })
            })
            .collect();
        if readings.iter().all(Option::is_none) {
            readings[0] = Some(Reading::of(2.0));
        }
        let line = |required: u8, importance: u8| Line {
            offset: f64::from(required) * f64::from(importance),
            slope: -f64::from(importance),
        };
        Alternative {
            readings,
            lines: vec![line(r1, i1), line(r2, i2), Line::ZERO],
        }
    });
    prop::collection::vec(made, 2)
}

proptest! {
    #[test]
    fn at_the_change_both_are_level_and_before_it_nothing_changes(pair in alternatives()) {
        let weights = [0.5, 0.3, 0.2];
        let problem = RankProblem::new(&weights, &pair).unwrap();
        let base = scores(&pair, &weights);
        let (ahead, behind) = if base[0] >= base[1] { (0, 1) } else { (1, 0) };
        let difference = |source: usize, weight: f64| {
            let mut changed = weights;
            changed[source] = weight;
            let scores = scores(&pair, &changed);
            scores[ahead] - scores[behind]
        };
        prop_assume!(base[ahead] - base[behind] > 1e-6);
        for (source, change) in weight_changes(&problem, ahead, behind).into_iter().enumerate() {
            match change {
                Some(WeightChange { change, .. }) => {
                    let level = weights[source] + change;
                    prop_assert!(level >= 0.0);
                    prop_assert!(difference(source, level).abs() < 1e-6);
                    // On the way there the one ahead stays ahead.
                    for part in 1..20 {
                        let weight = weights[source] + change * f64::from(part) / 20.0;
                        prop_assert!(difference(source, weight) > -1e-6);
                    }
                }
                None => {
                    // No weight on a fine grid turns them round.
                    for step in 1..200 {
                        let weight = f64::from(step * step) / 100.0;
                        prop_assert!(difference(source, weight) > -1e-6, "{source} {weight}");
                    }
                }
            }
        }
    }
}
