//! From gaps to seats, by hand.

use bangkom_domain::Language;
use bangkom_domain::decision::{Decision, DecisionSubject, Decisions, Verdict};
use bangkom_domain::demand::DemandRow;
use bangkom_domain::evidence::{Cause, CauseMark, Subject};
use bangkom_domain::finding::Explain;
use bangkom_domain::id::{FundId, InstructorId, OfficialId, PersonId};
use bangkom_domain::measure::Rupiah;
use bangkom_domain::preset::Standing;
use bangkom_domain::program::{DeliveryMethod, LearningTarget, SessionKind};
use bangkom_domain::resources::{Instructor, InstructorKind, Resources};
use bangkom_needs::{
    DesignRule, ProgramFinding, Proposal, UnclosedReason, agency_demand, propose, teachers,
};
use chrono::Days;

use crate::city::{City, level, nano, person, program_id, today, uuid};

fn proposed(city: &City, decisions: Vec<Decision>) -> Proposal {
    let decisions = Decisions {
        decisions,
        ..Decisions::default()
    };
    propose(
        &city.analyze(),
        &city.roster(),
        &city.catalog(),
        &decisions,
        &city.policy,
    )
}

fn decide(number: u128, days: u64, verdict: Verdict, subject: DecisionSubject) -> Decision {
    Decision {
        id: serde_json::from_str(&uuid(number)).unwrap(),
        by: OfficialId::new("BKPSDM").unwrap(),
        on: today() + Days::new(days),
        subject,
        verdict,
        reason: "rapat".to_owned().into(),
    }
}

fn seat(person: PersonId, program: &str) -> DecisionSubject {
    DecisionSubject::Demand {
        person,
        program: program_id(program),
    }
}

fn shape(rows: &[DemandRow]) -> Vec<(&str, u32)> {
    rows.iter()
        .map(|row| (row.program.as_str(), row.value.reveal().points()))
        .collect()
}

#[test]
fn a_program_is_worth_the_priority_it_removes() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.5);
    city.teach("prima", "service", 2, 3);
    let proposal = proposed(&city, Vec::new());
    // From 2.5 to 3 of the 4 asked: 0.5 × 5.
    assert_eq!(shape(&proposal.demand.rows), [("prima", 2_500)]);
    let open = &proposal.unclosed[0];
    assert_eq!(*open.remaining.reveal(), nano(1.0));
    let reason = UnclosedReason::LevelNotReached {
        program: program_id("prima"),
        to: level(3),
    };
    assert_eq!(open.reasons, [reason]);
    assert_eq!(
        (proposal.designs[0].from, proposal.designs[0].to),
        (level(3), level(4))
    );
}

#[test]
fn two_programs_for_one_gap_count_once() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.0);
    city.teach("a", "service", 2, 4);
    city.teach("b", "service", 2, 4);
    assert_eq!(
        shape(&proposed(&city, Vec::new()).demand.rows),
        [("a", 10_000)]
    );
}

#[test]
fn a_chain_needs_the_prerequisite() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 1.0);
    city.teach("basic", "service", 1, 3);
    city.teach("expert", "service", 3, 4);
    let proposal = proposed(&city, Vec::new());
    assert_eq!(shape(&proposal.demand.rows), [("basic", 10_000)]);
    let reasons = &proposal.unclosed[0].reasons;
    let too_low = UnclosedReason::EntryLevelTooLow {
        program: program_id("expert"),
        from: level(3),
    };
    assert!(reasons.contains(&too_low), "{reasons:?}");
    city.catalog.programs[1].prerequisites = vec![program_id("basic")];
    let proposal = proposed(&city, Vec::new());
    assert_eq!(
        shape(&proposal.demand.rows),
        [("basic", 10_000), ("expert", 5_000)]
    );
    assert!(proposal.unclosed.is_empty());
}

#[test]
fn a_prerequisite_that_closes_nothing_is_added_without_value() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.0);
    city.teach("intro", "digital", 1, 2);
    city.teach("prima", "service", 2, 4).prerequisites = vec![program_id("intro")];
    let rows = proposed(&city, Vec::new()).demand.rows;
    assert_eq!(shape(&rows), [("intro", 0), ("prima", 10_000)]);
}

