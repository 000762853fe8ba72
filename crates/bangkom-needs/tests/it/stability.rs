//! How firmly places stand: exact cases, ties, candidates, seeds and bad input.

use std::ops::ControlFlow;

use bangkom_domain::progress::{Progress, Silent};
use bangkom_needs::robustness::{
    Alternative, Answer, AnswerTable, FaultKind, LabelRule, Line, PlaceLabel, RankProblem,
    RankProblemError, Reading, Restriction, Stability, StabilityEnd, StabilityOptions, WeightModel,
    evidence_stability, two_criteria_acceptability, weight_stability,
};
use proptest::prelude::*;

const NONE: f64 = f64::NAN;

fn stability(problem: &RankProblem, options: &StabilityOptions) -> Stability {
    weight_stability(problem, options, &mut Silent).unwrap()
}

fn scores(weights: &[f64], rows: &[Vec<f64>]) -> RankProblem {
    RankProblem::of_scores(weights, rows).unwrap()
}

#[test]
fn acceptability_of_two_criteria_is_that_of_the_closed_form() {
    let rows = [[0.9, 0.2], [0.5, 0.6], [0.3, 0.95], [0.8, 0.25]];
    let exact = two_criteria_acceptability(&rows).unwrap();
    let problem = RankProblem::of_scores(&[0.5, 0.5], &rows).unwrap();
    let options = StabilityOptions::new(2)
        .weights(WeightModel::Uniform)
        .draws(20_000)
        .ranks(99);
    let result = stability(&problem, &options);
    assert_eq!((result.draws, result.end), (20_000, StabilityEnd::Complete));
    for (alternative, exact) in exact.iter().enumerate() {
        let place = result.of(alternative).unwrap();
        for (got, want) in place.acceptability.iter().zip(exact) {
            assert!((got - want).abs() < 0.018, "{got} {want}");
        }
        assert!((place.top_probability - exact[0] - exact[1]).abs() < 0.018);
    }
}

#[test]
fn who_leads_in_everything_is_firm() {
    let problem = scores(
        &[0.6, 0.4],
        &[vec![3.0, 3.0], vec![5.0, 4.0], vec![1.0, 2.0]],
    );
    let result = stability(&problem, &StabilityOptions::new(1));
    let first = &result.places[0];
    assert_eq!(
        (first.alternative, first.rank, first.top_probability),
        (1, 1, 1.0)
    );
    assert_eq!(
        (first.rank_low, first.rank_high, first.mean_rank),
        (1, 1, 1.0)
    );
    assert!(
        result
            .places
            .iter()
            .all(|place| place.label == PlaceLabel::Firm)
    );
    assert!((result.tau.unwrap().least - 1.0).abs() < 1e-12);
}

#[test]
fn equals_share_the_places_and_are_a_toss_up() {
    // Four are equal for two places.
    let problem = scores(&[1.0], &vec![vec![2.0]; 4]);
    let options = StabilityOptions::new(2).draws(50).ranks(4);
    let result = stability(&problem, &options);
    for place in &result.places {
        assert_eq!((place.top_probability, place.mean_rank), (0.5, 2.5));
        assert_eq!((place.rank_low, place.rank_high), (1, 4));
        assert_eq!(place.label, PlaceLabel::TossUp);
        assert_eq!(place.acceptability, [0.25; 4]);
    }
    assert_eq!(result.tau, None);
}

#[test]
fn a_missing_source_leaves_the_mean_and_is_no_zero() {
    // With a zero in place of the gap the second would be last in every draw.
    let problem = scores(
        &[0.5, 0.5],
        &[vec![2.0, 2.0], vec![3.0, NONE], vec![1.0, 1.0]],
    );
    let result = stability(&problem, &StabilityOptions::new(1));
    assert_eq!(result.places[0].alternative, 1);
    assert_eq!(result.places[0].top_probability, 1.0);
}

#[test]
fn a_part_of_a_weight_counts_as_that_part() {
    let with = |factor| Alternative {
        readings: vec![Some(Reading { value: 5.0, factor }), Some(Reading::of(1.0))],
        lines: vec![Line::VALUE],
    };
    // (0.5 f × 5 + 0.5) / (0.5 f + 0.5) is 3 at f = 1 and 5/3 at f = 1/5.
    let alone = Alternative {
        readings: vec![None, Some(Reading::of(5.0 / 3.0))],
        lines: vec![Line::VALUE],
    };
    let problem = RankProblem::new(&[0.5, 0.5], &[with(0.2), alone.clone(), with(1.0)]).unwrap();
    let options = StabilityOptions::new(1).weights(WeightModel::Around { concentration: 1e6 });
    let result = stability(&problem, &options);
    assert_eq!(result.places[0].alternative, 2);
    assert!((result.of(0).unwrap().mean_rank - 2.5).abs() < 0.3);
}

