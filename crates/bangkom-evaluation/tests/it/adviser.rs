//! The adviser picks among at most ten methods, and what it doubts revises a verdict.

use std::collections::BTreeSet;

use bangkom_domain::results::{Assignment, InstrumentKind, Occasion};
use bangkom_evaluation::{
    Comparison, Design, Doubt, Evaluation, Measured, MethodChoice, ServiceReading, Verdict,
    VerdictAnswer, VerdictReason, compare, judge,
};
use bangkom_stats::gain::Scale;

use crate::course::Course;
use crate::invented::{Invented, World, policy};
use crate::rich::rich;

/// Every method, as the reader of documents lists them.
fn all() -> Vec<MethodChoice> {
    let refused = serde_json::from_str::<MethodChoice>("\"by feeling\"").unwrap_err();
    let text = refused.to_string();
    let (_, names) = text.split_once("expected one of ").unwrap();
    let names = names.split('`').skip(1).step_by(2);
    let names = names.map(|name| serde_json::from_str(&format!("\"{name}\"")).unwrap());
    names.collect()
}

#[test]
fn there_are_at_most_ten_methods_and_each_has_its_words() {
    let all = all();
    assert_eq!(all.len(), all.iter().collect::<BTreeSet<_>>().len());
    assert!((1..=10).contains(&all.len()), "{}", all.len());
    assert_eq!(all, MethodChoice::ALL);
    let words: BTreeSet<_> = all
        .iter()
        .map(|it| it.label(bangkom_domain::Language::Id))
        .collect();
    assert_eq!(words.len(), all.len());
}

fn method(study: &Invented) -> MethodChoice {
    study.compare().advice.unwrap().method
}

fn steps(high: f64) -> MethodChoice {
    let first = [0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0];
    let second = [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1.0];
    let measured = Measured::new(&first, &second).scale(Scale::new(0.0, high).unwrap());
    let change = compare(&measured, &Design::default(), &policy()).unwrap();
    change.advice.unwrap().method
}

/// What the adviser picked anywhere in an evaluation.
fn picked(evaluation: &Evaluation) -> BTreeSet<MethodChoice> {
    let series = evaluation
        .services
        .iter()
        .filter_map(|it| it.advice.as_ref());
    let cases = evaluation.cases.iter().map(|it| &it.times.advice);
    let counts = evaluation.counts.iter().map(|it| &it.advice);
    let advice = series.chain(cases).chain(counts);
    advice.map(|advice| advice.method).collect()
}

#[test]
fn each_method_is_picked_by_some_design() {
    let world = World::new(10.0);
    let mut study = world.study(1, 40);
    let mut found = BTreeSet::from([method(&study), steps(1.0), steps(4.0)]);
    study.groups = (0..40).map(|at| at % 8).collect();
    found.insert(method(&study));
    study.groups.clear();
    let mut study = world.with_others(1, study, 40);
    found.insert(method(&study));
    study.design = study.design.assignment(Assignment::Lot);
    found.insert(method(&study));
    // Both groups from several agencies.
    let (own, others): (Vec<u32>, Vec<u32>) = (0..40).map(|at| (at % 8, 8 + at % 8)).unzip();
    let measured = Measured::new(&study.first, &study.second)
        .groups(&own)
        .compared(&study.others.0, &study.others.1)
        .compared_groups(&others);
    let change = compare(&measured, &Design::default(), &policy()).unwrap();
    found.insert(change.advice.unwrap().method);
    let mut course = rich();
    found.extend(picked(&course.evaluate()));
    course.results.series = vec![crate::citizens::long_series("A")];
    found.extend(picked(&course.evaluate()));
    let missing: Vec<_> = all().into_iter().filter(|it| !found.contains(it)).collect();
    assert!(missing.is_empty(), "{missing:?} is never picked");
}

