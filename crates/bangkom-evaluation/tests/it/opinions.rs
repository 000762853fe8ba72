//! Each result says which sturdier method agrees or not, or why none was asked.

use bangkom_domain::Language;
use bangkom_domain::calendar::Period;
use bangkom_domain::evidence::SurveyElement;
use bangkom_domain::id::{InstructorId, SessionId};
use bangkom_domain::results::{ElementAnswers, InstrumentKind, SatisfactionWave};
use bangkom_evaluation::{
    Assumed, AssumptionState, Design, Doubt, GroupKind, Measured, NoOpinion, OutcomeLevel,
    Reaction, Standing, StandingReading, Status, compare, survey_change,
};
use bangkom_stats::ConfidenceLevel;
use serde_json::Value;

use crate::course::{Course, batch_id, day, person, unit};
use crate::invented::policy;
use crate::rich::{reacts, rich};

/// Lists of results, with what stands for one result of theirs.
const RESULTS: [(&str, &[&str]); 9] = [
    ("reactions", &[]),
    ("programs", &["learning", "change"]),
    ("behaviour", &["change"]),
    ("services", &[]),
    ("cases", &["times"]),
    ("counts", &[]),
    ("satisfaction", &["survey"]),
    ("returns", &[]),
    ("standings", &[]),
];

/// Every result below a value, along the names that lead to it.
fn results<'a>(value: &'a Value, names: &[&str]) -> Vec<&'a Value> {
    let inside = match value {
        Value::Array(all) => return all.iter().flat_map(|one| results(one, names)).collect(),
        one => one,
    };
    match names {
        [] => vec![inside],
        [name, rest @ ..] => results(&inside[*name], rest),
    }
}

/// Whether one is asked, in the result or in each of its elements.
fn asked(result: &Value) -> bool {
    let elements = result["elements"].as_array();
    let of_elements = elements.is_some_and(|all| all.iter().any(|it| !it["sturdier"].is_null()));
    of_elements
        || result["sturdier"]
            .as_array()
            .is_some_and(|all| !all.is_empty())
}

#[test]
fn no_result_leaves_open_whether_a_sturdier_method_agrees() {
    let mut few = rich();
    few.policy.min_group = 200;
    for course in [rich(), few] {
        let evaluation = serde_json::to_value(course.evaluate()).unwrap();
        for (list, names) in RESULTS {
            let found = results(&evaluation[list], names);
            assert!(!found.is_empty(), "no {list}");
            for result in found {
                let why = &result["no_opinion"];
                assert_ne!(asked(result), !why.is_null(), "{list}: {result:#}");
                // Nobody was asked of a result that is not shown, or that nobody measured.
                if !why.is_null() {
                    let no_figure = ["mean", "difference", "estimate"]
                        .iter()
                        .all(|it| result[*it].is_null());
                    assert!(no_figure || why != "no_figure", "{list}: {result:#}");
                }
            }
        }
    }
}

#[test]
fn rows_of_outcomes_say_whether_sturdier_methods_agree() {
    let course = rich();
    let evaluation = course.evaluate();
    let rows = evaluation.outcomes(&course.results.instruments);
    let levels: std::collections::BTreeSet<_> = rows.iter().map(|row| row.level).collect();
    assert_eq!(levels.len(), 5);
    for row in &rows {
        // Whoever was asked could say, could not, or was not asked for a reason.
        assert!(row.agrees.is_none() || row.no_opinion.is_none(), "{row:?}");
    }
    let liked = &rows[0];
    assert_eq!(
        (liked.level, liked.agrees),
        (OutcomeLevel::Reaction, Some(true))
    );
    let returned = rows.last().unwrap();
    assert_eq!(
        (returned.agrees, returned.no_opinion),
        (None, Some(NoOpinion::Estimated))
    );
    let survey = rows
        .iter()
        .find(|row| row.instrument == "satisfaction")
        .unwrap();
    assert_eq!(survey.agrees, Some(true));
    let ends = survey.interval.unwrap();
    assert!(ends.low > 0.0 && ends.contains(survey.value.unwrap()));
    // One method against the others is enough to say so.
    let torn = taught(&[1.0; 12], &[2.0; 12]);
    let learning = &torn.evaluate().programs[0].learning[0].change;
    let says = learning.sturdier.iter().any(|it| it.agrees == Some(false));
    let row = &torn.evaluate().outcomes(&torn.results.instruments)[0];
    assert_eq!(row.agrees == Some(false), says);
}

