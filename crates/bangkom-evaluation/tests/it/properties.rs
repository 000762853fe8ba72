//! What holds for any results.

use bangkom_domain::json;
use bangkom_domain::results::Occasion;
use bangkom_evaluation::Status;
use proptest::prelude::*;

use crate::course::Course;

/// Present or not, and the three scores in tenths where they exist.
type Learner = (bool, Option<u8>, Option<u8>, Option<u8>);

fn learners() -> impl Strategy<Value = Vec<Learner>> {
    let score = || prop::option::weighted(0.8, 0..=100_u8);
    prop::collection::vec((any::<bool>(), score(), score(), score()), 0..30)
}

fn course(learners: &[Learner]) -> Course {
    let mut course = Course::new();
    for (number, (present, before, after, later)) in (0..).zip(learners) {
        let number = if number % 3 == 0 {
            number + 101
        } else {
            number + 1
        };
        course.seat(number, if number % 2 == 0 { "A" } else { "B" }, *present);
        let scores = [(Occasion::Before, before), (Occasion::After, after)];
        for (occasion, score) in scores {
            if let Some(score) = score {
                course.score(number, occasion, f64::from(*score) / 10.0);
            }
        }
        if let Some(later) = later {
            course.observe(number, 1, Occasion::After, 1.0 + f64::from(*later) / 25.0);
        }
    }
    course.serve("A", [3.0, 4.0, 3.0, 5.0, 2.0, 1.0, 2.0, 3.0]);
    course.serve("C", [3.0, 4.0, 3.0, 5.0, 2.0, 1.0, 2.0, 3.5]);
    course
}

proptest! {
    #[test]
    fn any_order_gives_the_same_bytes(learners in learners()) {
        let mut course = course(&learners);
        let first = json::write(&course.evaluate()).unwrap();
        course.results.scores.reverse();
        course.results.observations.reverse();
        course.results.attendance.reverse();
        course.results.series.reverse();
        course.results.instruments.reverse();
        course.plan.batches.reverse();
        course.plan.batches.iter_mut().for_each(|batch| batch.seats.reverse());
        course.roster.employees.reverse();
        prop_assert_eq!(json::write(&course.evaluate()).unwrap(), first);
    }

    #[test]
    fn everybody_is_counted_and_nothing_is_infinite(learners in learners()) {
        let course = course(&learners);
        let evaluation = course.evaluate();
        prop_assert!(evaluation.findings.is_sound());
        for one in evaluation.programs.iter().flat_map(|program| &program.learning) {
            let flow = one.change.flow;
            prop_assert!(flow.both <= flow.first.min(flow.second) && flow.first <= flow.attended);
            if one.batch.is_none() && one.unit.is_none() {
                prop_assert_eq!(flow.seats as usize, measured(&learners));
            }
            match &one.change.test {
                Some(test) => prop_assert!(test.p_two > 0.0 && test.ci.low < test.ci.high),
                None => prop_assert!(one.change.status != Status::Estimated),
            }
            prop_assert!(flow.both >= 5 || one.change.summary.is_none());
        }
    }

    #[test]
    fn people_without_seats_change_nothing(learners in learners(), score in 0..=100_u8) {
        let mut course = course(&learners);
        let before = course.evaluate();
        course.score(99, Occasion::Before, f64::from(score) / 10.0);
        let after = course.evaluate();
        prop_assert_eq!(after.programs, before.programs);
        prop_assert_eq!(after.findings.len(), before.findings.len() + 1);
    }
}

/// The seats in batches where anybody has a score.
fn measured(learners: &[Learner]) -> usize {
    let of_batch = |first: bool| {
        let own = || {
            learners
                .iter()
                .enumerate()
                .filter(move |(at, _)| (at % 3 == 0) == first)
        };
        let any = own().any(|(_, (_, before, after, _))| before.is_some() || after.is_some());
        if any { own().count() } else { 0 }
    };
    of_batch(true) + of_batch(false)
}
