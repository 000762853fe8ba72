//! Weights: published values, properties, and every kind of bad input.

use bangkom_domain::Language;
use bangkom_domain::evidence::SourceKind::{Assessment, Peer, Superior};
use bangkom_domain::finding::Explain;
use bangkom_needs::NeedsPolicy;
use bangkom_needs::weights::{
    AhpWeights, Judgements, RandomIndex, WeightsError, ahp, direct, equal, rank_order_centroid,
    rank_reciprocal, rank_sum,
};
use proptest::prelude::*;

use crate::city::today;

fn codes<T: std::fmt::Debug>(result: Result<T, WeightsError>) -> Vec<&'static str> {
    result
        .unwrap_err()
        .findings()
        .iter()
        .map(Explain::code)
        .collect()
}

fn by_saaty(judgements: &Judgements) -> AhpWeights {
    ahp(judgements, &RandomIndex::default())
}

fn near(a: f64, b: f64, limit: f64) -> bool {
    (a - b).abs() <= limit
}

#[test]
fn direct_weights_that_cannot_be_used_are_all_named() {
    let error = direct(&[1.0, -2.0, f64::NAN, f64::INFINITY]).unwrap_err();
    let texts: Vec<String> = error
        .findings()
        .iter()
        .map(|f| f.text(Language::En))
        .collect();
    assert_eq!(
        texts,
        [
            "weight 2 (-2) is negative or not a number",
            "weight 3 (NaN) is negative or not a number",
            "weight 4 (inf) is negative or not a number",
        ]
    );
    assert_eq!(codes(direct(&[0.0, 0.0])), ["needs.weight_all_zero"]);
    assert_eq!(codes(direct(&[])), ["needs.weight_none"]);
}

#[test]
fn huge_and_tiny_weights_are_shares_all_the_same() {
    assert_eq!(direct(&[1e308, 1e308]).unwrap(), [0.5, 0.5]);
    assert_eq!(direct(&[3e-320, 1e-320]).unwrap().len(), 2);
    assert!(equal(0).is_empty() && rank_sum(0).is_empty() && rank_order_centroid(0).is_empty());
}

#[test]
fn three_judgements_give_the_weights_worked_by_hand() {
    let judgements = Judgements::from_upper(&[vec![3.0, 5.0], vec![3.0]]).unwrap();
    let result = by_saaty(&judgements);
    for (got, want) in result.weights.iter().zip([0.6370, 0.2583, 0.1047]) {
        assert!(near(*got, want, 5e-5), "{got}");
    }
    assert!(near(result.lambda_max, 3.03851, 5e-6));
    assert!(near(result.consistency_ratio.unwrap(), 0.0332, 5e-5));
}

#[test]
fn one_and_two_items_have_the_ratio_zero() {
    let one = by_saaty(&Judgements::new(&[[1.0]]).unwrap());
    assert_eq!(
        (one.weights.as_slice(), one.consistency_ratio),
        (&[1.0][..], Some(0.0))
    );
    let two = by_saaty(&Judgements::from_upper(&[[4.0]]).unwrap());
    assert!(near(two.weights[0], 0.8, 1e-15) && near(two.lambda_max, 2.0, 1e-14));
    assert_eq!(
        (two.consistency_index, two.consistency_ratio),
        (0.0, Some(0.0))
    );
    assert!(one.worst_triad.is_none() && two.worst_triad.is_none() && two.is_consistent());
}

#[test]
fn the_table_of_random_indices_is_named_and_changes_the_ratio_only() {
    let judgements = Judgements::from_upper(&[vec![3.0, 5.0], vec![3.0]]).unwrap();
    let (saaty, other) = (
        by_saaty(&judgements),
        ahp(&judgements, &RandomIndex::alonso_lamata_2006()),
    );
    assert_eq!(saaty.weights, other.weights);
    assert_eq!(other.random_index_table, "Alonso and Lamata 2006");
    let ratio = saaty.consistency_ratio.unwrap() / other.consistency_ratio.unwrap();
    assert!(near(ratio, 0.5245 / 0.58, 1e-12));
    let of_own = RandomIndex {
        name: "own".to_owned(),
        from_three: vec![0.0],
    };
    assert_eq!(ahp(&judgements, &of_own).consistency_ratio, None);
    let many = Judgements::from_upper(&upper(16, |_, _| 1.0)).unwrap();
    assert_eq!(by_saaty(&many).consistency_ratio, None);
    assert!(!by_saaty(&many).is_consistent());
}