#[test]
fn what_no_program_closes_says_why_and_asks_for_a_design() {
    let mut city = City::new();
    for number in 1..=3 {
        let somebody = city.hire(number, if number == 3 { "B" } else { "A" });
        city.agree(somebody, "digital", 1.0);
    }
    let proposal = proposed(&city, Vec::new());
    assert!(proposal.demand.rows.is_empty());
    assert!(
        proposal
            .unclosed
            .iter()
            .all(|gap| gap.reasons == [UnclosedReason::NoProgram])
    );
    let design = &proposal.designs[0];
    assert_eq!(
        (design.people, design.units, design.hours.get()),
        (3, 2, 20)
    );
    // A technical competency at level 3 is a skill: more than half of it is practised.
    assert_eq!(
        (design.target, design.practice.get(), design.batches),
        (LearningTarget::Skill, 600, 1)
    );
    assert_eq!((design.cost, design.priced_by), (None, 0));
    assert!(
        design
            .sentence(Language::Id)
            .contains("sekurangnya 60 % praktik")
    );
    assert_ne!(design.sentence(Language::Id), design.sentence(Language::En));
}

#[test]
fn no_seat_where_the_cause_is_not_training() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.0);
    city.teach("prima", "service", 2, 4);
    let subject = Subject::Person(anna);
    let mark = CauseMark {
        subject,
        competency: None,
        cause: Cause::Tools,
        date: today(),
        rater: None,
    };
    city.evidence.causes = vec![mark; 3];
    let proposal = proposed(&city, Vec::new());
    assert!(proposal.demand.rows.is_empty() && proposal.designs.is_empty());
    let reason = UnclosedReason::CauseIsNotTraining {
        cause: Some(Cause::Tools),
    };
    assert_eq!(proposal.unclosed[0].reasons, [reason]);
}

#[test]
fn decisions_are_respected() {
    let mut city = City::new();
    for number in 1..=4 {
        let somebody = city.hire(number, "A");
        city.agree(somebody, "service", 2.0);
    }
    city.teach("prima", "service", 2, 4);
    city.teach("tata", "digital", 1, 2);
    let proposal = proposed(
        &city,
        vec![
            decide(1, 0, Verdict::Approve, seat(person(1), "prima")),
            decide(2, 1, Verdict::Reject, seat(person(1), "prima")),
            decide(3, 0, Verdict::Verify, seat(person(2), "prima")),
            decide(4, 0, Verdict::Approve, seat(person(2), "tata")),
            decide(5, 0, Verdict::Reject, DecisionSubject::Person(person(3))),
        ],
    );
    let rows: Vec<_> = proposal
        .demand
        .rows
        .iter()
        .map(|row| (row.person, row.program.as_str(), row.standing))
        .collect();
    let expected = [
        (person(2), "prima", Standing::Verified),
        (person(2), "tata", Standing::Decided),
        (person(4), "prima", Standing::Proposed),
    ];
    assert_eq!(rows, expected);
    let refused = UnclosedReason::Refused {
        program: program_id("prima"),
    };
    assert_eq!(proposal.unclosed.len(), 1);
    assert_eq!(proposal.unclosed[0].reasons, [refused]);
}

#[test]
fn bad_decisions_are_found_and_the_others_hold() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.0);
    city.teach("prima", "service", 2, 4);
    let proposal = proposed(
        &city,
        vec![
            decide(1, 0, Verdict::Reject, seat(anna, "prima")),
            decide(2, 0, Verdict::Approve, seat(anna, "prima")),
            decide(3, 0, Verdict::Approve, seat(anna, "nothing")),
            decide(4, 0, Verdict::Reject, DecisionSubject::Person(person(77))),
        ],
    );
    let codes: Vec<_> = proposal.findings.iter().map(Explain::code).collect();
    let expected = [
        "needs.decision_contradiction",
        "needs.decision_unknown_person",
        "needs.decision_unknown_program",
    ];
    assert_eq!(codes, expected);
    assert_eq!(proposal.demand.rows[0].standing, Standing::Proposed);
}

#[test]
fn of_one_day_the_verdict_that_goes_furthest_holds() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.0);
    city.teach("prima", "service", 2, 4);
    let steps = [Verdict::Approve, Verdict::Propose, Verdict::Verify];
    let decisions = (1..)
        .zip(steps)
        .map(|(number, verdict)| decide(number, 0, verdict, seat(anna, "prima")));
    let proposal = proposed(&city, decisions.collect());
    assert!(proposal.findings.is_empty());
    assert_eq!(proposal.demand.rows[0].standing, Standing::Decided);
}

