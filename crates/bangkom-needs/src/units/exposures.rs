use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::evidence::Exposure;
use bangkom_domain::finding::Sensitive;
use bangkom_domain::id::{PersonId, UnitId};
use bangkom_domain::measure::Nano;
use bangkom_domain::roster::Roster;

use super::ExposureFinding;
use super::push_down::exposure_share;

/// Who served how much where, as far as somebody has counted.
#[derive(Debug, Default)]
pub(crate) struct ExposureBook<'a> {
    half: f64,
    /// The units of which somebody has counted who served there.
    counted: BTreeSet<&'a UnitId>,
    /// How much each person served at a unit or below it.
    served: BTreeMap<(PersonId, &'a UnitId), f64>,
}

impl<'a> ExposureBook<'a> {
    pub(crate) fn new(
        exposures: &'a [Exposure],
        roster: &'a Roster,
        half: f64,
        found: &mut Vec<ExposureFinding>,
    ) -> Self {
        let mut book = Self {
            half,
            ..Self::default()
        };
        for exposure in unique(exposures, found) {
            if is_sound(exposure, roster, found) {
                book.count(exposure, roster);
            }
        }
        book
    }

    fn count(&mut self, exposure: &'a Exposure, roster: &'a Roster) {
        self.counted.insert(&exposure.unit);
        let above = roster.units().ancestors(&exposure.unit);
        for unit in std::iter::once(&exposure.unit).chain(above) {
            let served = self.served.entry((exposure.person, unit)).or_default();
            *served += *exposure.amount.reveal();
        }
    }

    /// The share e / (e + k) of what is said of a unit that touches a person.
    ///
    /// `way` leads from the unit of the person to the unit that is spoken of. `None` where
    /// nobody has counted on that way, and nothing of the person.
    pub(crate) fn share(&self, person: PersonId, way: &[&UnitId]) -> Option<Nano> {
        let spoken_of = way.last()?;
        let served = self.served.get(&(person, *spoken_of));
        if served.is_none() && !way.iter().any(|unit| self.counted.contains(unit)) {
            return None;
        }
        let served = served.copied().unwrap_or_default();
        Nano::from_f64(exposure_share(served, self.half))
    }
}

/// One row for each person and unit; rows that differ are left out.
fn unique<'a>(exposures: &'a [Exposure], found: &mut Vec<ExposureFinding>) -> Vec<&'a Exposure> {
    let mut groups: BTreeMap<(PersonId, &UnitId), Vec<&Exposure>> = BTreeMap::new();
    for exposure in exposures {
        let key = (exposure.person, &exposure.unit);
        groups.entry(key).or_default().push(exposure);
    }
    let mut kept = Vec::with_capacity(groups.len());
    for ((person, unit), group) in groups {
        let bits = |row: &Exposure| row.amount.reveal().to_bits();
        if group.iter().any(|row| bits(row) != bits(group[0])) {
            let unit = unit.clone();
            found.push(ExposureFinding::Conflict { person, unit });
            continue;
        }
        if group.len() > 1 {
            let unit = unit.clone();
            found.push(ExposureFinding::Repeated { person, unit });
        }
        kept.push(group[0]);
    }
    kept
}

fn is_sound(exposure: &Exposure, roster: &Roster, found: &mut Vec<ExposureFinding>) -> bool {
    let (person, unit) = (exposure.person, exposure.unit.clone());
    let amount = *exposure.amount.reveal();
    let known = roster.employee(person).is_some() && roster.units().unit(&unit).is_some();
    if !known {
        found.push(ExposureFinding::Unknown { person, unit });
        return false;
    }
    if !(0.0..=f64::MAX).contains(&amount) {
        let given = Sensitive::personal(amount.to_string());
        found.push(ExposureFinding::Unsound {
            person,
            unit,
            given,
        });
        return false;
    }
    if amount == 0.0 {
        found.push(ExposureFinding::Nothing { person, unit });
    }
    true
}
