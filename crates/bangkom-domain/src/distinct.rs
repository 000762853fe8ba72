use std::collections::BTreeMap;

/// Records by key, each key once, and which keys were given more than once.
pub(crate) struct Distinct<K, T> {
    /// The records, ordered by key.
    pub(crate) kept: BTreeMap<K, T>,
    /// Keys of identical records, kept once.
    pub(crate) repeated: Vec<K>,
    /// Keys under which records differ, all set aside.
    pub(crate) conflicting: Vec<K>,
}

/// Sorts records by key; nothing is chosen by position.
pub(crate) fn distinct<K: Ord + Clone, T: PartialEq>(
    records: Vec<T>,
    key: impl Fn(&T) -> K,
) -> Distinct<K, T> {
    let mut groups = BTreeMap::<K, Vec<T>>::new();
    for record in records {
        groups.entry(key(&record)).or_default().push(record);
    }
    let mut result = Distinct {
        kept: BTreeMap::new(),
        repeated: Vec::new(),
        conflicting: Vec::new(),
    };
    for (key, mut group) in groups {
        let Some(record) = group.pop() else { continue };
        if group.iter().any(|other| *other != record) {
            result.conflicting.push(key);
            continue;
        }
        if !group.is_empty() {
            result.repeated.push(key.clone());
        }
        result.kept.insert(key, record);
    }
    result
}
