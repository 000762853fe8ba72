//! What citizens met: courses of figures, cases, complaints, surveys, and what it was worth.

use bangkom_domain::Language;
use bangkom_domain::calendar::Period;
use bangkom_domain::evidence::{Direction, SatisfactionGrade, SurveyElement};
use bangkom_domain::finding::Explain;
use bangkom_domain::id::{IndicatorId, ProgramId};
use bangkom_domain::measure::Rupiah;
use bangkom_domain::results::{
    Benefit, CaseLog, CountPoint, CountSeries, ElementAnswers, SatisfactionWave, ServiceCase,
    ServicePoint, ServiceSeries,
};
use bangkom_evaluation::{
    Assumed, AssumptionState, Because, Doubt, MethodChoice, ServiceReading, case_times,
    count_rates, series_effect, survey_change,
};
use bangkom_stats::ConfidenceLevel;
use chrono::{Days, Months, NaiveDate};

use crate::course::{Course, day, unit};

fn indicator(code: &str) -> IndicatorId {
    IndicatorId::new(code).unwrap()
}

fn level() -> ConfidenceLevel {
    ConfidenceLevel::default()
}

/// Unit A takes part in batch b1 on 2 March.
fn course() -> Course {
    let mut course = Course::new();
    course.seat(1, "A", true);
    course
}

/// Weekly points from 29 September 2025, the figure of each week.
fn weekly(code: &str, value: impl Fn(u64) -> f64) -> ServiceSeries {
    let first = NaiveDate::from_ymd_opt(2025, 9, 29).unwrap();
    let points = (0..34).map(|week| {
        let day = first + Days::new(7 * week);
        ServicePoint {
            period: Period::new(day, day + Days::new(6)).unwrap(),
            value: value(week),
            count: None,
        }
    });
    ServiceSeries {
        unit: unit(code),
        indicator: indicator("response"),
        measured_in: "days".to_owned(),
        direction: Direction::LowerIsBetter,
        points: points.collect(),
    }
}

fn noise(week: u64) -> f64 {
    [0.3, -0.2, 0.1, -0.4, 0.2, 0.0, -0.1, 0.25][week as usize % 8]
}

/// A course of many points with a drop after the batch.
pub(crate) fn long_series(code: &str) -> ServiceSeries {
    weekly(code, |week| {
        12.0 - if week >= AFTER { 3.0 } else { 0.0 } + noise(week)
    })
}

/// The batch is in week 22.
const AFTER: u64 = 23;

#[test]
fn a_fall_that_was_under_way_is_no_effect() {
    // Falling by 0.2 days a week all along.
    let falling = |week: u64| 12.0 - 0.2 * week as f64 + noise(week);
    let mut course = course();
    course.results.series.push(weekly("A", falling));
    let change = course.evaluate().services.remove(0);
    // Means before and after differ widely, the course shows nothing new.
    assert!(change.change.unwrap().interval.unwrap().high < 0.0);
    let effect = change.course.as_ref().unwrap();
    assert_eq!((effect.points_before, effect.points_after), (22, 11));
    assert!(
        effect.mean_effect.ci.contains(0.0),
        "{:?}",
        effect.mean_effect.ci
    );
    assert_eq!(change.reading, ServiceReading::Unclear);
    assert!(change.doubts.contains(&Doubt::TrendBefore));
    assert!(change.doubts.contains(&Doubt::NoComparison));
    assert!(!change.doubts.contains(&Doubt::DependentPoints));
}

