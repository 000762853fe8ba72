//! Severity of raters by least squares: published tables, other routes to the same numbers,
//! graphs that fall apart, and bad input.

use bangkom_stats::raters::{
    AdditiveOptions, AdditiveSeverity, Rating, RatingTable, additive_severity,
};
use bangkom_stats::regression::LinearModel;
use bangkom_stats::{ConfidenceLevel, StatsError, Warning};
use proptest::prelude::*;

use crate::random::{close, normals};

const NA: f64 = f64::NAN;

/// Shrout and Fleiss (1979), table 2.
const COMPLETE: [[f64; 4]; 6] = [
    [9.0, 2.0, 5.0, 8.0],
    [6.0, 1.0, 3.0, 2.0],
    [8.0, 4.0, 6.0, 8.0],
    [7.0, 1.0, 2.0, 6.0],
    [10.0, 5.0, 6.0, 9.0],
    [6.0, 2.0, 4.0, 7.0],
];

fn solved<R: AsRef<[f64]>>(rows: &[R]) -> AdditiveSeverity {
    let table = RatingTable::from_rows(rows).expect("a table");
    additive_severity(&table, &AdditiveOptions::default()).expect("a result")
}

fn adjusted(result: &AdditiveSeverity) -> Vec<f64> {
    let of = |target: &Option<_>| target.as_ref().map_or(NA, level);
    result.targets.iter().map(of).collect()
}

fn level(target: &bangkom_stats::raters::AdjustedTarget) -> f64 {
    target.adjusted
}

fn effects(result: &AdditiveSeverity) -> Vec<f64> {
    let of = |rater: &Option<bangkom_stats::raters::RaterEffect>| rater.map_or(NA, |r| r.effect);
    result.raters.iter().map(of).collect()
}

#[track_caller]
fn all_close(got: &[f64], want: &[f64], tolerance: f64) {
    assert_eq!(got.len(), want.len());
    for (got, want) in got.iter().zip(want) {
        let limit = tolerance * want.abs().max(1.0);
        assert!((got - want).abs() <= limit, "got {got}, want {want}");
    }
}

#[test]
fn reference_additive_complete_6x4() {
    let result = solved(&COMPLETE);
    all_close(&[result.components[0].mu], &[5.291_666_666_667], 1e-12);
    all_close(&adjusted(&result), &[6.0, 3.0, 6.5, 4.0, 7.5, 4.75], 1e-14);
    let want = [
        2.375,
        -2.791_666_666_666_666_7,
        -0.958_333_333_333_333_4,
        1.375,
    ];
    all_close(&effects(&result), &want, 1e-14);
    let targets: Vec<f64> = result.targets.iter().flatten().map(|t| t.effect).collect();
    let want = [
        0.708_333_333_333_3,
        -2.291_666_666_667,
        1.208_333_333_333,
        -1.291_666_666_667,
        2.208_333_333_333,
        -0.541_666_666_666_7,
    ];
    all_close(&targets, &want, 1e-12);
    all_close(&[result.rss], &[15.291_666_666_67], 1e-12);
    assert_eq!((result.df, result.basis.n_used), (15, 24));
    // In a complete table a level has the variance of a mean of four ratings.
    let noise = result.residual_variance.expect("degrees of freedom");
    for target in result.targets.iter().flatten() {
        all_close(
            &[target.se.expect("an error")],
            &[(noise / 4.0).sqrt()],
            1e-13,
        );
    }
    // A rater's effect is a mean of six less the mean of four such.
    for rater in result.raters.iter().flatten() {
        let want = (noise / 6.0 * 0.75).sqrt();
        all_close(&[rater.se.expect("an error")], &[want], 1e-13);
    }
}

