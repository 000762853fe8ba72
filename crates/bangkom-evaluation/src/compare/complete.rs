use super::Measured;

/// The complete pairs of a group and where they came from.
pub(super) struct Complete {
    pub first: Vec<f64>,
    pub second: Vec<f64>,
    pub change: Vec<f64>,
    pub groups: Vec<u32>,
}

impl Complete {
    fn of(first: &[f64], second: &[f64], groups: &[u32]) -> Self {
        let kept: Vec<usize> = (0..first.len())
            .filter(|at| !first[*at].is_nan() && !second[*at].is_nan())
            .collect();
        let pick = |column: &[f64]| kept.iter().map(|at| column[*at]).collect::<Vec<f64>>();
        let groups = kept.iter().filter_map(|at| groups.get(*at).copied());
        Self {
            change: kept.iter().map(|at| second[*at] - first[*at]).collect(),
            groups: groups.collect(),
            first: pick(first),
            second: pick(second),
        }
    }

    /// The pairs of the participants.
    pub(super) fn participants(measured: &Measured<'_>) -> Self {
        Self::of(measured.first, measured.second, measured.groups)
    }

    /// The pairs of the comparison group.
    pub(super) fn compared(measured: &Measured<'_>) -> Option<Self> {
        let other = measured.compared?;
        Some(Self::of(other.first, other.second, other.groups))
    }

    /// How many pairs there are.
    pub(super) fn len(&self) -> usize {
        self.change.len()
    }

    /// How many groups the people came from; none where that is not known.
    pub(super) fn n_groups(&self) -> usize {
        let mut groups = self.groups.clone();
        groups.sort_unstable();
        groups.dedup();
        groups.len()
    }

    /// The mean change of each group, by group.
    pub(super) fn group_means(&self) -> Vec<f64> {
        let mut sums = std::collections::BTreeMap::<u32, Vec<f64>>::new();
        for (group, change) in self.groups.iter().zip(&self.change) {
            sums.entry(*group).or_default().push(*change);
        }
        let means = sums.into_values();
        means
            .filter_map(|values| bangkom_stats::Moments::of(&values).mean())
            .collect()
    }
}
