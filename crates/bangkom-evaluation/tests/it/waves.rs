//! Counts and cases that do not come each for itself, and those of other units.

use bangkom_domain::calendar::Period;
use bangkom_domain::evidence::Direction;
use bangkom_domain::id::IndicatorId;
use bangkom_domain::results::{CaseLog, CountPoint, CountSeries, ServiceCase};
use bangkom_evaluation::{
    Assumed, AssumptionState, Because, CountChange, Doubt, MethodChoice, ServiceReading,
    case_times, case_times_beside, count_course,
};
use bangkom_stats::ConfidenceLevel;
use bangkom_testkit::Rng;
use chrono::{Days, Months, NaiveDate};

use crate::course::{Course, day, unit};

fn level() -> ConfidenceLevel {
    ConfidenceLevel::default()
}

/// Unit A takes part in batch b1 on 2 March 2026.
fn course() -> Course {
    let mut course = Course::new();
    course.seat(1, "A", true);
    course
}

fn weekly(code: &str, from: NaiveDate, events: &[u32]) -> CountSeries {
    let points = (0..).zip(events).map(|(week, events)| {
        let first = from + Days::new(7 * week);
        CountPoint {
            period: Period::new(first, first + Days::new(6)).unwrap(),
            events: *events,
            exposure: Some(400.0),
        }
    });
    CountSeries {
        unit: unit(code),
        indicator: IndicatorId::new("complaints").unwrap(),
        direction: Direction::LowerIsBetter,
        points: points.collect(),
    }
}

/// Six weeks before and six from 16 March on.
fn twelve(code: &str, before: [u32; 6], after: [u32; 6]) -> CountSeries {
    let mut series = weekly(code, day(1, 12), &before);
    series
        .points
        .extend(weekly(code, day(3, 16), &after).points);
    series
}

fn change(counts: Vec<CountSeries>) -> CountChange {
    let mut course = course();
    course.results.counts = counts;
    course.evaluate().counts.remove(0)
}

#[test]
fn complaints_in_waves_need_a_wider_interval() {
    // The same sums, once even and once in waves.
    let even = change(vec![twelve("A", [20; 6], [12, 13, 12, 11, 12, 12])]);
    assert_eq!(even.reading, ServiceReading::Better);
    assert!(even.dispersion.unwrap().ratio < 0.2 && even.widened.is_none());
    assert!(
        !even
            .doubts
            .iter()
            .any(|doubt| matches!(doubt, Doubt::Waves { .. }))
    );
    let independent = even.assumptions[0];
    assert_eq!(
        (independent.what, independent.state),
        (Assumed::IndependentEvents, AssumptionState::Holds)
    );
    let waves = change(vec![twelve(
        "A",
        [2, 60, 1, 3, 50, 4],
        [1, 2, 40, 1, 1, 27],
    )]);
    assert_eq!(waves.rates, even.rates);
    let dispersion = waves.dispersion.unwrap();
    // By hand: 20 expected before, 12 after; 3 610 / 20 and 1 672 / 12 over ten degrees.
    let by_hand = (18.0_f64.powi(2)
        + 40.0_f64.powi(2)
        + 19.0_f64.powi(2)
        + 17.0_f64.powi(2)
        + 30.0_f64.powi(2)
        + 16.0_f64.powi(2))
        / 20.0
        + (11.0_f64.powi(2) * 3.0 + 10.0_f64.powi(2) + 28.0_f64.powi(2) + 15.0_f64.powi(2)) / 12.0;
    assert!((dispersion.ratio - by_hand / 10.0).abs() < 1e-9);
    assert!(dispersion.p < 1e-6);
    let (narrow, wide) = (waves.rates.ratio.unwrap(), waves.widened.unwrap());
    assert!(narrow.high.unwrap() < 1.0 && wide.high.unwrap() > 1.0);
    assert_eq!(waves.reading, ServiceReading::Unclear);
    assert!(waves.doubts.contains(&Doubt::Waves {
        ratio: dispersion.ratio
    }));
    assert_eq!(waves.assumptions[0].state, AssumptionState::Fails);
    // Ranks of weekly rates are a second opinion, and see no difference either.
    assert_eq!(waves.sturdier[0].method, "rank_sum of rates");
    assert_eq!(waves.sturdier[0].agrees, Some(true));
    // Waves elsewhere widen the comparison too.
    let calm = change(vec![
        twelve("A", [20; 6], [12; 6]),
        twelve("B", [20, 21, 19, 20, 20, 20], [20; 6]),
    ]);
    let stormy = change(vec![
        twelve("A", [20; 6], [12; 6]),
        twelve("B", [2, 60, 1, 3, 50, 4], [1, 70, 2, 3, 40, 4]),
    ]);
    let width = |change: &CountChange| {
        let ratio = change.against_comparison.unwrap();
        ratio.high.unwrap() / ratio.low
    };
    assert!(width(&stormy) > 2.0 * width(&calm));
    assert_eq!(calm.comparison, [unit("B")]);
    assert_eq!(calm.reading, ServiceReading::Better);
    assert_eq!(stormy.reading, ServiceReading::Unclear);
}