#[test]
fn each_reason_is_given_where_it_holds_and_in_both_languages() {
    let run = |first: &[f64], second: &[f64]| {
        let measured = Measured::new(first, second);
        compare(
            &measured,
            &Design::default(),
            &policy().min_group(0).resamples(0),
        )
        .unwrap()
    };
    let none = run(&[1.0], &[2.0]);
    assert_eq!(
        (none.status, none.no_opinion),
        (Status::TooFew, Some(NoOpinion::NoFigure))
    );
    let alike = run(&[1.0, 2.0, 3.0], &[2.0, 3.0, 4.0]);
    assert_eq!(alike.no_opinion, Some(NoOpinion::AllAlike));
    let many: Vec<f64> = (0..200_001).map(|at| f64::from(at % 7)).collect();
    let more: Vec<f64> = (0..200_001).map(|at| f64::from(at % 5)).collect();
    let whole = run(&many, &more);
    assert_eq!(whole.no_opinion, Some(NoOpinion::TooMany));
    let asked = run(&many[..200], &more[..200]);
    assert_eq!((asked.no_opinion, asked.sturdier.len()), (None, 2));
    let returned = &rich().evaluate().returns[0];
    assert_eq!(returned.no_opinion, NoOpinion::Estimated);
    for why in [
        NoOpinion::NoFigure,
        NoOpinion::AllAlike,
        NoOpinion::TooFew,
        NoOpinion::TooMany,
        NoOpinion::Estimated,
    ] {
        assert_ne!(why.text(Language::Id), why.text(Language::En));
    }
}

/// Attenders of batch b1, the answers of the first of them.
fn reaction(seats: u32, scores: &[f64]) -> Reaction {
    let mut course = Course::new();
    course.declare("liked", InstrumentKind::Reaction, 1.0, 5.0);
    for number in 1..=seats {
        course.seat(number, "A", true);
    }
    for (number, score) in (1..).zip(scores) {
        reacts(&mut course, number, *score);
    }
    course.evaluate().reactions.remove(0)
}

#[test]
fn liking_is_checked_by_ranks_around_the_middle_of_the_scale() {
    let liked = reaction(10, &[4.0, 5.0, 4.0, 4.0, 3.0, 5.0, 4.0, 5.0, 4.0, 4.0]);
    let [ranks] = &liked.sturdier[..] else {
        panic!("{:?}", liked.sturdier);
    };
    assert_eq!(ranks.method, "signed_rank around the middle of the scale");
    // By hand: nine of ten above the middle, one on it (Pratt): the greatest rank sum of nine
    // signs, 2 of 2^9.
    assert!((ranks.p - 2.0_f64.powi(-8)).abs() < 1e-12, "{}", ranks.p);
    assert_eq!((ranks.agrees, ranks.estimate), (Some(true), Some(4.0)));
    assert_eq!(liked.no_opinion, None);
    let took: Vec<_> = liked
        .assumptions
        .iter()
        .map(|it| (it.what, it.state))
        .collect();
    assert_eq!(
        took,
        [
            (Assumed::Independence, AssumptionState::Unknown),
            (Assumed::ModestSkew, AssumptionState::Holds),
            (Assumed::AlikeRespondents, AssumptionState::Holds),
        ]
    );
    assert_eq!(liked.doubts, [Doubt::Ceiling { share: 0.3 }]);
    // Two who are furious decide the mean, not the ranks.
    let mut scores = vec![3.5; 15];
    scores.extend([1.0, 1.0]);
    let torn = reaction(17, &scores);
    assert!(torn.interval.unwrap().contains(3.0));
    assert_eq!(torn.sturdier[0].agrees, Some(false), "{:?}", torn.sturdier);
    assert!(torn.doubts.contains(&Doubt::SturdierDisagrees));
    assert_eq!(torn.assumptions[1].state, AssumptionState::Fails);
}