#[test]
fn labels_follow_the_rule_on_both_sides_of_the_line() {
    let rule = LabelRule::default();
    assert_eq!(rule.of(0.95), PlaceLabel::Firm);
    assert_eq!(rule.of(0.949_999), PlaceLabel::Likely);
    assert_eq!(rule.of(0.75), PlaceLabel::Likely);
    assert_eq!(rule.of(0.749_999), PlaceLabel::TossUp);
    let problem = scores(
        &[0.5, 0.5],
        &[vec![3.0, 1.0], vec![1.9, 2.0], vec![0.0, 0.0]],
    );
    let result = stability(&problem, &StabilityOptions::new(1));
    for place in &result.places {
        let side = if place.rank == 1 {
            place.top_probability
        } else {
            1.0 - place.top_probability
        };
        assert_eq!(place.label, rule.of(side));
    }
    assert_eq!(result.of(2).unwrap().label, PlaceLabel::Firm);
}

#[test]
fn an_observer_sees_all_draws_and_may_end_them() {
    let problem = scores(&[0.5, 0.5], &[vec![3.0, 1.0], vec![1.9, 2.0]]);
    let options = StabilityOptions::new(1).draws(1_000);
    let mut seen = Vec::new();
    let mut watch = |progress: Progress| {
        seen.push((progress.done, progress.total));
        ControlFlow::Continue(())
    };
    let whole = weight_stability(&problem, &options, &mut watch).unwrap();
    assert_eq!(seen.last(), Some(&(1_000, 1_000)));
    assert!(seen.is_sorted());
    let mut stop = |_: Progress| ControlFlow::Break(());
    let cut = weight_stability(&problem, &options, &mut stop).unwrap();
    assert_eq!(cut.end, StabilityEnd::Stopped);
    assert!(cut.draws > 0 && cut.draws < whole.draws);
    // What was drawn is as if only so many had been asked for.
    let fewer = stability(&problem, &options.draws(cut.draws));
    assert_eq!(fewer.places, cut.places);
}

#[test]
fn another_seed_draws_others_and_the_same_seed_the_same() {
    let problem = scores(&[0.5, 0.5], &[vec![3.0, 1.0], vec![1.9, 2.0]]);
    let of = |seed| stability(&problem, &StabilityOptions::new(1).seed(seed));
    assert_eq!(of(1), of(1));
    assert_ne!(of(1).places, of(2).places);
}

#[test]
fn options_out_of_range_are_refused() {
    let problem = scores(&[1.0], &[vec![1.0]]);
    let mut odd = StabilityOptions::new(1);
    odd.interval = NONE;
    let mut labels = StabilityOptions::new(1);
    labels.labels = LabelRule {
        firm: 0.6,
        likely: 0.7,
    };
    let around =
        |concentration| StabilityOptions::new(1).weights(WeightModel::Around { concentration });
    for options in [
        StabilityOptions::new(0),
        StabilityOptions::new(1).draws(0),
        StabilityOptions::new(1).max_candidates(0),
        odd,
        labels,
        around(0.0),
        around(NONE),
    ] {
        let error = weight_stability(&problem, &options, &mut Silent);
        assert!(
            matches!(error, Err(RankProblemError::Option { .. })),
            "{options:?}"
        );
    }
}

#[test]
fn alternatives_that_cannot_be_ranked_are_all_named() {
    let rows = [
        vec![1.0, 2.0],
        vec![NONE, NONE],
        vec![1.0],
        vec![f64::INFINITY, 1.0],
        vec![NONE, 2.0],
    ];
    let Err(RankProblemError::Alternatives(faults)) = RankProblem::of_scores(&[1.0, 0.0], &rows)
    else {
        panic!("faults were not seen");
    };
    let found: Vec<(usize, FaultKind)> = faults.iter().map(|f| (f.alternative, f.kind)).collect();
    assert_eq!(
        found,
        [
            (1, FaultKind::NothingPresent),
            (2, FaultKind::Length { needed: 2, got: 1 }),
            (3, FaultKind::Number),
            (4, FaultKind::NothingPresent),
        ]
    );
    let none: [Vec<f64>; 0] = [];
    assert_eq!(
        RankProblem::of_scores(&[1.0], &none),
        Err(RankProblemError::Empty)
    );
    assert!(matches!(
        RankProblem::of_scores(&[-1.0], &[[1.0]]),
        Err(RankProblemError::Weights(_))
    ));
    let bare = Alternative {
        readings: vec![Some(Reading::of(1.0))],
        lines: Vec::new(),
    };
    assert!(RankProblem::new(&[1.0], &[bare]).is_err());
}