fn read(first: &[f64], second: &[f64]) -> (Comparison, Verdict) {
    let measured = Measured::new(first, second).scale(Scale::new(0.0, 100.0).unwrap());
    let change = compare(&measured, &Design::default(), &policy()).unwrap();
    let verdict = judge(std::slice::from_ref(&change), &policy()).remove(0);
    (change, verdict)
}

#[test]
fn a_rise_that_a_few_make_is_revised() {
    // Eight of twenty rose by fifty; twelve fell a little: the mean rose, ranks see nothing.
    let first: Vec<f64> = (0..20).map(|at| 40.0 + f64::from(at % 5)).collect();
    let changes = (0..20).map(|at| {
        if at < 8 {
            50.0
        } else {
            -2.0 - f64::from(at % 3) / 10.0
        }
    });
    let second: Vec<f64> = first.iter().zip(changes).map(|(a, b)| a + b).collect();
    let (change, verdict) = read(&first, &second);
    assert!(change.test.as_ref().unwrap().p_two < 0.05);
    let ranks = change.sturdier.iter().find(|it| it.method == "signed_rank");
    assert_eq!(ranks.unwrap().agrees, Some(false));
    assert!(change.doubts.contains(&Doubt::SturdierDisagrees));
    assert_eq!(verdict.answer, VerdictAnswer::Revise);
    assert_eq!(
        verdict.reasons,
        [VerdictReason::Rose, VerdictReason::SturdierDisagrees]
    );
    // The same rise of nearly everybody is kept.
    let second: Vec<f64> = (0..20)
        .map(|at| first[at] + 18.0 + at as f64 / 10.0)
        .collect();
    let (_, verdict) = read(&first, &second);
    assert_eq!(verdict.reasons, [VerdictReason::Rose]);
    assert_eq!(verdict.answer, VerdictAnswer::Keep);
}

#[test]
fn a_sure_rise_that_is_small_is_revised() {
    let first: Vec<f64> = (0..30).map(|at| 40.0 + f64::from(at % 7)).collect();
    let second: Vec<f64> = (0..30)
        .map(|at| first[at] + 5.0 + (at % 3) as f64)
        .collect();
    let (change, verdict) = read(&first, &second);
    let gain = change.gains.unwrap().class_gain.unwrap();
    assert!(gain < 0.3);
    assert_eq!(verdict.answer, VerdictAnswer::Revise);
    assert_eq!(
        verdict.reasons,
        [VerdictReason::Rose, VerdictReason::SmallGain { gain }]
    );
}

/// Twelve people who learned much, and what was seen of them at work.
fn learned(seen: Option<[f64; 2]>) -> Course {
    let mut course = Course::new();
    for number in 1..=12 {
        let (step, more) = (f64::from(number % 4), f64::from(number % 3) / 2.0);
        course.learn(number, step, more + 6.0);
        if let Some([before, after]) = seen {
            let own = f64::from(number % 2) / 2.0;
            course.observe(number, 1, Occasion::Before, before + own);
            course.observe(
                number,
                1,
                Occasion::After,
                after + f64::from(number % 3) / 4.0,
            );
        }
    }
    course
}

#[test]
fn behaviour_that_fell_revises_what_the_test_would_keep() {
    let verdict = |seen| learned(seen).evaluate().programs.remove(0).verdict;
    assert_eq!(verdict(None).answer, VerdictAnswer::Keep);
    let better = verdict(Some([2.0, 3.5]));
    assert_eq!(better.answer, VerdictAnswer::Keep, "{:?}", better.reasons);
    let worse = verdict(Some([4.0, 2.0]));
    assert_eq!(worse.answer, VerdictAnswer::Revise);
    assert_eq!(
        worse.reasons,
        [VerdictReason::Rose, VerdictReason::FellAtWork]
    );
    // A fall that may be chance does not.
    let unsure = verdict(Some([3.0, 3.0]));
    assert_eq!(unsure.answer, VerdictAnswer::Keep, "{:?}", unsure.reasons);
}