#[test]
fn many_points_of_counts_have_a_course() {
    // Falling by two in a hundred a week all along: nothing new after the training.
    let falling: Vec<u32> = (0..34)
        .map(|week| {
            let noise = [1.06, 0.95, 1.02, 0.93, 1.05, 0.99, 1.0][week % 7];
            (60.0 * 0.98_f64.powi(week as i32) * noise).round() as u32
        })
        .collect();
    let from = NaiveDate::from_ymd_opt(2025, 9, 29).unwrap();
    let change = change(vec![weekly("A", from, &falling)]);
    assert!(
        change.rates.ratio.unwrap().high.unwrap() < 1.0,
        "means fell"
    );
    let course = change.course.as_ref().unwrap();
    assert_eq!((course.points_before, course.points_after), (22, 11));
    assert!(
        course.mean_effect.ci.contains(1.0),
        "{:?}",
        course.mean_effect
    );
    assert_eq!(change.reading, ServiceReading::Unclear);
    assert_eq!(change.advice.method, MethodChoice::InterruptedSeries);
    assert_eq!(
        change.advice.because,
        [Because::Counts, Because::ManyPoints]
    );
    // The ratio of means says otherwise, and the reader is told.
    assert_eq!(change.sturdier[0].agrees, Some(false));
    assert!(change.doubts.contains(&Doubt::SturdierDisagrees));
    assert!(course.after.iter().all(|point| point.expected > 0.0));
}

#[test]
fn counts_beside_others_are_set_against_their_course() {
    let noise = |at: usize| [3, -2, 1, -3, 2, 0, -1][at % 7];
    let series = |drop: i64, shift: usize| -> Vec<u32> {
        (0..34)
            .map(|week: usize| {
                let level = 40 - if week >= 23 { drop } else { 0 };
                (level + noise(week + shift)) as u32
            })
            .collect()
    };
    let from = NaiveDate::from_ymd_opt(2025, 9, 29).unwrap();
    let own = weekly("A", from, &series(15, 0));
    let alone = change(vec![own.clone()]);
    assert_eq!(alone.reading, ServiceReading::Better);
    // Others fell as much: nothing beyond them.
    let both = change(vec![own.clone(), weekly("B", from, &series(15, 3))]);
    assert_eq!(both.reading, ServiceReading::Unclear);
    assert!(!both.doubts.contains(&Doubt::NoComparison));
    assert!(both.advice.because.contains(&Because::ExistingGroup));
    // Others stayed: the fall is beyond them.
    let beyond = change(vec![own, weekly("B", from, &series(0, 3))]);
    assert_eq!(beyond.reading, ServiceReading::Better);
    let ratio = beyond.course.unwrap().mean_effect.ratio;
    assert!((ratio - 25.0 / 40.0).abs() < 0.05, "{ratio}");
}

