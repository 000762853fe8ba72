use std::num::NonZeroU32;

use bangkom_domain::decision::{Decision, DecisionSubject, Decisions, DecisionsSchema, Verdict};
use bangkom_domain::demand::{ClosedGap, Demand, DemandRow, DemandSchema, Ground};
use bangkom_domain::evidence::{
    Aspect, Cause, CauseMark, Direction, Evidence, EvidenceRecord, EvidenceSchema, EvidenceSource,
    Exposure, Scale, SourceKind, Subject, SurveyElement,
};
use bangkom_domain::follow_up::{
    Barrier, FollowUp, FollowUpSchema, Owner, Support, SupportAction, SupportOutcome, SupportStatus,
};
use bangkom_domain::hours::{HoursEntry, HoursLedger, HoursLedgerSchema};
use bangkom_domain::id::{DecisionId, EvidenceId};
use bangkom_domain::measure::{DemandValue, LearningHours, Nano, Rupiah};
use bangkom_domain::plan::{Batch, Plan, PlanSchema, Publication, Seat, Session, SlotSpan};
use bangkom_domain::preset::Standing;
use bangkom_domain::program::{DeliveryMethod, SessionKind};
use bangkom_domain::results::{
    Attendance, Instrument, InstrumentKind, Observation, Occasion, Results, ResultsSchema,
    ServicePoint, ServiceSeries, TestScore,
};
use uuid::Uuid;

use super::{day, days, id, person, provenance, rater};

fn scale() -> Scale {
    Scale::new(1.0, 4.0, Direction::HigherIsBetter).expect("a scale")
}

pub(crate) fn evidence() -> Evidence {
    let aspects = [
        Aspect::Competency(id("perizinan")),
        Aspect::SurveyElement(SurveyElement::StaffCompetence),
        Aspect::Complaint("antrean".to_owned()),
        Aspect::Performance,
        Aspect::Behaviour,
    ];
    let subjects = [
        Subject::Person(person(1)),
        Subject::Unit(id("DPMPTSP.LOKET")),
        Subject::Unit(id("DPMPTSP.LOKET")),
        Subject::Person(person(2)),
        Subject::Person(person(2)),
    ];
    let records = (0..).zip(subjects.into_iter().zip(aspects));
    let records = records.map(|(number, (subject, aspect))| EvidenceRecord {
        id: EvidenceId::new(Uuid::from_u128(0xc7_0000 + number)),
        source: id("SKM"),
        subject,
        aspect,
        value: 2.640_625.into(),
        date: day(2026, 1, 20),
        rater: Some(rater()),
        count: 12,
        exposure: Some(340.5),
    });
    Evidence {
        schema: EvidenceSchema::V1,
        sources: vec![EvidenceSource {
            id: id("SKM"),
            kind: SourceKind::SatisfactionSurvey,
            scale: scale(),
            rate_per: NonZeroU32::new(100),
        }],
        records: records.collect(),
        causes: vec![CauseMark {
            subject: Subject::Person(person(1)),
            competency: Some(id("perizinan")),
            cause: Cause::Tools,
            date: day(2026, 1, 21),
            rater: Some(rater()),
        }],
        exposures: vec![Exposure {
            person: person(1),
            unit: id("DPMPTSP.LOKET"),
            amount: 187.312_5.into(),
        }],
    }
}

pub(crate) fn demand() -> Demand {
    Demand {
        schema: DemandSchema::V1,
        provenance: provenance(),
        rows: vec![DemandRow {
            person: person(1),
            program: id("DASAR"),
            value: DemandValue::of_removed([Nano::from_f64(8.765_432).expect("finite")]).into(),
            mandatory: true,
            needed_by: Some(day(2026, 9, 30)),
            standing: Standing::Verified,
            closes: vec![ClosedGap {
                competency: id("perizinan"),
                ground: Ground::PositionHeld,
                priority: Nano::from_f64(8.765_432).expect("finite").into(),
            }],
        }],
    }
}