/// A table with gaps; some cells filled twice.
fn gappy(n_targets: usize, n_raters: usize, seed: u64) -> Vec<Rating> {
    let noise = normals(seed, 0, 3 * n_targets * n_raters);
    let mut ratings = Vec::new();
    for target in 0..n_targets {
        for rater in 0..n_raters {
            let at = 3 * (target * n_raters + rater);
            let times = if noise[at] > 1.2 {
                2
            } else {
                usize::from(noise[at] > -0.2)
            };
            for repeat in 0..times {
                let value = noise[at + 1 + repeat] + target as f64 / 3.0 - rater as f64 / 2.0;
                ratings.push(Rating {
                    target,
                    rater,
                    value,
                });
            }
        }
        // A ring keeps the table in one piece.
        for rater in [target % n_raters, (target + 1) % n_raters] {
            ratings.push(Rating {
                target,
                rater,
                value: noise[target + rater],
            });
        }
    }
    ratings
}

/// Columns that count one member of a side and take off the last, without the last.
fn coded(n: usize, of: impl Fn(&Rating) -> usize, ratings: &[Rating]) -> Vec<Vec<f64>> {
    let sign = |member: usize, rating: &Rating| match of(rating) {
        at if at == member => 1.0,
        at if at == n - 1 => -1.0,
        _ => 0.0,
    };
    let column = |member| ratings.iter().map(|rating| sign(member, rating)).collect();
    (0..n - 1).map(column).collect()
}

/// The same model as a general regression with effect coding.
fn by_regression(n_targets: usize, n_raters: usize, ratings: &[Rating]) -> LinearModel {
    let mut columns = vec![vec![1.0; ratings.len()]];
    columns.extend(coded(n_targets, |rating| rating.target, ratings));
    columns.extend(coded(n_raters, |rating| rating.rater, ratings));
    let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let y: Vec<f64> = ratings.iter().map(|rating| rating.value).collect();
    LinearModel::fit(&slices, &y).expect("a model")
}

#[test]
fn gaps_and_repetitions_as_a_general_regression_says() {
    for (n_targets, n_raters, seed) in [(9, 5, 71), (4, 11, 72), (7, 7, 73), (2, 3, 74)] {
        let ratings = gappy(n_targets, n_raters, seed);
        let table = RatingTable::new(n_targets, n_raters, &ratings).expect("a table");
        let result = additive_severity(&table, &AdditiveOptions::default()).expect("a result");
        let model = by_regression(n_targets, n_raters, &ratings);
        let table = model
            .classical()
            .expect("a model")
            .coefficients(ConfidenceLevel::default())
            .expect("coefficients");
        let of = &table.coefficients;
        all_close(&[result.components[0].mu], &[of[0].estimate], 1e-12);
        for target in 0..n_targets - 1 {
            let ours = result.targets[target].expect("a level");
            all_close(&[ours.effect], &[of[1 + target].estimate], 1e-12);
            all_close(&[ours.adjusted], &[ours.effect + of[0].estimate], 1e-12);
            // The level is the constant and the effect together.
            let mut sum = vec![0.0; of.len()];
            (sum[0], sum[1 + target]) = (1.0, 1.0);
            let whole = model.classical().expect("a model");
            let level = whole
                .contrast(&sum, ConfidenceLevel::default())
                .expect("a contrast");
            all_close(&[ours.se.expect("an error")], &[level.se], 1e-11);
        }
        for rater in 0..n_raters - 1 {
            let ours = result.raters[rater].expect("an effect");
            let theirs = &of[n_targets + rater];
            all_close(&[ours.effect], &[theirs.estimate], 1e-12);
            all_close(&[ours.se.expect("an error")], &[theirs.se], 1e-11);
        }
        let residuals: f64 = model.residuals().iter().map(|r| r * r).sum();
        all_close(&[result.rss], &[residuals], 1e-12);
        assert_eq!(result.df, ratings.len() - of.len());
    }
}

