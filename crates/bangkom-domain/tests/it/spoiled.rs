//! Documents of the loop in which everything is wrong that can be, each thing once or more.

use bangkom_domain::decision::{Decision, Decisions, Verdict};
use bangkom_domain::demand::Demand;
use bangkom_domain::evidence::{
    Evidence, EvidenceRecord, EvidenceSource, Exposure, SourceKind, Subject,
};
use bangkom_domain::hours::HoursLedger;
use bangkom_domain::id::{DecisionId, EvidenceId, RaterId};
use bangkom_domain::measure::{DemandValue, LearningHours, Nano, Permille, Rupiah};
use bangkom_domain::plan::{Batch, Plan};
use bangkom_domain::resources::Resources;
use bangkom_domain::results::Results;
use uuid::Uuid;

use crate::sample::{self, day, days, id, person};

/// Everything but a value that is no number, which JSON cannot write.
pub(crate) fn evidence() -> Evidence {
    let mut data = sample::evidence();
    let sound = EvidenceRecord {
        subject: Subject::Person(person(7)),
        ..data.records[0].clone()
    };
    let wrong: [&dyn Fn(&mut EvidenceRecord); 6] = [
        &|it| it.source = id("NOBODY"),
        &|it| it.date = day(2026, 2, 1),
        &|it| it.count = 0,
        &|it| it.exposure = Some(-1.0),
        &|it| it.rater = Some(RaterId::new(person(7).uuid())),
        &|it| it.value = 91_724.25.into(),
    ];
    for (number, spoil) in (100_u32..).zip(wrong) {
        let mut record = EvidenceRecord {
            id: EvidenceId::new(Uuid::from_u128(u128::from(number))),
            value: (1.0 + f64::from(number) / 256.0).into(),
            ..sound.clone()
        };
        spoil(&mut record);
        data.records.push(record);
    }
    data.records.push(data.records[0].clone());
    data.records.push(EvidenceRecord {
        value: 3.140_625.into(),
        ..data.records[1].clone()
    });
    data.sources.push(data.sources[0].clone());
    for kind in [SourceKind::Superior, SourceKind::Peer] {
        data.sources.push(EvidenceSource {
            id: id("TWICE"),
            kind,
            ..data.sources[0].clone()
        });
    }
    let mut late = data.causes[0].clone();
    late.date = day(2026, 2, 2);
    data.causes.push(late);
    for (number, amount) in [
        (5, -61.875),
        (5, 73.125),
        (5, 73.125),
        (8, 84.25),
        (8, 95.5),
    ] {
        data.exposures.push(Exposure {
            person: person(number),
            unit: id("DPMPTSP.LOKET"),
            amount: amount.into(),
        });
    }
    data
}

pub(crate) fn evidence_not_a_number() -> Evidence {
    let mut data = sample::evidence();
    data.records[0].value = f64::NAN.into();
    data
}

pub(crate) fn demand() -> Demand {
    let mut data = sample::demand();
    data.rows.push(data.rows[0].clone());
    for removed in [44.771, 58.923] {
        let mut row = data.rows[0].clone();
        let removed = Nano::from_f64(removed).unwrap();
        row.person = person(2);
        row.value = DemandValue::of_removed([removed]).into();
        row.closes[0].priority = removed.into();
        data.rows.push(row);
    }
    data
}

pub(crate) fn hours() -> HoursLedger {
    let mut data = sample::hours();
    data.entries.push(data.entries[0].clone());
    let mut early = data.entries[0].clone();
    early.hours = LearningHours::new(8_642).unwrap().into();
    early.valid_until = Some(day(2026, 1, 2));
    data.entries.push(early);
    data
}

pub(crate) fn results() -> Results {
    let mut data = sample::results();
    let mut instrument = data.instruments[0].clone();
    instrument.id = id("TES-2");
    instrument.mastery = Some(700.0);
    data.instruments.push(instrument);
    data.scores.push(data.scores[0].clone());
    for (instrument, score) in [
        ("TES-1", 91_724.25),
        ("TES-9", 57.328_125),
        ("TES-2", 41.203_125),
        ("TES-2", 42.203_125),
    ] {
        let mut row = data.scores[0].clone();
        row.person = person(3);
        row.instrument = id(instrument);
        row.score = score.into();
        data.scores.push(row);
    }
    let mut unseen = data.observations[0].clone();
    unseen.person = person(4);
    unseen.score = (-61_837.5).into();
    data.observations.push(unseen);
    let point = data.series[0].points[0].clone();
    for _ in 0..2 {
        let mut again = point.clone();
        again.period = days(day(2026, 1, 8), day(2026, 1, 14));
        data.series[0].points.push(again);
    }
    spoil_measures(&mut data);
    data
}