#[test]
fn few_and_one_sided_answers_are_doubts() {
    let few = reaction(9, &[1.0, 2.0, 1.0, 2.0, 2.0]);
    let response = few.response().unwrap();
    assert!((response - 5.0 / 9.0).abs() < 1e-12);
    assert_eq!(
        few.doubts,
        [
            Doubt::FewAnswers { answers: 5 },
            Doubt::Unanswered {
                share: 1.0 - response
            },
            Doubt::Floor { share: 0.4 },
        ]
    );
    assert_eq!(few.assumptions[2].figure, Some(response));
    assert_eq!(few.assumptions[2].state, AssumptionState::Unknown);
    // Five signs cannot reach 5 %: the ranks are asked and cannot say.
    assert_eq!(few.sturdier[0].agrees, None);
    // Four are not shown, and so is what could be said of them.
    let hidden = reaction(9, &[1.0; 4]);
    assert_eq!(hidden.no_opinion, Some(NoOpinion::NoFigure));
    assert!(hidden.doubts.is_empty() && hidden.assumptions.is_empty());
    assert!(hidden.sturdier.is_empty());
    // All on the middle: nothing to rank.
    let middle = reaction(6, &[3.0; 6]);
    assert_eq!(middle.no_opinion, Some(NoOpinion::AllAlike));
    // Without a record of attendance that is a doubt.
    let mut course = rich();
    course.results.attendance.clear();
    let reactions = course.evaluate().reactions;
    assert!(reactions[0].doubts.contains(&Doubt::AttendanceUnknown));
}

#[test]
fn a_return_says_at_which_share_it_is_nothing() {
    let returned = rich().evaluate().returns.remove(0);
    // 40 of 120 million.
    assert!((returned.break_even.unwrap() - 1.0 / 3.0).abs() < 1e-12);
    let [own] = returned.assumptions[..] else {
        panic!("one assumption");
    };
    assert_eq!(
        (own.what, own.state, own.figure),
        (Assumed::OwnShare, AssumptionState::Unknown, Some(0.4))
    );
    // What breaks even is exactly what the share would have to be.
    let mut course = rich();
    course.results.benefits[0].attribution = 1.0;
    course.results.benefits[0].confidence = 1.0 / 3.0;
    let even = course.evaluate().returns.remove(0);
    assert!(even.roi_percent.unwrap().abs() < 1e-6);
    // Nothing claimed: no share would do.
    course.results.benefits[0]
        .by_year
        .fill(bangkom_domain::measure::Rupiah::new(0));
    assert_eq!(course.evaluate().returns[0].break_even, None);
}

fn instructors(course: &Course) -> Vec<Standing> {
    let standings = course.evaluate().standings;
    let own = standings.into_iter();
    own.filter(|one| one.kind == GroupKind::Instructor)
        .collect()
}

/// Two instructors of one batch each, the changes of their people in tenths of the scale.
fn taught(ani: &[f64], budi: &[f64]) -> Course {
    let mut course = Course::new();
    for (first, changes) in [(1, ani), (101, budi)] {
        for (number, change) in (first..).zip(changes) {
            course.learn(number, 2.0, 2.0 + change);
        }
    }
    for (batch, name) in [(0, "ani"), (1, "budi")] {
        let session = &mut course.plan.batches[batch].sessions[0];
        session.instructors = vec![InstructorId::new(name).unwrap()];
    }
    course
}