#[test]
fn large_graphs_are_solved_without_a_matrix() {
    // Each target meets three of as many raters, around a ring with long jumps.
    let n = 1_200;
    let (level, lenience) = (
        |t: usize| (t % 17) as f64 / 4.0,
        |r: usize| (r % 5) as f64 / 8.0,
    );
    let ratings: Vec<Rating> = (0..n)
        .flat_map(|target| [0, 1, 377].map(|jump| (target, (target + jump) % n)))
        .map(|(target, rater)| Rating {
            target,
            rater,
            value: level(target) + lenience(rater),
        })
        .collect();
    let table = RatingTable::new(n, n, &ratings).expect("a table");
    let result = additive_severity(&table, &AdditiveOptions::default()).expect("a result");
    for (first, second) in [(0, 1), (3, 700), (1_199, 8)] {
        let raters = result
            .rater_difference(first, second)
            .expect("one component");
        assert!((raters - (lenience(first) - lenience(second))).abs() < 1e-10);
        let targets = result
            .target_difference(first, second)
            .expect("one component");
        assert!((targets - (level(first) - level(second))).abs() < 1e-10);
    }
    assert!(result.rss < 1e-15);
    assert_eq!(result.raters[0].expect("an effect").se, None);
}

#[test]
fn what_no_chain_joins_is_adjusted_apart_and_never_compared() {
    let rows = [
        [3.0, 4.0, NA, NA],
        [2.0, 3.0, NA, NA],
        [NA, NA, 5.0, NA],
        [NA, NA, 1.0, NA],
        [NA, NA, NA, NA],
    ];
    let table = RatingTable::from_rows(&rows).expect("a table");
    assert!(!table.is_connected());
    let result = additive_severity(&table, &AdditiveOptions::default()).expect("a result");
    let members = |place: usize| {
        let of = &result.components[place];
        (of.targets.as_slice(), of.raters.as_slice())
    };
    assert_eq!(result.components.len(), 2);
    assert_eq!(members(0), ([0, 1].as_slice(), [0, 1].as_slice()));
    assert_eq!(members(1), ([2, 3].as_slice(), [2].as_slice()));
    all_close(&adjusted(&result)[..4], &[3.5, 2.5, 5.0, 1.0], 1e-14);
    assert_eq!((result.targets[4], result.raters[3]), (None, None));
    // One rater alone has no severity that could be seen.
    let alone = result.raters[2].expect("an effect");
    assert_eq!((alone.effect, alone.se), (0.0, None));
    assert_eq!(result.df, 1);
    let across = result.target_difference(0, 2);
    assert!(
        matches!(across, Err(StatsError::Undefined { .. })),
        "{across:?}"
    );
    let nobody = result.rater_difference(0, 3);
    assert!(
        matches!(nobody, Err(StatsError::Undefined { .. })),
        "{nobody:?}"
    );
    assert!(result.rater_difference(0, 99).is_err());
    assert_eq!(result.rater_difference(1, 0).map(f64::round), Ok(1.0));
}

#[test]
fn raters_of_few_ratings_are_drawn_toward_the_others() {
    // The fourth rater gave one rating, six points off.
    let mut rows: Vec<[f64; 4]> = (0..12_u8)
        .map(|i| {
            let level = f64::from(i % 4) + 2.0;
            let wobble = if i % 3 == 0 { 0.5 } else { -0.25 };
            [level + 1.0 + wobble, level - 1.0, level - wobble, NA]
        })
        .collect();
    rows[5][3] = rows[5][0] + 6.0;
    let table = RatingTable::from_rows(&rows).expect("a table");
    let full = additive_severity(&table, &AdditiveOptions::default()).expect("a result");
    let options = AdditiveOptions::default().shrink_below(5);
    let drawn = additive_severity(&table, &options).expect("a result");
    let (few, many) = (
        drawn.raters[3].expect("few"),
        drawn.raters[0].expect("many"),
    );
    assert_eq!((many.weight, many.applied), (1.0, many.effect));
    assert!(0.0 < few.weight && few.weight < 1.0, "{}", few.weight);
    assert!(close(few.applied, few.weight * few.effect, 1e-15));
    assert_eq!(few.effect, full.raters[3].expect("few").effect);
    // The weight by the formula, from what is published in the result.
    let all = || drawn.raters.iter().flatten();
    let spread = |f: fn(&bangkom_stats::raters::RaterEffect) -> f64| all().map(f).sum::<f64>();
    let squared = |se: Option<f64>| se.map_or(0.0, |se| se * se);
    let tau = (spread(|r| r.effect * r.effect) - all().map(|r| squared(r.se)).sum::<f64>()) / 3.0;
    assert!(close(few.weight, tau / (tau + squared(few.se)), 1e-12));
    // Only the target that he rated moves, by a quarter of what was not taken off.
    for (target, (a, b)) in full.targets.iter().zip(&drawn.targets).enumerate() {
        let (a, b) = (a.expect("a level"), b.expect("a level"));
        let moved = if target == 5 {
            (few.effect - few.applied) / 4.0
        } else {
            0.0
        };
        assert!((b.adjusted - a.adjusted - moved).abs() < 1e-12);
    }
}

