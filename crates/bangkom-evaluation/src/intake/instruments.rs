use std::collections::BTreeMap;

use bangkom_domain::catalog::Catalog;
use bangkom_domain::evidence::Direction;
use bangkom_domain::id::InstrumentId;
use bangkom_domain::results::Instrument;

use super::ResultFinding;

/// A declared instrument whose scores are turned so that more is better.
#[derive(Debug, Clone)]
pub(crate) struct InstrumentInfo<'a> {
    pub instrument: &'a Instrument,
    /// The score from which a participant has mastered it, turned like the scores.
    pub mastery: Option<f64>,
    /// The reliability, 0 to below 1.
    pub reliability: Option<f64>,
}

impl InstrumentInfo<'_> {
    /// The score, mirrored in the scale where less is better.
    pub(crate) fn upward(&self, score: f64) -> f64 {
        let scale = self.instrument.scale;
        match scale.direction() {
            Direction::LowerIsBetter => scale.low() + (scale.high() - score),
            _ => score,
        }
    }
}

/// The instruments that can be used, by id.
pub(super) fn instruments<'a>(
    declared: &'a [Instrument],
    catalog: &Catalog,
    found: &mut Vec<ResultFinding>,
) -> BTreeMap<&'a InstrumentId, InstrumentInfo<'a>> {
    let mut groups: BTreeMap<&InstrumentId, Vec<&'a Instrument>> = BTreeMap::new();
    for instrument in declared {
        groups.entry(&instrument.id).or_default().push(instrument);
    }
    let mut known = BTreeMap::new();
    for (id, group) in groups {
        let first = group[0];
        if group.iter().any(|other| *other != first) {
            found.push(ResultFinding::ConflictingInstrument {
                instrument: id.clone(),
            });
        } else if catalog.program(&first.program).is_none() {
            let (record, program) = (id.to_string(), first.program.clone());
            found.push(ResultFinding::UnknownProgram { record, program });
        } else {
            known.insert(id, info(first, found));
        }
    }
    known
}

fn info<'a>(instrument: &'a Instrument, found: &mut Vec<ResultFinding>) -> InstrumentInfo<'a> {
    let mut keep = |field: &str, value: Option<f64>, sound: fn(&Instrument, f64) -> bool| {
        let kept = value.filter(|value| sound(instrument, *value));
        if kept != value {
            let (instrument, field) = (instrument.id.clone(), field.to_owned());
            found.push(ResultFinding::BadInstrument { instrument, field });
        }
        kept
    };
    let mastery = keep("mastery", instrument.mastery, |known, value| {
        known.scale.contains(value)
    });
    let reliability = keep("reliability", instrument.reliability, |_, value| {
        (0.0..1.0).contains(&value)
    });
    let mut info = InstrumentInfo {
        instrument,
        mastery: None,
        reliability,
    };
    info.mastery = mastery.map(|mastery| info.upward(mastery));
    info
}
