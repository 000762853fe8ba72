//! The many-facet Rasch model: reference values, score equations, and tables without a maximum.

use bangkom_stats::raters::rasch::{
    ElementFit, Measure, RaschStatus, RatingScaleModel, rating_scale_model,
};
use bangkom_stats::raters::{Rating, RatingTable};
use bangkom_stats::{StatsError, Warning};
use proptest::prelude::*;

const NA: f64 = f64::NAN;

fn model<R: AsRef<[f64]>>(rows: &[R], categories: u32) -> RatingScaleModel {
    let table = RatingTable::from_rows(rows).expect("a table");
    rating_scale_model(&table, categories).expect("a model")
}

fn fits(measures: &[Measure]) -> Vec<ElementFit> {
    measures
        .iter()
        .filter_map(Measure::estimate)
        .copied()
        .collect()
}

fn logits(measures: &[Measure]) -> Vec<f64> {
    fits(measures).iter().map(|fit| fit.logit).collect()
}

fn errors(measures: &[Measure]) -> Vec<f64> {
    fits(measures)
        .iter()
        .map(|fit| fit.se.expect("an error"))
        .collect()
}

fn thresholds(model: &RatingScaleModel) -> Vec<f64> {
    model
        .thresholds
        .iter()
        .map(|threshold| threshold.logit)
        .collect()
}

#[track_caller]
fn all_close(got: &[f64], want: &[f64], tolerance: f64) {
    assert_eq!(got.len(), want.len());
    for (got, want) in got.iter().zip(want) {
        assert!(
            (got - want).abs() <= tolerance * want.abs(),
            "got {got}, want {want}"
        );
    }
}

#[test]
fn reference_mfrm_10x4_4cat() {
    let rows = [
        [3.0, 1.0, 2.0, 3.0],
        [2.0, 3.0, 1.0, 0.0],
        [1.0, 0.0, 2.0, 2.0],
        [2.0, 1.0, 3.0, 1.0],
        [3.0, 3.0, 1.0, 2.0],
        [0.0, 2.0, 0.0, 1.0],
        [2.0, 1.0, 1.0, 3.0],
        [0.0, 1.0, 0.0, 2.0],
        [3.0, 2.0, 2.0, 1.0],
        [1.0, 3.0, 2.0, 2.0],
    ];
    let result = model(&rows, 4);
    assert_eq!(result.status, RaschStatus::Estimated);
    let abilities = [
        1.049_806_525_659,
        0.020_954_113_992_6,
        -0.298_702_359_519_6,
        0.337_558_490_285_2,
        1.049_806_525_659,
        -1.036_799_323_328,
        0.337_558_490_285_2,
        -1.036_799_323_328,
        0.671_139_058_672_7,
        0.671_139_058_672_7,
    ];
    all_close(&logits(&result.targets), &abilities, 1e-11);
    let severities = [
        -0.107_634_377_456_6,
        -0.107_634_377_456_6,
        0.322_903_132_369_9,
        -0.107_634_377_456_6,
    ];
    all_close(&logits(&result.raters), &severities, 1e-11);
    let tau = [
        -1.014_054_836_427,
        0.098_744_274_538_58,
        0.915_310_561_888_7,
    ];
    all_close(&thresholds(&result), &tau, 1e-11);
    assert_eq!(
        (result.bias_factor, result.unused_categories.len()),
        (Some(0.75), 0)
    );
}

/// A table with gaps, solved by Newton steps with 40 digits and constraints written out.
#[test]
fn reference_incomplete_9x4_4cat_by_40_digits() {
    let rows = [
        [2.0, 1.0, NA, 3.0],
        [NA, 2.0, 1.0, 0.0],
        [1.0, 0.0, 2.0, NA],
        [2.0, 1.0, NA, 1.0],
        [3.0, NA, 1.0, 2.0],
        [0.0, 2.0, 0.0, NA],
        [2.0, 1.0, 1.0, 3.0],
        [NA, 1.0, 0.0, 2.0],
        [1.0, 3.0, 2.0, 2.0],
    ];
    let result = model(&rows, 4);
    let abilities = [
        0.573_337_633_809_859_5,
        -0.816_063_029_346_937,
        -0.651_346_426_247_506,
        -0.497_944_247_903_673_5,
        0.844_232_235_095_870_2,
        -1.282_029_393_584_668,
        0.386_723_713_179_585_1,
        -0.816_063_029_346_937,
        0.812_292_263_498_229_7,
    ];
    all_close(&logits(&result.targets), &abilities, 1e-11);
    let severities = [
        -0.073_681_068_148_261_4,
        -0.072_066_523_551_008_04,
        0.668_928_537_808_057_8,
        -0.523_180_946_108_788_3,
    ];
    all_close(&logits(&result.raters), &severities, 1e-11);
    let tau = [
        -1.373_796_666_988_186,
        -0.050_775_329_630_980_94,
        1.424_571_996_619_167,
    ];
    all_close(&thresholds(&result), &tau, 1e-11);
    let of_targets = [
        0.796_915_911_489_917_9,
        0.810_075_869_433_099_2,
        0.794_468_324_007_080_8,
        0.762_271_940_586_436_7,
        0.817_059_765_979_835_7,
        0.904_275_501_435_553_1,
        0.659_673_103_786_201_6,
        0.810_075_869_433_099_2,
        0.701_241_904_724_844,
    ];
    all_close(&errors(&result.targets), &of_targets, 1e-11);
    let of_raters = [
        0.450_146_799_772_960_3,
        0.419_716_419_023_957,
        0.486_512_723_223_665_4,
        0.469_833_765_740_492_7,
    ];
    all_close(&errors(&result.raters), &of_raters, 1e-11);
    assert_eq!(result.basis.n_missing, 7);
}

