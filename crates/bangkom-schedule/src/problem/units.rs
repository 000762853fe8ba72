use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::UnitId;
use bangkom_domain::resources::StaffingRule;

use super::timeline::Timeline;
use super::{Inputs, ProblemFinding};

/// No limit on a number of people or person-days.
pub(crate) const UNLIMITED: u32 = u32::MAX;

/// The units, numbered by id, with what they can spare.
#[derive(Debug, Clone, Default)]
pub(crate) struct Units {
    pub(crate) ids: Vec<UnitId>,
    pub(crate) index: BTreeMap<UnitId, u32>,
    /// The most people away, for each unit and working day.
    pub(crate) cap: Vec<u32>,
    /// The most person-days of each unit.
    pub(crate) person_days: Vec<u32>,
    pub(crate) blackout: BTreeSet<(u32, u32)>,
}

impl Units {
    pub(crate) fn new(
        inputs: &Inputs<'_>,
        time: &Timeline,
        findings: &mut Vec<ProblemFinding>,
    ) -> Self {
        let ids: BTreeSet<UnitId> = inputs
            .roster
            .units()
            .iter()
            .map(|unit| unit.id.clone())
            .chain(inputs.roster.employees().iter().map(|e| e.unit.clone()))
            .collect();
        let ids: Vec<UnitId> = ids.into_iter().collect();
        let index = ids.iter().cloned().zip(0..).collect();
        let mut units = Self {
            cap: vec![UNLIMITED; ids.len() * time.days().len()],
            person_days: vec![UNLIMITED; ids.len()],
            ids,
            index,
            blackout: BTreeSet::new(),
        };
        let mut seen = BTreeSet::new();
        for rule in &inputs.resources.staffing {
            let unit = rule.unit.clone();
            match units.index.get(&unit).copied() {
                None => findings.push(ProblemFinding::StaffingUnit { unit }),
                Some(row) => {
                    if !seen.insert(row) {
                        findings.push(ProblemFinding::StaffingRepeated { unit });
                    }
                    units.apply(row, rule, inputs.roster.headcount(&rule.unit), time);
                }
            }
        }
        units
    }

    fn apply(&mut self, unit: u32, rule: &StaffingRule, headcount: u32, time: &Timeline) {
        let days = time.days().len();
        let row = &mut self.cap[unit as usize * days..][..days];
        let cap = rule.away_cap(headcount);
        for place in row.iter_mut() {
            *place = cap.min(*place);
        }
        for day in time.days_within(rule.blackout.iter().copied()) {
            row[day as usize] = 0;
            self.blackout.insert((unit, day));
        }
        let most = rule.max_person_days.unwrap_or(UNLIMITED);
        let place = &mut self.person_days[unit as usize];
        *place = most.min(*place);
    }
}
