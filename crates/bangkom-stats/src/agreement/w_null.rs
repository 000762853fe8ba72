//! The permutation distribution of rank sums, counted.

use std::collections::BTreeMap;

/// Most steps that an exact p-value may cost.
const WORK: usize = 200_000;

/// Exact p-value of rank sums at least as uneven as those seen; `None` when it would cost too much.
///
/// Every row is permuted on its own, with its ties. What matters of the sums so far is their sorted
/// list, because the rows to come treat all columns alike.
pub(super) fn exact_p(rows: &[Vec<i64>]) -> Option<f64> {
    let columns = rows.first().map_or(0, Vec::len);
    if columns > 7 {
        return None;
    }
    let mut work = WORK;
    let mut states = BTreeMap::from([(vec![0; columns], 1.0)]);
    for (index, row) in rows.iter().enumerate() {
        // The first row may stay where it is: all its permutations lead to one sorted list.
        let orders = if index == 0 {
            vec![row.clone()]
        } else {
            permutations(row)
        };
        work = work.checked_sub(states.len().checked_mul(orders.len())?)?;
        states = step(&states, &orders);
    }
    let seen: Vec<i64> = (0..columns)
        .map(|j| rows.iter().map(|row| row[j]).sum())
        .collect();
    let limit = unevenness(&seen);
    let tail = states.iter().filter(|(sums, _)| unevenness(sums) >= limit);
    Some(tail.map(|(_, share)| share).sum::<f64>().min(1.0))
}

fn step(states: &BTreeMap<Vec<i64>, f64>, orders: &[Vec<i64>]) -> BTreeMap<Vec<i64>, f64> {
    let mut next = BTreeMap::new();
    for (sums, share) in states {
        for order in orders {
            let mut moved: Vec<i64> = sums.iter().zip(order).map(|(a, b)| a + b).collect();
            moved.sort_unstable();
            *next.entry(moved).or_insert(0.0) += share / orders.len() as f64;
        }
    }
    next
}

/// The sum of squares orders rank sums as the statistic does, because their total is fixed.
fn unevenness(sums: &[i64]) -> i64 {
    sums.iter().map(|sum| sum * sum).sum()
}

/// All different orders of the values.
fn permutations(values: &[i64]) -> Vec<Vec<i64>> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let mut all = vec![sorted.clone()];
    while advance(&mut sorted) {
        all.push(sorted.clone());
    }
    all
}

/// Steps to the next order in dictionary order; false at the last.
fn advance(order: &mut [i64]) -> bool {
    let Some(i) = (1..order.len()).rev().find(|&i| order[i - 1] < order[i]) else {
        return false;
    };
    if let Some(j) = (i..order.len()).rev().find(|&j| order[j] > order[i - 1]) {
        order.swap(i - 1, j);
    }
    order[i..].reverse();
    true
}