pub(crate) fn plan() -> Plan {
    Plan {
        schema: PlanSchema::V1,
        provenance: provenance(),
        horizon: days(day(2026, 1, 1), day(2026, 12, 31)),
        batches: vec![Batch {
            id: id("DASAR/b01"),
            program: id("DASAR"),
            sessions: vec![Session {
                id: id("DASAR/b01/s1"),
                kind: SessionKind::Class,
                module: Some(id("M1")),
                times: vec![SlotSpan {
                    date: day(2026, 3, 2),
                    first: 0,
                    count: 2,
                }],
                room: Some(id("R1")),
                instructors: vec![id("WI-01")],
            }],
            seats: vec![seat(1), seat(2)],
            cost: Rupiah::new(4_500_000),
            publication: Publication::Draft,
        }],
    }
}

fn seat(number: u128) -> Seat {
    Seat {
        person: person(number),
        pinned: number == 1,
    }
}

pub(crate) fn results() -> Results {
    Results {
        schema: ResultsSchema::V1,
        instruments: vec![Instrument {
            id: id("TES-1"),
            kind: InstrumentKind::KnowledgeTest,
            program: id("DASAR"),
            competency: Some(id("perizinan")),
            scale: Scale::new(0.0, 100.0, Direction::HigherIsBetter).expect("a scale"),
            mastery: Some(70.0),
            reliability: Some(0.81),
            observers: Some(2),
        }],
        attendance: vec![Attendance {
            session: id("DASAR/b01/s1"),
            person: person(1),
            present: true.into(),
        }],
        scores: vec![TestScore {
            batch: id("DASAR/b01"),
            person: person(1),
            instrument: id("TES-1"),
            occasion: Occasion::After,
            score: 83.656_25.into(),
            date: day(2026, 3, 6),
        }],
        observations: vec![Observation {
            batch: id("DASAR/b01"),
            person: person(1),
            observer: rater(),
            instrument: id("TES-1"),
            occasion: Occasion::FollowUp,
            score: 61.406_25.into(),
            date: day(2026, 9, 8),
        }],
        series: vec![ServiceSeries {
            unit: id("DPMPTSP.LOKET"),
            indicator: id("WAKTU"),
            measured_in: "hari".to_owned(),
            direction: Direction::LowerIsBetter,
            points: vec![ServicePoint {
                period: days(day(2026, 1, 5), day(2026, 1, 11)),
                value: 6.5,
                count: Some(118),
            }],
        }],
        ..super::measured::measured()
    }
}

pub(crate) fn follow_up() -> FollowUp {
    let owners = [
        Owner::UnitHead(id("DPMPTSP")),
        Owner::Organiser,
        Owner::Official(id("SEKDA")),
    ];
    let actions = owners.into_iter().map(|owner| SupportAction {
        person: person(1),
        program: id("DASAR"),
        batch: id("DASAR/b01"),
        competency: Some(id("perizinan")),
        support: Support::Refresher,
        barrier: Barrier::Learning,
        reasons: vec!["below_mastery".to_owned()],
        owner,
        due: day(2026, 10, 15),
        seat_in: Some(id("LANJUT")),
        status: SupportStatus::Escalated,
        outcome: Some(SupportOutcome::NotYet),
        escalated_to: Some(Owner::UnitHead(id("DPMPTSP"))),
    });
    FollowUp {
        schema: FollowUpSchema::V1,
        provenance: Some(provenance()),
        actions: actions.collect(),
    }
}

pub(crate) fn decisions() -> Decisions {
    let subjects = [
        DecisionSubject::Demand {
            person: person(1),
            program: id("DASAR"),
        },
        DecisionSubject::Batch(id("DASAR/b01")),
        DecisionSubject::Person(person(2)),
    ];
    let decisions = (0..).zip(subjects).map(|(number, subject)| Decision {
        id: DecisionId::new(Uuid::from_u128(0xd8_0000 + number)),
        by: id("KABAN"),
        on: day(2026, 2, 3),
        subject,
        verdict: Verdict::Approve,
        reason: "sesuai usulan 4711".to_owned().into(),
    });
    Decisions {
        schema: DecisionsSchema::V1,
        decisions: decisions.collect(),
    }
}

pub(crate) fn hours() -> HoursLedger {
    HoursLedger {
        schema: HoursLedgerSchema::V1,
        entries: vec![HoursEntry {
            person: person(1),
            date: day(2026, 1, 12),
            hours: LearningHours::new(7_331).expect("in range").into(),
            method: DeliveryMethod::Coaching,
            program: Some(id("DASAR")),
            valid_until: Some(day(2028, 1, 12)),
        }],
    }
}
