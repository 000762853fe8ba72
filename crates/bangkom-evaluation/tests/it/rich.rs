//! One program measured in every way, from reaction to return.

use bangkom_domain::calendar::Period;
use bangkom_domain::evidence::{Direction, SurveyElement};
use bangkom_domain::follow_up::Barrier;
use bangkom_domain::id::{IndicatorId, InstructorId, ProgramId};
use bangkom_domain::measure::Rupiah;
use bangkom_domain::results::{
    BatchProvider, Benefit, CaseLog, CountPoint, CountSeries, ElementAnswers, InstrumentItems,
    InstrumentKind, Item, ItemAnswers, Occasion, SatisfactionWave, ServiceCase, StudyDesign,
    TestScore,
};
use chrono::{Days, NaiveDate};

use crate::course::{Course, batch_id, day, instrument, person, unit};

fn indicator(code: &str) -> IndicatorId {
    IndicatorId::new(code).unwrap()
}

pub(crate) fn reacts(course: &mut Course, number: u32, score: f64) {
    course.results.scores.push(TestScore {
        batch: batch_id(if number > 100 { "b2" } else { "b1" }),
        person: person(number),
        instrument: instrument("liked"),
        occasion: Occasion::After,
        score: score.into(),
        date: day(3, 10),
    });
}

/// Fourteen people a batch, the first batch from two agencies, and everything about them.
pub(crate) fn rich() -> Course {
    let mut course = Course::new();
    course.declare("liked", InstrumentKind::Reaction, 1.0, 5.0);
    for number in 1..=14 {
        for (number, rise) in [(number, 3.0), (100 + number, 1.0)] {
            let unit = if number % 2 == 0 { "A" } else { "B" };
            course.seat(number, unit, true);
            let step = f64::from(number % 3) / 2.0;
            course.score(number, Occasion::Before, 3.0 + step);
            let after = (3.0 + step + rise + f64::from(number % 4) / 2.0).min(10.0);
            course.score(number, Occasion::After, after);
            reacts(&mut course, number, f64::from(3 + number % 3));
        }
        for by in [1, 2] {
            course.observe(number, by, Occasion::Before, 2.0 + f64::from(number % 2));
            let after = 3.0 + f64::from((number + by) % 3) / 2.0;
            course.observe(number, by, Occasion::After, after);
        }
    }
    // Somebody who was not there, and somebody who fell.
    course.seat(20, "A", false);
    course.learn(21, 8.0, 4.0);
    taught(&mut course);
    served(&mut course);
    said(&mut course);
    course
}

/// Who taught, who gave, what it cost and brought.
fn taught(course: &mut Course) {
    for (batch, name) in [(0, "ani"), (1, "budi")] {
        let session = &mut course.plan.batches[batch].sessions[0];
        session.instructors = vec![InstructorId::new(name).unwrap()];
        course.plan.batches[batch].cost = Rupiah::new(20_000_000);
    }
    let program = ProgramId::new("prima").unwrap();
    course.results.designs.push(StudyDesign {
        provider: Some("BPSDM".to_owned()),
        batch_providers: vec![BatchProvider {
            batch: batch_id("b2"),
            provider: "USU".to_owned(),
        }],
        ..StudyDesign::new(program.clone())
    });
    course.results.benefits.push(Benefit {
        program,
        what: "lembur".to_owned(),
        by_year: vec![Rupiah::new(60_000_000); 2],
        attribution: 0.5,
        confidence: 0.8,
    });
}

/// What citizens met at unit A, and beside it at unit C, whose people had no seat.
fn served(course: &mut Course) {
    course.serve("A", [10.0, 11.0, 9.0, 10.5, 6.0, 7.0, 5.0, 6.5]);
    course.serve("C", [10.0, 10.5, 9.5, 10.0, 10.0, 9.0, 9.5, 10.5]);
    let case = |opened: NaiveDate, days: u64| ServiceCase {
        opened,
        closed: Some(opened + Days::new(days)).filter(|closed| *closed <= day(6, 1)),
    };
    let before = (0..60).map(|at| case(day(1, 2) + Days::new(at), 10 + at % 5));
    let after = (0..70).map(|at| case(day(3, 16) + Days::new(at), 4 + at % 4));
    course.results.cases.push(CaseLog {
        unit: unit("A"),
        service: indicator("permit"),
        target_days: Some(7),
        cases: before.chain(after).collect(),
    });
    let month = |number| Period::new(day(number, 1), day(number, 28)).unwrap();
    let points = [1, 2, 4, 5].into_iter().zip([21, 19, 12, 11]);
    course.results.counts.push(CountSeries {
        unit: unit("A"),
        indicator: indicator("complaints"),
        direction: Direction::LowerIsBetter,
        points: points
            .map(|(number, events)| CountPoint {
                period: month(number),
                events,
                exposure: Some(500.0),
            })
            .collect(),
    });
    let elements = [SurveyElement::CompletionTime, SurveyElement::StaffBehaviour];
    for (number, means) in [
        (1, [2.4, 3.3]),
        (2, [2.5, 3.4]),
        (4, [3.1, 3.4]),
        (5, [3.2, 3.3]),
    ] {
        let answers = elements.into_iter().zip(means);
        course.results.satisfaction.push(SatisfactionWave {
            unit: unit("A"),
            period: month(number),
            respondents: 80,
            elements: answers
                .map(|(element, mean)| ElementAnswers {
                    element,
                    mean,
                    deviation: Some(0.6),
                })
                .collect(),
        });
    }
}

/// What participants say stands in the way.
fn said(course: &mut Course) {
    course.declare("climate", InstrumentKind::TransferSurvey, 0.0, 4.0);
    let barriers = [Barrier::SuperiorSupport, Barrier::Feedback];
    let items = barriers.into_iter().map(|barrier| Item {
        barrier: Some(barrier),
        ..Item::new(barrier.code(), 1.0, 5.0)
    });
    course.results.items.push(InstrumentItems {
        instrument: instrument("climate"),
        items: items.collect(),
    });
    for number in 1..=6 {
        let answers = [4.0, f64::from(1 + number % 4)];
        course.results.answers.push(ItemAnswers {
            batch: batch_id("b1"),
            person: person(number),
            instrument: instrument("climate"),
            occasion: Occasion::FollowUp,
            observer: None,
            answers: answers.map(Some).to_vec().into(),
            date: day(5, 20),
        });
    }
}