/// Probabilities of the categories, straight from the formula.
fn probabilities(place: f64, tau: &[f64]) -> Vec<f64> {
    let mut odds = vec![1.0];
    for t in tau {
        odds.push(odds[odds.len() - 1] * (place - t).exp());
    }
    let total: f64 = odds.iter().sum();
    odds.iter().map(|odd| odd / total).collect()
}

/// What is left of the score equations at the estimates: the greatest difference.
fn left_over(model: &RatingScaleModel, ratings: &[Rating]) -> f64 {
    let tau = thresholds(model);
    let mut targets = vec![0.0; model.targets.len()];
    let mut raters = vec![0.0; model.raters.len()];
    let mut reached = vec![0.0; tau.len()];
    for rating in ratings {
        let (Some(target), Some(rater)) = (
            model.targets[rating.target].estimate(),
            model.raters[rating.rater].estimate(),
        ) else {
            continue;
        };
        let p = probabilities(target.logit - rater.logit, &tau);
        let category = model
            .categories
            .iter()
            .position(|c| f64::from(*c) == rating.value);
        let category = category.expect("a category in use");
        let mean: f64 = p.iter().enumerate().map(|(k, p)| k as f64 * p).sum();
        targets[rating.target] += category as f64 - mean;
        raters[rating.rater] += category as f64 - mean;
        for (l, reached) in reached.iter_mut().enumerate() {
            let expected: f64 = p[l + 1..].iter().sum();
            *reached += f64::from(u8::from(category > l)) - expected;
        }
    }
    let all = targets.iter().chain(&raters).chain(&reached);
    all.fold(0.0, |most: f64, left| most.max(left.abs()))
}

#[test]
fn extreme_elements_are_named_and_the_others_measured() {
    let rows = [
        [2.0, 1.0, 2.0],
        [1.0, 0.0, 2.0],
        [1.0, 1.0, 2.0],
        [0.0, 1.0, 2.0],
        [2.0, 0.0, 2.0],
        // Highest from everybody; lowest from all but the third, who always gives the highest.
        [2.0, 2.0, 2.0],
        [0.0, 0.0, 2.0],
        [NA, NA, NA],
    ];
    let result = model(&rows, 3);
    assert_eq!(result.status, RaschStatus::Estimated);
    assert_eq!(result.raters[2], Measure::AllHighest);
    assert_eq!(result.targets[5], Measure::AllHighest);
    assert_eq!(result.targets[6], Measure::AllLowest);
    assert_eq!(result.targets[7], Measure::Unrated);
    assert_eq!(result.basis.n_used, 10);
    assert!(
        result
            .basis
            .warnings
            .contains(&Warning::UndefinedDropped { count: 11 })
    );
    let kept: Vec<[f64; 2]> = rows[..5].iter().map(|row| [row[0], row[1]]).collect();
    let alone = model(&kept, 3);
    assert_eq!(logits(&alone.targets), logits(&result.targets));
    assert_eq!(thresholds(&alone), thresholds(&result));
}