/// Many alternatives, of which few can reach the first places.
fn crowd(n: usize) -> Vec<Vec<f64>> {
    let row = |place: usize| {
        let high = 1.0 + 4.0 * ((place * 7919) % n) as f64 / n as f64;
        vec![
            high,
            (high + 0.3 * ((place % 5) as f64 - 2.0)).clamp(1.0, 5.0),
        ]
    };
    (0..n).map(row).collect()
}

#[test]
fn leaving_out_those_who_cannot_reach_the_top_changes_no_probability() {
    let problem = scores(&[0.7, 0.3], &crowd(400));
    let all = stability(&problem, &StabilityOptions::new(10).draws(300));
    let few = stability(
        &problem,
        &StabilityOptions::new(10).draws(300).max_candidates(150),
    );
    assert_eq!(all.restriction, Restriction::All);
    let Restriction::CanReachTop { left_out } = few.restriction else {
        panic!("{:?}", few.restriction);
    };
    assert!(left_out >= 250 && few.places.len() == 400 - left_out);
    for place in &all.places {
        match few.of(place.alternative) {
            Some(same) => assert_eq!(same.top_probability, place.top_probability),
            None => assert_eq!(place.top_probability, 0.0),
        }
    }
}

#[test]
fn too_many_who_can_reach_the_top_are_cut_and_the_result_says_so() {
    let problem = scores(&[0.7, 0.3], &crowd(400));
    let few = stability(
        &problem,
        &StabilityOptions::new(10).draws(50).max_candidates(12),
    );
    assert_eq!(few.restriction, Restriction::NearestToTop { left_out: 388 });
    let ranks: Vec<u32> = few.places.iter().map(|place| place.rank).collect();
    assert_eq!(ranks, (1..=12).collect::<Vec<u32>>());
}

fn answers(keys: std::ops::Range<u64>, value: impl Fn(u64) -> f64) -> Vec<Answer> {
    keys.map(|key| Answer {
        key,
        value: value(key),
        weight: 1.0,
    })
    .collect()
}

#[test]
fn the_bootstrap_has_the_spread_of_the_mean() {
    // Two means of 30 answers each, one fixed: how often the other exceeds it.
    let spread = |key: u64| 3.0 + ((key * 37) % 11) as f64 / 10.0 - 0.5;
    let mut table = AnswerTable::new(1);
    let moving = answers(0..33, spread);
    let mean = moving.iter().map(|a| a.value).sum::<f64>() / 33.0;
    let variance = moving.iter().map(|a| (a.value - mean).powi(2)).sum::<f64>() / 33.0;
    let error = (variance / 33.0).sqrt();
    table.push(&[moving], &[Line::VALUE]);
    // One standard error above: about Phi(-1) = 0.159.
    table.push(&[answers(100..101, |_| mean + error)], &[Line::VALUE]);
    let options = StabilityOptions::new(1).draws(10_000).seed(5);
    let result = evidence_stability(&table, &[1.0], &options, &mut Silent).unwrap();
    let share = result.of(0).unwrap().top_probability;
    assert!((share - 0.159).abs() < 0.025, "{share}");
}

#[test]
fn a_source_without_a_drawn_answer_is_absent_and_one_answer_alone_is_never_lost() {
    let mut table = AnswerTable::new(2);
    // The second source is there in a share of 1 - 1/e of the draws that have any answer.
    table.push(
        &[answers(0..1, |_| 1.0), answers(1..2, |_| 5.0)],
        &[Line::VALUE],
    );
    table.push(&[answers(2..3, |_| 4.0), Vec::new()], &[Line::VALUE]);
    let options = StabilityOptions::new(1).draws(20_000);
    let result = evidence_stability(&table, &[0.5, 0.5], &options, &mut Silent).unwrap();
    let gone = (-1.0_f64).exp();
    // Ahead only where its answer of 1 is not drawn and the one of 5 is.
    let exact = gone * (1.0 - gone) / (1.0 - gone * gone);
    let share = result.of(0).unwrap().top_probability;
    assert!((share - exact).abs() < 0.018, "{share} {exact}");
    assert_eq!(result.restriction, Restriction::All);
}

