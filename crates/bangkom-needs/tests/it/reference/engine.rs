//! The cases of recency and combination by the engine itself, on its grid of 1e-9.

use bangkom_domain::evidence::SourceKind;
use bangkom_domain::measure::{Importance, Nano};
use bangkom_needs::{Need, SourceRule};
use serde_json::Value;

use super::{Case, bundled, number, numbers, table};
use crate::city::{City, level};

/// Kinds of sources about persons, one for each source of a case.
const KINDS: [SourceKind; 6] = [
    SourceKind::Assessment,
    SourceKind::Superior,
    SourceKind::Appraisal,
    SourceKind::Peer,
    SourceKind::Subordinate,
    SourceKind::Observation,
];

/// What the engine says of answers as (source, level, age in days).
fn analyzed(answers: &[Vec<f64>], half_lives: &[f64], weights: &[f64], asked: (u32, u32)) -> Need {
    let mut city = City::new();
    let person = city.hire(1, "A");
    for (kind, (weight, half_life_days)) in KINDS.iter().zip(weights.iter().zip(half_lives)) {
        city.policy = city.policy.source(SourceRule {
            weight: *weight,
            half_life_days: *half_life_days,
            min_answers: 1,
            expected: true,
            ..SourceRule::preset(*kind)
        });
    }
    for rule in &mut city.policy.sources {
        let known = KINDS
            .iter()
            .take(weights.len())
            .any(|kind| *kind == rule.kind);
        rule.weight = if known { rule.weight } else { 0.0 };
    }
    city.policy.coverage_floor = 0.0;
    for entry in &mut city.catalog.standards {
        entry.level = level(asked.0);
        entry.importance = Importance::new(asked.1).unwrap();
    }
    for row in answers {
        city.say(
            KINDS[row[0] as usize],
            person,
            "service",
            row[1],
            row[2] as u64,
        );
    }
    let analysis = city.analyze();
    let mut known = analysis.needs.into_iter().chain(analysis.met);
    known.next().unwrap()
}

fn close(got: Nano, want: &Value, limit: f64) {
    let want = number(want);
    assert!(
        (got.to_f64() - want).abs() <= limit,
        "{got} instead of {want}"
    );
}

/// Half a step of the grid, and the rounding of the case itself.
const GRID: f64 = 0.501e-9;

fn of_topic(topic: &str) -> impl Iterator<Item = Case> {
    bundled()
        .into_iter()
        .filter(move |case| case.topic == topic)
}

#[test]
fn reference_combined_scores_of_the_engine() {
    let mut seen = 0;
    for case in of_topic("combined_score") {
        let (input, expected) = (&case.input, &case.expected);
        let asked = |key: &str| input[key].as_u64().unwrap() as u32;
        let importance = asked("importance");
        let need = analyzed(
            &table(&input["source_level_age"]),
            &numbers(&input["half_life_days"]),
            &numbers(&input["source_weights"]),
            (asked("required"), importance),
        );
        close(*need.current.reveal(), &expected["combined"], GRID);
        close(need.coverage, &expected["coverage"], GRID);
        // The gap is rounded before it is multiplied.
        let limit = GRID * f64::from(importance);
        close(*need.priority.reveal(), &expected["gap"], limit);
        let parts = need.contributions.reveal();
        for (source, mean) in expected["per_source"].as_object().unwrap() {
            let kind = KINDS[source.parse::<usize>().unwrap()];
            let part = parts.iter().find(|part| part.kind == kind).unwrap();
            close(part.mean, mean, GRID);
        }
        assert_eq!(
            parts.len(),
            expected["per_source"].as_object().unwrap().len()
        );
        seen += 1;
    }
    assert_eq!(seen, 2);
}

#[test]
fn reference_half_lives_of_the_engine() {
    let case = of_topic("recency")
        .find(|case| case.id == "halflife_mean")
        .unwrap();
    let rows: Vec<Vec<f64>> = table(&case.input["level_age"])
        .into_iter()
        .map(|row| vec![0.0, row[0], row[1]])
        .collect();
    let half_life = number(&case.input["half_life_days"]);
    let need = analyzed(&rows, &[half_life], &[1.0], (5, 1));
    close(*need.current.reveal(), &case.expected["mean"], GRID);
    // The spread is summed from weights of 2^-24.
    let number = need.uncertainty.reveal().effective_number;
    close(number, &case.expected["n_eff"], 1e-6);
}
