use bangkom_domain::Language;
use bangkom_domain::decision::{self, Decision, DecisionSubject, Decisions, Verdict};
use bangkom_domain::evidence::{
    self, Aspect, Direction, Evidence, EvidenceFinding, EvidenceRecord, EvidenceSource, Scale,
    SourceKind, Subject,
};
use bangkom_domain::finding::{Explain, Findings, Severity};
use bangkom_domain::id::{
    BatchId, DecisionId, EvidenceId, OfficialId, PersonId, RaterId, SourceId,
};
use bangkom_domain::measure::Rupiah;
use bangkom_domain::plan::{self, Seat};
use bangkom_domain::resources;
use bangkom_domain::results;
use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use crate::sample;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn codes<F: Explain>(findings: &Findings<F>) -> Vec<&'static str> {
    findings.iter().map(Explain::code).collect()
}

fn record(number: u128, value: f64) -> EvidenceRecord {
    EvidenceRecord {
        id: EvidenceId::new(Uuid::from_u128(number)),
        source: SourceId::new("PEER").unwrap(),
        subject: Subject::Person(PersonId::new(Uuid::from_u128(7))),
        aspect: Aspect::Performance,
        value: value.into(),
        date: day(1, 5),
        rater: None,
        count: 1,
        exposure: None,
    }
}

fn evidence(records: Vec<EvidenceRecord>) -> Evidence {
    Evidence {
        sources: vec![EvidenceSource {
            rate_per: None,
            id: SourceId::new("PEER").unwrap(),
            kind: SourceKind::Peer,
            scale: Scale::new(1.0, 5.0, Direction::HigherIsBetter).unwrap(),
        }],
        records,
        ..Evidence::default()
    }
}

#[test]
fn each_fault_of_evidence_is_found_and_valid_rows_are_kept() {
    let mut unknown = record(2, 3.0);
    unknown.source = SourceId::new("NOBODY").unwrap();
    let mut early = record(3, 3.0);
    early.date = day(2, 1);
    let mut nothing = record(4, 3.0);
    nothing.count = 0;
    let mut exposed = record(5, 3.0);
    exposed.exposure = Some(-1.0);
    let mut own = record(6, 3.0);
    own.rater = Some(RaterId::new(Uuid::from_u128(7)));
    let given = evidence(vec![
        record(1, 3.0),
        unknown,
        early,
        nothing,
        exposed,
        own,
        record(8, f64::NAN),
        record(9, 5.5),
        record(10, 2.0),
        record(10, 2.0),
        record(11, 2.0),
        record(11, 4.0),
    ]);
    let checked = evidence::check(given, day(1, 31));
    assert_eq!(
        codes(&checked.findings),
        [
            "evidence.count_zero",
            "evidence.date_in_future",
            "evidence.exposure_unsound",
            "evidence.rates_oneself",
            "evidence.record_conflict",
            "evidence.record_repeated",
            "evidence.source_unknown",
            "evidence.value_not_finite",
            "evidence.value_off_scale",
        ]
    );
    let kept: Vec<u128> = checked
        .value
        .records
        .iter()
        .map(|r| r.id.uuid().as_u128())
        .collect();
    assert_eq!(kept, [1, 5, 10]);
    assert_eq!(checked.value.records[1].exposure, None);
}

#[test]
fn a_finding_holds_the_value_for_whoever_may_see_it() {
    let checked = evidence::check(evidence(vec![record(1, 123.456)]), day(1, 31));
    let [finding @ EvidenceFinding::ValueOffScale { given, .. }] = checked.findings.as_slice()
    else {
        panic!("{:?}", checked.findings)
    };
    assert_eq!(given.reveal().map(String::as_str), Some("123.456"));
    assert!(
        finding
            .text(Language::En)
            .contains("(7 characters, 6 digits)")
    );
    let mut given = sample::resources();
    given.funds[0].amount = Rupiah::new(-5_000);
    let checked = resources::check(given);
    let text = checked.findings.as_slice()[0].text(Language::En);
    assert_eq!(text, "fund APBD holds a negative amount: -Rp5.000");
}

#[test]
fn findings_of_evidence_never_show_the_value() {
    let checked = evidence::check(evidence(vec![record(1, 123.456)]), day(1, 31));
    for finding in &checked.findings {
        assert!(!format!("{finding:?}").contains("123"));
        assert!(!finding.text(Language::Id).contains("123"));
        assert!(!finding.text(Language::En).contains("123"));
    }
}

