//! Many programs in one pass.

use bangkom_evaluation::{
    Assumed, Assumption, AssumptionState, CountingRule, Design, Measured, NationalFigures,
    NationalRun, NoOpinion, compare,
};
use bangkom_stats::gain::{ChangeClass, Scale, reliable_change};
use bangkom_stats::multiplicity::Adjustment;
use bangkom_stats::{ConfidenceLevel, StatsError};
use bangkom_testkit::Rng;
use proptest::prelude::*;

use crate::invented::policy;

type Row = (u32, Option<f64>, Option<f64>);

fn scale() -> Scale {
    Scale::new(0.0, 100.0).unwrap()
}

fn rules(programs: usize) -> Vec<CountingRule> {
    let rule = CountingRule::new(scale()).mastery(70.0);
    vec![
        rule.reliable(0.9, 12.0, ConfidenceLevel::default())
            .unwrap();
        programs
    ]
}

fn run(rows: &[Row]) -> NationalRun {
    let mut run = NationalRun::new(rules(3));
    for (program, first, second) in rows {
        run.push(*program, *first, *second).unwrap();
    }
    run
}

fn figures(run: &NationalRun) -> NationalFigures {
    run.figures(ConfidenceLevel::default(), Adjustment::Holm)
}

fn bytes(run: &NationalRun) -> String {
    serde_json::to_string(&figures(run)).unwrap()
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let score = || prop::option::weighted(0.8, 0.0..=100.0_f64);
    prop::collection::vec((0..3_u32, score(), score()), 0..60)
}

proptest! {
    #[test]
    fn any_order_and_partition_give_the_same_bytes(rows in rows(), cut in 0..60_usize) {
        let whole = bytes(&run(&rows));
        let mut turned = rows.clone();
        turned.reverse();
        prop_assert_eq!(&bytes(&run(&turned)), &whole);
        let cut = cut.min(rows.len());
        let (mut first, second) = (run(&rows[..cut]), run(&rows[cut..]));
        let mut other = second.clone();
        first.merge(&second).unwrap();
        prop_assert_eq!(&bytes(&first), &whole);
        other.merge(&run(&rows[..cut])).unwrap();
        prop_assert_eq!(&bytes(&other), &whole);
    }

    #[test]
    fn the_figures_are_those_of_programs_held_whole(rows in rows()) {
        let figures = figures(&run(&rows));
        for (program, figures) in (0..3).zip(&figures.programs) {
            let own = rows.iter().filter(|(of, ..)| *of == program);
            let score = |score: Option<f64>| score.unwrap_or(f64::NAN);
            let (first, second): (Vec<f64>, Vec<f64>) =
                own.map(|(_, a, b)| (score(*a), score(*b))).unzip();
            prop_assert_eq!(figures.seats as usize, first.len());
            let measured = Measured::new(&first, &second).scale(scale());
            let mut policy = policy();
            policy.min_group = 0;
            let whole = compare(&measured, &Design::default(), &policy).unwrap();
            prop_assert_eq!(figures.pairs, u64::from(whole.flow.both));
            let lost = figures.first_only + figures.second_only + figures.pairs;
            prop_assert!(lost <= figures.seats);
            if let (Some(ours), Some(theirs)) = (figures.test, &whole.test) {
                let effect = whole.effect.as_ref().unwrap();
                let near = |a: f64, b: f64| (a - b).abs() <= 1e-4 * (1.0 + b.abs());
                prop_assert!(near(ours.mean_change, theirs.mean_diff));
                prop_assert!(near(ours.interval.low, theirs.ci.low));
                prop_assert!(near(ours.p, theirs.p_two));
                prop_assert!(near(ours.d_z, effect.d_z) && near(ours.g_z, effect.g_z));
                let class = whole.gains.as_ref().and_then(|gains| gains.class_gain);
                prop_assert!(near(figures.class_gain.unwrap_or(0.0), class.unwrap_or(0.0)));
            }
        }
    }
}

