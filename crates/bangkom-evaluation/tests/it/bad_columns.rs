//! Columns that cannot be, and numbers at the ends of what can be computed with.

use bangkom_evaluation::{
    Comparison, Design, EvaluationPolicy, Measured, Status, VerdictAnswer, compare, judge,
};
use bangkom_stats::StatsError;
use bangkom_stats::gain::Scale;

fn policy(min_group: u32) -> EvaluationPolicy {
    crate::invented::policy().min_group(min_group)
}

fn run(first: &[f64], second: &[f64]) -> Comparison {
    compare(
        &Measured::new(first, second),
        &Design::default(),
        &policy(0),
    )
    .unwrap()
}

fn finite(change: &Comparison) {
    let text = serde_json::to_string(change).unwrap();
    let back: Comparison = serde_json::from_str(&text).unwrap();
    assert_eq!(serde_json::to_string(&back).unwrap(), text);
    if let Some(test) = &change.test {
        assert!(test.p_two > 0.0 && test.ci.low.is_finite());
    }
    for opinion in &change.sturdier {
        assert!(
            opinion.p > 0.0,
            "{} gives a p-value of zero",
            opinion.method
        );
    }
}

#[test]
fn columns_that_do_not_belong_together_are_refused() {
    let short = compare(&Measured::new(&[1.0], &[]), &Design::default(), &policy(0));
    assert_eq!(
        short,
        Err(StatsError::LengthMismatch {
            first: 1,
            second: 0
        })
    );
    let groups = Measured::new(&[1.0], &[2.0]).groups(&[1, 2]);
    let groups = compare(&groups, &Design::default(), &policy(0));
    assert_eq!(
        groups,
        Err(StatsError::LengthMismatch {
            first: 1,
            second: 2
        })
    );
    let endless = Measured::new(&[1.0], &[f64::INFINITY]);
    let endless = compare(&endless, &Design::default(), &policy(0));
    assert_eq!(
        endless,
        Err(StatsError::NotFinite {
            argument: "second",
            index: 0
        })
    );
    let off = Measured::new(&[1.0], &[11.0]).scale(Scale::new(0.0, 10.0).unwrap());
    let off = compare(&off, &Design::default(), &policy(0));
    assert!(matches!(
        off,
        Err(StatsError::OutOfRange {
            argument: "second",
            ..
        })
    ));
    let others = Measured::new(&[1.0], &[2.0]).compared(&[1.0], &[]);
    assert!(compare(&others, &Design::default(), &policy(0)).is_err());
}

#[test]
fn nobody_one_and_equal_changes_have_a_status() {
    for (first, second, status) in [
        (vec![], vec![], Status::Undefined),
        (vec![f64::NAN; 4], vec![1.0; 4], Status::Undefined),
        (vec![3.0], vec![4.0], Status::TooFew),
        (vec![3.0; 6], vec![3.0; 6], Status::AllEqual),
        (vec![3.0, 4.0, 5.0], vec![5.0, 6.0, 7.0], Status::AllEqual),
    ] {
        let change = run(&first, &second);
        if status != Status::Undefined {
            assert_eq!(change.status, status);
        }
        assert!(change.test.is_none());
        finite(&change);
        let verdict = judge(&[change], &policy(0)).remove(0);
        assert_eq!(verdict.answer, VerdictAnswer::NotEnough, "{first:?}");
    }
}

#[test]
fn many_who_rise_alike_are_a_rise_without_a_test() {
    let first: Vec<f64> = (0..12).map(f64::from).collect();
    let second: Vec<f64> = first.iter().map(|score| score + 2.0).collect();
    let change = run(&first, &second);
    assert_eq!(change.status, Status::AllEqual);
    let verdict = judge(&[change], &policy(0)).remove(0);
    assert_eq!(verdict.answer, VerdictAnswer::Keep);
    // Twelve signs alike: 2 / 2^12.
    assert_eq!(verdict.p_adjusted, Some(2.0_f64.powi(-11)));
    let still = judge(&[run(&first, &first)], &policy(0)).remove(0);
    assert_eq!(still.answer, VerdictAnswer::Stop);
}

#[test]
fn offsets_and_scales_keep_their_digits() {
    let first: Vec<f64> = (0..20).map(|at| f64::from(at % 7)).collect();
    let second: Vec<f64> = (0..20).map(|at| f64::from(at % 7 + at % 3)).collect();
    let plain = run(&first, &second);
    let t = plain.test.as_ref().unwrap().t;
    for (factor, offset) in [(1.0, 1e9), (1e-160, 0.0), (1e150, 0.0), (-1e-160, 0.0)] {
        let move_all = |scores: &[f64]| -> Vec<f64> {
            scores.iter().map(|score| score * factor + offset).collect()
        };
        let moved = run(&move_all(&first), &move_all(&second));
        let test = moved.test.as_ref().unwrap();
        assert!(
            (test.t.abs() - t.abs()).abs() < 1e-9 * t.abs(),
            "{factor} {offset}"
        );
        finite(&moved);
    }
}

#[test]
fn overwhelming_effects_have_no_p_of_zero() {
    let first: Vec<f64> = (0..400).map(|at| f64::from(at % 5) * 1e-9).collect();
    let second: Vec<f64> = (0..400).map(|at| 90.0 + f64::from(at % 3) * 1e-9).collect();
    let change = run(&first, &second);
    finite(&change);
    assert!(judge(&[change], &policy(0))[0].p_adjusted.unwrap() > 0.0);
}

#[test]
fn ten_million_people_are_no_endless_loop() {
    const PEOPLE: u32 = 10_000_000;
    let first: Vec<f64> = (0..PEOPLE).map(|at| f64::from(at % 101)).collect();
    let second: Vec<f64> = (0..PEOPLE)
        .map(|at| f64::from((at % 101 * 7) % 101))
        .collect();
    let groups: Vec<u32> = (0..PEOPLE).map(|at| at % 60).collect();
    let scale = Scale::new(0.0, 100.0).unwrap();
    let measured = Measured::new(&first, &second).groups(&groups).scale(scale);
    let change = compare(&measured, &Design::default(), &policy(5)).unwrap();
    assert_eq!(
        (change.status, change.flow.both),
        (Status::Estimated, PEOPLE)
    );
    finite(&change);
    let test = change.test.as_ref().unwrap();
    assert!(test.ci.low < test.ci.high && test.p_two > 0.0);
}

#[test]
fn who_starts_at_the_top_has_no_gain() {
    let scale = Scale::new(0.0, 10.0).unwrap();
    let first = [10.0; 12];
    let second: Vec<f64> = (0..12).map(|at| 10.0 - f64::from(at % 3)).collect();
    let measured = Measured::new(&first, &second).scale(scale);
    let change = compare(&measured, &Design::default(), &policy(0)).unwrap();
    let gains = change.gains.as_ref().unwrap();
    assert_eq!((gains.class_gain, gains.individual_mean), (None, None));
    assert_eq!(gains.n_pre_at_max, 12);
    // Means and their test are there all the same, and intervals only of what there is.
    assert!(change.test.as_ref().unwrap().mean_diff < 0.0);
    assert_eq!(change.resampled.unwrap().class_gain, None);
    finite(&change);
    let verdict = judge(&[change], &policy(0)).remove(0);
    assert_eq!(verdict.answer, VerdictAnswer::Stop);
}