#[test]
fn groups_beside_each_other_are_checked_by_ranks() {
    let even = [1.0, 2.0, 1.5, 2.5, 1.0, 2.0, 1.5, 2.5, 1.2, 2.2, 1.7, 1.9];
    let more = even.map(|change| change + 2.0);
    let both = instructors(&taught(&more, &even));
    for one in &both {
        assert_ne!(one.reading, StandingReading::Alike);
        assert_eq!(one.sturdier[0].method, "rank_sum of changes");
        assert_eq!(one.sturdier[0].agrees, Some(true));
        assert!(one.doubts.is_empty() && one.no_opinion.is_none());
        assert_eq!(one.assumptions[2].what, Assumed::ParallelChange);
    }
    let difference = both[0].sturdier[0].estimate.unwrap();
    assert!((difference - 0.2).abs() < 1e-9, "two of ten: {difference}");
    // One who rose by eight hides that most rose a little less, from the mean and not from ranks.
    let mut far = even.map(|change| change - 0.9);
    far[11] = 8.0;
    let torn = instructors(&taught(&far, &even));
    assert_eq!(torn[0].reading, StandingReading::Alike);
    assert_eq!(torn[0].sturdier[0].agrees, Some(false), "{:?}", torn[0]);
    assert_eq!(torn[0].doubts, [Doubt::SturdierDisagrees]);
    assert_eq!(torn[0].assumptions[1].state, AssumptionState::Fails);
    // Too small to be shown: no opinion gives them away.
    let hidden = instructors(&taught(&even, &even[..9]));
    for one in hidden {
        assert_eq!(one.no_opinion, Some(NoOpinion::NoFigure));
        assert!(one.sturdier.is_empty() && one.assumptions.is_empty());
    }
}

/// The same course with every batch given twice, by the same instructors to other people.
fn doubled(mut course: Course) -> Course {
    for (at, name) in [(0, "b3"), (1, "b4")] {
        let mut batch = course.plan.batches[at].clone();
        batch.id = batch_id(name);
        batch.sessions[0].id = SessionId::new(format!("{name}/s1")).unwrap();
        for seat in &mut batch.seats {
            let before = seat.person;
            let employees = &mut course.roster.employees;
            seat.person = person(200 + employees.len() as u32);
            let mut employee = employees[0].clone();
            employee.id = seat.person;
            employees.push(employee);
            let scores = course
                .results
                .scores
                .iter()
                .filter(|it| it.person == before);
            let mut scores: Vec<_> = scores.cloned().collect();
            for score in &mut scores {
                score.person = seat.person;
                score.batch = batch.id.clone();
            }
            course.results.scores.extend(scores);
        }
        course.plan.batches.push(batch);
    }
    course.results.attendance.clear();
    course
}

#[test]
fn whole_batches_are_asked_and_shared_ones_are_nobodys_others() {
    let even = [1.0, 2.0, 1.5, 2.5, 1.0, 2.0, 1.5, 2.5, 1.2, 2.2, 1.7, 1.9];
    let mut course = taught(&even.map(|it| it + 2.0), &even);
    // Ani and Budi taught both batches: neither has others to be set beside.
    for batch in &mut course.plan.batches {
        let both = ["ani", "budi"].map(|name| InstructorId::new(name).unwrap());
        batch.sessions[0].instructors = both.to_vec();
    }
    for one in instructors(&course) {
        assert_eq!((one.people, one.difference), (24, None));
        assert_eq!(one.reading, StandingReading::Alike);
        assert_eq!(one.no_opinion, Some(NoOpinion::NoFigure));
    }
    // One shared batch: only the batch of the other alone is compared with.
    course.plan.batches[1].sessions[0].instructors.remove(0);
    let both = instructors(&course);
    let alone = both.iter().find(|one| one.group == "ani").unwrap();
    assert!((alone.difference.unwrap() - 0.2).abs() < 1e-9);
    let shared = both.iter().find(|one| one.group == "budi").unwrap();
    assert_eq!((shared.people, shared.difference), (24, None));
    // Four batches: whole ones are asked, and two on a side cannot say.
    let course = doubled(taught(&even.map(|it| it + 2.0), &even));
    let both = instructors(&course);
    assert_eq!((both.len(), both[0].people), (2, 24));
    let methods: Vec<_> = both[0]
        .sturdier
        .iter()
        .map(|it| (it.method.as_str(), it.agrees))
        .collect();
    assert_eq!(
        methods,
        [
            ("rank_sum of changes", Some(true)),
            ("rank_sum of batches", None)
        ]
    );
}

