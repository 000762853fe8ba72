use std::collections::BTreeMap;

/// Labels turned into codes `0..count`, in the order of the labels.
#[derive(Debug, Clone)]
pub(crate) struct Grouping {
    codes: Vec<usize>,
    count: usize,
}

impl Grouping {
    pub(crate) fn of<K: Ord>(labels: &[K]) -> Self {
        let mut counts: BTreeMap<&K, usize> = BTreeMap::new();
        for label in labels {
            counts.insert(label, 0);
        }
        for (code, entry) in counts.values_mut().enumerate() {
            *entry = code;
        }
        let count = counts.len();
        let codes = labels.iter().filter_map(|label| counts.get(label));
        Self {
            codes: codes.copied().collect(),
            count,
        }
    }

    /// Number of groups.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// Group of every label.
    pub(crate) fn codes(&self) -> &[usize] {
        &self.codes
    }

    /// Values by group, in input order.
    pub(crate) fn split(&self, values: &[f64]) -> Vec<Vec<f64>> {
        let mut groups = vec![Vec::new(); self.count()];
        for (code, value) in self.codes.iter().zip(values) {
            groups[*code].push(*value);
        }
        groups
    }
}
