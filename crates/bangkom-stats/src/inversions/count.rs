/// Sorts by merging and counts the pairs that stood in the wrong order.
pub(crate) fn count(values: &mut [f64]) -> u64 {
    let mut spare = values.to_vec();
    let mut inversions = 0;
    let mut width = 1;
    while width < values.len() {
        for (run, merged) in values.chunks(2 * width).zip(spare.chunks_mut(2 * width)) {
            let (left, right) = run.split_at(width.min(run.len()));
            inversions += merge(left, right, merged);
        }
        values.copy_from_slice(&spare);
        width *= 2;
    }
    inversions
}

fn merge(left: &[f64], right: &[f64], merged: &mut [f64]) -> u64 {
    let (mut i, mut j, mut inversions) = (0, 0, 0);
    for place in merged {
        let take_right = i == left.len() || (j < right.len() && right[j] < left[i]);
        if take_right {
            *place = right[j];
            inversions += (left.len() - i) as u64;
            j += 1;
        } else {
            *place = left[i];
            i += 1;
        }
    }
    inversions
}
