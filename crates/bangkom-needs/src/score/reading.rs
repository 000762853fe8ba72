use bangkom_domain::evidence::SourceKind;
use bangkom_domain::id::UnitId;
use bangkom_domain::measure::Nano;

use crate::exact::{SourceSums, Sums, round_even};
use crate::intake::Observation;
use crate::units::UnitReading;

/// What one kind of source says about one subject and topic.
#[derive(Debug, Clone)]
pub(crate) struct Reading<'a, S = SourceSums> {
    pub kind: SourceKind,
    pub unit: Option<&'a UnitId>,
    /// How evidence about a unit is read for one person.
    pub of_unit: Option<UnitReading>,
    pub sums: S,
    pub raters: u64,
}

impl<S> Reading<'_, S> {
    /// The share of its weight that counts for the person.
    pub(crate) fn weight_share(&self) -> Nano {
        let of_unit = self.of_unit.as_ref();
        of_unit.map_or(Nano::from_units(1), UnitReading::weight_share)
    }

    /// Whether it touches the person at all.
    pub(crate) fn touches(&self) -> bool {
        self.weight_share() > Nano::ZERO
    }

    /// What counts of a weight.
    pub(crate) fn weigh(&self, weight: u128) -> u128 {
        if self.of_unit.is_none() {
            return weight;
        }
        let share = u128::from(self.weight_share().raw().unsigned_abs());
        round_even(weight * share, Nano::PER_UNIT as u128)
    }
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
        of_unit: None,
        sums,
        raters,
    }
}