#[test]
fn an_agency_may_propose_a_seat_that_no_gap_asks_for() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 5.0);
    city.teach("prima", "service", 2, 4);
    assert!(proposed(&city, Vec::new()).demand.rows.is_empty());
    let proposal = proposed(
        &city,
        vec![decide(1, 0, Verdict::Propose, seat(anna, "prima"))],
    );
    assert_eq!(shape(&proposal.demand.rows), [("prima", 0)]);
    assert_eq!(proposal.demand.rows[0].standing, Standing::Proposed);
}

#[test]
fn agencies_see_what_they_ask_and_how_far_it_is_decided() {
    let mut city = City::new();
    for (number, unit) in [(1, "A1"), (2, "A"), (3, "A"), (4, "B"), (5, "CITY")] {
        let somebody = city.hire(number, unit);
        city.agree(somebody, "service", 2.0);
    }
    let program = city.teach("prima", "service", 2, 4);
    program.cost.per_batch = Rupiah::new(1_000_001);
    program.cost.per_seat = Rupiah::new(500_000);
    let proposal = proposed(
        &city,
        vec![
            decide(1, 0, Verdict::Verify, seat(person(1), "prima")),
            decide(2, 0, Verdict::Approve, seat(person(2), "prima")),
        ],
    );
    let asked = agency_demand(&proposal.demand, &city.roster(), &city.catalog());
    let counts: Vec<_> = asked
        .iter()
        .map(|row| (row.agency.as_str(), row.proposed, row.verified, row.decided))
        .collect();
    assert_eq!(counts, [("A", 1, 1, 1), ("B", 1, 0, 0), ("CITY", 1, 0, 0)]);
    // 500,000 and a thirtieth of 1,000,001, rounded up.
    assert_eq!(asked[0].seat_cost, Rupiah::new(533_334));
    assert_eq!(asked[0].cost(), Rupiah::new(1_600_002));
    assert_eq!(asked[0].hours, 20);
}

#[test]
fn a_sketch_is_priced_by_programs_of_its_form() {
    let mut city = City::new();
    for number in 1..=31 {
        let somebody = city.hire(number, "A");
        city.agree(somebody, "digital", 1.0);
    }
    for (id, method, per_seat) in [
        ("a", DeliveryMethod::TechnicalGuidance, 600_000),
        ("b", DeliveryMethod::TechnicalGuidance, 200_000),
        ("c", DeliveryMethod::Seminar, 40_000),
    ] {
        let program = city.teach(id, "service", 1, 2);
        program.modules[0].method = method;
        program.cost.per_seat = Rupiah::new(per_seat);
        program.cost.fund = FundId::new("APBD").unwrap();
    }
    let design = proposed(&city, Vec::new()).designs.remove(0);
    assert_eq!(design.method, DeliveryMethod::TechnicalGuidance);
    // The cheaper of two: 200,000 for 20 hours a person; 31 people for 20 hours.
    assert_eq!(
        (design.cost, design.priced_by),
        (Some(Rupiah::new(6_200_000)), 2)
    );
    assert_eq!(design.batches, 2);
    city.catalog
        .programs
        .retain(|program| program.id.as_str() == "c");
    let design = proposed(&city, Vec::new()).designs.remove(0);
    assert_eq!(
        (design.cost, design.priced_by),
        (Some(Rupiah::new(1_240_000)), 1)
    );
}

#[test]
fn people_who_lack_skill_are_sketched_apart_from_those_who_lack_knowledge() {
    let mut city = City::new();
    city.catalog.standards[1].level = level(2);
    for number in 1..=5 {
        let somebody = city.hire(number, "A");
        city.agree(somebody, "digital", 1.0);
    }
    for number in [1, 2] {
        let mark = CauseMark {
            subject: Subject::Person(person(number)),
            competency: None,
            cause: Cause::Skill,
            date: today(),
            rater: None,
        };
        city.evidence.causes.extend(vec![mark; 3]);
    }
    let designs = proposed(&city, Vec::new()).designs;
    let groups: Vec<_> = designs
        .iter()
        .map(|design| (design.target, design.method, design.people))
        .collect();
    let expected = [
        (LearningTarget::Knowledge, DeliveryMethod::ELearning, 3),
        (LearningTarget::Skill, DeliveryMethod::TechnicalGuidance, 2),
    ];
    assert_eq!(groups, expected);
    for design in &designs {
        let shares = design.mix.iter().map(|part| u32::from(part.share.get()));
        assert_eq!(shares.sum::<u32>(), 1_000);
        let practised: u32 = design
            .mix
            .iter()
            .filter(|part| part.kind.is_practice())
            .map(|part| u32::from(part.share.get()))
            .sum();
        assert_eq!(practised, u32::from(design.practice.get()));
    }
}

