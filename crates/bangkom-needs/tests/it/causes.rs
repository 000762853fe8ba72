//! No training is a possible answer.

use bangkom_domain::Language;
use bangkom_domain::evidence::{Cause, CauseMark, Subject};
use bangkom_needs::ScreenAnswer;

use crate::city::{City, competency, nano, rater, today, unit};

fn mark(city: &mut City, subject: Subject, cause: Cause, number: u128) {
    city.evidence.causes.push(CauseMark {
        subject,
        competency: Some(competency("service")),
        cause,
        date: today(),
        rater: Some(rater(number)),
    });
}

#[test]
fn three_marks_for_workload_mean_no_training() {
    let mut city = City::new();
    let anna = city.hire(1, "A1");
    city.agree(anna, "service", 2.0);
    mark(&mut city, Subject::Person(anna), Cause::Workload, 1);
    mark(&mut city, Subject::Unit(unit("A")), Cause::Workload, 2);
    assert_eq!(city.analyze().needs[0].screen.answer, ScreenAnswer::Unknown);
    mark(&mut city, Subject::Unit(unit("A1")), Cause::Skill, 3);
    let need = city.analyze().needs.remove(0);
    assert_eq!(need.screen.answer, ScreenAnswer::NoTraining);
    assert_eq!(need.screen.trainable, Some(nano(0.333_333_333)));
    assert_eq!(need.screen.main_cause, Some(Cause::Workload));
    assert!(need.sentence(Language::Id).contains("beban kerja"));
}

#[test]
fn where_training_is_no_answer_the_cause_is_one_that_it_does_not_remove() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.0);
    let causes = [
        Cause::Knowledge,
        Cause::Knowledge,
        Cause::Tools,
        Cause::Tools,
        Cause::Process,
    ];
    for (cause, number) in causes.into_iter().zip(1..) {
        mark(&mut city, Subject::Person(anna), cause, number);
    }
    let need = city.analyze().needs.remove(0);
    assert_eq!(need.screen.answer, ScreenAnswer::NoTraining);
    assert_eq!(need.screen.main_cause, Some(Cause::Tools));
}

#[test]
fn half_for_skill_still_means_training_and_a_voice_counts_once() {
    let mut city = City::new();
    let anna = city.hire(1, "A");
    city.agree(anna, "service", 2.0);
    for (cause, number) in [(Cause::Tools, 1), (Cause::Tools, 1), (Cause::Tools, 2)] {
        mark(&mut city, Subject::Person(anna), cause, number);
    }
    for number in [3, 4] {
        mark(&mut city, Subject::Person(anna), Cause::Skill, number);
    }
    let need = city.analyze().needs.remove(0);
    assert_eq!(
        (need.screen.marks, need.screen.answer),
        (4, ScreenAnswer::Training)
    );
}