#[test]
fn unused_categories_are_named_and_the_scale_closes_up() {
    let rows = [[4.0, 1.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [4.0, 0.0]];
    let result = model(&rows, 6);
    assert_eq!(
        (
            result.categories.as_slice(),
            result.unused_categories.as_slice()
        ),
        ([0, 1, 4].as_slice(), [2, 3, 5].as_slice())
    );
    let closed = rows.map(|row| row.map(|x| if x == 4.0 { 2.0 } else { x }));
    let closed = model(&closed, 3);
    assert_eq!(logits(&closed.targets), logits(&result.targets));
    assert_eq!(result.thresholds[1].category, 4);
    // Averages speak in the caller's numbers.
    let (first, third) = (fits(&result.targets)[0], fits(&closed.targets)[0]);
    assert_eq!((first.mean, third.mean), (2.5, 1.5));
    assert!(first.fair_average > third.fair_average);
    // Nobody differs: nothing to measure, and no failure.
    let flat = model(&[[2.0, 2.0], [2.0, 2.0]], 5);
    assert_eq!(flat.status, RaschStatus::NothingLeft);
    assert_eq!((flat.log_likelihood, flat.thresholds.len()), (None, 0));
}

#[test]
fn separation_is_named_without_an_extreme_score() {
    // Two panels, each with its own people, and one link that is won: the panels drift apart.
    let rows = [
        [1.0, 0.0, 1.0, NA],
        [0.0, 1.0, NA, NA],
        [NA, NA, 1.0, 0.0],
        [NA, NA, 0.0, 1.0],
    ];
    let result = model(&rows, 2);
    let RaschStatus::Separated(pulled) = &result.status else {
        unreachable!("{:?}", result.status)
    };
    assert!(!pulled.raters.is_empty() && !pulled.targets.is_empty());
    assert!(
        result
            .targets
            .iter()
            .all(|measure| *measure == Measure::Separated)
    );
    assert!(result.severity_difference(0, 1).is_err());
    // A link in the other direction holds them together.
    let mut held = rows;
    held[1][3] = 0.0;
    let held = model(&held, 2);
    assert_eq!(held.status, RaschStatus::Estimated);
    assert!(held.severity_difference(0, 2).is_ok());
}

/// Ten by three, each pair of neighbouring categories met by one rater only: the thresholds
/// and the severities run away together, though no row and no column is extreme.
#[test]
fn separation_of_categories_is_named() {
    let rows: Vec<[f64; 3]> = (0..10_u8)
        .map(|i| match i % 2 {
            0 => [0.0, 1.0, 2.0],
            _ => [1.0, 1.0, 2.0],
        })
        .collect();
    let result = model(&rows, 3);
    let third_is_extreme = result.raters[2] == Measure::AllHighest;
    assert!(third_is_extreme, "{:?}", result.raters);
    let rows: Vec<[f64; 3]> = (0..10_u8)
        .map(|i| match i % 2 {
            0 => [0.0, 2.0, 3.0],
            _ => [1.0, 2.0, 2.0],
        })
        .collect();
    let result = model(&rows, 4);
    assert!(
        matches!(result.status, RaschStatus::Separated(_)),
        "{:?}",
        result.status
    );
}

#[test]
fn components_are_measured_apart() {
    let one = [[2.0, 1.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [2.0, 0.0]];
    let mut rows: Vec<[f64; 4]> = one.iter().map(|r| [r[0], r[1], NA, NA]).collect();
    rows.extend(one.iter().map(|r| [NA, NA, r[1], r[0]]));
    let result = model(&rows, 3);
    assert_eq!(result.components.len(), 2);
    assert_eq!(result.components[1].raters, [2, 3]);
    assert!(result.severity_difference(0, 2).is_err());
    // The same panel twice gives each what it gives alone.
    let alone = model(&one, 3);
    let severe = alone.severity_difference(1, 0).expect("one panel");
    for (a, b) in [(1, 0), (2, 3)] {
        let here = result.severity_difference(a, b).expect("one panel");
        assert!((here - severe).abs() < 1e-12);
    }
    let sum: f64 = logits(&result.raters)[..2].iter().sum();
    assert!(sum.abs() < 1e-12);
}

#[test]
fn rasch_bad_input_is_refused() {
    let table = |rows: &[[f64; 2]]| RatingTable::from_rows(rows).expect("a table");
    for bad in [1.5, -1.0, 4.0, 1e300] {
        let refused = rating_scale_model(&table(&[[1.0, 2.0], [bad, 0.0]]), 4);
        assert!(
            matches!(refused, Err(StatsError::OutOfRange { index: Some(1), .. })),
            "{bad}"
        );
    }
    let fine = table(&[[0.0, 1.0], [1.0, 0.0]]);
    let one = rating_scale_model(&fine, 1);
    assert_eq!(one, Err(StatsError::TooFew { needed: 2, got: 1 }));
    let none = rating_scale_model(&table(&[[NA, NA]]), 4);
    assert_eq!(none, Err(StatsError::TooFew { needed: 1, got: 0 }));
    // One rater alone: abilities follow from the ratings, the severity cannot be seen.
    let alone = RatingTable::from_rows(&[[0.0], [1.0], [1.0], [0.0]]).expect("a table");
    let alone = rating_scale_model(&alone, 2).expect("a model");
    assert_eq!(alone.status, RaschStatus::NothingLeft);
}

/// One target and one rater in one threshold leave the equations nothing but rounding.
#[test]
fn a_single_pair_is_measured() {
    let pair = [
        (6, 3, 1.0),
        (6, 3, 2.0),
        (6, 1, 1.0),
        (0, 3, 1.0),
        (6, 3, 2.0),
        (1, 1, 2.0),
    ];
    let ratings = pair.map(|(target, rater, value)| Rating {
        target,
        rater,
        value,
    });
    let result = of(&ratings);
    assert_eq!(result.status, RaschStatus::Estimated);
    assert!((fits(&result.targets)[0].logit - 2_f64.ln()).abs() < 1e-12);
    assert_eq!(
        (fits(&result.raters)[0].logit, fits(&result.raters)[0].se),
        (0.0, None)
    );
    assert_eq!(
        (result.thresholds[0].category, result.thresholds[0].se),
        (2, None)
    );
}

/// Ratings that stay together: a ring, and some more.
fn ratings() -> impl Strategy<Value = Vec<Rating>> {
    prop::collection::vec((0..8_usize, 0..4_usize, 0..4_u8), 6..70).prop_map(|cells| {
        let rating = |(target, rater, value): (usize, usize, u8)| Rating {
            target,
            rater,
            value: f64::from(value),
        };
        cells.into_iter().map(rating).collect()
    })
}

fn of(ratings: &[Rating]) -> RatingScaleModel {
    let table = RatingTable::new(8, 4, ratings).expect("a table");
    rating_scale_model(&table, 4).expect("an answer for every table")
}

proptest! {
    #[test]
    fn every_table_is_measured_or_its_reason_named(ratings in ratings()) {
        let result = of(&ratings);
        match &result.status {
            RaschStatus::Estimated => {
                prop_assert!(left_over(&result, &ratings) < 1e-9);
                prop_assert!(thresholds(&result).iter().sum::<f64>().abs() < 1e-9);
                for component in &result.components {
                    let of = |rater: &usize| result.raters[*rater].estimate().map(|fit| fit.logit);
                    let sum: f64 = component.raters.iter().filter_map(of).sum();
                    prop_assert!(sum.abs() < 1e-9);
                }
            }
            RaschStatus::Separated(pulled) => {
                let named = pulled.targets.len() + pulled.raters.len() + pulled.categories.len();
                prop_assert!(named > 0);
            }
            _ => prop_assert!(result.components.is_empty()),
        }
    }

    #[test]
    fn rasch_order_and_labels_change_nothing(ratings in ratings(), turn in 1..8_usize) {
        let result = of(&ratings);
        let mut turned = ratings.clone();
        turned.rotate_left(turn % ratings.len());
        turned.reverse();
        prop_assert_eq!(&of(&turned), &result);
        let renamed: Vec<Rating> = ratings
            .iter()
            .map(|r| Rating { target: (r.target + turn) % 8, rater: 3 - r.rater, value: r.value })
            .collect();
        let renamed = of(&renamed);
        for target in 0..8 {
            let (a, b) = (result.targets[target], renamed.targets[(target + turn) % 8]);
            match (a.estimate(), b.estimate()) {
                (Some(a), Some(b)) => prop_assert!((a.logit - b.logit).abs() < 1e-7),
                (None, None) => prop_assert_eq!(a, b),
                _ => prop_assert!(false, "{a:?} became {b:?}"),
            }
        }
    }

    #[test]
    fn a_mirrored_scale_mirrors_the_measures(ratings in ratings()) {
        let result = of(&ratings);
        let mirrored: Vec<Rating> = ratings
            .iter()
            .map(|r| Rating { value: 3.0 - r.value, ..*r })
            .collect();
        let mirrored = of(&mirrored);
        for (a, b) in result.targets.iter().zip(&mirrored.targets) {
            match (a, b) {
                (Measure::Estimated(a), Measure::Estimated(b)) => {
                    prop_assert!((a.logit + b.logit).abs() < 1e-7);
                    prop_assert!((a.outfit - b.outfit).abs() < 1e-7);
                    prop_assert!((a.fair_average + b.fair_average - 3.0).abs() < 1e-7);
                }
                (Measure::AllLowest, _) => prop_assert_eq!(*b, Measure::AllHighest),
                (Measure::AllHighest, _) => prop_assert_eq!(*b, Measure::AllLowest),
                _ => prop_assert_eq!(a, b),
            }
        }
        let (up, down) = (thresholds(&result), thresholds(&mirrored));
        for (a, b) in up.iter().zip(down.iter().rev()) {
            prop_assert!((a + b).abs() < 1e-7);
        }
    }
}
