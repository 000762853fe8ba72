use std::collections::BTreeSet;

use bangkom_domain::calendar::Period;
use bangkom_domain::evidence::{Direction, Scale};
use bangkom_domain::follow_up::Barrier;
use bangkom_domain::id::{InstrumentId, PersonId, UnitId};
use bangkom_domain::measure::Rupiah;
use bangkom_domain::plan::{Batch, Plan};
use bangkom_domain::program::Program;
use bangkom_domain::results::{
    Assignment, BatchProvider, Benefit, CaseLog, ComparisonScore, CountPoint, CountSeries,
    Instrument, InstrumentItems, InstrumentKind, Item, ItemAnswers, Occasion, Results, Selection,
    ServiceCase, ServicePoint, ServiceSeries, StudyDesign, TestForms,
};
use chrono::Days;

use super::learner::{Days3, points, standing};
use crate::city::City;
use crate::city::service::{RESPONSE_DAYS, usual_response_days, week_of};
use crate::make::{date, id};
use crate::rng::Rng;
use crate::world::agencies::{self, Agency};

/// The program that is measured in every way: the answer to slow service.
const MEASURED: &str = "LAYANAN-PRIMA";

/// How many people without a seat are tested alike.
const COMPARED: usize = 60;

/// Adds what is asked beyond scores: answers, a comparison group, a survey of support at work,
/// cases, complaints, benefits.
pub(super) fn measure(city: &City, plan: &Plan, results: &mut Results) {
    let batches = plan.batches.iter();
    let batches: Vec<&Batch> = batches
        .filter(|batch| batch.program.as_str() == MEASURED)
        .collect();
    let mut programs = city.catalog.programs.iter();
    let program = programs.find(|program| program.id.as_str() == MEASURED);
    let (Some(program), Some(days)) = (program, batches.first().and_then(|it| Days3::of(it)))
    else {
        return;
    };
    let test: InstrumentId = id(format!("{MEASURED}/TEST"));
    answer_test(city, &test, results);
    answer_survey(city, results);
    compare(city, program, &batches, &days, &test, results);
    results.designs.push(design(program, &batches));
    let weeks = weeks(city, &results.series);
    results.cases = cases(city, &weeks);
    results.counts = complaints(city, &weeks);
    results.benefits.push(Benefit {
        program: program.id.clone(),
        what: "lembur dan berkas ulang".to_owned(),
        by_year: vec![Rupiah::new(120_000_000); 2],
        attribution: 0.5,
        confidence: 0.7,
    });
}

/// Eight questions of both forms, and two of each alone.
fn questions() -> Vec<Item> {
    let question = |number: u32| Item {
        key: Some(f64::from(number % 4 + 1)),
        asked: match number {
            9 | 10 => Some(Occasion::Before),
            11 | 12 => Some(Occasion::After),
            _ => None,
        },
        ..Item::new(format!("P{number:02}"), 1.0, 4.0)
    };
    (1..=12).map(question).collect()
}

/// The answers behind the scores of the test.
fn answer_test(city: &City, test: &InstrumentId, results: &mut Results) {
    let items = questions();
    let scored = results
        .scores
        .iter()
        .filter(|score| score.instrument == *test);
    let scored = scored.filter(|score| score.occasion != Occasion::FollowUp);
    for score in scored {
        let stream = format!("{}/{}/{}", score.batch, score.person, score.occasion.code());
        let mut rng = Rng::new(city.options.seed, &stream);
        let share = *score.score.reveal() / 100.0;
        let answer = |(place, item): (usize, &Item)| {
            // Questions of one form alone are as hard as those of the other.
            let hard = if item.asked.is_none() {
                0.12 * (place % 5) as f64 - 0.24
            } else {
                0.12 * (place % 2) as f64 - 0.06
            };
            let chance = 0.55 + 2.2 * (share - 0.55) - hard;
            let right = rng.chance(chance.clamp(0.03, 0.98));
            let wrong = item.key.map(|key| if key >= 4.0 { 1.0 } else { key + 1.0 });
            let given = if right { item.key } else { wrong };
            given.filter(|_| item.is_asked(score.occasion))
        };
        let answers: Vec<Option<f64>> = items.iter().enumerate().map(answer).collect();
        results.answers.push(ItemAnswers {
            batch: score.batch.clone(),
            person: score.person,
            instrument: test.clone(),
            occasion: score.occasion,
            observer: None,
            answers: answers.into(),
            date: score.date,
        });
    }
    results.items.push(InstrumentItems {
        instrument: test.clone(),
        items,
    });
}