#[test]
fn several_tests_are_a_doubt_where_one_alone_would_do() {
    // Clear alone.
    let mut course = Course::new();
    for number in 1..=14 {
        course.learn(number, 3.0, 3.0 + f64::from(number % 5) - 1.2);
    }
    let alone = course.evaluate().programs.remove(0);
    let p = alone.learning[0]
        .change
        .advice
        .as_ref()
        .unwrap()
        .estimate
        .unwrap()
        .p;
    assert!((0.005..0.05).contains(&p), "{p}");
    let several = |program: &bangkom_evaluation::ProgramEvaluation| {
        let doubts = program.learning[0].change.doubts.iter();
        doubts
            .copied()
            .find(|it| matches!(it, Doubt::SeveralTests { .. }))
    };
    assert_eq!((several(&alone), alone.verdict.tests), (None, 1));
    // The same program with nine other tests of the same people that say nothing.
    for test in 0..9 {
        let code = format!("other{test}");
        course.declare(&code, InstrumentKind::KnowledgeTest, 0.0, 10.0);
        for number in 1..=14 {
            let up = f64::from((number + test) % 2);
            for (occasion, score) in [(Occasion::Before, 4.0 + up), (Occasion::After, 5.0 - up)] {
                let mut given = course.score(number, occasion, score).clone();
                course.results.scores.pop();
                given.instrument = crate::course::instrument(&code);
                course.results.scores.push(given);
            }
        }
    }
    let together = course.evaluate().programs.remove(0);
    assert_eq!(together.verdict.tests, 10);
    let first = together
        .learning
        .iter()
        .position(|it| it.instrument.as_str() == "test");
    let own = &together.learning[first.unwrap()].change.doubts;
    assert!(own.contains(&Doubt::SeveralTests { tests: 10 }), "{own:?}");
    assert_ne!(together.verdict.answer, VerdictAnswer::Keep);
}

/// Twelve who learned much, and complaints of ten kinds, six weeks before and six after: steady at
/// A and at C but for one kind at A.
fn counted(worse: u32) -> Course {
    use bangkom_domain::calendar::Period;
    use bangkom_domain::evidence::Direction;
    use bangkom_domain::id::{IndicatorId, UnitId};
    use bangkom_domain::results::{CountPoint, CountSeries};
    let mut course = learned(None);
    let mut count = |unit: &str, kind: u32, events: [u32; 2]| {
        let points = (0..12).map(|week: u32| {
            let (first, events) = if week < 6 {
                (crate::course::day(1, 12), events[0])
            } else {
                (crate::course::day(3, 16), events[1])
            };
            let first = first + chrono::Days::new(7 * u64::from(week % 6));
            CountPoint {
                period: Period::new(first, first + chrono::Days::new(6)).unwrap(),
                events: events + week % 2,
                exposure: Some(400.0),
            }
        });
        course.results.counts.push(CountSeries {
            unit: UnitId::new(unit).unwrap(),
            indicator: IndicatorId::new(format!("kind{kind}")).unwrap(),
            direction: Direction::LowerIsBetter,
            points: points.collect(),
        });
    };
    for kind in 0..10 {
        let after = if kind == 0 { worse } else { 20 };
        count("A", kind, [20, after]);
        count("C", kind, [20, 20]);
    }
    course
}

