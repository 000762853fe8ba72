use std::collections::BTreeMap;

use bangkom_domain::id::InstrumentId;

use super::{InstrumentInfo, Measures, ResultFinding, Scored};

/// People whose observers are far apart, or fewer than the instrument asks for.
pub(super) fn report(
    measures: &Measures,
    instruments: &BTreeMap<&InstrumentId, InstrumentInfo<'_>>,
    gap: f64,
    found: &mut Vec<ResultFinding>,
) {
    for (key, scores) in measures.iter() {
        let Some(info) = instruments.get(&key.instrument) else {
            continue;
        };
        let record = || key.to_string();
        let observers = scores.iter().filter(|(rater, ..)| rater.is_some()).count() as u32;
        let asked = info.instrument.observers.map_or(0, u32::from);
        if (1..asked).contains(&observers) {
            found.push(ResultFinding::TooFewObservers {
                record: record(),
                observers,
                asked,
            });
        }
        if are_apart(scores, info, gap) {
            found.push(ResultFinding::ObserversDisagree {
                record: record(),
                observers,
            });
        }
    }
}

/// Whether scores of one person differ by this share of the scale or more.
pub(crate) fn are_apart(scores: &[Scored], info: &InstrumentInfo<'_>, gap: f64) -> bool {
    let scale = info.instrument.scale;
    let values = scores.iter().map(|(_, score, _)| *score);
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), score| {
        (low.min(score), high.max(score))
    });
    scores.len() > 1 && high - low >= gap * (scale.high() - scale.low())
}
