//! The training week is tight: few plans place all of its sessions.

use bangkom::domain::progress::Silent;
use bangkom::schedule::timetable::{Problem, SolveOptions, solve};
use bangkom_examples::training_week;

#[test]
fn every_session_of_the_week_has_a_place_whatever_the_seed() {
    let problem = Problem::new(training_week::input().unwrap()).value;
    for seed in 1..=4 {
        let solution = solve(&problem, &SolveOptions::default().seed(seed), &mut Silent);
        assert_eq!(solution.score().mandatory, 0, "seed {seed}");
        assert_eq!(solution.impossible(), []);
    }
}
