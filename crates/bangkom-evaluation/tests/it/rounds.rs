//! What follows: outcomes in one shape, groups beside each other, gaps closed, credits, support.

use bangkom_domain::finding::Explain;
use bangkom_domain::follow_up::{Owner, Support, SupportOutcome, SupportStatus};
use bangkom_domain::hours::HoursLedger;
use bangkom_domain::id::{InstructorId, ProgramId};
use bangkom_domain::results::{BatchProvider, Occasion, StudyDesign};
use bangkom_evaluation::{GroupKind, OutcomeDesign, OutcomeLevel, StandingReading};

use crate::course::{Course, batch_id, day, person, unit};

/// Batch b1 rises by about four, batch b2 by about one.
fn two_batches() -> Course {
    let mut course = Course::new();
    for number in 1..=14 {
        let step = f64::from(number % 3) / 2.0;
        course.learn(number, 3.0 + step, 7.0 + f64::from(number % 2));
        course.learn(100 + number, 3.0 + step, 4.0 + f64::from(number % 2));
    }
    for (batch, name) in [(0, "ani"), (1, "budi")] {
        let session = &mut course.plan.batches[batch].sessions[0];
        session.instructors = vec![InstructorId::new(name).unwrap()];
    }
    course
}

#[test]
fn instructors_of_one_program_are_told_apart_only_beyond_chance() {
    let course = two_batches();
    let standings = course.evaluate().standings;
    let instructors: Vec<_> = standings
        .iter()
        .filter(|one| one.kind == GroupKind::Instructor)
        .collect();
    let readings: Vec<_> = instructors
        .iter()
        .map(|one| (one.group.as_str(), one.reading))
        .collect();
    assert_eq!(
        readings,
        [
            ("ani", StandingReading::Above),
            ("budi", StandingReading::Below)
        ]
    );
    let ani = instructors[0];
    assert_eq!((ani.people, ani.p_adjusted.unwrap() < 0.001), (14, true));
    // 7.5 against 4.5 on a scale of ten, from the same start.
    assert!((ani.difference.unwrap() - 0.3).abs() < 1e-9);
    // A group below ten is not shown, nor is the one it could be found from.
    let mut course = two_batches();
    course.plan.batches[1].seats.truncate(6);
    let standings = course.evaluate().standings;
    let of_instructors = standings
        .iter()
        .filter(|one| one.kind == GroupKind::Instructor);
    for one in of_instructors {
        assert_eq!(
            (one.reading, one.mean_change),
            (StandingReading::Suppressed, None)
        );
    }
}

#[test]
fn providers_of_batches_are_told_apart_within_a_program() {
    let mut course = two_batches();
    let batch = |code: &str, provider: &str| BatchProvider {
        batch: batch_id(code),
        provider: provider.to_owned(),
    };
    course.results.designs.push(StudyDesign {
        provider: Some("BPSDM".to_owned()),
        batch_providers: vec![batch("b2", "USU")],
        ..StudyDesign::new(ProgramId::new("prima").unwrap())
    });
    let evaluation = course.evaluate();
    let providers: Vec<_> = evaluation
        .standings
        .iter()
        .filter(|one| one.kind == GroupKind::Provider)
        .map(|one| (one.within.is_some(), one.group.as_str(), one.reading))
        .collect();
    let expected = [
        (false, "BPSDM", StandingReading::Above),
        (false, "USU", StandingReading::Below),
        (true, "BPSDM", StandingReading::Above),
        (true, "USU", StandingReading::Below),
    ];
    assert_eq!(providers, expected);
    // Nine people are too few to be set beside others.
    course.plan.batches[1].seats.truncate(9);
    let standings = course.evaluate().standings;
    let own = standings
        .iter()
        .filter(|one| one.kind == GroupKind::Provider);
    assert!(
        own.into_iter()
            .all(|one| one.reading == StandingReading::Suppressed)
    );
    // A batch with two providers has none.
    course.results.designs[0]
        .batch_providers
        .push(batch("b2", "LAN"));
    let evaluation = course.evaluate();
    let codes: Vec<_> = evaluation
        .record_findings
        .iter()
        .map(Explain::code)
        .collect();
    assert_eq!(codes, ["results.provider_conflict"]);
}

