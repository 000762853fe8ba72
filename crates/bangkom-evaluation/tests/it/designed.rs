//! Cases designed to be read in one way: method, warnings, verdict.

use bangkom_domain::results::{Assignment, Selection, TestForms};
use bangkom_evaluation::{
    Assumed, AssumptionState, Because, Comparison, Doubt, MethodChoice, Verdict, VerdictAnswer,
    VerdictReason,
};

use crate::invented::{Invented, World};

fn read(study: &Invented) -> (Comparison, MethodChoice, Verdict) {
    let change = study.compare();
    let method = change.advice.as_ref().unwrap().method;
    (change, method, study.verdict())
}

fn has(change: &Comparison, doubt: impl Fn(&Doubt) -> bool) -> bool {
    change.doubts.iter().any(doubt)
}

#[test]
fn a_program_that_works_is_kept() {
    let (change, method, verdict) = read(&World::new(20.0).study(1, 40));
    assert_eq!(method, MethodChoice::PairedT);
    assert_eq!(
        change.advice.as_ref().unwrap().because,
        [Because::PairsOnly]
    );
    assert!(
        change
            .sturdier
            .iter()
            .all(|opinion| opinion.agrees == Some(true))
    );
    assert_eq!(change.sturdier.len(), 2);
    assert_eq!(change.doubts, [Doubt::NoComparison]);
    assert_eq!(verdict.answer, VerdictAnswer::Keep);
    assert_eq!(verdict.reasons, [VerdictReason::Rose]);
}

#[test]
fn a_program_that_does_nothing_is_stopped_once_that_is_sure() {
    let (change, _, verdict) = read(&World::new(0.0).study(2, 400));
    assert_eq!(verdict.answer, VerdictAnswer::Stop);
    assert_eq!(verdict.reasons, [VerdictReason::NotWorthwhile]);
    assert!(
        change
            .sturdier
            .iter()
            .all(|opinion| opinion.agrees == Some(true))
    );
    // With few people it is not sure, and the verdict says how many would show it.
    let noisy = World {
        error: 15.0,
        ..World::new(0.0)
    };
    let (_, _, verdict) = read(&noisy.study(3, 12));
    assert_eq!(verdict.answer, VerdictAnswer::NotEnough);
    let [
        VerdictReason::NotSure {
            needed: Some(needed),
        },
    ] = verdict.reasons[..]
    else {
        panic!("{:?}", verdict.reasons);
    };
    assert!((50..500).contains(&needed), "{needed}");
}

#[test]
fn a_program_that_harms_is_stopped() {
    let (_, _, verdict) = read(&World::new(-8.0).study(4, 40));
    assert_eq!(verdict.answer, VerdictAnswer::Stop);
    assert_eq!(verdict.reasons, [VerdictReason::Fell]);
}

#[test]
fn a_ceiling_leaves_the_question_open() {
    let easy = World {
        mean: 99.0,
        ..World::new(10.0)
    };
    let study = easy.study(5, 40);
    let (change, _, verdict) = read(&study);
    assert!(has(&change, |doubt| matches!(doubt, Doubt::Ceiling { .. })));
    assert!(change.gains.as_ref().unwrap().ceiling_pre > 0.3);
    // People had half the room that they needed: the little that is seen is not all there was.
    let same = Invented {
        second: study.first.clone(),
        ..study
    };
    let verdict_of_same = same.verdict();
    assert_eq!(verdict_of_same.answer, VerdictAnswer::NotEnough);
    assert!(matches!(
        verdict_of_same.reasons[..],
        [VerdictReason::Ceiling { .. }]
    ));
    assert_ne!(verdict.answer, VerdictAnswer::Stop);
}

#[test]
fn half_of_the_people_lost_is_not_enough_evidence() {
    let mut study = World::new(12.0).study(6, 40);
    let kept = study.compare();
    for score in study.second.iter_mut().step_by(2) {
        *score = f64::NAN;
    }
    let (change, _, verdict) = read(&study);
    assert!(
        change
            .advice
            .as_ref()
            .unwrap()
            .estimate
            .unwrap()
            .interval
            .low
            > 0.0
    );
    assert!(has(
        &change,
        |doubt| matches!(doubt, Doubt::Attrition { share } if *share == 0.5)
    ));
    let losses = change.losses.as_ref().unwrap();
    assert_eq!((losses.lost, losses.share), (20, 0.5));
    let bounds = losses.bounds.unwrap();
    assert!(bounds.low < 0.0 && bounds.high > 0.0);
    // Whatever the lost scored, the bounds hold what all of them did.
    assert!(bounds.contains(kept.summary.unwrap().mean_diff));
    assert!(losses.start.is_some() && losses.change_of_all.is_some());
    assert_eq!(verdict.answer, VerdictAnswer::NotEnough);
    assert_eq!(verdict.reasons, [VerdictReason::TooManyLost { share: 0.5 }]);
}

