/// A column of ones.
///
/// # Examples
///
/// ```
/// assert_eq!(bangkom_stats::regression::intercept(3), [1.0, 1.0, 1.0]);
/// ```
pub fn intercept(n: usize) -> Vec<f64> {
    vec![1.0; n]
}

/// Columns of zeros and ones, one for each label but the smallest, in the order of the labels.
///
/// # Examples
///
/// ```
/// let columns = bangkom_stats::regression::dummies(&["b", "a", "c"]);
/// assert_eq!(columns, [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]);
/// ```
pub fn dummies<K: Ord>(labels: &[K]) -> Vec<Vec<f64>> {
    let grouping = crate::clusters::Grouping::of(labels);
    (1..grouping.count())
        .map(|group| indicator(grouping.codes(), group))
        .collect()
}

/// One where the code is the group, zero elsewhere.
pub(crate) fn indicator(codes: &[usize], group: usize) -> Vec<f64> {
    codes
        .iter()
        .map(|code| f64::from(u8::from(*code == group)))
        .collect()
}