#[test]
fn belts_saved_drivers_of_vans() {
    // Monthly counts of Great Britain, 1969 to 1984; belts were compulsory from February 1983.
    let text = include_str!("../../../../examples/data/evaluation/seatbelts.csv");
    let first = NaiveDate::from_ymd_opt(1969, 1, 1).unwrap();
    let points: Vec<CountPoint> = text
        .lines()
        .skip(1)
        .zip(0..)
        .map(|(line, month)| {
            let cells: Vec<&str> = line.split(',').collect();
            let day = first + Months::new(month);
            CountPoint {
                period: Period::new(day, day + Months::new(1) - Days::new(1)).unwrap(),
                events: cells[2].parse().unwrap(),
                exposure: cells[3].parse().ok(),
            }
        })
        .collect();
    let law = Period::day(NaiveDate::from_ymd_opt(1983, 1, 31).unwrap());
    let course = count_course(&points, &[], law, level()).unwrap();
    // January 1983 holds the last day before the law and is left out.
    assert_eq!((course.points_before, course.points_after), (168, 23));
    assert!(course.seasonal && course.slope_before.ci.high < 1.0);
    // R on all 192 months: 0.776 (0.624 to 0.964).
    assert!((course.mean_effect.ratio - 0.776).abs() < 0.02);
    assert!(course.mean_effect.ci.high < 1.0);
}

/// A case a day from a day on, taking the days given in turn.
fn daily(from: NaiveDate, count: u64, days: &[u64]) -> Vec<ServiceCase> {
    (0..count)
        .map(|at| {
            let opened = from + Days::new(at);
            let closed = opened + Days::new(days[at as usize % days.len()]);
            ServiceCase {
                opened,
                closed: (closed <= day(6, 1)).then_some(closed),
            }
        })
        .collect()
}

fn around(before: &[u64], after: &[u64]) -> Vec<ServiceCase> {
    let mut cases = daily(day(1, 1), 50, before);
    cases.extend(daily(day(3, 10), 70, after));
    cases
}

#[test]
fn cases_elsewhere_are_taken_off() {
    let time = Period::new(day(3, 2), day(3, 6)).unwrap();
    let slow = [9, 11, 8, 12, 10, 9, 13];
    let fast = [4, 6, 3, 5, 7, 4, 5];
    let own = around(&slow, &fast);
    let alone = case_times(&own, Some(7), time, day(6, 1), level());
    assert_eq!(
        (alone.reading, alone.against),
        (ServiceReading::Better, None)
    );
    assert!(alone.doubts.contains(&Doubt::NoComparison));
    assert_eq!(alone.assumptions[1].what, Assumed::NothingElse);
    let same = around(&slow, &slow);
    let beyond = case_times_beside(&own, &[&same], Some(7), time, day(6, 1), level());
    let against = beyond.against.unwrap();
    assert_eq!(against.cases, 120);
    assert!(
        (against.difference.estimate + 5.4).abs() < 0.5,
        "{against:?}"
    );
    assert!(against.p < 0.001 && against.difference.interval.unwrap().high < -3.0);
    assert_eq!(beyond.reading, ServiceReading::Better);
    assert!(!beyond.doubts.contains(&Doubt::NoComparison));
    assert_eq!(beyond.assumptions[1].what, Assumed::ParallelChange);
    // Whole weeks of all four stretches say the same of what goes beyond the others.
    let weekly = &beyond.sturdier[0];
    assert_eq!(weekly.method, "restricted_mean by week of opening");
    assert_eq!(weekly.estimate, Some(against.difference.estimate));
    assert_eq!((weekly.agrees, beyond.no_opinion), (Some(true), None));
    // Everybody got faster: no reading beyond others, and the change alone still stands there.
    let all = case_times_beside(&own, &[&own, &own], Some(7), time, day(6, 1), level());
    assert_eq!(all.reading, ServiceReading::Unclear);
    assert_eq!(all.change, alone.change);
    // Through the evaluation: a log of unit B, whose people had no seat.
    let mut course = course();
    let log = |code: &str, cases| CaseLog {
        unit: unit(code),
        service: IndicatorId::new("permit").unwrap(),
        target_days: Some(7),
        cases,
    };
    course.results.cases = vec![
        log("A", own.clone()),
        log("B", same.clone()),
        log("C", same),
    ];
    let changes = course.evaluate().cases;
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].comparison, [unit("B"), unit("C")]);
    assert_eq!(changes[0].times.against.unwrap().cases, 240);
    // Nothing closed elsewhere, or nothing at all, is no comparison.
    for none in [Vec::new(), daily(day(5, 30), 2, &[9])] {
        let times = case_times_beside(&own, &[&none], Some(7), time, day(6, 1), level());
        assert_eq!(
            (times.against, times.reading),
            (None, ServiceReading::Better)
        );
    }
}