#[test]
fn one_figure_of_many_that_got_worse_by_chance_revises_nothing() {
    let several = |doubt: &Doubt| matches!(doubt, Doubt::SeveralTests { tests: 10 });
    // One of ten kinds rose by a half: p near 0.02 alone, 0.2 among ten.
    let evaluation = counted(30).evaluate();
    let own = evaluation
        .counts
        .iter()
        .find(|it| it.indicator.as_str() == "kind0")
        .unwrap();
    let p = own.advice.estimate.unwrap().p;
    assert!((0.006..0.05).contains(&p), "{p}");
    assert_eq!(own.reading, ServiceReading::Worse);
    assert!(own.doubts.iter().any(several), "{:?}", own.doubts);
    let others = evaluation
        .counts
        .iter()
        .filter(|it| it.indicator != own.indicator);
    for other in others {
        assert!(!other.doubts.iter().any(several), "{:?}", other.doubts);
    }
    let verdict = &evaluation.programs[0].verdict;
    assert_eq!(
        (verdict.answer, verdict.rule.as_str()),
        (VerdictAnswer::Keep, "evaluation.verdict/3")
    );
    // Twice as many are clear among all, and the program is revised.
    let evaluation = counted(40).evaluate();
    assert!(
        !evaluation
            .counts
            .iter()
            .any(|it| it.doubts.iter().any(several))
    );
    let verdict = &evaluation.programs[0].verdict;
    assert_eq!(verdict.answer, VerdictAnswer::Revise);
    assert_eq!(
        verdict.reasons,
        [VerdictReason::Rose, VerdictReason::ServiceWorse]
    );
}

#[test]
fn a_test_that_is_clear_among_all_carries_no_doubt_of_another() {
    let mut course = learned(None);
    // A second test of the same people rules a change worth having out, and decides the verdict.
    course.declare("other", InstrumentKind::KnowledgeTest, 0.0, 10.0);
    for number in 1..=12 {
        let before = f64::from(number * 7 % 10);
        let after = before + if number % 2 == 0 { 0.5 } else { -0.5 };
        for (occasion, score) in [(Occasion::Before, before), (Occasion::After, after)] {
            course.score(number, occasion, score).instrument = crate::course::instrument("other");
        }
    }
    let program = course.evaluate().programs.remove(0);
    assert_eq!(program.verdict.tests, 2);
    let of = |code: &str| {
        let mut own = program.learning.iter();
        let own = own.find(|it| it.instrument.as_str() == code).unwrap();
        (
            own.change.advice.as_ref().unwrap().estimate.unwrap().p,
            &own.change.doubts,
        )
    };
    let several = |doubt: &Doubt| matches!(doubt, Doubt::SeveralTests { .. });
    let (p, doubts) = of("test");
    assert!(p < 1e-6 && !doubts.iter().any(several), "{p} {doubts:?}");
    let (p, doubts) = of("other");
    assert!(p > 0.5 && !doubts.iter().any(several));
    assert!(
        program.verdict.p_adjusted.unwrap() > 0.5,
        "the other decides"
    );
}

#[test]
fn agencies_and_batches_are_tests_among_themselves() {
    // A and B alike before; B rose a little more: clear alone, not among all the parts.
    let mut course = Course::new();
    for number in 1..=24 {
        let unit = ["A", "B", "C"][number as usize % 3];
        course.seat(number, unit, true);
        let wave = f64::from(number % 8);
        let rise = if unit == "B" { 0.75 } else { 0.0 }
            + [1.5, -1.5, 0.5, -0.5, 1.0, -1.0, 2.0, -2.0][number as usize % 8] * 0.55;
        course.score(number, Occasion::Before, 3.0 + wave / 8.0);
        course.score(number, Occasion::After, 3.0 + wave / 8.0 + rise);
    }
    let program = course.evaluate().programs.remove(0);
    let parts: Vec<_> = program
        .learning
        .iter()
        .filter(|it| it.unit.is_some())
        .collect();
    assert_eq!(parts.len(), 3);
    let own = parts
        .iter()
        .find(|it| it.unit.as_ref().unwrap().as_str() == "B")
        .unwrap();
    let p = own.change.advice.as_ref().unwrap().estimate.unwrap().p;
    assert!((0.013..0.05).contains(&p), "{p}");
    let several = |doubt: &Doubt| matches!(doubt, Doubt::SeveralTests { .. });
    assert!(
        own.change.doubts.iter().any(several),
        "{:?}",
        own.change.doubts
    );
    let rest = parts.iter().filter(|it| it.unit != own.unit);
    for part in rest {
        assert!(!part.change.doubts.iter().any(several));
    }
}
