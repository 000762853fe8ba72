//! Whether methods that assume less conclude the same, over everything that was measured.

use std::collections::BTreeMap;

use bangkom::domain::results::Instrument;
use bangkom::evaluation::{Evaluation, NoOpinion, Outcome, OutcomeLevel};
use bangkom_examples::table;

use crate::words::Words;

/// How many outcomes of each level are borne out, contradicted, open, or not checked, and why.
pub(crate) fn show(words: Words, evaluation: &Evaluation, instruments: &[Instrument]) {
    words.section(
        "Pendapat metode yang lebih tahan",
        "What sturdier methods say",
    );
    let outcomes = evaluation.outcomes(instruments);
    let mut levels = BTreeMap::<OutcomeLevel, Vec<&Outcome>>::new();
    for outcome in &outcomes {
        levels.entry(outcome.level).or_default().push(outcome);
    }
    let header = words.of(
        [
            "tingkat",
            "sepakat",
            "membantah",
            "tidak dapat menilai",
            "tidak ditanya",
        ],
        ["level", "agree", "disagree", "cannot say", "not asked"],
    );
    let rows = levels.iter().map(|(level, outcomes)| {
        let count = |keep: &dyn Fn(&Outcome) -> bool| {
            outcomes.iter().filter(|one| keep(one)).count().to_string()
        };
        let silent = |one: &Outcome| one.agrees.is_none() && one.no_opinion.is_none();
        [
            level.label(words.0).to_owned(),
            count(&|one| one.agrees == Some(true)),
            count(&|one| one.agrees == Some(false)),
            count(&silent),
            count(&|one| one.no_opinion.is_some()),
        ]
    });
    println!("{}", table(&header, rows));
    let mut reasons = BTreeMap::<&str, usize>::new();
    for why in outcomes.iter().filter_map(|one| one.no_opinion) {
        *reasons.entry(why.text(words.0)).or_default() += 1;
    }
    for (why, times) in reasons {
        println!("- {why}: {times}");
    }
    let estimated = outcomes
        .iter()
        .filter(|one| one.level == OutcomeLevel::Return);
    for one in estimated {
        assert_eq!(one.no_opinion, Some(NoOpinion::Estimated));
    }
}