#[test]
fn a_drop_beyond_the_course_is_an_improvement() {
    let drop = |week: u64| 12.0 - if week >= AFTER { 3.0 } else { 0.0 } + noise(week);
    let mut course = course();
    course.results.series.push(weekly("A", drop));
    let change = course.evaluate().services.remove(0);
    let effect = change.course.as_ref().unwrap();
    assert!((effect.mean_effect.estimate + 3.0).abs() < 0.5);
    let advice = change.advice.as_ref().unwrap();
    assert_eq!(advice.method, MethodChoice::InterruptedSeries);
    assert_eq!(advice.estimate.unwrap().value, effect.mean_effect.estimate);
    assert_eq!(change.reading, ServiceReading::Better);
    // A course straight in logarithms and ranks beyond the slope before say the same.
    let methods: Vec<_> = change
        .sturdier
        .iter()
        .map(|it| (it.method.as_str(), it.agrees))
        .collect();
    assert_eq!(
        methods,
        [
            ("interrupted_series of logarithms", Some(true)),
            ("rank_sum beyond Sen's slope", Some(true)),
        ]
    );
    let ratio = effect.log_ratio.unwrap().ratio;
    assert!((ratio - 0.75).abs() < 0.04, "{ratio}");
    let assumed: Vec<_> = change.assumptions.iter().map(|it| it.what).collect();
    assert_eq!(assumed, [Assumed::CourseGoesOn, Assumed::NothingElse]);
    for point in &effect.after {
        assert!((point.expected - 12.0).abs() < 1.0 && point.value < 10.0);
    }
    for language in [Language::Id, Language::En] {
        let text = change.sentence(language);
        assert!(
            !text.contains("cause") && !text.contains("disebabkan"),
            "{text}"
        );
    }
    assert!(
        change
            .sentence(Language::En)
            .contains("against its course before")
    );
    // Where everybody got faster at once, it is not the program.
    course
        .results
        .series
        .push(weekly("B", move |week| drop(week) + 1.0 + noise(week + 3)));
    course
        .results
        .series
        .push(weekly("C", move |week| drop(week) + noise(week + 5)));
    let change = course.evaluate().services.remove(0);
    let beside = change.against_course.as_ref().unwrap();
    assert!(beside.mean_effect.ci.contains(0.0));
    assert_eq!(change.reading, ServiceReading::Unclear);
    assert!(!change.doubts.contains(&Doubt::NoComparison));
}

#[test]
fn a_course_below_zero_says_nothing() {
    // Falling fast and then level at a low figure: the course before leads below zero.
    let level_off = |week: u64| (24.0 - 1.1 * week as f64).max(2.0) + noise(week).abs();
    let mut course = course();
    course.results.series.push(weekly("A", level_off));
    let change = course.evaluate().services.remove(0);
    let effect = change.course.as_ref().unwrap();
    assert!(
        effect.impossible && effect.mean_effect.ci.low > 0.0,
        "it would seem to get worse"
    );
    assert!(change.doubts.contains(&Doubt::ImpossibleCourse));
    assert_eq!(change.assumptions[0].state, AssumptionState::Fails);
    // Means are compared in its place, and ranks of the same points beside them.
    assert!(effect.log_ratio.is_some());
    let ranks = &change.sturdier[0];
    assert_eq!(
        (ranks.method.as_str(), ranks.agrees),
        ("rank_sum of points", Some(true))
    );
    assert_eq!(
        (change.reading, change.advice),
        (ServiceReading::Better, None)
    );
}

#[test]
fn too_few_points_have_no_course() {
    let series = weekly("A", noise);
    let time = Period::day(day(3, 2));
    assert!(series_effect(&series.points[..20], &[], time, level()).is_none());
    assert!(series_effect(&series.points[15..], &[], time, level()).is_none());
    assert!(series_effect(&[], &[], time, level()).is_none());
    // Perfectly straight: nothing to estimate errors from.
    let straight = weekly("A", |week| week as f64);
    assert!(series_effect(&straight.points, &[], time, level()).is_none());
    // Others without a point of the same weeks leave nothing to compare.
    let others: Vec<ServicePoint> = Vec::new();
    assert!(series_effect(&series.points, &[&others], time, level()).is_none());
}