#[test]
fn persons_are_classed_in_the_same_pass() {
    let mut rng = Rng::new(1, "national");
    let rows: Vec<(f64, f64)> = (0..200)
        .map(|_| {
            let first = (50.0 + 12.0 * rng.normal()).clamp(0.0, 100.0);
            (first, (first + 10.0 * rng.normal()).clamp(0.0, 100.0))
        })
        .collect();
    let mut run = NationalRun::new(vec![CountingRule::new(scale())]);
    for (first, second) in &rows {
        assert_eq!(run.push(0, Some(*first), Some(*second)), Ok(None));
    }
    // The second pass takes the spread from the first; the classes are those of the plain
    // function.
    let level = ConfidenceLevel::default();
    let rule = run.reliable_rule(0, 0.85, level).unwrap().unwrap();
    let (first, second): (Vec<f64>, Vec<f64>) = rows.iter().copied().unzip();
    let plain = reliable_change(&first, &second, 0.85, level).unwrap();
    let mut same = NationalRun::new(vec![rule]);
    for ((first, second), class) in rows.iter().zip(&plain.class) {
        assert_eq!(same.push(0, Some(*first), Some(*second)).unwrap(), *class);
    }
    let [improved, unchanged, deteriorated] = figures(&same).programs[0].classes;
    assert_eq!(improved as usize, plain.n_improved);
    assert_eq!((unchanged + deteriorated) as usize, 200 - plain.n_improved);
    assert!(matches!(
        rule.class(0.0, 100.0),
        Some(ChangeClass::Improved)
    ));
}

#[test]
fn what_cannot_be_is_refused_and_counted() {
    let mut run = run(&[]);
    let off = run.push(0, Some(101.0), None);
    assert!(matches!(
        off,
        Err(StatsError::OutOfRange {
            argument: "first",
            ..
        })
    ));
    let endless = run.push(0, None, Some(f64::NAN));
    assert!(matches!(
        endless,
        Err(StatsError::NotFinite {
            argument: "second",
            ..
        })
    ));
    let unknown = run.push(3, None, None);
    assert!(matches!(
        unknown,
        Err(StatsError::OutOfRange {
            argument: "program",
            ..
        })
    ));
    assert_eq!(figures(&run).programs[0].set_aside, 2);
    assert_eq!(figures(&run).programs[0].seats, 0);
    let other = NationalRun::new(rules(2));
    assert!(run.merge(&other).is_err());
    assert!(
        CountingRule::new(scale())
            .reliable(1.0, 5.0, ConfidenceLevel::default())
            .is_err()
    );
    assert!(
        CountingRule::new(scale())
            .reliable(0.5, 0.0, ConfidenceLevel::default())
            .is_err()
    );
}

#[test]
fn equal_changes_and_single_learners_have_no_test() {
    let one = figures(&run(&[(0, Some(50.0), Some(60.0))]));
    assert_eq!(
        (one.programs[0].test, one.programs[0].deviation_change),
        (None, None)
    );
    let alike = figures(&run(&[
        (0, Some(50.0), Some(75.0)),
        (0, Some(25.0), Some(50.0)),
    ]));
    assert_eq!(
        (alike.programs[0].test, alike.programs[0].deviation_change),
        (None, Some(0.0))
    );
    let full = figures(&run(&[
        (0, Some(100.0), Some(100.0)),
        (0, Some(100.0), Some(100.0)),
    ]));
    assert_eq!(
        (full.programs[0].class_gain, full.programs[0].correlation),
        (None, None)
    );
    assert_eq!(full.programs[0].at_ends, Some([1.0, 1.0, 0.0]));
    let counts = full.programs[0].changes.counts();
    assert_eq!((counts.len(), counts[20]), (40, 2));
}

#[test]
fn two_thousand_programs_without_effect_in_one_run() {
    let mut run = NationalRun::new(rules(2_000));
    let mut rng = Rng::new(7, "national null");
    for program in 0..2_000 {
        for _ in 0..25 {
            let able = 50.0 + 12.0 * rng.normal();
            let mut score = || (able + 6.0 * rng.normal()).round().clamp(0.0, 100.0);
            run.push(program, Some(score()), Some(score())).unwrap();
        }
    }
    let figures = figures(&run);
    let tests = figures.programs.iter().filter_map(|one| one.test);
    let alone = tests
        .clone()
        .filter(|test| test.p <= 0.05 && test.d_z > 0.0)
        .count();
    assert!((24..=70).contains(&alone), "{alone} of 2000");
    assert_eq!(tests.filter(|test| test.p_adjusted <= 0.05).count(), 0);
}

