//! From gaps to seats, by hand.

use bangkom_domain::decision::{Decision, DecisionSubject, Decisions, Verdict};
use bangkom_domain::demand::DemandRow;
use bangkom_domain::evidence::{Cause, CauseMark, Subject};
use bangkom_domain::finding::Explain;
use bangkom_domain::id::{OfficialId, PersonId};
use bangkom_domain::preset::Standing;
use bangkom_needs::{Proposal, UnclosedReason, propose};
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
    assert_eq!(
        design.mix.iter().map(|part| part.share.get()).sum::<u16>(),
        1_000
    );
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
