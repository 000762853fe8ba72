//! Scores before and after.

use bangkom_domain::evidence::{Direction, Scale};
use bangkom_domain::results::Occasion;
use bangkom_evaluation::{Comparison, Doubt, Flow, Status, VerdictAnswer};

use crate::course::Course;

/// Student's sleep data (1908, drug 2 minus drug 1), shifted onto the scale.
const SLEEP: [(f64, f64); 10] = [
    (2.7, 3.9),
    (0.4, 2.8),
    (1.8, 3.1),
    (0.8, 2.1),
    (1.9, 1.9),
    (5.4, 6.4),
    (5.7, 7.5),
    (2.8, 3.6),
    (2.0, 6.6),
    (4.0, 5.4),
];

fn whole(course: &Course) -> Comparison {
    course.evaluate().programs[0].learning[0].change.clone()
}

fn sleepers() -> Course {
    let mut course = Course::new();
    for (number, (before, after)) in (1..).zip(SLEEP) {
        course.learn(number, before, after);
    }
    course
}

#[test]
fn the_paired_test_gives_the_published_figures() {
    let change = whole(&sleepers());
    let test = change.test.unwrap();
    // Student 1908 in R's `t.test(extra ~ group, paired = TRUE)`: t = 4.0621, p = 0.002833,
    // interval 0.7001142 to 2.4598858.
    assert!((test.t - 4.0621).abs() < 5e-5 && (test.p_two - 0.002_833).abs() < 5e-7);
    assert!((test.ci.low - 0.700_114_2).abs() < 1e-7 && (test.ci.high - 2.459_885_8).abs() < 1e-7);
    let effect = change.effect.unwrap();
    assert!((effect.d_z - 4.0621 / 10_f64.sqrt()).abs() < 1e-4);
    assert!(effect.g_z < effect.d_z);
    // 1.58 of the 7.25 there was room for.
    assert!((change.gains.unwrap().class_gain.unwrap() - 1.58 / 7.25).abs() < 1e-12);
}

#[test]
fn only_attenders_count_and_the_lost_are_counted() {
    let mut course = sleepers();
    let clean = whole(&course);
    course.seat(11, "A", false);
    course.score(11, Occasion::Before, 0.0);
    course.score(11, Occasion::After, 10.0);
    course.seat(12, "A", true);
    course.score(12, Occasion::Before, 5.0);
    course.seat(13, "A", true);
    let change = whole(&course);
    assert_eq!(change.test, clean.test);
    let flow = Flow {
        seats: 13,
        attended: 12,
        first: 11,
        second: 10,
        both: 10,
    };
    assert_eq!(change.flow, flow);
    assert!(change.doubts.contains(&Doubt::NoComparison));
    course.seat(14, "A", true);
    let doubts = whole(&course).doubts;
    assert!(
        doubts
            .iter()
            .any(|doubt| matches!(doubt, Doubt::Attrition { share } if *share > 0.2))
    );
}

#[test]
fn equal_changes_have_a_status_and_no_p() {
    let mut course = Course::new();
    for number in 1..=6 {
        course.learn(number, f64::from(number), f64::from(number) + 2.0);
    }
    let change = whole(&course);
    assert_eq!((change.status, change.test), (Status::AllEqual, None));
    assert_eq!(change.summary.unwrap().mean_diff, 2.0);
}

#[test]
fn nobody_and_few_are_suppressed() {
    let mut course = Course::new();
    for number in 1..=4 {
        course.learn(number, 2.0, f64::from(number));
    }
    let change = whole(&course);
    assert_eq!(
        (change.status, change.summary.is_none()),
        (Status::Suppressed, true)
    );
    course.policy.min_group = 0;
    course.results.scores.truncate(2);
    assert_eq!(whole(&course).status, Status::TooFew);
    course.results.scores.clear();
    assert!(course.evaluate().programs[0].learning.is_empty());
}

#[test]
fn a_small_batch_cannot_be_found_by_subtraction() {
    let mut course = sleepers();
    for (number, after) in [(101, 4.0), (102, 5.0)] {
        course.learn(number, 3.0, after);
    }
    let learning = course.evaluate().programs[0].learning.clone();
    let shown: Vec<_> = learning.iter().map(|one| one.change.status).collect();
    assert_eq!(
        shown,
        [Status::Estimated, Status::Suppressed, Status::Suppressed]
    );
    for number in 103..=105 {
        course.learn(number, 3.0, f64::from(number) - 98.0);
    }
    let learning = course.evaluate().programs[0].learning.clone();
    assert!(
        learning
            .iter()
            .all(|one| one.change.status == Status::Estimated)
    );
}

