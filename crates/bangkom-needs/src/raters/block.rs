use std::collections::BTreeMap;

/// The people whom the same raters rated: the largest such group with two or more of each.
pub(super) struct Block {
    /// A row for each person, a column for each rater.
    pub rows: Vec<Vec<f64>>,
}

impl Block {
    /// The block with the most ratings; among equals that of the least raters by number.
    pub(super) fn largest(cells: &BTreeMap<(usize, usize), f64>) -> Option<Self> {
        let mut rows: BTreeMap<usize, (Vec<usize>, Vec<f64>)> = BTreeMap::new();
        for ((person, rater), level) in cells {
            let row = rows.entry(*person).or_default();
            row.0.push(*rater);
            row.1.push(*level);
        }
        let mut groups: BTreeMap<Vec<usize>, Vec<Vec<f64>>> = BTreeMap::new();
        for (raters, levels) in rows.into_values() {
            groups.entry(raters).or_default().push(levels);
        }
        let mut best: Option<(usize, Vec<Vec<f64>>)> = None;
        for (raters, rows) in groups {
            let size = raters.len() * rows.len();
            let larger = best.as_ref().is_none_or(|(most, _)| size > *most);
            if raters.len() >= 2 && rows.len() >= 2 && larger {
                best = Some((size, rows));
            }
        }
        best.map(|(_, rows)| Self { rows })
    }

    pub(super) fn people(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn raters(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    /// A row for each rater, a column for each person.
    pub(super) fn by_rater(&self) -> Vec<Vec<f64>> {
        let of_rater = |rater: usize| self.rows.iter().map(|row| row[rater]).collect();
        (0..self.raters()).map(of_rater).collect()
    }
}