fn spoil_measures(data: &mut Results) {
    let mut items = data.items[0].clone();
    items.instrument = id("TES-2");
    items.items[1].code = String::from("A");
    data.items.push(items);
    let mut answers = data.answers[0].clone();
    answers.person = person(3);
    answers.answers = vec![Some(6.281_185), None].into();
    data.answers.push(answers);
    data.designs[0].populations[0].deviation = 0.0;
    let mut second = data.designs[0].batch_providers[0].clone();
    second.provider = String::from("LAN");
    data.designs[0].batch_providers.push(second);
    data.cases[0].cases[0].closed = Some(day(2026, 1, 2));
    data.counts[0].points[0].exposure = Some(0.0);
    data.satisfaction[0].respondents = 0;
    data.benefits[0].attribution = 50.0;
}

pub(crate) fn decisions() -> Decisions {
    let mut data = sample::decisions();
    data.decisions.push(data.decisions[0].clone());
    let like = |number, of: &Decision| Decision {
        id: DecisionId::new(Uuid::from_u128(number)),
        reason: "Rahmawati sakit".to_owned().into(),
        ..of.clone()
    };
    let sound = data.decisions[1].clone();
    let mut against = like(1, &sound);
    against.verdict = Verdict::Reject;
    let mut future = like(2, &sound);
    future.on = day(2026, 9, 1);
    let mut silent = like(3, &data.decisions[2]);
    silent.reason = "  ".to_owned().into();
    let twice = like(4, &sound);
    let mut differing = twice.clone();
    differing.reason = "Tumpal keberatan".to_owned().into();
    data.decisions
        .extend([against, future, silent, twice, differing]);
    data
}

pub(crate) fn plan() -> Plan {
    let mut data = sample::plan();
    let sound = data.batches[0].clone();
    let like = |code: &str, spoil: &dyn Fn(&mut Batch)| {
        let mut batch = sound.clone();
        batch.id = id(code);
        batch.sessions[0].id = id(&format!("{code}/s1"));
        spoil(&mut batch);
        batch
    };
    data.batches.extend([
        sound.clone(),
        like("TWICE", &|_| {}),
        like("TWICE", &|it| it.cost = Rupiah::new(1)),
        like("COST", &|it| it.cost = Rupiah::new(-1)),
        like("SESSION", &|it| it.sessions.push(it.sessions[0].clone())),
        like("SLOTS", &|it| it.sessions[0].times.clear()),
        like("SEAT", &|it| it.seats.push(it.seats[0].clone())),
    ]);
    data
}

pub(crate) fn resources() -> Resources {
    let mut data = sample::resources();
    data.funds.push(data.funds[0].clone());
    let mut fund = data.funds[0].clone();
    fund.id = id("MINUS");
    fund.amount = Rupiah::new(-5);
    data.funds.push(fund);
    for name in ["one", "other"] {
        let mut site = data.sites[0].clone();
        site.id = id("TWICE");
        name.clone_into(&mut site.name);
        data.sites.push(site);
    }
    let mut site = data.sites[0].clone();
    site.id = id("NOWHERE");
    site.x_km = f64::NAN;
    data.sites.push(site);
    let mut room = data.rooms[0].clone();
    room.id = id("R9");
    room.site = id("GONE");
    room.capacity = 0;
    room.cost_per_slot = Rupiah::new(-1);
    data.rooms.push(room);
    let mut idle = data.instructors[0].clone();
    idle.id = id("WI-08");
    idle.max_slots = 0;
    let mut paying = data.instructors[0].clone();
    paying.id = id("WI-09");
    paying.fee_per_slot = Rupiah::new(-1);
    data.instructors.extend([idle, paying]);
    let mut rule = data.staffing[0].clone();
    rule.unit = id("FREE");
    rule.max_away = Permille::MAX;
    rule.min_on_duty = 0;
    rule.blackout.clear();
    rule.max_person_days = None;
    data.staffing.push(rule);
    data
}
