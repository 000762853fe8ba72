use std::collections::{BTreeMap, BTreeSet};

/// The smallest group whose figures are shown, unless the caller says otherwise.
///
/// Common statistical practice; no regulation sets it.
pub const MIN_GROUP: u32 = 5;

/// The groups whose figures must not be shown beside the total of all groups.
///
/// Groups of one to `minimum - 1` people are suppressed. While the total less
/// what is shown is itself fewer than `minimum` people, the smallest of the other groups goes
/// too, the least key first among equals. Empty groups are shown.
///
/// ```
/// use bangkom_domain::privacy::{self, MIN_GROUP};
/// use std::collections::BTreeMap;
///
/// let sizes = BTreeMap::from([("health", 40), ("licensing", 3), ("transport", 12)]);
/// let hidden = privacy::suppressed(&sizes, MIN_GROUP);
/// assert_eq!(hidden.into_iter().collect::<Vec<_>>(), ["licensing", "transport"]);
/// ```
pub fn suppressed<K: Ord + Clone>(sizes: &BTreeMap<K, u32>, minimum: u32) -> BTreeSet<K> {
    let mut occupied: Vec<(u32, &K)> = sizes
        .iter()
        .filter(|(_, size)| **size > 0)
        .map(|(key, size)| (*size, key))
        .collect();
    occupied.sort();
    let small = occupied.partition_point(|(size, _)| *size < minimum);
    let mut hidden = small;
    while hidden > 0 && hidden < occupied.len() && is_exposed(&occupied[..hidden], minimum) {
        hidden += 1;
    }
    occupied[..hidden]
        .iter()
        .map(|(_, key)| (*key).clone())
        .collect()
}

/// Whether the total less what is shown gives away a small group.
fn is_exposed<K>(hidden: &[(u32, K)], minimum: u32) -> bool {
    let people: u64 = hidden.iter().map(|(size, _)| u64::from(*size)).sum();
    people < u64::from(minimum)
}
