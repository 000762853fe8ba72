use serde::{Deserialize, Serialize};

use super::problem::{Line, RankProblem, Row};

/// The change of one source's weight at which two alternatives become equal.
///
/// Beyond it they have changed places. The weights of the other sources stay as they are; as
/// shares of the whole all of them are then renormalised.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeightChange {
    /// The source, counted from 0.
    pub source: usize,
    /// Its chosen weight, where all weights sum to one.
    pub weight: f64,
    /// What is added to it, negative where it falls.
    pub change: f64,
    /// The same as a share of the weight: -0.25 takes a quarter of it away.
    pub relative: f64,
    /// Its share of all weights after the change.
    pub share_after: f64,
}

/// The smallest change of any one weight that brings `behind` level with `ahead`.
///
/// Smallest by the change of the source's share of all weights. `None` where no weight of a
/// single source does, where `behind` is not behind, or where one of the two does not exist.
///
/// # Formula
/// For scores that are weighted means of complete values:
/// ```text
/// change = (P_behind - P_ahead) / (x_ahead,k - x_behind,k)
/// ```
/// With missing sources each combined value is a ratio of two linear functions of the weight;
/// the equation of each pair of lines is quadratic and is solved exactly.
///
/// # Examples
/// ```
/// use bangkom_needs::robustness::{RankProblem, smallest_weight_change};
///
/// let problem = RankProblem::of_scores(&[0.6, 0.4], &[[4.0, 2.0], [3.0, 3.0]])?;
/// let change = smallest_weight_change(&problem, 0, 1).ok_or("none")?;
/// // Equal weights make both scores 3: 0.6 falls to 0.4.
/// assert_eq!(change.source, 0);
/// assert!((change.change + 0.2).abs() < 1e-12);
/// assert!((change.share_after - 0.5).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
/// Triantaphyllou and Sanchez 1997.
pub fn smallest_weight_change(
    problem: &RankProblem,
    ahead: usize,
    behind: usize,
) -> Option<WeightChange> {
    let changes = weight_changes(problem, ahead, behind);
    let share = |change: &WeightChange| (change.share_after - change.weight).abs();
    changes
        .into_iter()
        .flatten()
        .min_by(|a, b| share(a).total_cmp(&share(b)))
}

/// For each source the smallest change of its weight that brings `behind` level with `ahead`.
///
/// `None` for a source whose weight alone cannot, by any change down to zero or up without
/// limit. All are `None` where `behind` is not behind; empty where one of the two does not exist.
///
/// # Examples
/// ```
/// use bangkom_needs::robustness::{RankProblem, weight_changes};
///
/// let problem = RankProblem::of_scores(&[0.6, 0.4], &[[4.0, 2.0], [3.0, 3.0]])?;
/// let changes = weight_changes(&problem, 0, 1);
/// // The second source must rise from 0.4 to 0.6 to do the same.
/// assert!(changes[1].is_some_and(|change| (change.change - 0.2).abs() < 1e-12));
/// # Ok::<(), bangkom_needs::robustness::RankProblemError>(())
/// ```
///
/// # References
/// Triantaphyllou and Sanchez 1997, absolute and relative change of a criterion's weight.
pub fn weight_changes(
    problem: &RankProblem,
    ahead: usize,
    behind: usize,
) -> Vec<Option<WeightChange>> {
    let (Some(first), Some(second)) = (problem.rows.get(ahead), problem.rows.get(behind)) else {
        return Vec::new();
    };
    let really_ahead = first.score(&problem.weights) > second.score(&problem.weights);
    (0..problem.weights.len())
        .map(|source| {
            let weight = problem.weights[source];
            let level = really_ahead.then(|| level_weight(problem, [first, second], source))??;
            let change = level - weight;
            Some(WeightChange {
                source,
                weight,
                change,
                relative: change / weight,
                share_after: level / (1.0 + change),
            })
        })
        .collect()
}