#[test]
fn bad_answers_are_named() {
    for (value, weight) in [(NONE, 1.0), (1.0, 0.0), (1.0, -1.0), (1.0, f64::INFINITY)] {
        let mut table = AnswerTable::new(1);
        table.push(
            &[[Answer {
                key: 1,
                value,
                weight,
            }]],
            &[Line::VALUE],
        );
        assert!(matches!(
            table.problem(&[1.0]),
            Err(RankProblemError::Alternatives(_))
        ));
    }
    let mut table = AnswerTable::new(2);
    table.push(&[answers(0..1, |_| 1.0)], &[Line::VALUE]);
    table.push::<Vec<Answer>>(&[Vec::new(), Vec::new()], &[Line::VALUE]);
    let Err(RankProblemError::Alternatives(faults)) = table.problem(&[0.5, 0.5]) else {
        panic!("faults were not seen");
    };
    assert_eq!(faults.len(), 1);
    assert_eq!(
        AnswerTable::new(1).problem(&[1.0]),
        Err(RankProblemError::Empty)
    );
}

#[test]
fn answers_and_readings_are_not_shown() {
    let mut table = AnswerTable::new(1);
    table.push(&[answers(0..1, |_| 4.375)], &[Line::VALUE]);
    let problem = table.problem(&[1.0]).unwrap();
    for shown in [format!("{table:?}"), format!("{:?}", Reading::of(4.375))] {
        assert!(!shown.contains("4.375"), "{shown}");
    }
    let shown = format!("{problem:?}");
    assert!(
        !shown.contains("4.375") && !shown.contains("4375"),
        "{shown}"
    );
}

fn rows() -> impl Strategy<Value = Vec<Vec<f64>>> {
    let cell = prop_oneof![4 => (0..40_u8).prop_map(|x| f64::from(x) / 10.0), 1 => Just(NONE)];
    prop::collection::vec(prop::collection::vec(cell, 3), 2..12).prop_map(|rows| {
        rows.into_iter()
            .map(|mut row| {
                if row.iter().all(|x| x.is_nan()) {
                    row[0] = 1.0;
                }
                row
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn the_order_of_alternatives_changes_nothing(rows in rows(), top in 1..4_usize) {
        let options = StabilityOptions::new(top).draws(80);
        let first = stability(&scores(&[0.5, 0.3, 0.2], &rows), &options);
        let turned: Vec<Vec<f64>> = rows.iter().rev().cloned().collect();
        let second = stability(&scores(&[0.5, 0.3, 0.2], &turned), &options);
        for place in &first.places {
            let same = second.of(rows.len() - 1 - place.alternative).unwrap();
            prop_assert_eq!(same.top_probability, place.top_probability);
            prop_assert_eq!((same.rank_low, same.rank_high), (place.rank_low, place.rank_high));
        }
    }

    #[test]
    fn the_places_of_every_draw_are_given_out_once(rows in rows(), top in 1..4_usize) {
        let options = StabilityOptions::new(top).draws(60).ranks(rows.len());
        let result = stability(&scores(&[0.5, 0.3, 0.2], &rows), &options);
        let given: f64 = result.places.iter().map(|place| place.top_probability).sum();
        prop_assert!((given - top.min(rows.len()) as f64).abs() < 1e-6);
        for rank in 0..rows.len() {
            let share: f64 = result.places.iter().map(|place| place.acceptability[rank]).sum();
            prop_assert!((share - 1.0).abs() < 1e-6);
        }
    }

    #[test]
    fn a_better_value_never_lowers_the_chance(rows in rows(), who in 0..12_usize, at in 0..3_usize) {
        let who = who % rows.len();
        prop_assume!(!rows[who][at].is_nan());
        let options = StabilityOptions::new(1).draws(60);
        let of = |rows: &[Vec<f64>]| {
            stability(&scores(&[0.5, 0.3, 0.2], rows), &options).of(who).unwrap().top_probability
        };
        let mut better = rows.clone();
        better[who][at] += 0.5;
        prop_assert!(of(&better) >= of(&rows) - 1e-9);
    }

    #[test]
    fn answers_in_any_order_and_partition_draw_the_same(
        rows in prop::collection::vec(prop::collection::vec((0..2_usize, 1..=5_u8), 1..8), 2..6),
    ) {
        let table = |turned: bool| {
            let mut table = AnswerTable::new(2);
            for (place, row) in rows.iter().enumerate() {
                let mut lists = vec![Vec::new(), Vec::new()];
                for (number, (source, value)) in row.iter().enumerate() {
                    let key = (place * 100 + number) as u64;
                    lists[*source].push(Answer { key, value: f64::from(*value), weight: 1.0 });
                }
                if turned {
                    for list in &mut lists {
                        list.reverse();
                    }
                }
                table.push(&lists, &[Line::VALUE]);
            }
            table
        };
        let options = StabilityOptions::new(1).draws(40);
        let of = |table: &AnswerTable| {
            evidence_stability(table, &[0.6, 0.4], &options, &mut Silent).unwrap()
        };
        prop_assert_eq!(of(&table(false)), of(&table(true)));
    }
}
