//! Closed forms against each other and against draws.

use bangkom_domain::progress::Silent;
use bangkom_needs::recency::{DecayLaw, forward_decay};
use bangkom_needs::robustness::{
    RankProblem, StabilityOptions, WeightDraws, WeightModel, dirichlet_moments,
    positive_on_simplex, positive_under_dirichlet, two_criteria_acceptability, weight_stability,
};
use bangkom_needs::weights::direct;
use bangkom_stats::StatsError;
use proptest::prelude::*;

/// The textbook sum, for differences that are all different.
fn textbook(d: &[f64]) -> f64 {
    let term = |(i, own): (usize, &f64)| {
        let others = d.iter().enumerate().filter(|(j, _)| *j != i);
        others
            .map(|(_, other)| own / (own - other))
            .product::<f64>()
    };
    d.iter()
        .enumerate()
        .filter(|(_, own)| **own > 0.0)
        .map(term)
        .sum()
}

#[test]
fn equal_differences_and_zeros_have_a_probability() {
    // P(w1 + w2 > w3) with w uniform: 1 - P(w3 > 1/2) = 1 - 1/4.
    assert_eq!(positive_on_simplex(&[1.0, 1.0, -1.0]).unwrap(), 0.75);
    let nearly = positive_on_simplex(&[1.0, 1.0 + 1e-13, -1.0]).unwrap();
    assert!((nearly - 0.75).abs() < 1e-12);
    assert_eq!(positive_on_simplex(&[1.0, 0.0, 0.0]).unwrap(), 1.0);
    assert_eq!(positive_on_simplex(&[-1.0, 0.0]).unwrap(), 0.0);
    assert_eq!(positive_on_simplex(&[1e308, -1e308]).unwrap(), 0.5);
    let tiny = positive_on_simplex(&[1e-300, -1.0]).unwrap();
    assert!((tiny / 1e-300 - 1.0).abs() < 1e-12);
}

#[test]
fn bad_input_of_closed_forms_is_refused() {
    assert!(matches!(
        positive_on_simplex(&[]),
        Err(StatsError::TooFew { .. })
    ));
    assert!(positive_on_simplex(&[f64::NAN]).is_err());
    assert!(positive_under_dirichlet(&[1.0], &[1, 2]).is_err());
    assert!(positive_under_dirichlet(&[1.0, -1.0], &[100_000, 1]).is_err());
    for alpha in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(dirichlet_moments(&[alpha], &[1.0]).is_err());
    }
    assert!(dirichlet_moments(&[1.0], &[f64::NAN]).is_err());
    assert!(dirichlet_moments(&[], &[]).is_err());
    assert!(two_criteria_acceptability(&[]).is_err());
    assert!(two_criteria_acceptability(&[[1.0, f64::NAN]]).is_err());
    assert!(two_criteria_acceptability(&[[1.0, 2.0]; 301]).is_err());
    for (law, now) in [
        (DecayLaw::HalfLife(0.0), 1.0),
        (DecayLaw::Power(-1.0), 1.0),
        (DecayLaw::Power(2.0), 0.0),
    ] {
        assert!(forward_decay(&[], 0.0, now, law).is_err());
    }
    let law = DecayLaw::Power(1.0);
    assert!(forward_decay(&[(2.0, 1.0)], 0.0, 1.0, law).is_err());
    assert!(forward_decay(&[(0.5, f64::NAN)], 0.0, 1.0, law).is_err());
    assert_eq!(forward_decay(&[], 0.0, 1.0, law).unwrap().mean, None);
}

#[test]
fn alternatives_that_are_equal_share_their_ranks() {
    let shares = two_criteria_acceptability(&[[1.0, 2.0], [1.0, 2.0], [0.0, 0.0]]).unwrap();
    assert_eq!(shares[0], [0.5, 0.5, 0.0]);
    assert_eq!(shares[1], shares[0]);
    assert_eq!(shares[2], [0.0, 0.0, 1.0]);
}

/// Mean and variance of the first coordinate over draws, and of a weighted mean.
fn drawn(weights: &[f64], model: WeightModel, values: &[f64]) -> (f64, f64) {
    const DRAWS: u64 = 20_000;
    let draws = WeightDraws::new(weights, model, 11);
    let scores = (0..DRAWS).map(|number| {
        let drawn = draws.draw(number);
        drawn.iter().zip(values).map(|(w, x)| w * x).sum::<f64>()
    });
    let (mut sum, mut squares) = (0.0, 0.0);
    for score in scores {
        sum += score;
        squares += score * score;
    }
    let mean = sum / DRAWS as f64;
    (mean, squares / DRAWS as f64 - mean * mean)
}

