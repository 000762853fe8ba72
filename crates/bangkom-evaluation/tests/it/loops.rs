//! Back into the next round: demand and evidence.

use bangkom_domain::demand::Ground;
use bangkom_domain::evidence::SourceKind;
use bangkom_domain::results::Occasion;

use crate::course::{Course, day, person};

#[test]
fn a_refresher_becomes_one_row_of_demand() {
    let mut course = Course::new();
    course.learn(1, 4.0, 4.0);
    course.learn(2, 4.0, 9.0);
    let rows = course.evaluate().demand(&course.catalog());
    assert_eq!(rows.len(), 1);
    let row = &rows[0];
    assert_eq!(
        (row.person, row.value.reveal().points()),
        (person(1), 3_000)
    );
    assert_eq!(row.closes[0].ground, Ground::FollowUp);
    assert_eq!(row.needed_by, Some(day(11, 28)));
}

#[test]
fn tests_and_observations_become_evidence() {
    let mut course = Course::new();
    course.learn(1, 2.0, 3.5);
    course.learn(2, 2.0, 9.0);
    course.observe(1, 1, Occasion::After, 2.0);
    course.observe(1, 1, Occasion::FollowUp, 3.0);
    course.observe(1, 2, Occasion::FollowUp, 4.0);
    let evaluation = course.evaluate();
    let evidence = evaluation.evidence();
    let levels = |kind: SourceKind, number: u32| -> Vec<f64> {
        let source = evidence
            .sources
            .iter()
            .find(|source| source.kind == kind)
            .unwrap();
        let own = evidence.records.iter().filter(|record| {
            record.source == source.id
                && record.subject == bangkom_domain::evidence::Subject::Person(person(number))
        });
        own.map(|record| *record.value.reveal()).collect()
    };
    // Levels 2 to 4 up to the mark of 7: half of it is level 3, beyond it is level 4.
    assert_eq!(levels(SourceKind::TrainingResult, 1), [3.0]);
    assert_eq!(levels(SourceKind::TrainingResult, 2), [4.0]);
    assert_eq!(levels(SourceKind::Observation, 1), [3.5]);
    assert_eq!(course.evaluate().evidence(), evidence);
}