/// What participants say of support at work, months later.
#[expect(clippy::expect_used, reason = "the bounds are literals")]
fn answer_survey(city: &City, results: &mut Results) {
    let survey: InstrumentId = id(format!("{MEASURED}/DUKUNGAN"));
    let barriers = [
        Barrier::SuperiorSupport,
        Barrier::PeerSupport,
        Barrier::Opportunity,
        Barrier::Feedback,
    ];
    let mut asked = BTreeSet::new();
    for seen in &results.observations {
        let own = seen.instrument.as_str().starts_with(MEASURED);
        if own && seen.occasion == Occasion::FollowUp {
            asked.insert((seen.batch.clone(), seen.person, seen.date));
        }
    }
    for (batch, person, day) in asked {
        let mut rng = Rng::new(city.options.seed, &format!("{batch}/{person}/support"));
        let answers = barriers.map(|_| Some(f64::from(2 + rng.below(2) + rng.below(3))));
        if rng.chance(0.8) {
            results.answers.push(ItemAnswers {
                batch,
                person,
                instrument: survey.clone(),
                occasion: Occasion::FollowUp,
                observer: None,
                answers: answers.to_vec().into(),
                date: day,
            });
        }
    }
    let item = |barrier: Barrier| Item {
        barrier: Some(barrier),
        ..Item::new(barrier.code(), 1.0, 5.0)
    };
    results.items.push(InstrumentItems {
        instrument: survey.clone(),
        items: barriers.map(item).to_vec(),
    });
    results.instruments.push(Instrument {
        id: survey,
        kind: InstrumentKind::TransferSurvey,
        program: id(MEASURED),
        competency: None,
        scale: Scale::new(1.0, 5.0, Direction::HigherIsBetter).expect("the lower bound is first"),
        mastery: None,
        reliability: None,
        observers: None,
    });
}

/// People without a seat, tested on the days of the first batch: they learn the test, no more.
fn compare(
    city: &City,
    program: &Program,
    batches: &[&Batch],
    days: &Days3,
    test: &InstrumentId,
    results: &mut Results,
) {
    let seats = batches.iter().flat_map(|batch| &batch.seats);
    let seated: BTreeSet<PersonId> = seats.map(|seat| seat.person).collect();
    let employees = &city.roster.employees;
    let free: Vec<PersonId> = employees
        .iter()
        .map(|employee| employee.id)
        .filter(|person| !seated.contains(person))
        .collect();
    let step = (free.len() / COMPARED).max(1);
    for person in free.into_iter().step_by(step).take(COMPARED) {
        let mut rng = Rng::new(city.options.seed, &format!("{person}/compared"));
        let (level, _) = standing(city, program, person);
        for (occasion, day, practice) in [
            (Occasion::Before, days.before(), 0.0),
            (Occasion::After, days.after(), 1.5),
        ] {
            let score = points(level) + practice + 6.0 * rng.normal();
            if rng.chance(0.93) {
                results.comparison.push(ComparisonScore {
                    program: program.id.clone(),
                    person,
                    instrument: test.clone(),
                    occasion,
                    score: score.round().clamp(0.0, 100.0).into(),
                    date: day,
                });
            }
        }
    }
}