fn upper(n: usize, of: impl Fn(usize, usize) -> f64) -> Vec<Vec<f64>> {
    let row = |row: usize| (row + 1..n).map(|column| of(row, column)).collect();
    (0..n - 1).map(row).collect()
}

#[test]
fn the_judgement_that_was_turned_round_is_pointed_out() {
    // Consistent by 2^(column - row), but one pair judged the wrong way round.
    let wrong = |row: usize, column: usize| {
        let right = 2.0_f64.powi((column - row) as i32);
        if (row, column) == (1, 3) {
            1.0 / right
        } else {
            right
        }
    };
    let triad = by_saaty(&Judgements::from_upper(&upper(5, wrong)).unwrap())
        .worst_triad
        .unwrap();
    assert_eq!((triad.row, triad.column), (1, 3));
    assert!(near(triad.given, 0.25, 1e-15) && near(triad.implied, 4.0, 1e-12));
    assert!(triad.index_after < 1e-12);
    // ln of the contradiction is ln 16.
    assert!(near(triad.inconsistency, 15.0 / 16.0, 1e-12));
}

#[test]
fn a_wholly_torn_triad_still_ends() {
    let torn = Judgements::from_upper(&[vec![1e3, 1e-3], vec![1e3]]).unwrap();
    let result = by_saaty(&torn);
    // The matrix is a circulant: equal weights, and 1 + 1000 + 1/1000.
    assert!(near(result.weights[0], 1.0 / 3.0, 1e-12));
    assert!(near(result.lambda_max, 1001.001, 1e-8));
    assert!(!result.is_consistent());
}

#[test]
fn judgements_that_cannot_be_used_are_all_named_with_their_cells() {
    let rows = vec![
        vec![1.0, 3.0, -1.0],
        vec![0.5, 2.0],
        vec![f64::NAN, 1.0, 1.0],
    ];
    let error = Judgements::new(&rows).unwrap_err();
    let places: Vec<String> = error
        .findings()
        .iter()
        .map(|finding| format!("{} {}", finding.code(), finding.place().field.unwrap()))
        .collect();
    assert_eq!(
        places,
        [
            "needs.judgement_diagonal judgements[2][2]",
            "needs.judgement_not_reciprocal judgements[1][2]",
            "needs.judgement_not_square judgements[2]",
            "needs.judgement_out_of_range judgements[1][3]",
            "needs.judgement_out_of_range judgements[3][1]",
        ]
    );
    let none: [[f64; 0]; 0] = [];
    assert_eq!(codes(Judgements::new(&none)), ["needs.weight_none"]);
    assert_eq!(
        codes(Judgements::from_upper(&[vec![2.0], vec![0.0, 1.0]])),
        [
            "needs.judgement_not_square",
            "needs.judgement_not_square",
            "needs.judgement_out_of_range"
        ]
    );
    for zero in [0.0, f64::INFINITY, 2e3] {
        assert_eq!(
            codes(Judgements::from_upper(&[[zero]])),
            ["needs.judgement_out_of_range"]
        );
    }
}

#[test]
fn written_decimals_of_a_third_are_reciprocal() {
    let written = [[1.0, 3.0], [0.333_333_3, 1.0]];
    let exact = Judgements::from_upper(&[[3.0]]).unwrap();
    assert_eq!(Judgements::new(&written).unwrap(), exact);
    assert_eq!(
        codes(Judgements::new(&[[1.0, 3.0], [0.33, 1.0]])),
        ["needs.judgement_not_reciprocal"]
    );
}

#[test]
fn a_group_judges_by_geometric_means_in_any_order() {
    let judge = |a: f64, b: f64, c: f64| Judgements::from_upper(&[vec![a, b], vec![c]]).unwrap();
    let judges = [
        judge(2.0, 4.0, 3.0),
        judge(8.0, 1.0, 0.3),
        judge(1.0, 9.0, 7.0),
    ];
    let group = Judgements::of_group(&judges).unwrap();
    assert!(near(group.get(0, 1), 16.0_f64.cbrt(), 1e-14));
    assert!(near(group.get(1, 0) * group.get(0, 1), 1.0, 1e-15));
    let [a, b, c] = judges;
    assert_eq!(Judgements::of_group(&[c, a, b]).unwrap(), group);
    let pair = Judgements::from_upper(&[[1.0]]).unwrap();
    assert_eq!(
        codes(Judgements::of_group(&[group, pair])),
        ["needs.judgement_sizes"]
    );
    assert_eq!(codes(Judgements::of_group(&[])), ["needs.weight_none"]);
}

