use bangkom_domain::id::{BatchId, CodeError, CompetencyId, SessionId};
use bangkom_domain::measure::Rupiah;
use bangkom_domain::plan::{Batch, Plan, PlanSchema, Publication, Seat, Session, SlotSpan};
use bangkom_domain::preset::Provenance;
use bangkom_domain::results::{InstrumentKind, Occasion, Results};
use bangkom_testkit::{City, CityOptions, simulate_results};
use chrono::{Days, NaiveDate};

/// One batch of service training for thirty people of the strained agency, early in the year.
fn plan(city: &City) -> Result<Plan, CodeError> {
    let program = &city.catalog.programs[0];
    let first = NaiveDate::from_ymd_opt(2026, 2, 2).unwrap_or_default();
    let serving = CompetencyId::new("TEK-LAYAN")?;
    let mut sessions = Vec::new();
    for (index, session) in program.sessions.iter().enumerate() {
        sessions.push(Session {
            id: SessionId::new(format!("{}/b01/s{}", program.id, index + 1))?,
            kind: session.kind,
            module: session.module.clone(),
            times: vec![SlotSpan {
                date: first + Days::new(index as u64),
                first: 0,
                count: 1,
            }],
            room: None,
            instructors: Vec::new(),
        });
    }
    let in_need = city.roster.employees.iter().filter(|employee| {
        employee.unit.as_str().starts_with("DPMPTSP")
            && city
                .truth
                .level(employee.id, &serving)
                .is_some_and(|level| level < 2.5)
    });
    Ok(Plan {
        schema: PlanSchema::V1,
        provenance: Provenance::proposal("test", "1"),
        horizon: city.resources.horizon,
        batches: vec![Batch {
            id: BatchId::new(format!("{}/b01", program.id))?,
            program: program.id.clone(),
            sessions,
            seats: in_need
                .take(30)
                .map(|employee| Seat {
                    person: employee.id,
                    pinned: false,
                })
                .collect(),
            cost: Rupiah::ZERO,
            publication: Publication::Draft,
        }],
    })
}

fn simulated() -> Result<(City, Results), CodeError> {
    let city = City::generate(&CityOptions::default());
    let results = simulate_results(&city, &plan(&city)?);
    Ok((city, results))
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let values: Vec<f64> = values.collect();
    values.iter().sum::<f64>() / values.len() as f64
}

#[test]
fn participants_learn_and_use_part_of_it() {
    let (_, results) = simulated().unwrap();
    let of_kind = |kind| results.instruments.iter().find(|i| i.kind == kind).unwrap();
    let test = of_kind(InstrumentKind::KnowledgeTest);
    let scores = |occasion| {
        let of_test = results
            .scores
            .iter()
            .filter(|score| score.instrument == test.id);
        let at = of_test.filter(move |score| score.occasion == occasion);
        mean(at.map(|score| *score.score.reveal()))
    };
    assert!(scores(Occasion::After) > scores(Occasion::Before) + 10.0);
    assert!(scores(Occasion::FollowUp) < scores(Occasion::After));
    let behaviour = |occasion| {
        let at = results
            .observations
            .iter()
            .filter(|o| o.occasion == occasion);
        mean(at.map(|o| *o.score.reveal()))
    };
    assert!(behaviour(Occasion::After) > behaviour(Occasion::Before) + 0.2);
    let scales_hold = results.scores.iter().all(|score| {
        let instrument = results
            .instruments
            .iter()
            .find(|i| i.id == score.instrument);
        instrument.unwrap().scale.contains(*score.score.reveal())
    });
    assert!(scales_hold);
}

#[test]
fn some_leave_and_take_no_test_at_the_end() {
    let (_, results) = simulated().unwrap();
    let taken = |occasion| {
        results
            .scores
            .iter()
            .filter(|s| s.occasion == occasion)
            .count()
    };
    assert!(taken(Occasion::Before) > taken(Occasion::FollowUp));
    assert!(results.attendance.iter().any(|row| !row.present.reveal()));
}

#[test]
fn the_service_is_faster_after_the_batch_and_not_without_it() {
    let (city, results) = simulated().unwrap();
    let days = |results: &Results, weeks: std::ops::Range<usize>| {
        let series = results.series.iter().find(|series| {
            series.unit.as_str() == "DPMPTSP" && series.indicator.as_str() == "RESPONSE-DAYS"
        });
        mean(
            series.unwrap().points[weeks]
                .iter()
                .map(|point| point.value),
        )
    };
    let untouched = Plan {
        batches: Vec::new(),
        ..plan(&city).unwrap()
    };
    let without = simulate_results(&city, &untouched);
    assert!(days(&results, 60..104) < days(&without, 60..104) - 1.0);
    assert!((days(&without, 0..52) - days(&without, 52..104)).abs() < 0.5);
}

#[test]
fn a_batch_gives_the_same_results_whatever_else_is_planned() {
    let (city, alone) = simulated().unwrap();
    let mut two = plan(&city).unwrap();
    let mut other = two.batches[0].clone();
    other.id = BatchId::new("LAYANAN-PRIMA/b02").unwrap();
    two.batches.push(other);
    let both = simulate_results(&city, &two);
    let first = two.batches[0].id.clone();
    let of_first = both.scores.iter().filter(|score| score.batch == first);
    assert!(of_first.eq(alone.scores.iter()));
}