#[test]
fn cases_of_one_week_that_go_alike_are_a_doubt() {
    let time = Period::new(day(3, 2), day(3, 6)).unwrap();
    let mut rng = Rng::new(11, "weeks");
    let mut side = |from: NaiveDate, weeks: u64, alike: bool| -> Vec<ServiceCase> {
        let mut cases = Vec::new();
        for week in 0..weeks {
            let of_week = rng.below(20);
            for _ in 0..20 {
                let own = if alike {
                    of_week + rng.below(2)
                } else {
                    rng.below(20)
                };
                let opened = from + Days::new(7 * week);
                cases.push(ServiceCase {
                    opened,
                    closed: Some(opened + Days::new(1 + u64::from(own))),
                });
            }
        }
        cases
    };
    let mut times = |alike: bool| {
        let mut cases = side(day(1, 5), 7, alike);
        cases.extend(side(day(3, 9), 8, alike));
        case_times(&cases, None, time, day(6, 1), level())
    };
    let independent = times(false);
    assert!(independent.waves.unwrap() < 2.0, "{:?}", independent.waves);
    assert_eq!(independent.assumptions[0].state, AssumptionState::Holds);
    let alike = times(true);
    assert!(alike.waves.unwrap() > 5.0, "{:?}", alike.waves);
    assert_eq!(alike.assumptions[0].state, AssumptionState::Fails);
    assert!(
        alike
            .doubts
            .iter()
            .any(|doubt| matches!(doubt, Doubt::Waves { .. }))
    );
    let weekly = &alike.sturdier[0];
    assert_eq!(weekly.method, "restricted_mean by week of opening");
    assert!(
        weekly.p > alike.p.unwrap(),
        "whole weeks are less sure than cases"
    );
}

#[test]
fn complaints_that_rise_beyond_others_revise_a_program() {
    use bangkom_evaluation::{VerdictAnswer, VerdictReason};
    let judged = |own: [u32; 6], others: [u32; 6]| {
        let mut course = Course::new();
        for number in 1..=12 {
            course.learn(
                number,
                f64::from(number % 4),
                f64::from(number % 3) / 2.0 + 6.0,
            );
        }
        course.results.counts = vec![
            twelve("A", [20; 6], own),
            twelve("B", [20, 21, 19, 20, 20, 20], others),
        ];
        course.evaluate().programs.remove(0).verdict
    };
    let calm = judged([21, 19, 20, 20, 19, 21], [20; 6]);
    assert_eq!(calm.answer, VerdictAnswer::Keep, "{:?}", calm.reasons);
    let worse = judged([40; 6], [20; 6]);
    assert_eq!(worse.answer, VerdictAnswer::Revise);
    assert!(worse.reasons.contains(&VerdictReason::ServiceWorse));
    // Where complaints rose everywhere, the program is not to blame.
    let everywhere = judged([40; 6], [40, 41, 39, 40, 40, 40]);
    assert_eq!(
        everywhere.answer,
        VerdictAnswer::Keep,
        "{:?}",
        everywhere.reasons
    );
}