#[test]
fn weights_go_into_the_policy_and_what_was_not_weighed_counts_nothing() {
    let policy = NeedsPolicy::new(today());
    let before = policy.rule(Superior).unwrap().clone();
    let policy = policy.elicited(&[Superior, Peer], &[3.0, 1.0]).unwrap();
    let after = policy.rule(Superior).unwrap();
    assert_eq!(
        (after.weight, after.half_life_days),
        (0.75, before.half_life_days)
    );
    assert_eq!(policy.rule(Assessment).unwrap().weight, 0.0);
    let twice = NeedsPolicy::new(today()).elicited(&[Peer, Peer], &[-1.0]);
    assert_eq!(
        codes(twice),
        [
            "needs.weight_count",
            "needs.weight_not_usable",
            "needs.weight_twice"
        ]
    );
}

proptest! {
    #[test]
    fn consistent_judgements_give_their_weights_back(
        given in prop::collection::vec(0.05_f64..20.0, 1..9),
    ) {
        let judged = Judgements::from_upper(&upper(given.len(), |r, c| given[r] / given[c])).unwrap();
        let result = by_saaty(&judged);
        let total: f64 = given.iter().sum();
        for method in [&result.weights, &result.geometric_mean_weights] {
            for (weight, own) in method.iter().zip(&given) {
                prop_assert!(near(*weight, own / total, 1e-12));
            }
        }
        prop_assert!(result.consistency_index < 1e-12 && result.worst_triad.is_none());
    }

    #[test]
    fn the_weights_are_an_eigenvector_and_any_numbering_gives_the_same(
        cells in prop::collection::vec(prop::sample::select(vec![1.0/9.0, 1.0/5.0, 1.0/3.0, 1.0, 2.0, 4.0, 9.0]), 10),
    ) {
        let mut cells = cells.into_iter();
        let judged = Judgements::from_upper(&upper(5, |_, _| 0.0).iter().map(|row| {
            row.iter().map(|_| cells.next().unwrap()).collect()
        }).collect::<Vec<Vec<f64>>>()).unwrap();
        let result = by_saaty(&judged);
        for row in 0..5 {
            let sum: f64 = (0..5).map(|column| judged.get(row, column) * result.weights[column]).sum();
            prop_assert!(near(sum, result.lambda_max * result.weights[row], 1e-11 * sum));
        }
        let turned = Judgements::from_upper(&upper(5, |r, c| judged.get(4 - r, 4 - c))).unwrap();
        for (a, b) in by_saaty(&turned).weights.iter().rev().zip(&result.weights) {
            prop_assert!(near(*a, *b, 1e-12));
        }
        // What is said of the mended matrix is so, and no other judgement of the triad does better.
        if let Some(triad) = result.worst_triad {
            let [i, j, k] = triad.items;
            let a = |row, column| judged.get(row, column);
            let choices = [(i, j, a(i, k) * a(k, j)), (i, k, a(i, j) * a(j, k)), (j, k, a(j, i) * a(i, k))];
            let mended = |(row, column, implied): (usize, usize, f64)| {
                let cells = upper(5, |r, c| if (r, c) == (row, column) { implied } else { a(r, c) });
                by_saaty(&Judgements::from_upper(&cells).unwrap()).consistency_index
            };
            let named = choices.iter().find(|choice| (choice.0, choice.1) == (triad.row, triad.column));
            prop_assert!(near(triad.index_after, mended(*named.unwrap()), 1e-9));
            prop_assert!(choices.iter().all(|choice| triad.index_after <= mended(*choice) + 1e-9));
        }
    }

    #[test]
    fn ranked_weights_fall_and_sum_to_one(n in 1..40_usize) {
        for weights in [rank_order_centroid(n), rank_sum(n), rank_reciprocal(n)] {
            prop_assert!(weights.is_sorted_by(|a, b| a > b));
            prop_assert!(near(weights.iter().sum(), 1.0, 1e-12));
        }
    }
}