#[test]
fn real_requests_to_a_city_run_through_the_same_door() {
    // Monthly share on time of dead-animal pick-up, City of Cincinnati, January 2023 on.
    let text = include_str!("../../../../examples/data/evaluation/cincy311.csv");
    let header: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    let at = |name: &str| header.iter().position(|cell| *cell == name).unwrap();
    let (all, on_time) = (at("dead_animal_evaluable"), at("dead_animal_on_time"));
    let first = NaiveDate::from_ymd_opt(2023, 1, 1).unwrap();
    let points: Vec<ServicePoint> = text
        .lines()
        .skip(1)
        .zip(0..)
        .map(|(line, month)| {
            let cells: Vec<&str> = line.split(',').collect();
            let number = |at: usize| cells[at].parse::<f64>().unwrap();
            let day = first + Months::new(month);
            ServicePoint {
                period: Period::new(day, day + Months::new(1) - Days::new(1)).unwrap(),
                value: 100.0 * number(on_time) / number(all),
                count: Some(number(all) as u32),
            }
        })
        .collect();
    assert_eq!(points.len(), 44);
    // A month in which nothing is known to have happened: no effect may be shown.
    let time = points[24].period;
    let effect = series_effect(&points, &[], time, level()).unwrap();
    assert_eq!(
        (effect.points_before, effect.points_after, effect.seasonal),
        (24, 19, true)
    );
    assert!(effect.mean_effect.ci.low < effect.mean_effect.ci.high);
    assert!(effect.durbin_watson > 0.0 && effect.durbin_watson < 4.0);
}

fn case(opened: NaiveDate, days: u64) -> ServiceCase {
    ServiceCase {
        opened,
        closed: Some(opened + Days::new(days)),
    }
}

#[test]
fn recent_cases_do_not_look_faster_than_they_are() {
    // Two of five take 20 days, the others 30; many of the last month are still open.
    let (first, today) = (day(1, 1), day(6, 1));
    let cases: Vec<ServiceCase> = (0..150)
        .map(|at| {
            let opened = first + Days::new(at);
            let closed = opened + Days::new(if at % 5 < 2 { 20 } else { 30 });
            ServiceCase {
                opened,
                closed: (closed <= today).then_some(closed),
            }
        })
        .collect();
    let time = Period::new(day(3, 2), day(3, 6)).unwrap();
    let times = case_times(&cases, Some(25), time, today, level());
    assert_eq!(times.reading, ServiceReading::Unclear, "{:?}", times.p);
    assert_eq!(
        (times.before.median, times.after.median),
        (Some(30.0), Some(30.0))
    );
    let share = times.after.within_target.unwrap();
    assert!((share - 0.4).abs() < 0.05, "{share}");
    assert!(times.after.within_interval.unwrap().contains(share));
    assert!(
        times
            .doubts
            .iter()
            .any(|doubt| matches!(doubt, Doubt::OpenCases { .. }))
    );
    assert!(times.after.open > 0 && times.before.open > 0);
}

