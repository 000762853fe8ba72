//! Programs without effect are called effective no more often than stated.

use bangkom_evaluation::{Comparison, Design, Measured, VerdictAnswer, compare, judge};
use bangkom_stats::gain::Scale;
use bangkom_testkit::Rng;

use crate::invented::{World, policy};

const PROGRAMS: usize = 2_000;

fn effective(answer: VerdictAnswer) -> bool {
    // A sure rise is either kept or, when small, revised.
    answer == VerdictAnswer::Keep
}

/// How many of the programs have a sure rise, each judged alone, and all together.
fn risen(changes: &[Comparison]) -> (usize, usize) {
    let policy = policy();
    let rose = |verdict: &bangkom_evaluation::Verdict| {
        effective(verdict.answer)
            || verdict
                .reasons
                .contains(&bangkom_evaluation::VerdictReason::Rose)
    };
    let alone = changes
        .iter()
        .filter(|change| rose(&judge(std::slice::from_ref(*change), &policy)[0]));
    let together = judge(changes, &policy);
    (
        alone.count(),
        together.iter().filter(|verdict| rose(verdict)).count(),
    )
}

#[test]
fn two_thousand_programs_without_effect() {
    let world = World::new(0.0);
    let changes: Vec<Comparison> = (0..PROGRAMS as u64)
        .map(|seed| {
            let mut study = world.study(seed, 12 + (seed % 30) as usize);
            study.groups.clear();
            study.compare()
        })
        .collect();
    let (alone, together) = risen(&changes);
    // Stated: 5 % for two sides, so 2.5 % for a rise; beyond 3.5 % chance is 1 in 300.
    assert!(alone <= PROGRAMS * 35 / 1_000, "{alone} of {PROGRAMS}");
    assert!(
        alone >= PROGRAMS * 12 / 1_000,
        "{alone}: a test that never rejects shows nothing"
    );
    assert_eq!(together, 0);
    // Families of twenty: at most one in twenty may hold a false rise.
    let families: Vec<&[Comparison]> = changes.chunks(20).collect();
    let wrong = families.iter().filter(|family| risen(family).1 > 0).count();
    assert!(
        wrong <= families.len() / 20,
        "{wrong} of {}",
        families.len()
    );
}

#[test]
fn agencies_that_change_alike_do_not_raise_the_rate() {
    let changes: Vec<Comparison> = (0..PROGRAMS as u64)
        .map(|seed| {
            let mut rng = Rng::new(seed, "agencies");
            let shift: Vec<f64> = (0..5).map(|_| 6.0 * rng.normal()).collect();
            let mut study = World::new(0.0).study(seed, 30);
            study.groups = (0..30).map(|at| at % 5).collect();
            for (score, group) in study.second.iter_mut().zip(&study.groups) {
                *score = (*score + shift[*group as usize]).clamp(0.0, 100.0);
            }
            study.compare()
        })
        .collect();
    let (alone, together) = risen(&changes);
    assert!(alone <= PROGRAMS * 35 / 1_000, "{alone} of {PROGRAMS}");
    assert_eq!(together, 0);
    // One by one, people would have misled far more often.
    let policy = policy();
    let misled = changes.iter().filter(|change| {
        let test = change.test.as_ref().unwrap();
        test.mean_diff > 0.0 && test.p_two <= policy.level.alpha()
    });
    assert!(misled.count() > PROGRAMS / 10);
}

#[test]
fn neither_skew_nor_few_steps_nor_losses_raise_the_rate() {
    let policy = policy().resamples(0);
    let changes: Vec<Comparison> = (0..PROGRAMS as u64)
        .map(|seed| {
            let mut rng = Rng::new(seed, "steps");
            let mut score = || f64::from(rng.below(3) + rng.below(3));
            let (first, mut second): (Vec<f64>, Vec<f64>) =
                (0..25).map(|_| (score(), score())).unzip();
            for lost in 0..5 {
                second[lost * 5] = f64::NAN;
            }
            let measured = Measured::new(&first, &second).scale(Scale::new(0.0, 4.0).unwrap());
            compare(&measured, &Design::default(), &policy).unwrap()
        })
        .collect();
    let (alone, together) = risen(&changes);
    assert!(alone <= PROGRAMS * 35 / 1_000, "{alone} of {PROGRAMS}");
    assert_eq!(together, 0);
}