#[test]
fn where_less_is_better_a_fall_is_a_gain() {
    let mut course = Course::new();
    course.results.instruments[0].scale = Scale::new(0.0, 10.0, Direction::LowerIsBetter).unwrap();
    for (number, (before, after)) in (1..).zip(SLEEP) {
        course.learn(number, 10.0 - before, 10.0 - after);
    }
    let test = whole(&course).test.unwrap();
    assert!((test.t - 4.0621).abs() < 5e-5);
}

#[test]
fn unknown_attendance_and_ceilings_are_doubts() {
    let mut course = sleepers();
    course.results.attendance.clear();
    assert!(whole(&course).doubts.contains(&Doubt::AttendanceUnknown));
    for number in 20..=24 {
        course.learn(number, 5.0, 10.0);
    }
    let doubts = whole(&course).doubts;
    assert!(
        doubts
            .iter()
            .any(|doubt| matches!(doubt, Doubt::Ceiling { .. }))
    );
}

#[test]
fn the_verdict_follows_its_rule() {
    let answer = |course: &Course| course.evaluate().programs[0].verdict.answer;
    // A sure rise, but only 0.22 of the room.
    assert_eq!(answer(&sleepers()), VerdictAnswer::Revise);
    let mut course = sleepers();
    course.policy.keep_gain = 0.2;
    assert_eq!(answer(&course), VerdictAnswer::Keep);
    for score in &mut course.results.scores {
        score.score = (10.0 - score.score.reveal()).into();
    }
    assert_eq!(answer(&course), VerdictAnswer::Stop);
    assert_eq!(answer(&Course::new()), VerdictAnswer::NotEnough);
}

#[test]
fn gains_have_intervals_by_drawing_people_again() {
    let change = whole(&sleepers());
    let (gains, drawn) = (change.gains.unwrap(), change.resampled.unwrap());
    assert_eq!(drawn.replicates, 1_999);
    for (interval, value) in [
        (drawn.class_gain, gains.class_gain),
        (drawn.individual_mean, gains.individual_mean),
        (drawn.change_mean, gains.change_mean),
        (drawn.d_av, change.effect.map(|effect| effect.d_av)),
    ] {
        let (interval, value) = (interval.unwrap(), value.unwrap());
        assert!(interval.contains(value) && interval.low < interval.high);
        // Student's sleepers gained: no interval holds zero.
        assert!(interval.low > 0.0, "{interval:?}");
    }
    // The same people give the same interval, and none where it is not asked for.
    assert_eq!(whole(&sleepers()).resampled, Some(drawn));
    let mut course = sleepers();
    course.policy.resamples = 0;
    assert_eq!(whole(&course).resampled, None);
}

#[test]
fn drawn_and_linear_intervals_of_gains_agree_and_cover() {
    use bangkom_evaluation::{Design, EvaluationPolicy, Measured, compare};
    use bangkom_stats::gain;
    let scale = gain::Scale::new(0.0, 100.0).unwrap();
    let mut rng = bangkom_testkit::Rng::new(5, "gains");
    let mut people = |n: usize| -> (Vec<f64>, Vec<f64>) {
        (0..n)
            .map(|_| {
                let first = (50.0 + 10.0 * rng.normal()).clamp(0.0, 100.0);
                (first, (first + 15.0 + 8.0 * rng.normal()).clamp(0.0, 100.0))
            })
            .unzip()
    };
    let interval = |(first, second): &(Vec<f64>, Vec<f64>)| {
        let policy = EvaluationPolicy::new(crate::course::day(6, 1)).resamples(999);
        let measured = Measured::new(first, second).scale(scale);
        let change = compare(&measured, &Design::default(), &policy).unwrap();
        change.resampled.unwrap()
    };
    // At the bound between both ways of computing they give nearly one interval.
    let (first, second) = people(2_001);
    let linear = interval(&(first.clone(), second.clone()));
    let drawn = interval(&(first[1..].to_vec(), second[1..].to_vec()));
    assert_eq!((linear.replicates, drawn.replicates), (0, 999));
    let (a, b) = (linear.class_gain.unwrap(), drawn.class_gain.unwrap());
    assert!(
        (a.low - b.low).abs() < 0.004 && (a.high - b.high).abs() < 0.004,
        "{a:?} {b:?}"
    );
    // The true class gain, 15 of the 50 points of room, lies in about 95 of 100 intervals.
    let covered = (0..200).filter(|_| interval(&people(30)).class_gain.unwrap().contains(0.3));
    let covered = covered.count();
    assert!((178..=199).contains(&covered), "{covered} of 200");
}