#[test]
fn drawn_weights_have_the_moments_of_the_distribution() {
    // Shapes above and below one.
    for (weights, concentration) in [
        (vec![0.3, 0.1, 0.2, 0.4], 20.0),
        (vec![0.5, 0.3, 0.2], 2.0),
        (vec![0.9, 0.1], 0.5),
        (vec![0.25; 4], 400.0),
    ] {
        let values: Vec<f64> = [3.0, 4.0, 1.5, 2.0][..weights.len()].to_vec();
        let alpha: Vec<f64> = weights.iter().map(|w| w * concentration).collect();
        let exact = dirichlet_moments(&alpha, &values).unwrap();
        let (mean, variance) = drawn(&weights, WeightModel::Around { concentration }, &values);
        // Five standard errors of 20 000 draws.
        let limit = 5.0 * exact.sd / 20_000.0_f64.sqrt();
        assert!((mean - exact.mean).abs() < limit, "{mean} {}", exact.mean);
        assert!(
            (variance / exact.variance - 1.0).abs() < 0.06,
            "{variance} {}",
            exact.variance
        );
    }
}

#[test]
fn a_source_of_no_weight_is_never_drawn() {
    for model in [
        WeightModel::Uniform,
        WeightModel::Around { concentration: 0.1 },
    ] {
        let draws = WeightDraws::new(&[0.0, 1e-3, 0.999], model, 5);
        for number in 0..200 {
            let weights = draws.draw(number);
            assert_eq!(weights[0], 0.0);
            assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }
    let nothing = WeightDraws::new(&[0.0], WeightModel::Uniform, 5);
    assert_eq!(nothing.draw(1), [0.0]);
}

/// How often the first of two alternatives comes first.
fn first_share(weights: &[f64], model: WeightModel, rows: &[Vec<f64>]) -> f64 {
    let problem = RankProblem::of_scores(weights, rows).unwrap();
    let options = StabilityOptions::new(1)
        .weights(model)
        .draws(20_000)
        .seed(3);
    let result = weight_stability(&problem, &options, &mut Silent).unwrap();
    result.of(0).unwrap().top_probability
}

#[test]
fn draws_find_the_exact_probability_around_chosen_weights() {
    let (a, b) = (vec![3.0, 1.0, 2.0], vec![2.0, 3.0, 1.9]);
    let differences: Vec<f64> = a.iter().zip(&b).map(|(x, y)| x - y).collect();
    let exact = positive_under_dirichlet(&differences, &[12, 6, 2]).unwrap();
    let weights = direct(&[12.0, 6.0, 2.0]).unwrap();
    let share = first_share(
        &weights,
        WeightModel::Around {
            concentration: 20.0,
        },
        &[a, b],
    );
    assert!(
        (share - exact).abs() < 5.0 * (0.25 / 20_000.0_f64).sqrt(),
        "{share} {exact}"
    );
}

proptest! {
    #[test]
    fn the_race_agrees_with_the_textbook_sum(
        d in prop::collection::btree_set(-200_i32..200, 1..7),
    ) {
        let d: Vec<f64> = d.into_iter().filter(|d| *d != 0).map(f64::from).collect();
        prop_assume!(!d.is_empty());
        let exact = positive_on_simplex(&d).unwrap();
        prop_assert!((exact - textbook(&d)).abs() < 1e-6 * (1.0 + textbook(&d).abs()));
        let turned: Vec<f64> = d.iter().map(|d| -d).collect();
        prop_assert!((exact + positive_on_simplex(&turned).unwrap() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn two_criteria_agree_with_the_race(scores in prop::collection::vec((0..20_u8, 0..20_u8), 2)) {
        let scores: Vec<[f64; 2]> = scores.iter().map(|(x, y)| [f64::from(*x), f64::from(*y)]).collect();
        prop_assume!(scores[0] != scores[1]);
        let d = [scores[0][0] - scores[1][0], scores[0][1] - scores[1][1]];
        let shares = two_criteria_acceptability(&scores).unwrap();
        prop_assert!((shares[0][0] - positive_on_simplex(&d).unwrap()).abs() < 1e-12);
        for row in &shares {
            prop_assert!((row.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn a_mean_of_fading_answers_does_not_age(
        answers in prop::collection::vec((0.0_f64..900.0, 1.0_f64..5.0), 1..20), later in 0.0_f64..500.0,
    ) {
        let law = DecayLaw::HalfLife(365.0);
        let now = forward_decay(&answers, 0.0, 900.0, law).unwrap();
        let then = forward_decay(&answers, 0.0, 900.0 + later, law).unwrap();
        prop_assert!((now.mean.unwrap() - then.mean.unwrap()).abs() < 1e-12);
        prop_assert!((now.effective_number / then.effective_number - 1.0).abs() < 1e-12);
    }
}
