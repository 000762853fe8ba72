use super::Judgements;
use super::direct::normalized;

/// How often the power is doubled at most: beyond 2^60 steps nothing changes.
const DOUBLINGS: usize = 60;
/// The change of a weight, relative to it, below which the iteration ends.
const SETTLED: f64 = 1e-15;

/// The Perron vector of the judgements with the sum of one, and its eigenvalue.
///
/// The power iteration with the number of steps doubled each time by squaring the matrix: sums
/// of positive products alone, so that every weight keeps its digits however small it is.
pub(super) fn perron(judgements: &Judgements) -> (Vec<f64>, f64) {
    let n = judgements.len();
    let mut power: Vec<f64> = judgements.rows().flatten().copied().collect();
    let mut weights = row_sums(&power, n);
    for _ in 0..DOUBLINGS {
        power = squared(&power, n);
        let next = row_sums(&power, n);
        let settled = next
            .iter()
            .zip(&weights)
            .all(|(new, old)| (new - old).abs() <= SETTLED * new);
        weights = next;
        if settled {
            break;
        }
    }
    // Two plain steps end on the matrix itself, whatever its powers were rounded to.
    for _ in 0..2 {
        weights = normalized(times(judgements, &weights));
    }
    let lambda = times(judgements, &weights).iter().sum::<f64>();
    (weights, lambda)
}

/// The geometric means of the rows, with the sum of one.
pub(super) fn geometric_means(judgements: &Judgements) -> Vec<f64> {
    let mean = |row: &[f64]| {
        let logs: f64 = row.iter().map(|cell| libm::log(*cell)).sum();
        libm::exp(logs / row.len() as f64)
    };
    normalized(judgements.rows().map(mean).collect())
}

fn times(judgements: &Judgements, weights: &[f64]) -> Vec<f64> {
    let row = |cells: &[f64]| cells.iter().zip(weights).map(|(a, w)| a * w).sum();
    judgements.rows().map(row).collect()
}

fn row_sums(matrix: &[f64], n: usize) -> Vec<f64> {
    normalized(matrix.chunks_exact(n).map(|row| row.iter().sum()).collect())
}

/// The square, scaled so that its greatest cell is one.
fn squared(matrix: &[f64], n: usize) -> Vec<f64> {
    let mut square = vec![0.0; n * n];
    for (row, target) in matrix.chunks_exact(n).zip(square.chunks_exact_mut(n)) {
        for (factor, other) in row.iter().zip(matrix.chunks_exact(n)) {
            for (sum, cell) in target.iter_mut().zip(other) {
                *sum += factor * cell;
            }
        }
    }
    let greatest = square.iter().copied().fold(0.0, f64::max);
    for cell in &mut square {
        *cell /= greatest;
    }
    square
}
