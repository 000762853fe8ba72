use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{InstrumentId, PersonId, ProgramId, RaterId};
use bangkom_domain::results::Occasion;
use bangkom_stats::agreement::{IccEstimate, Metric, intraclass_correlations, krippendorff_alpha};
use serde::{Deserialize, Serialize};

use crate::intake::{Intake, Scored};
use crate::policy::EvaluationPolicy;

/// How far observers who saw the same person agree; 1 is full agreement.
///
/// # References
/// Krippendorff 2011; Shrout and Fleiss 1979, ICC(1,1): observers differ from person to person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObserverAgreement {
    /// How many people were seen by two or more.
    pub people: u32,
    /// Krippendorff's alpha, interval metric.
    pub alpha: f64,
    /// The intraclass correlation of one observer, where all were seen by as many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icc: Option<IccEstimate>,
}

impl ObserverAgreement {
    /// The agreement of observers on one instrument in two occasions.
    pub(super) fn of(
        intake: &Intake<'_>,
        program: &ProgramId,
        instrument: &InstrumentId,
        occasions: (Occasion, Occasion),
        policy: &EvaluationPolicy,
    ) -> Option<Self> {
        let batches = intake
            .batches
            .iter()
            .filter(|info| info.program.id == *program);
        let seen = batches.flat_map(|info| intake.observations.of(&info.batch.id, instrument));
        let seen: Vec<(PersonId, &[Scored])> = seen
            .filter(|(key, _)| key.occasion == occasions.0 || key.occasion == occasions.1)
            .map(|(key, scores)| (key.person, scores.as_slice()))
            .collect();
        let several = seen.iter().filter(|(_, scores)| scores.len() > 1);
        let people: BTreeSet<PersonId> = several.clone().map(|(person, _)| *person).collect();
        if (people.len() as u32) < policy.min_group {
            return None;
        }
        let rows: Vec<&[Scored]> = several.map(|(_, scores)| *scores).collect();
        let observers: BTreeSet<Option<RaterId>> = seen
            .iter()
            .flat_map(|(_, scores)| scores.iter().map(|(rater, ..)| *rater))
            .collect();
        Some(Self {
            people: people.len() as u32,
            alpha: alpha(&rows, &observers)?,
            icc: icc(&rows, policy),
        })
    }
}

fn alpha(rows: &[&[Scored]], observers: &BTreeSet<Option<RaterId>>) -> Option<f64> {
    let row = |scores: &&[Scored]| -> Vec<f64> {
        let by: BTreeMap<_, _> = scores
            .iter()
            .map(|(rater, score, _)| (rater, *score))
            .collect();
        let cells = observers
            .iter()
            .map(|rater| by.get(rater).copied().unwrap_or(f64::NAN));
        cells.collect()
    };
    let rows: Vec<Vec<f64>> = rows.iter().map(row).collect();
    krippendorff_alpha(&rows, Metric::Interval)
        .ok()
        .map(|result| result.alpha)
}

fn icc(rows: &[&[Scored]], policy: &EvaluationPolicy) -> Option<IccEstimate> {
    let raters = rows.first()?.len();
    if rows.iter().any(|row| row.len() != raters) {
        return None;
    }
    let scores = |row: &&[Scored]| row.iter().map(|(_, score, _)| *score).collect::<Vec<f64>>();
    let rows: Vec<Vec<f64>> = rows.iter().map(scores).collect();
    let result = intraclass_correlations(&rows, policy.level).ok()?;
    let finite =
        result.one_way.interval.low.is_finite() && result.one_way.interval.high.is_finite();
    finite.then_some(result.one_way)
}
