use std::collections::BTreeMap;

use bangkom_domain::catalog::Catalog;
use bangkom_domain::competency::Requirement;
use bangkom_domain::demand::Ground;
use bangkom_domain::id::{CompetencyId, UnitId};
use bangkom_domain::measure::{Importance, Level};
use bangkom_domain::people::Employee;
use bangkom_domain::roster::Roster;
use chrono::NaiveDate;

/// One thing that is asked of somebody.
///
/// The order of the fields is the order in which asks are grouped.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ask {
    pub competency: CompetencyId,
    pub ground: Ground,
    pub level: Level,
    pub importance: Importance,
    pub needed_by: Option<NaiveDate>,
}

/// What is asked of whom.
pub(crate) struct AskBook<'a> {
    catalog: &'a Catalog,
    by_unit: BTreeMap<&'a UnitId, Vec<&'a Requirement>>,
}

impl<'a> AskBook<'a> {
    pub(crate) fn new(roster: &'a Roster, catalog: &'a Catalog) -> Self {
        let tree = roster.units();
        let within = |unit: &UnitId, requirement: &&Requirement| {
            *unit == requirement.scope.unit || tree.is_within(unit, &requirement.scope.unit)
        };
        let by_unit = tree.iter().map(|unit| {
            let applying = catalog
                .requirements()
                .iter()
                .filter(|asked| within(&unit.id, asked));
            (&unit.id, applying.collect())
        });
        Self {
            catalog,
            by_unit: by_unit.collect(),
        }
    }

    /// Everything that is asked of a person, ordered by competency.
    pub(crate) fn of(&self, employee: &Employee) -> Vec<Ask> {
        let mut asks = self.of_position(&employee.position, Ground::PositionHeld);
        if let Some(next) = &employee.next_position {
            asks.extend(self.of_position(next, Ground::NextPosition));
        }
        let of_unit = self.by_unit.get(&employee.unit).into_iter().flatten();
        asks.extend(
            of_unit
                .filter(|asked| concerns(asked, employee))
                .map(|asked| Ask {
                    competency: asked.competency.clone(),
                    ground: Ground::Requirement,
                    level: asked.level,
                    importance: asked.importance,
                    needed_by: Some(asked.by),
                }),
        );
        asks.sort_unstable();
        asks.dedup();
        asks
    }

    fn of_position(&self, position: &bangkom_domain::id::PositionId, ground: Ground) -> Vec<Ask> {
        let standard = self.catalog.standard(position);
        let entries = standard.iter();
        entries
            .map(|entry| Ask {
                competency: entry.competency.clone(),
                ground,
                level: entry.level,
                importance: entry.importance,
                needed_by: None,
            })
            .collect()
    }
}

fn concerns(requirement: &Requirement, employee: &Employee) -> bool {
    let positions = &requirement.scope.positions;
    positions.is_empty() || positions.contains(&employee.position)
}
