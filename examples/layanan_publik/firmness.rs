//! How firmly the greatest needs stand, had weights or answers been a little different.

use bangkom::domain::progress::Silent;
use bangkom::needs::Need;
use bangkom::needs::robustness::{
    Place, RankProblemError, Stability, StabilityOptions, rank_change, weight_stability,
};
use bangkom_examples::model_case::{Input, Year};
use bangkom_examples::table;

use crate::words::Words;

/// How many first places matter, and are shown.
const TOP: usize = 10;
/// How many other weights, and other answers, are tried.
const DRAWS: u32 = 500;

/// A label for each of the first places, and what would exchange the first two.
///
/// # Errors
/// When the ranking cannot be examined, which the policy of the model case rules out.
pub(crate) fn show(words: Words, input: &Input, year: &Year) -> Result<(), RankProblemError> {
    let (analysis, cycle) = (&year.analysis, &input.cycle);
    if analysis.needs.is_empty() {
        return Ok(());
    }
    words.section("Seberapa kokoh urutannya", "How firm the order is");
    let policy = &cycle.policy().needs;
    let options = StabilityOptions::new(TOP).draws(DRAWS);
    let problem = analysis.rank_problem(policy)?;
    let weights = weight_stability(&problem, &options, &mut Silent)?;
    let answers = analysis.evidence_stability(
        cycle.roster(),
        cycle.catalog(),
        &input.evidence,
        policy,
        &options,
        &mut Silent,
    )?;
    println!("{}", places(words, &weights, &answers));
    show_ties(words, &analysis.needs);
    let ranks = 1..=analysis.needs.len() as u32;
    let mut changes = ranks.filter_map(|rank| rank_change(analysis, policy, &problem, rank));
    if let Some(change) = changes.find(|change| !*change.tied.reveal()) {
        println!("{}", change.sentence(words.0));
    }
    Ok(())
}

/// How many needs are as great as the last one shown: among them nothing but the id decides.
fn show_ties(words: Words, needs: &[Need]) {
    let Some(last) = needs.get(TOP - 1) else {
        return;
    };
    let equal = needs.iter().filter(|need| need.priority == last.priority);
    println!(
        "{}: {}",
        words.of(
            "Kebutuhan yang sama besar dengan tempat ke-10, hanya id yang mengurutkannya",
            "Needs as great as the one at place 10, which only their ids put in order"
        ),
        equal.count()
    );
}

fn places(words: Words, weights: &Stability, answers: &Stability) -> String {
    let header = words.of(
        [
            "tempat",
            "bobot lain",
            "tempat 90 %",
            "jawaban lain",
            "tempat 90 %",
        ],
        [
            "place",
            "other weights",
            "90 % of places",
            "other answers",
            "90 % of places",
        ],
    );
    let rows = (0..TOP).filter_map(|place| {
        let (weight, answer) = (weights.of(place)?, answers.of(place)?);
        let range = |place: &Place| format!("{} – {}", place.rank_low, place.rank_high);
        let label = |place: &Place| place.label.label(words.0).to_owned();
        Some([
            weight.rank.to_string(),
            label(weight),
            range(weight),
            label(answer),
            range(answer),
        ])
    });
    table(&header, rows)
}
