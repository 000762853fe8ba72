use std::collections::BTreeMap;

use bangkom_domain::id::{InstrumentId, PersonId};
use bangkom_domain::results::Occasion;
use bangkom_stats::Moments;

use crate::intake::{BatchInfo, Measures};

/// The bounds of an instrument.
pub(crate) use bangkom_stats::gain::Scale;

/// One participant's scores, observers averaged first.
#[derive(Debug, Clone)]
pub(crate) struct Participant {
    pub person: PersonId,
    pub attended: bool,
    /// The place of the agency among all agencies.
    pub agency: u32,
    pub before: Option<f64>,
    pub remembered: Option<f64>,
    pub after: Option<f64>,
    /// Later scores by the months of their wave.
    pub later: Vec<(u16, f64)>,
}

impl Participant {
    /// The score of an occasion, the last one of several.
    pub(crate) fn at(&self, occasion: Occasion) -> Option<f64> {
        match occasion {
            Occasion::Before => self.before,
            Occasion::RetrospectiveBefore => self.remembered,
            Occasion::After => self.after,
            Occasion::FollowUp => self.later.last().map(|(_, score)| *score),
            _ => None,
        }
    }

    /// Whether there is any score.
    pub(crate) fn is_measured(&self) -> bool {
        let occasions = [self.before, self.remembered, self.after];
        occasions.iter().any(Option::is_some) || !self.later.is_empty()
    }
}

/// The scores of everybody with a seat, by person.
pub(crate) fn occasions(
    info: &BatchInfo<'_>,
    instrument: &InstrumentId,
    measures: &Measures,
) -> Vec<Participant> {
    let mut found: BTreeMap<PersonId, Participant> = info
        .seats
        .iter()
        .map(|(person, agency)| {
            let nothing = Participant {
                person: *person,
                attended: info.attended.contains(person),
                agency: *agency,
                before: None,
                remembered: None,
                after: None,
                later: Vec::new(),
            };
            (*person, nothing)
        })
        .collect();
    for (key, scores) in measures.of(&info.batch.id, instrument) {
        let Some(one) = found.get_mut(&key.person) else {
            continue;
        };
        let scores: Vec<f64> = scores.iter().map(|(_, score, _)| *score).collect();
        let mean = Moments::of(&scores).mean();
        match key.occasion {
            Occasion::Before => one.before = mean,
            Occasion::RetrospectiveBefore => one.remembered = mean,
            Occasion::After => one.after = mean,
            _ => one.later.extend(mean.map(|mean| (key.wave, mean))),
        }
    }
    found.into_values().collect()
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
