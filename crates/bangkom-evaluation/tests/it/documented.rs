//! The table of findings in the docs says what the code says.

use std::collections::BTreeMap;

use bangkom_domain::Language;
use bangkom_domain::finding::{Explain, Sensitive, Severity};
use bangkom_domain::id::{IndicatorId, ProgramId, SessionId};
use bangkom_domain::results::Occasion;
use bangkom_evaluation::{PolicyFinding, ResultFinding};

use crate::course::{batch_id, day, instrument, person, unit};

fn policy() -> PolicyFinding {
    PolicyFinding::OutOfRange {
        field: "keep_gain".to_owned(),
        given: "2".to_owned(),
        low: "0".to_owned(),
        high: "1".to_owned(),
    }
}

fn about_scores() -> Vec<ResultFinding> {
    let record = || "b1/p/test/after".to_owned();
    let instrument = instrument("test");
    let given = Sensitive::personal("9".to_owned());
    vec![
        ResultFinding::UnknownBatch {
            record: record(),
            batch: batch_id("b9"),
        },
        ResultFinding::UnknownPerson {
            record: record(),
            person: person(1),
        },
        ResultFinding::NotSeated {
            record: record(),
            person: person(1),
        },
        ResultFinding::UnknownInstrument {
            record: record(),
            instrument: instrument.clone(),
        },
        ResultFinding::ForeignInstrument {
            record: record(),
            instrument: instrument.clone(),
        },
        ResultFinding::ConflictingInstrument {
            instrument: instrument.clone(),
        },
        ResultFinding::BadInstrument {
            instrument,
            field: "mastery".to_owned(),
        },
        ResultFinding::NotANumber { record: record() },
        ResultFinding::OffScale {
            record: record(),
            given,
        },
        ResultFinding::FutureDate {
            record: record(),
            date: day(1, 1),
        },
        ResultFinding::RepeatedRecord {
            record: record(),
            times: 2,
        },
        ResultFinding::ConflictingRecord {
            record: record(),
            times: 2,
        },
        ResultFinding::NoScoreBefore {
            record: record(),
            occasion: Occasion::After,
        },
    ]
}

fn about_answers_and_follow_ups() -> Vec<ResultFinding> {
    let record = || "b1/p/test/after".to_owned();
    vec![
        ResultFinding::EarlierFollowUp {
            record: record(),
            times: 1,
        },
        ResultFinding::AnswerOfAbsent { record: record() },
        ResultFinding::ObserversDisagree {
            record: record(),
            observers: 2,
        },
        ResultFinding::TooFewObservers {
            record: record(),
            observers: 1,
            asked: 2,
        },
        ResultFinding::ComparedParticipant {
            record: record(),
            person: person(1),
        },
    ]
}

fn about_plan_and_series() -> Vec<ResultFinding> {
    let session = SessionId::new("s1").unwrap();
    let program = ProgramId::new("none").unwrap();
    let (unit, indicator) = (unit("A"), IndicatorId::new("response").unwrap());
    vec![
        ResultFinding::RepeatedSeat {
            batch: batch_id("b1"),
            person: person(1),
        },
        ResultFinding::UnknownProgram {
            record: "b1".to_owned(),
            program,
        },
        ResultFinding::UnknownSession {
            session,
            person: person(1),
        },
        ResultFinding::UnknownUnit {
            unit: unit.clone(),
            indicator: indicator.clone(),
        },
        ResultFinding::RepeatedSeries {
            unit: unit.clone(),
            indicator: indicator.clone(),
        },
        ResultFinding::BadPoint {
            unit,
            indicator,
            first_day: day(1, 1),
        },
    ]
}

#[test]
fn the_table_says_what_the_code_says() {
    let answers = about_answers_and_follow_ups();
    let results = [about_scores(), answers, about_plan_and_series()].concat();
    let policy = policy();
    let all = results.iter().map(|finding| finding as &dyn Explain);
    let all = all.chain([&policy as &dyn Explain]);
    let table = include_str!("../../../../docs/findings.md");
    let section = table
        .split("\n## ")
        .find(|section| section.starts_with("bangkom-evaluation\n"));
    let rows = section
        .unwrap()
        .lines()
        .filter(|line| line.starts_with("| `"));
    let mut rows: BTreeMap<_, _> = rows
        .map(|row| (row.split('`').nth(1).unwrap(), row))
        .collect();
    for finding in all {
        let row = rows.remove(finding.code());
        let row = row.unwrap_or_else(|| panic!("{} has no row", finding.code()));
        let severity = match finding.severity() {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let (id, en) = (finding.action(Language::Id), finding.action(Language::En));
        assert!(row.contains(&format!("` | {severity} | ")), "{row}");
        assert!(
            row.ends_with(&format!(" | {id}<br>{en} |")),
            "{row}: {id}, {en}"
        );
        assert_eq!(row.matches("<br>").count(), 3, "{row}");
    }
    assert!(rows.is_empty(), "rows without a code: {:?}", rows.keys());
}
