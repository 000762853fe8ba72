use bangkom_domain::id::{BatchId, InstrumentId, PersonId};
use bangkom_domain::results::Occasion;
use bangkom_stats::Moments;

use crate::intake::{BatchInfo, MeasureKey, Measures};

/// The bounds of an instrument.
pub(crate) use bangkom_stats::gain::Scale;

/// One participant's scores, observers averaged first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Participant {
    pub person: PersonId,
    pub attended: bool,
    pub before: Option<f64>,
    pub after: Option<f64>,
    pub follow_up: Option<f64>,
}

impl Participant {
    /// The score of an occasion.
    pub(crate) const fn at(&self, occasion: Occasion) -> Option<f64> {
        match occasion {
            Occasion::Before => self.before,
            Occasion::After => self.after,
            Occasion::FollowUp => self.follow_up,
            _ => None,
        }
    }

    /// Whether there is any score.
    pub(crate) const fn is_measured(&self) -> bool {
        self.before.is_some() || self.after.is_some() || self.follow_up.is_some()
    }
}

/// The scores of everybody with a seat, by person.
pub(crate) fn occasions(
    info: &BatchInfo<'_>,
    instrument: &InstrumentId,
    measures: &Measures,
) -> Vec<Participant> {
    let batch = &info.batch.id;
    info.seats
        .iter()
        .map(|person| {
            let at = |occasion| mean(batch, instrument, *person, occasion, measures);
            Participant {
                person: *person,
                attended: info.attended.contains(person),
                before: at(Occasion::Before),
                after: at(Occasion::After),
                follow_up: at(Occasion::FollowUp),
            }
        })
        .collect()
}

fn mean(
    batch: &BatchId,
    instrument: &InstrumentId,
    person: PersonId,
    occasion: Occasion,
    measures: &Measures,
) -> Option<f64> {
    let (batch, instrument) = (batch.clone(), instrument.clone());
    let key = MeasureKey {
        batch,
        instrument,
        person,
        occasion,
    };
    let scores: Vec<f64> = measures
        .get(&key)?
        .iter()
        .map(|(_, score, _)| *score)
        .collect();
    Moments::of(&scores).mean()
}

/// Which parts of a shown whole may be shown, the counts of all parts given in order: hidden
/// parts together must be none or many, else the smallest shown one is hidden too.
pub(crate) fn hide_small_rest(counts: &[u32], min_group: u32) -> Vec<bool> {
    let mut shown: Vec<bool> = counts
        .iter()
        .map(|count| *count >= min_group.max(1))
        .collect();
    loop {
        let hidden = counts.iter().zip(&shown).filter(|(_, shown)| !**shown);
        let rest: u32 = hidden.map(|(count, _)| *count).sum();
        let smallest = (0..counts.len())
            .filter(|at| shown[*at])
            .min_by_key(|at| (counts[*at], *at));
        match smallest {
            Some(at) if rest > 0 && rest < min_group => shown[at] = false,
            _ => return shown,
        }
    }
}