#[test]
fn decisions_of_one_day_that_contradict_are_both_set_aside() {
    let decision = |number, verdict, on| Decision {
        id: DecisionId::new(Uuid::from_u128(number)),
        by: OfficialId::new("KEPALA").unwrap(),
        on,
        subject: DecisionSubject::Batch(BatchId::new("DATA/b01").unwrap()),
        verdict,
        reason: "rapat".to_owned().into(),
    };
    let given = Decisions {
        decisions: vec![
            decision(3, Verdict::Reject, day(3, 4)),
            decision(1, Verdict::Approve, day(3, 2)),
            decision(2, Verdict::Reject, day(3, 2)),
            decision(4, Verdict::Approve, day(9, 1)),
        ],
        ..Decisions::default()
    };
    let checked = decision::check(given, day(6, 1));
    assert_eq!(
        codes(&checked.findings),
        [
            "decision.contradiction",
            "decision.contradiction",
            "decision.date_in_future"
        ]
    );
    assert_eq!(checked.value.decisions.len(), 1);
    assert_eq!(checked.value.decisions[0].on, day(3, 4));
}

#[test]
fn a_room_without_seats_or_site_is_set_aside() {
    let mut given = sample::resources();
    let sound = resources::check(given.clone());
    assert!(sound.findings.is_sound());
    let mut room = given.rooms[0].clone();
    room.id = "EMPTY".parse().unwrap();
    room.site = "NOWHERE".parse().unwrap();
    room.capacity = 0;
    given.rooms.push(room);
    given.rooms.push(given.rooms[0].clone());
    let checked = resources::check(given);
    let found = codes(&checked.findings);
    for code in [
        "resources.room_without_seats",
        "resources.room_site_unknown",
        "resources.row_repeated",
    ] {
        assert!(found.contains(&code), "{code}");
    }
    assert_eq!(checked.value.rooms, sound.value.rooms);
}

#[test]
fn a_plan_keeps_one_seat_a_person_and_drops_batches_that_cannot_be() {
    let mut given = sample::plan();
    let seat = given.batches[0].seats[0].clone();
    given.batches[0].seats.push(Seat {
        pinned: true,
        ..seat.clone()
    });
    let checked = plan::check(given.clone());
    assert_eq!(codes(&checked.findings), ["plan.seat_repeated"]);
    let kept = &checked.value.batches[0].seats;
    assert!(
        kept.iter()
            .any(|one| one.person == seat.person && one.pinned)
    );
    given.batches[0].sessions[0].times.clear();
    let checked = plan::check(given);
    assert!(codes(&checked.findings).contains(&"plan.slots_empty"));
}

#[test]
fn a_score_off_the_scale_is_set_aside_and_others_are_kept() {
    let mut given = sample::results();
    let sound = results::check(given.clone()).value.scores.len();
    let mut score = given.scores[0].clone();
    score.person = PersonId::new(Uuid::from_u128(99));
    score.score = 1e9.into();
    given.scores.push(score);
    given.series[0].points[0].value = f64::NAN;
    let checked = results::check(given);
    let found = codes(&checked.findings);
    assert!(found.contains(&"results.score_off_scale"));
    assert!(found.contains(&"results.figure_not_finite"));
    assert_eq!(checked.value.scores.len(), sound);
}

proptest! {
    #[test]
    fn the_order_of_evidence_does_not_matter(
        rows in prop::collection::vec((0_u128..12, 0_i32..8), 0..24),
        turn in 0_usize..24,
    ) {
        let records: Vec<_> = rows.iter().map(|(id, value)| record(*id, f64::from(*value))).collect();
        let mut turned = records.clone();
        if !turned.is_empty() {
            let by = turn % turned.len();
            turned.rotate_left(by);
        }
        let one = evidence::check(evidence(records), day(1, 31));
        for (id, _) in &rows {
            let id = EvidenceId::new(Uuid::from_u128(*id));
            let kept = one.value.records.iter().any(|record| record.id == id);
            let error = one.findings.iter().any(|finding| {
                finding.severity() == Severity::Error && finding.place().record == id.to_string()
            });
            prop_assert!(kept != error, "a record is kept, or an error says why not");
        }
        prop_assert_eq!(&one, &evidence::check(evidence(turned), day(1, 31)));
        prop_assert!(evidence::check(one.value, day(1, 31)).findings.is_empty());
    }
}