#[test]
fn cases_reach_the_evaluation_with_their_findings() {
    let mut course = course();
    let cases = (0..60).map(|at| case(day(1, 2) + Days::new(at / 2), 10 + at % 5));
    let after = (0..60).map(|at| case(day(3, 10) + Days::new(at / 2), 4 + at % 4));
    let mut log = CaseLog {
        unit: unit("A"),
        service: indicator("permit"),
        target_days: Some(7),
        cases: cases.chain(after).collect(),
    };
    log.cases.push(case(day(7, 1), 3));
    log.cases.push(ServiceCase {
        opened: day(2, 2),
        closed: Some(day(2, 1)),
    });
    let mut lost = log.clone();
    lost.unit = unit("Z");
    course.results.cases = vec![log, lost];
    let evaluation = course.evaluate();
    let codes: Vec<_> = evaluation.findings.iter().map(Explain::code).collect();
    assert_eq!(codes, ["evaluation.future_date", "evaluation.unknown_unit"]);
    let codes: Vec<_> = evaluation
        .record_findings
        .iter()
        .map(Explain::code)
        .collect();
    assert_eq!(codes, ["results.case_unsound", "results.case_unsound"]);
    let times = &evaluation.cases[0].times;
    assert_eq!((times.before.cases, times.after.cases), (60, 60));
    assert_eq!(times.reading, ServiceReading::Better);
    assert_eq!(times.advice.method, MethodChoice::LogRank);
    assert!(times.advice.estimate.unwrap().value < -1.0);
    assert_eq!(
        (times.before.within_target, times.after.within_target),
        (Some(0.0), Some(1.0))
    );
    assert!(times.p.unwrap() > 0.0);
    // Nothing at all, and nothing closed.
    let none = case_times(&[], None, Period::day(day(3, 2)), day(6, 1), level());
    assert_eq!((none.reading, none.change), (ServiceReading::Unclear, None));
    let open: Vec<ServiceCase> = (0..9)
        .map(|at| ServiceCase {
            opened: day(1, 1) + Days::new(20 * at),
            closed: None,
        })
        .collect();
    let none = case_times(&open, Some(5), Period::day(day(3, 2)), day(6, 1), level());
    assert_eq!(
        (none.after.median, none.reading),
        (None, ServiceReading::Unclear)
    );
}

fn month(number: u32) -> Period {
    Period::new(day(number, 1), day(number, 28)).unwrap()
}

fn complaints(code: &str, events: [u32; 4]) -> CountSeries {
    let points = [1, 2, 4, 5]
        .into_iter()
        .zip(events)
        .map(|(number, events)| CountPoint {
            period: month(number),
            events,
            exposure: Some(500.0),
        });
    CountSeries {
        unit: unit(code),
        indicator: indicator("complaints"),
        direction: Direction::LowerIsBetter,
        points: points.collect(),
    }
}

#[test]
fn complaints_are_rates_with_an_exact_ratio() {
    let mut course = course();
    course.results.counts = vec![complaints("A", [20, 20, 6, 4])];
    let change = course.evaluate().counts.remove(0);
    let ratio = change.rates.ratio.unwrap();
    // R: poisson.test(c(10, 40), c(1000, 1000)) gives 0.25 and 0.1117 to 0.5090.
    assert_eq!(ratio.value, Some(0.25));
    assert_eq!(change.advice.method, MethodChoice::RateRatio);
    assert_eq!(change.advice.because, [Because::Counts]);
    assert!((ratio.low - 0.1117).abs() < 5e-4 && (ratio.high.unwrap() - 0.5090).abs() < 5e-4);
    assert_eq!(
        (change.reading, change.doubts),
        (ServiceReading::Better, vec![Doubt::NoComparison])
    );
    // Others fell as much.
    course
        .results
        .counts
        .push(complaints("B", [40, 40, 10, 10]));
    let change = course.evaluate().counts.remove(0);
    assert_eq!(change.against_comparison.unwrap().value, Some(1.0));
    assert_eq!(
        (change.reading, change.doubts.len()),
        (ServiceReading::Unclear, 0)
    );
}

#[test]
fn nothing_counted_has_no_ratio() {
    let time = month(3);
    let none = count_rates(&complaints("A", [0; 4]).points, time, level());
    assert_eq!((none.ratio, none.events_before), (None, 0));
    let first = count_rates(&complaints("A", [0, 0, 3, 3]).points, time, level());
    let ratio = first.ratio.unwrap();
    assert_eq!((ratio.value, ratio.high), (None, None));
    assert!(ratio.p > 0.0 && ratio.p <= 1.0);
    let mut course = course();
    course.results.counts = vec![complaints("A", [1; 4])];
    course.results.counts[0].points[0].exposure = Some(0.0);
    let evaluation = course.evaluate();
    let codes: Vec<_> = evaluation
        .record_findings
        .iter()
        .map(Explain::code)
        .collect();
    assert_eq!(codes, ["results.exposure_unsound"]);
    assert_eq!(evaluation.counts[0].rates.events_before, 1);
}

