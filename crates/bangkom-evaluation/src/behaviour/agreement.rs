use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{InstrumentId, PersonId, ProgramId, RaterId};
use bangkom_domain::results::Occasion;
use bangkom_stats::agreement::{Metric, krippendorff_alpha};

use crate::intake::Intake;

/// The agreement of observers on one instrument in two occasions.
pub(super) fn alpha(
    intake: &Intake<'_>,
    program: &ProgramId,
    instrument: &InstrumentId,
    occasions: (Occasion, Occasion),
    min_group: u32,
) -> Option<f64> {
    let of_program: BTreeSet<_> = intake
        .batches
        .iter()
        .filter(|info| info.program.id == *program)
        .map(|info| &info.batch.id)
        .collect();
    let seen = intake.observations.iter().filter(|(key, _)| {
        key.instrument == *instrument
            && (key.occasion == occasions.0 || key.occasion == occasions.1)
            && of_program.contains(&key.batch)
    });
    let (mut rows, mut people) = (Vec::new(), BTreeSet::<PersonId>::new());
    let observers: BTreeSet<Option<RaterId>> = seen
        .clone()
        .flat_map(|(_, scores)| scores.iter().map(|(rater, ..)| *rater))
        .collect();
    for (key, scores) in seen.filter(|(_, scores)| scores.len() > 1) {
        people.insert(key.person);
        let by: BTreeMap<_, _> = scores
            .iter()
            .map(|(rater, score, _)| (rater, *score))
            .collect();
        let row = observers
            .iter()
            .map(|rater| by.get(rater).copied().unwrap_or(f64::NAN));
        rows.push(row.collect::<Vec<f64>>());
    }
    if (people.len() as u32) < min_group {
        return None;
    }
    krippendorff_alpha(&rows, Metric::Interval)
        .ok()
        .map(|result| result.alpha)
}