#[test]
fn five_agencies_are_counted_as_five() {
    let mut study = World::new(5.0).study(7, 40);
    study.groups = (0..40).map(|at| at % 5).collect();
    // Each agency changed in its own way.
    for (score, group) in study.second.iter_mut().zip(&study.groups) {
        *score = (*score + [0.0, 12.0, -6.0, 3.0, -9.0][*group as usize]).clamp(0.0, 100.0);
    }
    let (change, method, verdict) = read(&study);
    assert_eq!(method, MethodChoice::ClusteredMean);
    assert_eq!(
        change.advice.as_ref().unwrap().because,
        [Because::Agencies { agencies: 5 }]
    );
    assert!(has(&change, |doubt| *doubt
        == Doubt::FewAgencies { agencies: 5 }));
    let clusters = change.clusters.as_ref().unwrap();
    let correlation = clusters.correlation.as_ref().unwrap();
    assert!(correlation.icc > 0.2 && correlation.design_effect > 2.0);
    // People counted one by one seem sure; by agency it is open.
    assert!(change.test.as_ref().unwrap().p_two < 0.01);
    assert!(change.advice.as_ref().unwrap().estimate.unwrap().p > 0.05);
    assert_eq!(verdict.answer, VerdictAnswer::NotEnough);
    // Five signs cannot reach 5 %: the sturdier method is asked and cannot say.
    assert_eq!(change.sturdier[0].agrees, None);
    let assumed = change
        .assumptions
        .iter()
        .find(|one| one.what == Assumed::ManyAgencies);
    assert_eq!(assumed.unwrap().state, AssumptionState::Fails);
}

#[test]
fn an_easier_test_afterwards_proves_nothing_alone() {
    let world = World {
        easier: 12.0,
        ..World::new(0.0)
    };
    let mut study = world.study(8, 60);
    study.design = study.design.forms(TestForms::Different);
    let (change, _, verdict) = read(&study);
    assert!(change.test.as_ref().unwrap().ci.low > 0.0);
    assert!(has(&change, |doubt| *doubt == Doubt::DifferentForms));
    assert_eq!(verdict.answer, VerdictAnswer::NotEnough);
    assert_eq!(verdict.reasons, [VerdictReason::DifferentForms]);
    // Others who took the same two tests show that it was the test.
    let study = world.with_others(8, study, 60);
    let (change, method, verdict) = read(&study);
    assert_eq!(method, MethodChoice::DifferenceInDifferences);
    assert!(has(&change, |doubt| *doubt == Doubt::ComparisonContradicts));
    assert!(verdict.answer != VerdictAnswer::Keep);
    assert!(
        verdict
            .reasons
            .contains(&VerdictReason::ComparisonContradicts)
    );
}

/// The weakest fifth by the first score.
fn weakest(world: &World, seed: u64) -> Invented {
    let all = world.study(seed, 300);
    let mut pairs: Vec<(f64, f64)> = all.first.into_iter().zip(all.second).collect();
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    pairs.truncate(60);
    let (first, second) = pairs.into_iter().unzip();
    Invented {
        first,
        second,
        design: all.design.selection(Selection::LowScores),
        ..Invented::default()
    }
}

