//! Documents that cannot be, and numbers at the ends of what can be computed with.

use bangkom_domain::evidence::{Direction, Scale};
use bangkom_domain::finding::Explain;
use bangkom_domain::json;
use bangkom_domain::results::Occasion;
use bangkom_evaluation::{Evaluation, Status, VerdictAnswer, VerdictReason};

use crate::course::Course;
use crate::rich::rich;

/// Written, read and written again: no number was lost, and none is infinite or NaN.
fn whole(evaluation: &Evaluation) -> String {
    let text = json::write(evaluation).unwrap();
    let back: Evaluation = json::read(&text).unwrap();
    assert_eq!(json::write(&back).unwrap(), text);
    text
}

fn codes(evaluation: &Evaluation) -> Vec<&'static str> {
    evaluation.findings.iter().map(Explain::code).collect()
}

#[test]
fn nothing_at_all_is_an_evaluation_without_rows() {
    let course = Course::new();
    let evaluation = course.evaluate();
    assert_eq!(evaluation.programs.len(), 1);
    let verdict = &evaluation.programs[0].verdict;
    assert_eq!(verdict.answer, VerdictAnswer::NotEnough);
    assert_eq!(verdict.reasons, [VerdictReason::NoFigure]);
    assert!(evaluation.persons.is_empty() && evaluation.follow_up.actions.is_empty());
    whole(&evaluation);
    let mut empty = Course::new();
    empty.plan.batches.clear();
    empty.results.instruments.clear();
    empty.roster.employees.clear();
    empty.catalog.programs.clear();
    let evaluation = empty.evaluate();
    assert!(evaluation.programs.is_empty() && evaluation.findings.is_empty());
    assert!(evaluation.demand(&empty.catalog()).is_empty());
    assert!(evaluation.outcomes(&[]).is_empty());
    whole(&evaluation);
}

#[test]
fn scores_that_are_no_numbers_are_found_and_the_rest_counts() {
    let clean = rich().evaluate();
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let mut course = rich();
        course.score(21, Occasion::FollowUp, bad);
        let found = course.evaluate();
        assert!(
            codes(&found).contains(&"evaluation.score_not_a_number"),
            "{bad}"
        );
        assert_eq!(found.programs, clean.programs);
        whole(&found);
        // In cases, counts, surveys and benefits too.
        let mut course = rich();
        course.results.counts[0].points[0].exposure = Some(bad);
        course.results.satisfaction[0].elements[0].mean = bad;
        course.results.benefits[0].confidence = bad;
        course.results.series[0].points[0].value = bad;
        let found = course.evaluate();
        let records: Vec<_> = found.record_findings.iter().map(Explain::code).collect();
        assert_eq!(records.len(), 3, "{records:?}");
        assert!(codes(&found).contains(&"evaluation.bad_point"));
        whole(&found);
    }
}

#[test]
fn one_pair_equal_scores_and_full_marks_have_a_reason() {
    let mut one = Course::new();
    one.policy.min_group = 0;
    one.learn(1, 3.0, 4.0);
    let evaluation = one.evaluate();
    assert_eq!(
        evaluation.programs[0].learning[0].change.status,
        Status::TooFew
    );
    whole(&evaluation);
    // Six who rise by as much are six signs alike: sure, though no test can be made of them.
    for (before, after, answer) in [
        (5.0, 5.0, VerdictAnswer::NotEnough),
        (5.0, 7.0, VerdictAnswer::Keep),
        (10.0, 10.0, VerdictAnswer::NotEnough),
    ] {
        let mut course = Course::new();
        for number in 1..=6 {
            course.learn(number, before, after);
            // Observers who always agree, on one step of the scale.
            for by in [1, 2] {
                course.observe(number, by, Occasion::Before, 3.0);
                course.observe(number, by, Occasion::After, 3.0);
            }
        }
        let evaluation = course.evaluate();
        let change = &evaluation.programs[0].learning[0].change;
        assert_eq!(
            (change.status, change.test.is_none()),
            (Status::AllEqual, true)
        );
        assert_eq!(evaluation.programs[0].verdict.answer, answer);
        // All scores alike say nothing of agreement: no alpha, and no 1 either.
        let agreement = evaluation.behaviour[0].agreement.as_ref().unwrap();
        assert_eq!(agreement.alpha, None);
        whole(&evaluation);
    }
}

#[test]
fn scales_far_off_and_very_small_give_the_same_test() {
    let of = |low: f64, range: f64| {
        let mut course = Course::new();
        let scale = Scale::new(low, low + range, Direction::HigherIsBetter).unwrap();
        course.results.instruments[0].scale = scale;
        course.results.instruments[0].mastery = Some(low + 0.7 * range);
        for number in 1..=12 {
            let step = f64::from(number % 5) / 16.0;
            let after = step + f64::from(number % 3 + 1) / 8.0;
            course.learn(number, low + step * range, low + after * range);
        }
        let evaluation = course.evaluate();
        assert!(evaluation.findings.is_empty(), "{:?}", evaluation.findings);
        whole(&evaluation);
        evaluation
    };
    let t = |evaluation: &Evaluation| {
        let change = &evaluation.programs[0].learning[0].change;
        let test = change.test.as_ref().unwrap();
        assert!(test.p_two > 0.0 && change.sturdier.iter().all(|it| it.p > 0.0));
        test.t
    };
    let plain = t(&of(0.0, 16.0));
    for (low, range) in [(1e9, 16.0), (-1e9, 16.0), (0.0, 1e-160), (0.0, 1e150)] {
        let moved = t(&of(low, range));
        assert!(
            (moved - plain).abs() < 1e-6 * plain,
            "{low} {range}: {moved} {plain}"
        );
    }
}
