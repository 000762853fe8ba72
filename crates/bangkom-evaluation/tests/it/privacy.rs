//! What `Debug` and JSON show.

use bangkom_domain::finding::Findings;
use bangkom_domain::json;
use bangkom_domain::results::Occasion;
use bangkom_evaluation::Evaluation;

use crate::course::Course;

#[test]
fn debug_shows_no_score_of_a_person() {
    let mut course = Course::new();
    for number in 1..=3 {
        course.learn(number, 3.125, 6.375);
    }
    course.score(1, Occasion::FollowUp, 77.625);
    let evaluation = course.evaluate();
    let text = format!("{evaluation:?}");
    for secret in ["3.125", "6.375", "77.625"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    assert!(
        !serde_json::to_string(&evaluation.findings)
            .unwrap()
            .contains("77.625")
    );
}

#[test]
fn documents_come_back_as_they_were_written() {
    let mut course = Course::new();
    for number in 1..=8 {
        course.learn(number, f64::from(number), 9.0 - f64::from(number % 4));
        course.observe(number, 1, Occasion::Before, 2.0);
        course.observe(number, 1, Occasion::After, 3.0 + f64::from(number % 2));
    }
    course.serve("A", [3.0, 4.0, 3.0, 5.0, 2.0, 1.0, 2.0, 3.0]);
    let mut evaluation = course.evaluate();
    evaluation.findings = Findings::default();
    let text = json::write(&evaluation).unwrap();
    assert!(text.starts_with("{\n  \"schema\": \"bangkom.evaluation/1\""));
    let back: Evaluation = json::read(&text).unwrap();
    assert_eq!(json::write(&back).unwrap(), text);
}