fn month(number: u32) -> Period {
    Period::new(day(number, 1), day(number, 28)).unwrap()
}

/// Surveys of one element: month, mean.
fn surveys(means: &[(u32, f64)]) -> Vec<SatisfactionWave> {
    let wave = |(number, mean): &(u32, f64)| SatisfactionWave {
        unit: unit("A"),
        period: month(*number),
        respondents: 100,
        elements: vec![ElementAnswers {
            element: SurveyElement::CompletionTime,
            mean: *mean,
            deviation: Some(0.5),
        }],
    };
    means.iter().map(wave).collect()
}

#[test]
fn surveys_are_checked_as_wholes() {
    let level = ConfidenceLevel::default();
    let read = |means: &[(u32, f64)]| survey_change(&surveys(means), month(6), level).unwrap();
    let steady = read(&[
        (1, 2.50),
        (2, 2.55),
        (3, 2.45),
        (7, 3.00),
        (8, 3.05),
        (9, 2.95),
    ]);
    let whole = steady.elements[0].sturdier.as_ref().unwrap();
    assert_eq!(
        (whole.method.as_str(), whole.agrees),
        ("welch of surveys", Some(true))
    );
    assert!((whole.estimate.unwrap() - 0.5).abs() < 1e-9);
    assert_eq!(steady.alike.what, Assumed::IndependentAnswers);
    // By hand: means vary by 0.0025 where answers each for themselves vary by 0.25 / 100.
    assert!((steady.alike.figure.unwrap() - 1.0).abs() < 1e-9);
    assert_eq!(steady.alike.state, AssumptionState::Holds);
    // Surveys that jump about: six hundred answers seem sure, six surveys are not.
    let jumping = read(&[(1, 2.0), (2, 2.9), (3, 2.3), (7, 2.6), (8, 3.2), (9, 2.3)]);
    let one = &jumping.elements[0];
    assert!(one.p_holm.unwrap() < 0.001);
    assert_eq!(one.sturdier.as_ref().unwrap().agrees, Some(false));
    assert_eq!(jumping.alike.state, AssumptionState::Fails);
    // One survey on a side: nothing more can be asked, and the result says so.
    let single = read(&[(1, 2.5), (2, 2.5), (7, 3.0)]);
    assert_eq!(single.elements[0].sturdier, None);
    assert_eq!(single.no_opinion, Some(NoOpinion::TooFew));
    let alone = read(&[(1, 2.5), (7, 3.0)]);
    assert_eq!(
        (alone.alike.state, alone.alike.figure),
        (AssumptionState::Unknown, None)
    );
    // Through the evaluation, with the doubt.
    let mut course = Course::new();
    course.seat(1, "A", true);
    course.results.satisfaction = surveys(&[(1, 2.0), (2, 2.9), (4, 2.6), (5, 3.2)]);
    let change = course.evaluate().satisfaction.remove(0);
    assert!(
        change.doubts.contains(&Doubt::SturdierDisagrees),
        "{change:?}"
    );
    let took: Vec<_> = change.assumptions.iter().map(|it| it.what).collect();
    assert_eq!(
        took,
        [
            Assumed::IndependentAnswers,
            Assumed::AlikeRespondents,
            Assumed::NothingElse
        ]
    );
}

