use std::collections::BTreeMap;

use bangkom_domain::catalog::Catalog;
use bangkom_domain::evidence::SourceKind;
use bangkom_domain::id::RaterId;
use bangkom_domain::measure::Nano;
use bangkom_domain::roster::Roster;

use super::panel::{Panel, panels};
use crate::exact::{MEAN_BITS, Sums, nano_ratio};
use crate::gap::Need;
use crate::intake::{Observed, Topic};
use crate::policy::RaterRule;
use crate::score::{Contribution, readings};

/// What people were rated before the severity of raters was taken off.
pub(crate) struct Adjusted {
    plain: Observed,
}

/// What is taken off the ratings of a rater, in levels.
type Effects = BTreeMap<(SourceKind, u32, RaterId), f64>;

impl Adjusted {
    /// Takes the severity of raters off what was observed, if the policy asks for it.
    ///
    /// A rating stays within levels 1 to 5.
    pub(crate) fn new(observed: &mut Observed, rule: &RaterRule) -> Option<Self> {
        if !rule.adjust {
            return None;
        }
        let mut effects = Effects::new();
        for panel in panels(observed.iter()) {
            add(&mut effects, &panel, rule);
        }
        let plain = observed.clone();
        observed.change(|seen| {
            if let (Topic::Competency(competency), Some(rater)) = (seen.topic, seen.rater)
                && let Some(effect) = effects.get(&(seen.kind, competency, rater))
            {
                seen.level = seen.level.less(*effect);
            }
        });
        Some(Self { plain })
    }

    /// What was observed, severity and all.
    pub(crate) fn plain(&self) -> &Observed {
        &self.plain
    }

    /// States in the contributions what their mean was before.
    pub(crate) fn explain(&self, needs: &mut [Need], roster: &Roster, catalog: &Catalog) {
        for need in needs {
            let people = roster.employees();
            let known = catalog.competencies();
            if let (Ok(person), Ok(competency)) = (
                people.binary_search_by_key(&need.person, |employee| employee.id),
                known.binary_search_by(|known| known.id.cmp(&need.competency)),
            ) {
                let topic = Topic::Competency(competency as u32);
                let mut parts = std::mem::take(&mut need.contributions).into_revealed();
                for part in parts.iter_mut().filter(|part| !part.is_about_unit()) {
                    part.unadjusted = self.mean(person as u32, topic, part);
                }
                need.contributions = parts.into();
            }
        }
    }

    /// The mean of the plain ratings, if it is another than that of the adjusted.
    fn mean(&self, person: u32, topic: Topic, part: &Contribution) -> Option<Nano> {
        let plain = readings(self.plain.of(person, topic), None);
        let reading = plain.iter().find(|reading| reading.kind == part.kind)?;
        let mean = nano_ratio(u128::from(reading.sums.mean()), 1 << MEAN_BITS);
        (mean != part.mean).then_some(mean)
    }
}

fn add(effects: &mut Effects, panel: &Panel, rule: &RaterRule) {
    let Ok(severity) = panel.severity(rule) else {
        return;
    };
    for (rater, effect) in panel.raters.iter().zip(&severity.raters) {
        let applied = effect.map_or(0.0, |effect| effect.applied);
        effects.insert((panel.kind, panel.competency, *rater), applied);
    }
}
