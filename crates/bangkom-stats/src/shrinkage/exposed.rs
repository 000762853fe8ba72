use crate::StatsError;
use crate::sample::{at_least, same_length};

/// Counts of events with their exposure, checked.
pub(super) struct Exposed {
    /// Count and exposure of each unit; the exposure is absent where it is missing.
    pub(super) units: Vec<(u64, Option<f64>)>,
    /// Rate and exposure of the units that have an exposure above zero.
    pub(super) rated: Vec<(f64, f64)>,
    /// All events of those units over all their exposure.
    pub(super) pooled: f64,
}

impl Exposed {
    /// Checks counts and exposures; a unit without exposure can have no events.
    pub(super) fn new(counts: &[u64], exposures: &[f64]) -> Result<Self, StatsError> {
        same_length(counts.len(), exposures.len())?;
        let mut units = Vec::with_capacity(counts.len());
        let mut rated = Vec::with_capacity(counts.len());
        let (mut events, mut exposed) = (0.0, 0.0);
        for (index, (count, exposure)) in counts.iter().zip(exposures).enumerate() {
            check(index, *count, *exposure)?;
            if *exposure > 0.0 {
                rated.push((*count as f64 / exposure, *exposure));
                events += *count as f64;
                exposed += exposure;
            }
            units.push((*count, Some(*exposure).filter(|e| !e.is_nan())));
        }
        at_least(2, rated.len())?;
        Ok(Self {
            units,
            rated,
            pooled: events / exposed,
        })
    }

    /// Units that have an exposure, zero or not.
    pub(super) fn n_present(&self) -> usize {
        self.units
            .iter()
            .filter(|(_, exposure)| exposure.is_some())
            .count()
    }
}

fn check(index: usize, count: u64, exposure: f64) -> Result<(), StatsError> {
    if exposure.is_infinite() {
        return Err(StatsError::NotFinite {
            argument: "exposures",
            index,
        });
    }
    if exposure < 0.0 || (exposure == 0.0 && count > 0) {
        return Err(StatsError::OutOfRange {
            argument: "exposures",
            index: Some(index),
            value: exposure,
            low: 0.0,
            high: f64::MAX,
        });
    }
    Ok(())
}