#[test]
fn without_degrees_of_freedom_nothing_is_taken_for_severity_of_the_few() {
    let rows = [[3.0, 5.0], [4.0, NA]];
    let table = RatingTable::from_rows(&rows).expect("a table");
    let options = AdditiveOptions::default().shrink_below(9);
    let result = additive_severity(&table, &options).expect("a result");
    assert_eq!((result.df, result.residual_variance), (0, None));
    for rater in result.raters.iter().flatten() {
        assert_eq!((rater.se, rater.weight, rater.applied), (None, 0.0, 0.0));
    }
    all_close(&adjusted(&result), &[4.0, 4.0], 1e-14);
}

#[test]
fn raters_bad_input_is_refused_and_dull_input_is_not() {
    let rating = |target, rater, value| Rating {
        target,
        rater,
        value,
    };
    let off = RatingTable::new(2, 2, &[rating(0, 0, 1.0), rating(2, 0, 1.0)]);
    assert!(matches!(
        off,
        Err(StatsError::OutOfRange {
            argument: "target",
            index: Some(1),
            ..
        })
    ));
    let off = RatingTable::new(2, 2, &[rating(0, 2, 1.0)]);
    assert!(matches!(
        off,
        Err(StatsError::OutOfRange {
            argument: "rater",
            ..
        })
    ));
    let endless = RatingTable::new(2, 2, &[rating(0, 0, f64::NEG_INFINITY)]);
    assert!(matches!(
        endless,
        Err(StatsError::NotFinite { index: 0, .. })
    ));
    let ragged = RatingTable::from_rows(&[vec![1.0], vec![1.0, 2.0]]);
    assert!(matches!(ragged, Err(StatsError::LengthMismatch { .. })));
    for empty in [
        RatingTable::new(0, 0, &[]),
        RatingTable::new(3, 2, &[rating(0, 0, NA)]),
        RatingTable::from_rows::<[f64; 2]>(&[]),
    ] {
        let empty = empty.expect("a table");
        assert!(empty.is_connected() && empty.components().is_empty());
        let refused = additive_severity(&empty, &AdditiveOptions::default());
        assert_eq!(refused, Err(StatsError::TooFew { needed: 1, got: 0 }));
    }
    let missing = solved(&[[1.0, NA], [2.0, 3.0]]);
    assert_eq!(
        missing.basis.warnings,
        [Warning::MissingDropped { count: 1 }]
    );
    // One rater, one rating, all equal: nothing to adjust, nothing undefined.
    let one = solved(&[[3.0]]);
    assert_eq!((adjusted(&one), effects(&one)), (vec![3.0], vec![0.0]));
    let flat = solved(&[[0.1, 0.1], [0.1, 0.1], [0.1, 0.1]]);
    assert_eq!((adjusted(&flat), flat.rss), (vec![0.1; 3], 0.0));
    // Squares of one huge value leave the range of a double.
    let huge = RatingTable::from_rows(&[[1.0, 2.0], [3.0, 1e300]]).expect("a table");
    let refused = additive_severity(&huge, &AdditiveOptions::default());
    assert!(
        matches!(refused, Err(StatsError::Undefined { .. })),
        "{refused:?}"
    );
    assert!(!format!("{:?}", rating(0, 1, 4.25)).contains("4.25"));
}

