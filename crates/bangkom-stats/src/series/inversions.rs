/// Number of pairs `i < j` with `values[i] > values[j]`; sorts the values.
pub(super) fn inversions(values: &mut [f64]) -> u64 {
    let mut buffer = values.to_vec();
    count(values, &mut buffer)
}

fn count(values: &mut [f64], buffer: &mut [f64]) -> u64 {
    let n = values.len();
    if n < 2 {
        return 0;
    }
    let middle = n / 2;
    let (left, right) = values.split_at_mut(middle);
    let (left_buffer, right_buffer) = buffer.split_at_mut(middle);
    let mut found = count(left, left_buffer) + count(right, right_buffer);
    let (mut i, mut j) = (0, 0);
    for slot in buffer.iter_mut() {
        if j == right.len() || (i < left.len() && left[i] <= right[j]) {
            *slot = left[i];
            i += 1;
        } else {
            *slot = right[j];
            j += 1;
            found += (left.len() - i) as u64;
        }
    }
    values.copy_from_slice(buffer);
    found
}

/// Sizes of the groups of equal values of a sorted slice, those of one included.
pub(super) fn tie_sizes(sorted: &[f64]) -> impl Iterator<Item = u64> {
    sorted
        .chunk_by(|a, b| a == b)
        .map(|group| group.len() as u64)
}
