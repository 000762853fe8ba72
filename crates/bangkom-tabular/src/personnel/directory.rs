use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{PositionId, UnitId};
use bangkom_domain::position::Position;
use bangkom_domain::unit::Unit;

use crate::text::fold;

/// Where units and positions are found by code or by official name.
///
/// A name may stand for several: every agency has a secretariat. Then nothing is chosen, unless
/// the row also names the unit above.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    units: Names<UnitId>,
    parents: BTreeMap<UnitId, UnitId>,
    positions: Names<PositionId>,
}

impl Directory {
    /// The directory of these units and positions.
    pub fn new<'a>(
        units: impl IntoIterator<Item = &'a Unit>,
        positions: impl IntoIterator<Item = &'a Position>,
    ) -> Self {
        let mut directory = Self::default();
        for unit in units {
            directory.units.add(&unit.id, &unit.name);
            if let Some(parent) = &unit.parent {
                directory.parents.insert(unit.id.clone(), parent.clone());
            }
        }
        for position in positions {
            directory.positions.add(&position.id, &position.title);
        }
        directory
    }

    /// The positions that a cell may stand for.
    pub(super) fn positions(&self, cell: &str) -> BTreeSet<PositionId> {
        self.positions.of(cell)
    }

    /// The units that a cell may stand for, below the unit that another cell names.
    pub(super) fn units(&self, cell: &str, above: Option<&str>) -> BTreeSet<UnitId> {
        let mut units = self.units.of(cell);
        if let Some(above) = above.filter(|_| units.len() > 1) {
            let above = self.units.of(above);
            units.retain(|unit| self.ancestors(unit).any(|parent| above.contains(parent)));
        }
        units
    }

    fn ancestors<'a>(&'a self, unit: &UnitId) -> impl Iterator<Item = &'a UnitId> {
        // The units may be unsound still: a circle ends here.
        const DEEPEST: usize = 32;
        std::iter::successors(self.parents.get(unit), |parent| self.parents.get(*parent))
            .take(DEEPEST)
    }
}

/// Ids by code and by name, both without case, spaces and punctuation.
#[derive(Debug, Clone)]
struct Names<T> {
    codes: BTreeMap<String, BTreeSet<T>>,
    names: BTreeMap<String, BTreeSet<T>>,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self {
            codes: BTreeMap::new(),
            names: BTreeMap::new(),
        }
    }
}

impl<T: Ord + Clone + AsRef<str>> Names<T> {
    fn add(&mut self, id: &T, name: &str) {
        let add = |map: &mut BTreeMap<String, BTreeSet<T>>, text: &str| {
            map.entry(fold(text)).or_default().insert(id.clone());
        };
        add(&mut self.codes, id.as_ref());
        add(&mut self.names, name);
    }

    /// What the text stands for: a code as it is written, else by code, else by name.
    fn of(&self, text: &str) -> BTreeSet<T> {
        let folded = fold(text);
        let found = self.codes.get(&folded).or_else(|| self.names.get(&folded));
        let Some(found) = found else {
            return BTreeSet::new();
        };
        match found.iter().find(|id| id.as_ref() == text) {
            Some(exact) => BTreeSet::from([exact.clone()]),
            None => found.clone(),
        }
    }
}