#[test]
fn extreme_scales_keep_their_digits() {
    let plain = solved(&COMPLETE);
    for (scale, offset) in [(1e-150, 0.0), (1e150, 0.0), (1.0, 1e9), (1.0, -4e12)] {
        let rows = COMPLETE.map(|row| row.map(|x| x * scale + offset));
        let result = solved(&rows);
        for (a, b) in effects(&plain).iter().zip(effects(&result)) {
            assert!((a - b / scale).abs() < 1e-3 && (offset != 0.0 || close(*a * scale, b, 1e-12)));
        }
    }
}

proptest! {
    #[test]
    fn additive_order_never_matters_and_labels_do_not_count(
        cells in prop::collection::vec((0..7_usize, 0..5_usize, -40..40_i8), 1..40),
        turn in 1..7_usize,
    ) {
        let ratings: Vec<Rating> = cells
            .iter()
            .map(|(target, rater, value)| Rating {
                target: *target,
                rater: *rater,
                value: f64::from(*value) / 8.0,
            })
            .collect();
        let options = AdditiveOptions::default().shrink_below(3);
        let of = |ratings: &[Rating]| {
            let table = RatingTable::new(7, 5, ratings).expect("a table");
            additive_severity(&table, &options).expect("a result")
        };
        let result = of(&ratings);
        let mut turned = ratings.clone();
        turned.rotate_left(turn % ratings.len());
        turned.reverse();
        prop_assert_eq!(&of(&turned), &result);
        // Other numbers for the targets and raters, the same levels.
        let renamed: Vec<Rating> = ratings
            .iter()
            .map(|r| Rating { target: (r.target + turn) % 7, rater: 4 - r.rater, value: r.value })
            .collect();
        let renamed = of(&renamed);
        for target in 0..7 {
            match (result.targets[target], renamed.targets[(target + turn) % 7]) {
                (Some(a), Some(b)) => prop_assert!((a.adjusted - b.adjusted).abs() < 1e-9),
                (a, b) => prop_assert_eq!(a.is_none(), b.is_none()),
            }
        }
        prop_assert!((result.rss - renamed.rss).abs() < 1e-9);
    }

    #[test]
    fn residuals_are_orthogonal_to_every_target_and_rater(
        cells in prop::collection::vec((0..9_usize, 0..6_usize, -40..40_i8), 1..60),
    ) {
        let ratings: Vec<Rating> = cells
            .iter()
            .map(|(target, rater, value)| Rating {
                target: *target,
                rater: *rater,
                value: f64::from(*value),
            })
            .collect();
        let table = RatingTable::new(9, 6, &ratings).expect("a table");
        let result = additive_severity(&table, &AdditiveOptions::default()).expect("a result");
        let (mut by_target, mut by_rater) = ([0.0; 9], [0.0; 6]);
        for rating in &ratings {
            let target = result.targets[rating.target].expect("a level");
            let rater = result.raters[rating.rater].expect("an effect");
            prop_assert_eq!(target.component, rater.component);
            let residual = rating.value - target.adjusted - rater.effect;
            by_target[rating.target] += residual;
            by_rater[rating.rater] += residual;
        }
        for sum in by_target.iter().chain(&by_rater) {
            prop_assert!(sum.abs() < 1e-9, "{sum}");
        }
        for component in &result.components {
            let raters = component.raters.iter().map(|r| result.raters[*r].expect("rated").effect);
            prop_assert!(raters.sum::<f64>().abs() < 1e-9);
            let targets = component.targets.iter().map(|t| result.targets[*t].expect("rated"));
            prop_assert!(targets.map(|t| t.effect).sum::<f64>().abs() < 1e-9);
        }
    }
}