#[test]
fn every_practice_share_leaves_a_mix_of_the_whole() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "digital", 1.0);
    for share in [0, 1, 2, 333, 999, 1_000] {
        let share = bangkom_domain::measure::Permille::new(share).unwrap();
        city.policy.design.practice_for_skill = share;
        let design = proposed(&city, Vec::new()).designs.remove(0);
        let shares = design.mix.iter().map(|part| u32::from(part.share.get()));
        assert_eq!(shares.sum::<u32>(), 1_000);
        assert!(design.mix.iter().all(|part| part.share.get() > 0));
    }
}

#[test]
fn a_form_that_cannot_reach_its_outcome_is_found() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.0);
    city.teach("prima", "service", 2, 4);
    let found = |city: &City| proposed(city, Vec::new()).programs.as_slice().to_vec();
    let expected = ProgramFinding::MethodCannotReach {
        program: program_id("prima"),
        module: city.catalog.programs[0].modules[0].id.clone(),
        competency: crate::city::competency("service"),
        to: level(4),
        method: DeliveryMethod::ELearning,
        target: LearningTarget::Behaviour,
    };
    assert_eq!(found(&city), std::slice::from_ref(&expected));
    assert_ne!(expected.text(Language::Id), expected.text(Language::En));
    // Level 2 can be told; practice beside e-learning, or coaching itself, reaches level 4.
    city.catalog.programs[0].modules[0].outcomes[0].to = level(2);
    city.catalog.programs[0].modules[0].outcomes[0].from = level(1);
    assert!(found(&city).is_empty());
    city.catalog.programs[0].modules[0].outcomes[0].to = level(4);
    city.catalog.programs[0].modules[0].method = DeliveryMethod::Workshop;
    assert_eq!(found(&city).len(), 1);
    city.catalog.programs[0].modules[0].method = DeliveryMethod::Coaching;
    assert!(found(&city).is_empty());
    city.catalog.programs[0].modules[0].method = DeliveryMethod::ELearning;
    city.catalog.programs[0].sessions[0].kind = SessionKind::FieldPractice;
    assert!(found(&city).is_empty());
    // Practice that belongs to another module does not help this one.
    let mut other = city.catalog.programs[0].modules[0].clone();
    other.id = bangkom_domain::id::ModuleId::new("m2").unwrap();
    other.outcomes.clear();
    city.catalog.programs[0].sessions[0].module = Some(other.id.clone());
    city.catalog.programs[0].modules.push(other);
    assert_eq!(found(&city), [expected]);
}

#[test]
fn an_expert_is_missing_where_none_teaches_it() {
    let mut city = City::new();
    for (number, code) in [(1, "service"), (2, "digital")] {
        let somebody = city.hire(number, "A");
        city.agree(somebody, code, 1.0);
    }
    city.teach("tata", "digital", 3, 4);
    let designs = proposed(&city, Vec::new()).designs;
    let rule = DesignRule::default();
    let instructor = |kind| Instructor {
        id: InstructorId::new("I").unwrap(),
        kind,
        qualified_for: vec![program_id("tata")],
        max_slots: 10,
        fee_per_slot: Rupiah::ZERO,
        contract: Vec::new(),
        unavailable: Vec::new(),
    };
    let missing = |instructors: Vec<Instructor>| -> Vec<_> {
        let mut resources: Resources = resources();
        resources.instructors = instructors;
        teachers(&designs, &city.catalog(), &resources, &rule)
            .iter()
            .map(|found| {
                (
                    found.competency.to_string(),
                    found.note(Language::En).is_some(),
                )
            })
            .collect()
    };
    let both = |digital| {
        vec![
            ("digital".to_owned(), digital),
            ("service".to_owned(), true),
        ]
    };
    assert_eq!(missing(Vec::new()), both(true));
    // Digital level 3 can be taught by staff; service level 4 wants an expert.
    assert_eq!(
        missing(vec![instructor(InstructorKind::Staff)]),
        both(false)
    );
    assert_eq!(
        missing(vec![instructor(InstructorKind::InvitedExpert)]),
        both(false)
    );
}

fn resources() -> Resources {
    bangkom_domain::json::read(
        r#"{"schema": "bangkom.resources/1", "horizon": {"first": "2026-01-05", "last": "2026-12-18"},
            "calendar": [], "sites": [], "rooms": [], "instructors": [], "funds": [], "staffing": []}"#,
    )
    .unwrap()
}