#[test]
fn every_kind_of_bad_input_has_figures_or_a_reason() {
    let level = ConfidenceLevel::default();
    // Nobody, in no program and in one.
    let none = NationalRun::new(Vec::new()).figures(level, Adjustment::Holm);
    assert!(none.programs.is_empty());
    let empty = &figures(&run(&[])).programs[0];
    assert_eq!(
        (empty.pairs, empty.attrition, empty.mean_first),
        (0, None, None)
    );
    assert_eq!((empty.test, empty.at_ends), (None, None));
    // Only first scores, only second ones, none at all: attrition, never a zero.
    let lost = figures(&run(&[
        (0, Some(50.0), None),
        (0, None, Some(70.0)),
        (0, None, None),
    ]));
    let lost = &lost.programs[0];
    assert_eq!((lost.seats, lost.first_only, lost.second_only), (3, 1, 1));
    assert_eq!((lost.attrition, lost.mean_second), (Some(1.0), None));
    // Minus infinity and scores a hair outside the scale.
    let mut outside = run(&[]);
    for score in [f64::NEG_INFINITY, -1e-300, 100.000_000_1] {
        assert!(outside.push(0, Some(score), Some(50.0)).is_err(), "{score}");
    }
    assert_eq!(figures(&outside).programs[0].set_aside, 3);
    // What is assumed, and that no sturdier method was asked, is said once for the run.
    let whole = figures(&run(&[
        (0, Some(50.0), Some(60.0)),
        (0, Some(40.0), Some(70.0)),
    ]));
    assert_eq!(whole.no_opinion, NoOpinion::TooMany);
    let what: Vec<_> = whole.assumptions.iter().map(|it| it.what).collect();
    assert!(what.contains(&Assumed::Independence) && what.contains(&Assumed::EqualForms));
    let unknown = |it: &Assumption| it.state == AssumptionState::Unknown;
    assert!(whole.assumptions.iter().all(unknown));
}

#[test]
fn scales_far_off_and_very_small_keep_their_figures() {
    let pairs: Vec<(f64, f64)> = (0..60)
        .map(|at| {
            (
                f64::from(at % 7) / 10.0,
                f64::from(at % 7 + at % 3 + 1) / 10.0,
            )
        })
        .collect();
    let of = |low: f64, range: f64| {
        let scale = Scale::new(low, low + range).unwrap();
        let mut run = NationalRun::new(vec![CountingRule::new(scale)]);
        for (first, second) in &pairs {
            let score = |share: f64| (low + share * range).clamp(low, low + range);
            run.push(0, Some(score(*first)), Some(score(*second)))
                .unwrap();
        }
        figures(&run).programs.remove(0)
    };
    let plain = of(0.0, 1.0);
    let (t, p) = plain.test.map(|it| (it.t, it.p)).unwrap();
    assert!(t > 5.0 && p > 0.0);
    for (low, range) in [(1e9, 100.0), (0.0, 1e-160), (-1e9, 2e9), (0.0, 1e150)] {
        let moved = of(low, range);
        let test = moved.test.unwrap();
        assert!(
            (test.t - t).abs() < 1e-4 * t,
            "{low} {range}: {} {t}",
            test.t
        );
        assert!(test.p > 0.0 && test.interval.low < test.interval.high);
        let gain = moved.class_gain.unwrap();
        assert!((gain - plain.class_gain.unwrap()).abs() < 1e-4);
    }
}

#[test]
fn ten_million_learners_are_counted_in_one_pass_without_a_p_of_zero() {
    const LEARNERS: u32 = 10_000_000;
    let mut run = NationalRun::new(rules(1));
    for at in 0..LEARNERS {
        let first = f64::from(at % 61);
        run.push(0, Some(first), Some(first + f64::from(at % 23)))
            .unwrap();
    }
    let figures = figures(&run);
    let one = &figures.programs[0];
    assert_eq!(one.pairs, u64::from(LEARNERS));
    let test = one.test.unwrap();
    // The mean of 0 to 22, over many turns of both.
    assert!(
        (test.mean_change - 11.0).abs() < 1e-4,
        "{}",
        test.mean_change
    );
    assert!(test.p > 0.0 && test.p < 1e-12 && test.p_adjusted > 0.0);
    assert!(test.interval.low < test.interval.high);
}