#[test]
fn groups_without_a_difference_are_rarely_told_apart() {
    // Forty programs of four instructors who teach alike: at most one in twenty families may err.
    let mut wrong = 0;
    for seed in 0..40 {
        let mut course = Course::new();
        let mut rng = bangkom_testkit::Rng::new(seed, "standings");
        for number in 1..=40 {
            let before = 3.0 + rng.unit();
            course.learn(number, before, before + 2.0 + rng.normal());
            course.learn(100 + number, before, before + 2.0 + rng.normal());
        }
        for (batch, name) in [(0, "ani"), (1, "budi")] {
            let session = &mut course.plan.batches[batch].sessions[0];
            session.instructors = vec![InstructorId::new(name).unwrap()];
        }
        let standings = course.evaluate().standings;
        let told = |reading| [StandingReading::Above, StandingReading::Below].contains(&reading);
        wrong += usize::from(standings.iter().any(|one| told(one.reading)));
    }
    assert!(wrong <= 5, "{wrong} of 40");
}

#[test]
fn gaps_are_closed_by_competency_agency_and_city() {
    let mut course = Course::new();
    for number in 1..=6 {
        course.learn(number, 0.0, 7.0);
    }
    for number in 11..=16 {
        course.seat(number, "B", true);
        course.score(number, Occasion::Before, 3.5);
        course.score(number, Occasion::After, 3.5);
    }
    let closures = course.evaluate().closures;
    let shown: Vec<_> = closures
        .iter()
        .map(|one| (one.unit.clone(), one.with_gap, one.gap_before, one.closed))
        .collect();
    // Levels 2 to 4 up to the mark of 7: A from 2 to 4, B stays at 3 of 4.
    assert_eq!(
        shown,
        [
            (None, Some(12), Some(18.0), Some(12.0 / 18.0)),
            (Some(unit("A")), Some(6), Some(12.0), Some(1.0)),
            (Some(unit("B")), Some(6), Some(6.0), Some(0.0)),
        ]
    );
    course.results.scores.truncate(18);
    let hidden = course.evaluate().closures;
    assert!(hidden.iter().skip(1).all(|one| one.closed.is_none()));
}

#[test]
fn who_passed_is_entered_in_the_ledger() {
    let mut course = Course::new();
    course.catalog.programs[0].certificate_months = Some(24);
    course.learn(1, 3.0, 8.0);
    course.learn(2, 3.0, 6.0);
    course.seat(3, "A", true);
    course.score(3, Occasion::Before, 3.0);
    course.seat(4, "A", false);
    course.score(4, Occasion::After, 9.0);
    let ledger: HoursLedger = course.evaluate().certificates;
    assert_eq!(ledger.entries.len(), 1);
    let entry = &ledger.entries[0];
    assert_eq!((entry.person, entry.date), (person(1), day(3, 2)));
    assert_eq!(entry.hours.reveal().get(), 20);
    let accounts = ledger.accounts().value;
    let program = ProgramId::new("prima").unwrap();
    let (from, to) = (
        day(3, 2),
        chrono::NaiveDate::from_ymd_opt(2028, 3, 3).unwrap(),
    );
    assert!(accounts.has_certificate(person(1), &program, from));
    assert!(!accounts.has_certificate(person(1), &program, to));
    // Without a record of attendance nobody is credited.
    course.results.attendance.clear();
    assert!(course.evaluate().certificates.entries.is_empty());
}