/// The combined value as a function of one weight w: (sum + w × own sum) / (all + w × own).
#[derive(Clone, Copy)]
struct Ratio {
    sum: f64,
    own_sum: f64,
    all: f64,
    own: f64,
}

impl Ratio {
    fn of(row: &Row, weights: &[f64], source: usize) -> Self {
        let mut ratio = Self {
            sum: 0.0,
            own_sum: 0.0,
            all: 0.0,
            own: 0.0,
        };
        for part in &row.parts {
            if part.source == source {
                ratio.own = part.factor;
                ratio.own_sum = part.factor * part.value;
            } else {
                let weight = weights[part.source] * part.factor;
                ratio.all += weight;
                ratio.sum += weight * part.value;
            }
        }
        if ratio.all == 0.0 {
            // The only source: its weight changes nothing, short of taking it away.
            return Self {
                sum: ratio.own_sum,
                own_sum: 0.0,
                all: ratio.own,
                own: 0.0,
            };
        }
        ratio
    }

    fn at(self, weight: f64) -> f64 {
        (self.sum + weight * self.own_sum) / (self.all + weight * self.own)
    }
}

/// The weight nearest to the chosen one at which the scores are equal.
fn level_weight(problem: &RankProblem, rows: [&Row; 2], source: usize) -> Option<f64> {
    let chosen = problem.weights[source];
    let [a, b] = rows.map(|row| Ratio::of(row, &problem.weights, source));
    let only = |row: &Row| row.parts.iter().all(|part| part.source == source);
    let least = if rows.iter().any(|row| only(row)) {
        f64::MIN_POSITIVE
    } else {
        0.0
    };
    let greatest = |lines: &[Line], value: f64| {
        let scores = lines.iter().map(|line| line.at(value));
        scores.fold(f64::NEG_INFINITY, f64::max)
    };
    let equal = |weight: &f64| {
        let first = greatest(&rows[0].lines, a.at(*weight));
        let second = greatest(&rows[1].lines, b.at(*weight));
        (first - second).abs() <= 1e-9 * (1.0 + first.abs())
    };
    let pairs = rows[0]
        .lines
        .iter()
        .flat_map(|p| rows[1].lines.iter().map(move |q| (p, q)));
    pairs
        .flat_map(|(p, q)| crossings(*p, a, *q, b))
        .flatten()
        .filter(|weight| *weight >= least && weight.is_finite() && *weight != chosen)
        .filter(equal)
        .min_by(|x, y| (x - chosen).abs().total_cmp(&(y - chosen).abs()))
}

/// Where two scored ratios are equal: the roots of a quadratic in the weight.
fn crossings(p: Line, a: Ratio, q: Line, b: Ratio) -> [Option<f64>; 2] {
    let offset = p.offset - q.offset;
    // Both sides times both denominators, by powers of the weight.
    let products = |x: Ratio, y: Ratio| {
        [
            x.sum * y.all,
            x.sum * y.own + x.own_sum * y.all,
            x.own_sum * y.own,
        ]
    };
    let (left, right) = (products(a, b), products(b, a));
    let all = [a.all * b.all, a.all * b.own + a.own * b.all, a.own * b.own];
    let term = |power: usize| offset * all[power] + p.slope * left[power] - q.slope * right[power];
    roots(term(2), term(1), term(0))
}

/// The real roots of a x² + b x + c, without cancellation.
fn roots(a: f64, b: f64, c: f64) -> [Option<f64>; 2] {
    let scale = a.abs().max(b.abs()).max(c.abs());
    // Coefficients that are rounding alone are none.
    let [a, b, c] = [a, b, c].map(|x| if x.abs() <= 1e-14 * scale { 0.0 } else { x });
    if a == 0.0 {
        return [(b != 0.0).then(|| -c / b), None];
    }
    let inside = b * b - 4.0 * a * c;
    if inside < 0.0 {
        return [None, None];
    }
    let half = -0.5 * (b + inside.sqrt().copysign(b));
    if half == 0.0 {
        return [Some(0.0), None];
    }
    [Some(half / a), Some(c / half)]
}
