use serde::{Deserialize, Serialize};

use super::Judgements;
use super::perron::perron;

/// The three judgements that contradict each other most, and the one to look at again.
///
/// Items count from 0.
///
/// # Formula
/// ```text
/// contradiction = |ln(a_ij a_jk / a_ik)|
/// inconsistency = 1 - exp(-contradiction)        0 consistent, towards 1
/// ```
///
/// Of the three judgements that is named whose change to what the other two say makes the
/// whole matrix most consistent. Where many judgements contradict each other, even that may
/// leave the whole less consistent than before: `index_after` tells.
///
/// # References
/// Koczkodaj 1993, the triad; Saaty 1980, the consistency index.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Triad {
    /// The three items, rising.
    pub items: [usize; 3],
    /// How much they contradict each other, 0 to 1.
    pub inconsistency: f64,
    /// The row of the judgement to look at again.
    pub row: usize,
    /// Its column, greater than the row.
    pub column: usize,
    /// What was judged.
    pub given: f64,
    /// What the other two judgements of the triad say.
    pub implied: f64,
    /// The consistency index of the whole matrix with the implied judgement.
    pub index_after: f64,
}

/// The most inconsistent triad, the first where several are; `None` where all agree.
pub(super) fn worst(judgements: &Judgements) -> Option<Triad> {
    let log = |row, column| libm::log(judgements.get(row, column));
    let mut worst = ([0; 3], 0.0);
    for i in 0..judgements.len() {
        for j in i + 1..judgements.len() {
            for k in j + 1..judgements.len() {
                let contradiction = (log(i, j) + log(j, k) - log(i, k)).abs();
                // Rounding of logarithms alone is no contradiction.
                if contradiction > worst.1 + 1e-9 {
                    worst = ([i, j, k], contradiction);
                }
            }
        }
    }
    let (items, contradiction) = worst;
    (contradiction > 0.0).then(|| mended(judgements, items, contradiction))
}

fn mended(judgements: &Judgements, items: [usize; 3], contradiction: f64) -> Triad {
    let [i, j, k] = items;
    let a = |row, column| judgements.get(row, column);
    let choices = [
        (i, j, a(i, k) * a(k, j)),
        (i, k, a(i, j) * a(j, k)),
        (j, k, a(j, i) * a(i, k)),
    ];
    let after = choices.map(|(row, column, implied)| index(&judgements.with(row, column, implied)));
    let mut best = 0;
    for choice in 1..3 {
        // The same index up to rounding keeps the first judgement.
        if after[choice] < after[best] - 1e-12 {
            best = choice;
        }
    }
    let (row, column, implied) = choices[best];
    Triad {
        items,
        inconsistency: -libm::expm1(-contradiction),
        row,
        column,
        given: a(row, column),
        implied,
        index_after: after[best],
    }
}

/// The consistency index; never below zero, and zero for one or two items.
pub(super) fn index(judgements: &Judgements) -> f64 {
    index_of(perron(judgements).1, judgements.len())
}

/// The consistency index of an eigenvalue.
pub(super) fn index_of(lambda_max: f64, n: usize) -> f64 {
    if n < 3 {
        return 0.0;
    }
    ((lambda_max - n as f64) / (n as f64 - 1.0)).max(0.0)
}