#[test]
fn support_is_handed_up_strengthened_or_closed() {
    let mut course = Course::new();
    for number in 1..=5 {
        course.learn(number, f64::from(number), 8.0);
    }
    course.learn(6, 1.0, 6.9);
    course.learn(7, 4.0, 4.0);
    let first = course.evaluate();
    let (roster, catalog) = (course.roster(), course.catalog());
    let earlier = first.follow_up.clone();
    assert_eq!(earlier.actions.len(), 2);
    assert_eq!(first.follow_ups_after(&earlier, &roster, &catalog), earlier);
    // A month later nothing has happened: coaching goes from the head of A to the city.
    course.policy.as_of = day(7, 20);
    let joined = course
        .evaluate()
        .follow_ups_after(&earlier, &roster, &catalog);
    let coaching = joined
        .actions
        .iter()
        .find(|one| one.support == Support::Coaching)
        .unwrap();
    assert_eq!(
        (coaching.status, coaching.due),
        (SupportStatus::Escalated, day(7, 1))
    );
    assert_eq!(coaching.escalated_to, Some(Owner::UnitHead(unit("CITY"))));
    let refresher = joined
        .actions
        .iter()
        .find(|one| one.support == Support::Refresher)
        .unwrap();
    assert_eq!(refresher.status, SupportStatus::Open);
    // Coaching was given and the score is still below: mentoring.
    let mut done = earlier.clone();
    for action in &mut done.actions {
        action.status = SupportStatus::Done;
        action.outcome = Some(SupportOutcome::Helped);
    }
    let joined = course.evaluate().follow_ups_after(&done, &roster, &catalog);
    let of_six: Vec<_> = joined
        .actions
        .iter()
        .filter(|one| one.person == person(6))
        .collect();
    let kinds: Vec<_> = of_six
        .iter()
        .map(|one| (one.support, one.outcome))
        .collect();
    let expected = [
        (Support::Coaching, Some(SupportOutcome::NotYet)),
        (Support::Mentoring, None),
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn support_that_the_figures_no_longer_ask_for_is_closed() {
    let mut course = Course::new();
    for number in 1..=5 {
        course.learn(number, f64::from(number), 8.0);
    }
    course.learn(7, 4.0, 4.0);
    let earlier = course.evaluate().follow_up;
    assert_eq!(earlier.actions.len(), 1);
    let (roster, catalog) = (course.roster(), course.catalog());
    // Corrected scores: no support is needed any more.
    for score in &mut course.results.scores {
        if score.occasion == Occasion::After {
            score.score = 9.0.into();
        }
    }
    let joined = course
        .evaluate()
        .follow_ups_after(&earlier, &roster, &catalog);
    assert!(joined.actions.iter().all(|one| {
        one.status == SupportStatus::Done && one.outcome == Some(SupportOutcome::NotNeeded)
    }));
}

#[test]
fn outcomes_have_one_shape_from_reaction_to_service() {
    let mut course = two_batches();
    course.serve("A", [10.0, 11.0, 9.0, 10.0, 6.0, 7.0, 5.0, 6.0]);
    for number in 1..=6 {
        course.observe(number, 1, Occasion::Before, 2.0);
        course.observe(number, 1, Occasion::After, 3.0 + f64::from(number % 2));
    }
    course.results.designs.push(StudyDesign {
        provider: Some("BPSDM".to_owned()),
        ..StudyDesign::new(ProgramId::new("prima").unwrap())
    });
    let evaluation = course.evaluate();
    let outcomes = evaluation.outcomes(&course.results.instruments);
    let levels: Vec<_> = outcomes.iter().map(|one| one.level).collect();
    assert!(levels.is_sorted());
    for level in [
        OutcomeLevel::Learning,
        OutcomeLevel::Behaviour,
        OutcomeLevel::Results,
    ] {
        assert!(levels.contains(&level), "{level:?}");
    }
    let whole = outcomes
        .iter()
        .find(|one| one.level == OutcomeLevel::Learning)
        .unwrap();
    assert_eq!(
        (whole.count, whole.design),
        (28, OutcomeDesign::BeforeAfter)
    );
    assert_eq!(whole.competency.as_ref().unwrap().as_str(), "service");
    let service = outcomes
        .iter()
        .find(|one| one.level == OutcomeLevel::Results)
        .unwrap();
    assert_eq!(
        (service.value, service.measured_in.as_str()),
        (Some(-4.0), "days")
    );
    assert_eq!(service.design, OutcomeDesign::Series);
    // One provider and one program stand beside nobody.
    assert!(
        evaluation
            .standings
            .iter()
            .all(|one| one.kind == GroupKind::Instructor)
    );
}