fn wave(number: u32, means: [f64; 2]) -> SatisfactionWave {
    let elements = [SurveyElement::CompletionTime, SurveyElement::StaffBehaviour];
    let answers = elements
        .into_iter()
        .zip(means)
        .map(|(element, mean)| ElementAnswers {
            element,
            mean,
            deviation: Some(0.6),
        });
    SatisfactionWave {
        unit: unit("A"),
        period: month(number),
        respondents: 150,
        elements: answers.collect(),
    }
}

#[test]
fn satisfaction_is_read_by_element() {
    let mut course = course();
    course.results.satisfaction = vec![wave(1, [2.4, 3.4]), wave(4, [3.2, 3.4])];
    let evaluation = course.evaluate();
    let survey = &evaluation.satisfaction[0].survey;
    assert_eq!(
        evaluation.satisfaction[0].doubts,
        [Doubt::NoComparison, Doubt::SeveralTests { tests: 2 }]
    );
    assert!((survey.index_before - 72.5).abs() < 1e-9 && (survey.index_after - 82.5).abs() < 1e-9);
    assert_eq!(survey.grade_before, Some(SatisfactionGrade::C));
    assert_eq!(survey.grade_after, Some(SatisfactionGrade::B));
    let [time, behaviour] = &survey.elements[..] else {
        panic!("two elements");
    };
    assert!(time.interval.unwrap().low > 0.6 && time.p_holm.unwrap() < 1e-6);
    assert!(behaviour.interval.unwrap().contains(0.0) && behaviour.p_holm == Some(1.0));
    // Without deviations there is a change and no interval; without a side there is none.
    let mut waves = course.results.satisfaction.clone();
    waves[0].elements[0].deviation = None;
    let change = survey_change(&waves, month(3), level()).unwrap();
    assert_eq!(change.elements[0].interval, None);
    assert!(survey_change(&waves[..1], month(3), level()).is_none());
    waves[1].elements.remove(0);
    let change = survey_change(&waves, month(3), level()).unwrap();
    assert_eq!(change.elements.len(), 1);
}

#[test]
fn the_return_is_isolated_before_it_is_set_against_the_cost() {
    let mut course = course();
    course.plan.batches[0].cost = Rupiah::new(60_000_000);
    course.plan.batches[1].cost = Rupiah::new(20_000_000);
    let benefit = |what: &str, amount, attribution| Benefit {
        program: ProgramId::new("prima").unwrap(),
        what: what.to_owned(),
        by_year: vec![Rupiah::new(amount), Rupiah::new(amount)],
        attribution,
        confidence: 0.8,
    };
    course.results.benefits = vec![
        benefit("overtime", 100_000_000, 0.5),
        benefit("paper", 25_000_000, 1.0),
    ];
    let result = course.evaluate().returns.remove(0);
    assert_eq!(
        (result.cost, result.claimed),
        (Rupiah::new(80_000_000), Rupiah::new(250_000_000))
    );
    // 200 × 0.5 × 0.8 and 50 × 0.8 million.
    assert_eq!(result.isolated, Rupiah::new(120_000_000));
    assert_eq!(result.benefit_cost_ratio, Some(1.5));
    assert!((result.roi_percent.unwrap() - 50.0).abs() < 1e-9);
    assert!((result.payback_years.unwrap() - 80.0 / 60.0).abs() < 1e-12);
    // No cost, no ratio; a share beyond 1 is set aside.
    course.plan.batches[0].cost = Rupiah::new(0);
    course.plan.batches[1].cost = Rupiah::new(0);
    course.results.benefits[1].attribution = 80.0;
    let evaluation = course.evaluate();
    assert_eq!(evaluation.returns[0].roi_percent, None);
    assert_eq!(evaluation.returns[0].benefits.len(), 1);
    let codes: Vec<_> = evaluation
        .record_findings
        .iter()
        .map(Explain::code)
        .collect();
    assert_eq!(codes, ["results.benefit_unsound"]);
}
