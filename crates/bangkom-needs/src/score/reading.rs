use bangkom_domain::evidence::SourceKind;
use bangkom_domain::id::UnitId;

use crate::exact::{SourceSums, Sums};
use crate::intake::Observation;

/// What one kind of source says about one subject and topic.
#[derive(Debug, Clone)]
pub(crate) struct Reading<'a, S = SourceSums> {
    pub kind: SourceKind,
    pub unit: Option<&'a UnitId>,
    pub sums: S,
    pub raters: u64,
}

/// One reading for each kind among observations of one subject and topic.
pub(crate) fn readings<'a>(
    observations: &[Observation],
    unit: Option<&'a UnitId>,
) -> Vec<Reading<'a>> {
    observations
        .chunk_by(|a, b| a.kind == b.kind)
        .map(|group| reading(group, unit))
        .collect()
}

fn reading<'a>(group: &[Observation], unit: Option<&'a UnitId>) -> Reading<'a> {
    let mut sums = SourceSums::default();
    let mut raters = 0;
    for of_rater in group.chunk_by(|a, b| a.rater == b.rater) {
        for seen in of_rater {
            sums.add(
                seen.level,
                seen.weight,
                seen.count,
                -i64::from(seen.age_days),
            );
        }
        raters += match of_rater[0].rater {
            Some(_) => 1,
            None => of_rater.iter().map(|seen| u64::from(seen.count)).sum(),
        };
    }
    Reading {
        kind: group[0].kind,
        unit,
        sums,
        raters,
    }
}