/// Named by superiors, others wait; every second batch is given by a university.
fn design(program: &Program, batches: &[&Batch]) -> StudyDesign {
    let given = batches.iter().skip(1).step_by(2);
    let given = given.map(|batch| BatchProvider {
        batch: batch.id.clone(),
        provider: "USU".to_owned(),
    });
    StudyDesign {
        selection: Some(Selection::Nominated),
        assignment: Some(Assignment::WaitingList),
        forms: Some(TestForms::Equated),
        provider: Some("BPSDM".to_owned()),
        batch_providers: given.collect(),
        ..StudyDesign::new(program.id.clone())
    }
}

/// What an agency's service was like in one week.
struct Week {
    period: Period,
    days: f64,
    served: u32,
}

/// The weeks of every agency that serves citizens, from the middle of 2025 on: those of its series,
/// or as they usually are where it has none.
fn weeks(city: &City, series: &[ServiceSeries]) -> Vec<(UnitId, Vec<Week>)> {
    let from = date(2025, 7, 1);
    let agencies = agencies::agencies(city.options.scale).into_iter();
    let serving = agencies.filter(Agency::serves_citizens);
    let of_agency = serving.map(|agency| {
        let own = series.iter().find(|one| {
            one.indicator.as_str() == RESPONSE_DAYS && one.unit.as_str() == agency.code
        });
        let weeks = match own {
            Some(series) => series.points.iter().map(measured_week).collect(),
            None => usual_weeks(city, &agency),
        };
        let recent = weeks.into_iter();
        let recent = recent.filter(|week: &Week| week.period.first() >= from);
        (id(&agency.code), recent.collect())
    });
    of_agency.collect()
}

fn measured_week(point: &ServicePoint) -> Week {
    Week {
        period: point.period,
        days: point.value,
        served: point.count.unwrap_or(100),
    }
}

fn usual_weeks(city: &City, agency: &Agency) -> Vec<Week> {
    let mut rng = Rng::new(city.options.seed, &format!("{}/weeks", agency.code));
    let week = |number| Week {
        period: week_of(date(2025, 6, 30), number),
        days: (usual_response_days(agency.strain) + 0.6 * rng.normal()).max(0.5),
        served: 80 + rng.below(60),
    };
    (0..78).map(week).collect()
}

/// Three permits a week and agency, open ones at the end of the year.
fn cases(city: &City, weeks: &[(UnitId, Vec<Week>)]) -> Vec<CaseLog> {
    let end = date(2026, 12, 31);
    let log = |(unit, weeks): &(UnitId, Vec<Week>)| {
        let mut rng = Rng::new(city.options.seed, &format!("{unit}/cases"));
        let mut cases = Vec::new();
        for week in weeks {
            for weekday in [0, 2, 4] {
                let opened = week.period.first() + Days::new(weekday);
                let took = (1.4 * week.days + 2.5 * rng.normal()).round().max(1.0);
                let closed = opened + Days::new(took as u64);
                if opened <= end {
                    cases.push(ServiceCase {
                        opened,
                        closed: (closed <= end).then_some(closed),
                    });
                }
            }
        }
        CaseLog {
            unit: unit.clone(),
            service: id("IZIN"),
            target_days: Some(14),
            cases,
        }
    };
    weeks.iter().map(log).collect()
}

/// Complaints of each week and agency, more the longer it takes, now and then in waves.
fn complaints(city: &City, weeks: &[(UnitId, Vec<Week>)]) -> Vec<CountSeries> {
    let counts = |(unit, weeks): &(UnitId, Vec<Week>)| {
        let mut rng = Rng::new(city.options.seed, &format!("{unit}/weekly"));
        let points = weeks.iter().map(|week| {
            let wave = if rng.chance(0.05) { 2.5 } else { 1.0 };
            let usual = 0.006 * week.days * f64::from(week.served);
            let events = wave * (usual + rng.normal() * usual.sqrt());
            CountPoint {
                period: week.period,
                events: events.round().max(0.0) as u32,
                exposure: Some(f64::from(week.served)),
            }
        });
        CountSeries {
            unit: unit.clone(),
            indicator: id("ADUAN-MINGGUAN"),
            direction: Direction::LowerIsBetter,
            points: points.collect(),
        }
    };
    weeks.iter().map(counts).collect()
}
