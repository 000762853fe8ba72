use super::reduced::Reduced;
use crate::StatsError;
use crate::linear::dot;

/// Rounds of the iteration, each on what the one before left.
const ROUNDS: usize = 3;
/// What a round leaves of its right side.
const LEFT: f64 = 1e-9;

/// Solves the reduced equations without a matrix, by conjugate gradients scaled by the counts.
///
/// # Errors
///
/// [`StatsError::NotConverged`] for a graph so thin that the steps do not suffice.
pub(super) fn solve(equations: &Reduced) -> Result<Vec<f64>, StatsError> {
    let mut solution = vec![0.0; equations.right.len()];
    for _ in 0..ROUNDS {
        let reached = equations.times(&solution);
        let missed = equations.right.iter().zip(&reached).map(|(b, s)| b - s);
        let step = round(equations, centered(missed.collect()))?;
        solution.iter_mut().zip(&step).for_each(|(x, d)| *x += d);
    }
    Ok(centered(solution))
}

/// The part that sums to zero: the equations say nothing of the rest.
fn centered(mut values: Vec<f64>) -> Vec<f64> {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    for value in &mut values {
        *value -= mean;
    }
    values
}

fn round(equations: &Reduced, mut left: Vec<f64>) -> Result<Vec<f64>, StatsError> {
    let mut solution = vec![0.0; left.len()];
    let scaled = |left: &[f64]| -> Vec<f64> {
        left.iter()
            .zip(&equations.counts)
            .map(|(r, n)| r / n)
            .collect()
    };
    let goal = LEFT * dot(&left, &left).sqrt();
    let mut toward = scaled(&left);
    let mut size = dot(&left, &toward);
    let steps = 2 * left.len() + 1_000;
    for _ in 0..steps {
        if size <= 0.0 || dot(&left, &left).sqrt() <= goal {
            return Ok(solution);
        }
        let image = equations.times(&toward);
        let length = size / dot(&toward, &image);
        for i in 0..left.len() {
            solution[i] += length * toward[i];
            left[i] -= length * image[i];
        }
        let next = scaled(&left);
        let grown = dot(&left, &next);
        for (direction, next) in toward.iter_mut().zip(&next) {
            *direction = next + grown / size * *direction;
        }
        size = grown;
    }
    Err(StatsError::NotConverged {
        what: "the severity of raters",
        steps,
    })
}
