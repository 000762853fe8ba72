//! Rows with one key: the same count once, those that differ are all set aside.

use std::collections::BTreeMap;

use bangkom_domain::finding::Findings;

use crate::{Reading, TableFinding};

/// What a row gave, and its number.
pub(crate) struct Numbered<T> {
    pub(crate) row: u64,
    pub(crate) value: T,
}

/// Leaves one value for each key, in order of the keys; nothing is chosen by position.
pub(crate) fn once<K: Ord, T: PartialEq>(
    reading: Reading<Vec<Numbered<T>>>,
    (table, column): (&'static str, &'static str),
    key: impl Fn(&T) -> K,
) -> Reading<Vec<T>> {
    let mut groups = BTreeMap::<K, Vec<Numbered<T>>>::new();
    for one in reading.value {
        groups.entry(key(&one.value)).or_default().push(one);
    }
    let (mut value, mut found, mut kept) = (Vec::new(), Vec::new(), reading.kept);
    for mut group in groups.into_values() {
        let Some(last) = group.pop() else { continue };
        if group.iter().all(|one| one.value == last.value) {
            let repeated = group.iter().map(|one| one.row);
            found.extend(repeated.map(|row| TableFinding::RepeatedRow { table, row, column }));
            value.push(last.value);
        } else {
            let rows = group.iter().map(|one| one.row).chain([last.row]);
            found.extend(rows.map(|row| TableFinding::ConflictingRow { table, row, column }));
            kept -= group.len() + 1;
        }
    }
    Reading {
        value,
        rows: reading.rows,
        kept,
        findings: reading.findings.merged(Findings::new(found)),
    }
}
