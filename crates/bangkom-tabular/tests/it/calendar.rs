//! The plan as a calendar, one line a session.

use bangkom_domain::Language;
use bangkom_domain::calendar::Period;
use bangkom_domain::measure::Rupiah;
use bangkom_domain::plan::{Batch, Plan, PlanSchema, Publication, Session, SlotSpan};
use bangkom_domain::preset::Provenance;
use bangkom_domain::program::SessionKind;
use bangkom_tabular::calendar;
use chrono::NaiveDate;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn span(date: NaiveDate, count: u8) -> SlotSpan {
    SlotSpan {
        date,
        first: 0,
        count,
    }
}

fn plan() -> Plan {
    let session = |id: &str, kind, times, room: Option<&str>, instructors: &[&str]| Session {
        id: id.parse().unwrap(),
        kind,
        module: None,
        times,
        room: room.map(|room| room.parse().unwrap()),
        instructors: instructors.iter().map(|one| one.parse().unwrap()).collect(),
    };
    let two_days = vec![span(day(3, 31), 5), span(day(4, 1), 3)];
    Plan {
        schema: PlanSchema::V1,
        provenance: Provenance::proposal("test", "1"),
        horizon: Period::new(day(1, 1), day(12, 31)).unwrap(),
        batches: vec![Batch {
            id: "PP/b01".parse().unwrap(),
            program: "PP".parse().unwrap(),
            sessions: vec![
                session(
                    "PP/b01/s1",
                    SessionKind::Class,
                    two_days,
                    Some("R,1"),
                    &["WI-1", "WI-2"],
                ),
                session("PP/b01/s2", SessionKind::Class, Vec::new(), None, &[]),
            ],
            seats: Vec::new(),
            cost: Rupiah::ZERO,
            publication: Publication::Draft,
        }],
    }
}

fn written(language: Language) -> Vec<Vec<String>> {
    let mut file = Vec::new();
    calendar::write(&mut file, &plan(), language).unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(&file[..]);
    let rows = reader.records().map(|row| row.unwrap());
    rows.map(|row| row.iter().map(ToOwned::to_owned).collect())
        .collect()
}

#[test]
fn a_session_is_a_line_from_first_to_last_day() {
    let rows = written(Language::Id);
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| row.len() == 9), "{rows:?}");
    let kind = SessionKind::Class.label(Language::Id);
    assert_eq!(
        rows[1],
        [
            "PP/b01",
            "PP",
            "PP/b01/s1",
            kind,
            "31-03-2026",
            "01-04-2026",
            "8",
            "R,1",
            "WI-1 WI-2"
        ]
    );
}

#[test]
fn a_session_without_time_room_and_instructor_keeps_its_line() {
    let rows = written(Language::En);
    let kind = SessionKind::Class.label(Language::En);
    let expected = ["PP/b01", "PP", "PP/b01/s2", kind, "", "", "0", "", ""];
    assert_eq!(rows[2], expected);
}

#[test]
fn a_writer_that_fails_is_an_error() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("full"))
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let error = calendar::write(Full, &plan(), Language::Id).unwrap_err();
    assert!(error.is_io(), "{error}");
}