#[test]
fn the_weak_rise_by_themselves() {
    let noisy = World {
        error: 9.0,
        ..World::new(0.0)
    };
    let mut study = weakest(&noisy, 9);
    let (change, _, verdict) = read(&study);
    assert!(
        change.test.as_ref().unwrap().p_two < 0.001,
        "low scores rise without a program"
    );
    assert!(has(&change, |doubt| *doubt == Doubt::ChosenLow));
    assert_eq!(verdict.answer, VerdictAnswer::NotEnough);
    assert_eq!(verdict.reasons, [VerdictReason::ChosenLow]);
    // With reliability and population the rise to expect is taken off.
    let reliability = 144.0 / (144.0 + 81.0);
    study.design = study.design.population(reliability, 50.0);
    let (change, _, verdict) = read(&study);
    let regression = change.regression.as_ref().unwrap();
    let (expected, beyond) = (regression.expected.unwrap(), regression.beyond.unwrap());
    assert!(expected > 4.0 && beyond.abs() < 3.0, "{expected} {beyond}");
    assert_ne!(verdict.answer, VerdictAnswer::Keep);
    let explained =
        |reason: &VerdictReason| matches!(reason, VerdictReason::RegressionToMean { .. });
    assert!(verdict.reasons.iter().any(explained));
    // A program that works is still seen to work.
    let works = World {
        effect: 25.0,
        ..noisy
    };
    let mut study = weakest(&works, 9);
    study.design = study.design.population(reliability, 50.0);
    assert_eq!(study.verdict().answer, VerdictAnswer::Keep);
}

#[test]
fn others_that_rose_as_much_contradict() {
    let world = World {
        easier: 10.0,
        ..World::new(0.0)
    };
    let study = world.with_others(10, world.study(10, 50), 50);
    let (change, _, verdict) = read(&study);
    let against = change.against.as_ref().unwrap();
    assert!(against.contradicts && against.adjusted.is_some());
    assert!(change.test.as_ref().unwrap().ci.low > 0.0);
    assert!(against.difference.as_ref().unwrap().ci.contains(0.0));
    assert!(
        verdict
            .reasons
            .contains(&VerdictReason::ComparisonContradicts)
    );
    assert_ne!(verdict.answer, VerdictAnswer::Keep);
    assert!(!has(&change, |doubt| *doubt == Doubt::NoComparison));
}

#[test]
fn a_lot_calls_for_adjusted_means_and_a_group_for_gains() {
    let world = World::new(20.0);
    let mut study = world.with_others(11, world.study(11, 40), 40);
    assert_eq!(read(&study).1, MethodChoice::DifferenceInDifferences);
    study.design = study.design.assignment(Assignment::Lot);
    let (change, method, verdict) = read(&study);
    assert_eq!(method, MethodChoice::Ancova);
    assert_eq!(change.advice.as_ref().unwrap().because, [Because::ByLot]);
    // Adjusted means and gain scores stand beside each other.
    assert_eq!(change.sturdier[0].method, "pre_post_control");
    assert_eq!(verdict.answer, VerdictAnswer::Keep);
}

#[test]
fn unequal_losses_and_starts_are_doubts() {
    let world = World::new(10.0);
    let mut study = world.with_others(12, world.study(12, 40), 40);
    for score in study.second.iter_mut().take(12) {
        *score = f64::NAN;
    }
    for score in &mut study.others.0 {
        *score = (*score + 10.0).min(100.0);
    }
    let (change, _, _) = read(&study);
    assert!(has(&change, |doubt| matches!(
        doubt,
        Doubt::UnequalAttrition { .. }
    )));
    assert!(has(&change, |doubt| matches!(
        doubt,
        Doubt::UnequalStart { .. }
    )));
    assert!(change.losses.as_ref().unwrap().lee.is_some());
}

#[test]
fn few_steps_call_for_ranks_and_yes_or_no_for_its_own_test() {
    use bangkom_evaluation::{Design, Measured, compare};
    use bangkom_stats::gain::Scale;
    let policy = crate::invented::policy();
    let choose = |first: &[f64], second: &[f64], high: f64| {
        let measured = Measured::new(first, second).scale(Scale::new(0.0, high).unwrap());
        compare(&measured, &Design::default(), &policy).unwrap()
    };
    let first = [0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0];
    let second = [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1.0];
    let result = choose(&first, &second, 1.0);
    assert_eq!(
        result.advice.as_ref().unwrap().method,
        MethodChoice::McNemar
    );
    // Six changed to yes, one to no: p = 2 (1 + 7) / 2^7 by the binomial.
    let estimate = result.advice.unwrap().estimate.unwrap();
    assert!((estimate.p - 0.125).abs() < 1e-12 && (estimate.value - 0.5).abs() < 1e-12);
    let result = choose(&first, &second, 4.0);
    let advice = result.advice.unwrap();
    assert_eq!(advice.method, MethodChoice::SignedRank);
    assert_eq!(
        advice.because,
        [Because::PairsOnly, Because::FewSteps { steps: 5 }]
    );
}
