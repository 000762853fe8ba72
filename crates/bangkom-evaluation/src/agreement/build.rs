use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{PersonId, RaterId};
use bangkom_domain::results::Occasion;
use bangkom_stats::agreement::{IccEstimate, Metric, intraclass_correlations, krippendorff_alpha};

use super::ObserverAgreement;
use crate::intake::{InstrumentInfo, Intake, Measures, Scored, are_apart};
use crate::policy::EvaluationPolicy;

impl ObserverAgreement {
    /// The agreement of observers on one instrument in these occasions.
    pub(crate) fn of(
        info: &InstrumentInfo<'_>,
        measures: &Measures,
        occasions: &[Occasion],
        intake: &Intake<'_>,
        policy: &EvaluationPolicy,
    ) -> Option<Self> {
        let instrument = info.instrument;
        let batches = intake
            .batches
            .iter()
            .filter(|batch| batch.program.id == instrument.program);
        let seen = batches.flat_map(|batch| measures.of(&batch.batch.id, &instrument.id));
        let several: Vec<(PersonId, &[Scored])> = seen
            .filter(|(key, scores)| occasions.contains(&key.occasion) && scores.len() > 1)
            .map(|(key, scores)| (key.person, scores.as_slice()))
            .collect();
        let people: BTreeSet<PersonId> = several.iter().map(|(person, _)| *person).collect();
        if (people.len() as u32) < policy.min_group.max(1) {
            return None;
        }
        let rows: Vec<&[Scored]> = several.into_iter().map(|(_, scores)| scores).collect();
        let alike = |row: &&&[Scored]| row.iter().all(|(_, score, _)| *score == row[0].1);
        let apart = |row: &&&[Scored]| are_apart(row, info, policy.observer_gap);
        Some(Self {
            people: people.len() as u32,
            same: rows.iter().filter(alike).count() as f64 / rows.len() as f64,
            apart: rows.iter().filter(apart).count() as u32,
            alpha: of_scores(&rows),
            icc: icc(&rows, policy),
        })
    }
}

fn of_scores(rows: &[&[Scored]]) -> Option<f64> {
    let by_rater = |scores: &&[Scored]| -> BTreeMap<Option<RaterId>, f64> {
        let given = scores.iter().map(|(rater, score, _)| (*rater, *score));
        given.collect()
    };
    let rows: Vec<BTreeMap<Option<RaterId>, f64>> = rows.iter().map(by_rater).collect();
    alpha(&rows)
}

/// Krippendorff's alpha of rows of scores by rater.
pub(crate) fn alpha(rows: &[BTreeMap<Option<RaterId>, f64>]) -> Option<f64> {
    let observers: BTreeSet<Option<RaterId>> =
        rows.iter().flat_map(|row| row.keys().copied()).collect();
    let cells = |row: &BTreeMap<Option<RaterId>, f64>| -> Vec<f64> {
        let cell = |rater| row.get(rater).copied().unwrap_or(f64::NAN);
        observers.iter().map(cell).collect()
    };
    let rows: Vec<Vec<f64>> = rows.iter().map(cells).collect();
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
    let ends = result.one_way.interval;
    (ends.low.is_finite() && ends.high.is_finite()).then_some(result.one_way)
}
