use std::collections::BTreeMap;

use super::{Input, TimetableFinding as F};

/// Sets aside the orders between batches that wait for each other in a circle.
pub(super) fn clean(input: &mut Input, findings: &mut Vec<F>) {
    let index: BTreeMap<_, _> = input
        .batches
        .iter()
        .enumerate()
        .map(|(at, batch)| (batch.id.clone(), at))
        .collect();
    let after: Vec<Vec<usize>> = input
        .batches
        .iter()
        .map(|batch| {
            batch
                .after
                .iter()
                .filter_map(|id| index.get(id).copied())
                .collect()
        })
        .collect();
    let waiting = left_waiting(&after);
    if waiting.is_empty() {
        return;
    }
    let ids = || waiting.iter().map(|at| input.batches[*at].id.clone());
    findings.push(F::PrecedenceCycle {
        batches: ids().collect(),
    });
    let circle: Vec<_> = ids().collect();
    for at in waiting {
        input.batches[at]
            .after
            .retain(|id| circle.binary_search(id).is_err());
    }
}

/// The batches on circles, or between two circles, in order.
fn left_waiting(after: &[Vec<usize>]) -> Vec<usize> {
    let reversed = reverse(after);
    let behind = not_sorted(after, &reversed);
    let ahead = not_sorted(&reversed, after);
    (0..after.len())
        .filter(|at| behind[*at] && ahead[*at])
        .collect()
}

fn reverse(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut reversed = vec![Vec::new(); edges.len()];
    for (from, list) in edges.iter().enumerate() {
        for to in list {
            reversed[*to].push(from);
        }
    }
    reversed
}

/// Which nodes topological sorting leaves over (Kahn 1962).
fn not_sorted(needs: &[Vec<usize>], followers: &[Vec<usize>]) -> Vec<bool> {
    let mut open: Vec<usize> = needs.iter().map(Vec::len).collect();
    let mut ready: Vec<usize> = (0..needs.len()).filter(|at| open[*at] == 0).collect();
    let mut left = vec![true; needs.len()];
    while let Some(at) = ready.pop() {
        left[at] = false;
        for follower in &followers[at] {
            open[*follower] -= 1;
            if open[*follower] == 0 {
                ready.push(*follower);
            }
        }
    }
    left
}
