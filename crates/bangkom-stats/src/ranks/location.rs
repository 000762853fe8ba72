//! Medians of all pairwise means or differences, without listing them.

/// The `k`-th smallest (from 1) mean of two values, each pair and each value with itself counted
/// once; `sorted` ascends and is not empty.
pub(crate) fn walsh(sorted: &[f64], k: u64) -> f64 {
    let low = sorted[0];
    let high = sorted[sorted.len() - 1];
    kth(low, high, k, |v| walsh_up_to(sorted, v))
}

/// Median of the means of two.
pub(crate) fn walsh_median(sorted: &[f64]) -> f64 {
    let n = sorted.len() as u64;
    middle(n * (n + 1) / 2, |k| walsh(sorted, k))
}

/// The `k`-th smallest (from 1) difference of a second value and a first; both ascend.
pub(crate) fn shift(first: &[f64], second: &[f64], k: u64) -> f64 {
    let low = second[0] - first[first.len() - 1];
    let high = second[second.len() - 1] - first[0];
    kth(low, high, k, |v| shift_up_to(first, second, v))
}

/// Median of the differences of a second value and a first.
pub(crate) fn shift_median(first: &[f64], second: &[f64]) -> f64 {
    middle(first.len() as u64 * second.len() as u64, |k| {
        shift(first, second, k)
    })
}

fn middle(count: u64, value: impl Fn(u64) -> f64) -> f64 {
    let low = value(count.div_ceil(2));
    if count % 2 == 1 {
        low
    } else {
        0.5 * low + 0.5 * value(count / 2 + 1)
    }
}

fn walsh_up_to(sorted: &[f64], v: f64) -> u64 {
    let mut end = sorted.len();
    let mut count = 0;
    for (i, a) in sorted.iter().enumerate() {
        while end > i && 0.5 * a + 0.5 * sorted[end - 1] > v {
            end -= 1;
        }
        if end <= i {
            break;
        }
        count += (end - i) as u64;
    }
    count
}

fn shift_up_to(first: &[f64], second: &[f64], v: f64) -> u64 {
    let mut end = 0;
    let mut count = 0;
    for a in first {
        while end < second.len() && second[end] - a <= v {
            end += 1;
        }
        count += end as u64;
    }
    count
}

/// Smallest double in the range that at least `k` values do not exceed: at most 64 halvings of the
/// doubles in between.
fn kth(low: f64, high: f64, k: u64, up_to: impl Fn(f64) -> u64) -> f64 {
    let (mut low, mut high) = (order(low), order(high));
    while low < high {
        let middle = low + ((i128::from(high) - i128::from(low)) / 2) as i64;
        if up_to(value(middle)) >= k {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    value(high)
}

/// Integers in the order of doubles.
fn order(value: f64) -> i64 {
    let bits = value.to_bits() as i64;
    if bits < 0 { i64::MIN - bits } else { bits }
}

fn value(order: i64) -> f64 {
    let bits = if order < 0 { i64::MIN - order } else { order };
    f64::from_bits(bits as u64)
}