#[test]
fn the_index_has_an_interval_however_its_elements_go_together() {
    let level = ConfidenceLevel::default();
    let change = survey_change(&surveys(&[(1, 2.5), (7, 3.0)]), month(6), level).unwrap();
    // One element: 25 times its own interval.
    let (index, element) = (change.index_change, &change.elements[0]);
    assert!((index.estimate - 12.5).abs() < 1e-9);
    let (wide, own) = (index.interval.unwrap(), element.interval.unwrap());
    assert!((wide.low - 25.0 * own.low).abs() < 1e-9);
    assert!((wide.high - 25.0 * own.high).abs() < 1e-9);
    // Two alike: as wide as one, because they may be the same answers twice.
    let mut waves = surveys(&[(1, 2.5), (7, 3.0)]);
    for wave in &mut waves {
        let mut again = wave.elements[0];
        again.element = SurveyElement::StaffBehaviour;
        wave.elements.push(again);
    }
    let twice = survey_change(&waves, month(6), level).unwrap();
    let both = twice.index_change.interval.unwrap();
    assert!((both.low - wide.low).abs() < 1e-9 && (both.high - wide.high).abs() < 1e-9);
    // Without a deviation there is no interval.
    waves[0].elements[0].deviation = None;
    let none = survey_change(&waves, month(6), level).unwrap();
    assert_eq!(none.index_change.interval, None);
}

#[test]
fn means_of_few_points_are_checked_by_ranks_beyond_others() {
    let mut course = Course::new();
    course.seat(1, "A", true);
    course.serve("A", [10.0, 11.0, 9.0, 10.5, 6.0, 7.0, 5.0, 6.5]);
    let alone = course.evaluate().services.remove(0);
    assert!(alone.course.is_none() && alone.no_opinion.is_none());
    let ranks = &alone.sturdier[0];
    assert_eq!(
        (ranks.method.as_str(), ranks.agrees),
        ("rank_sum of points", Some(true))
    );
    // Four below four: 2 of the 70 splits.
    assert!((ranks.p - 2.0 / 70.0).abs() < 1e-12);
    // Everybody fell as much: beyond others there is nothing, by means and by ranks.
    course.serve("C", [10.5, 11.0, 9.5, 10.0, 6.5, 7.0, 5.5, 6.0]);
    let beside = course.evaluate().services.remove(0);
    assert_eq!(beside.sturdier[0].agrees, Some(true));
    assert!(beside.sturdier[0].p > 0.3, "{:?}", beside.sturdier);
    // Three on a side cannot reach 5 %.
    course.results.series.truncate(1);
    course.results.series[0].points.remove(0);
    course.results.series[0].points.pop();
    let few = course.evaluate().services.remove(0);
    assert_eq!(few.sturdier[0].agrees, None);
    // A side without points has no figure.
    course.results.series[0].points.truncate(3);
    let none = course.evaluate().services.remove(0);
    assert_eq!(
        (none.change, none.no_opinion),
        (None, Some(NoOpinion::NoFigure))
    );
}

#[test]
fn rates_beyond_others_are_checked_by_ranks_beyond_others() {
    use bangkom_domain::evidence::Direction;
    use bangkom_domain::id::IndicatorId;
    use bangkom_domain::results::{CountPoint, CountSeries};
    let series = |code: &str, events: [u32; 8]| CountSeries {
        unit: unit(code),
        indicator: IndicatorId::new("complaints").unwrap(),
        direction: Direction::LowerIsBetter,
        points: (0..8)
            .zip(events)
            .map(|(at, events)| {
                let first = if at < 4 { day(1, 5) } else { day(3, 16) };
                let first = first + chrono::Days::new(7 * (at % 4));
                CountPoint {
                    period: Period::new(first, first + chrono::Days::new(6)).unwrap(),
                    events,
                    exposure: Some(500.0),
                }
            })
            .collect(),
    };
    let mut course = Course::new();
    course.seat(1, "A", true);
    course.results.counts = vec![series("A", [80, 84, 78, 82, 40, 42, 38, 41])];
    let alone = course.evaluate().counts.remove(0);
    assert_eq!(alone.sturdier[0].agrees, Some(true));
    assert!(alone.sturdier[0].p < 0.05);
    // Complaints halved everywhere: ranks of the plain rates would still see a fall.
    course
        .results
        .counts
        .push(series("C", [81, 79, 83, 77, 41, 39, 40, 42]));
    let beside = course.evaluate().counts.remove(0);
    assert_eq!(beside.sturdier[0].agrees, Some(true));
    assert!(beside.sturdier[0].p > 0.3, "{:?}", beside.sturdier);
    assert!(!beside.doubts.contains(&Doubt::SturdierDisagrees));
}
