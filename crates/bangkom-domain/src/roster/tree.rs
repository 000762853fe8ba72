use std::collections::{BTreeMap, BTreeSet};

use super::RosterFinding;
use crate::distinct::distinct;
use crate::id::UnitId;
use crate::unit::{Unit, UnitKind};

/// The units and who stands below whom; without cycles and without unknown parents.
///
/// ```
/// use bangkom_domain::id::UnitId;
/// use bangkom_domain::roster::{Roster, RosterData};
/// use bangkom_domain::unit::{Unit, UnitKind};
///
/// let unit = |id: &str, kind, parent: Option<&str>| Unit {
///     id: UnitId::new(id).unwrap(),
///     name: id.to_owned(),
///     kind,
///     parent: parent.map(|parent| UnitId::new(parent).unwrap()),
///     site: None,
/// };
/// let data = RosterData {
///     units: vec![
///         unit("CITY", UnitKind::City, None),
///         unit("HEALTH", UnitKind::Agency, Some("CITY")),
///         unit("CLINIC", UnitKind::SubUnit, Some("HEALTH")),
///     ],
///     ..RosterData::default()
/// };
/// let roster = Roster::new(data).value;
/// let (city, clinic) = (UnitId::new("CITY")?, UnitId::new("CLINIC")?);
/// assert!(roster.units().is_within(&clinic, &city));
/// assert_eq!(roster.units().agency_of(&clinic).map(UnitId::as_str), Some("HEALTH"));
/// # Ok::<(), bangkom_domain::id::CodeError>(())
/// ```
#[doc(alias = "struktur organisasi")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnitTree {
    units: BTreeMap<UnitId, Unit>,
    children: BTreeMap<UnitId, Vec<UnitId>>,
}

impl UnitTree {
    pub(super) fn check(units: Vec<Unit>, findings: &mut Vec<RosterFinding>) -> Self {
        let units = distinct(units, |unit| unit.id.clone());
        findings.extend(
            units
                .repeated
                .into_iter()
                .map(|unit| RosterFinding::UnitRepeated { unit }),
        );
        findings.extend(
            units
                .conflicting
                .into_iter()
                .map(|unit| RosterFinding::UnitConflict { unit }),
        );
        let mut units = units.kept;
        find_several_roots(&units, findings);
        cut_orphans(&mut units, findings);
        cut_cycles(&mut units, findings);
        Self {
            children: children(&units),
            units,
        }
    }

    /// The unit with this code.
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.units.get(id)
    }

    /// All units, ordered by code.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Unit> {
        self.units.values()
    }

    /// How many units there are.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether there is no unit.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// The unit directly above; none for a root and for an unknown unit.
    pub fn parent(&self, id: &UnitId) -> Option<&UnitId> {
        self.units.get(id)?.parent.as_ref()
    }

    /// The units directly below, ordered by code.
    pub fn children(&self, id: &UnitId) -> &[UnitId] {
        self.children.get(id).map_or(&[], Vec::as_slice)
    }

    /// The units above, the nearest first.
    pub fn ancestors<'a>(&'a self, id: &UnitId) -> impl Iterator<Item = &'a UnitId> + use<'a> {
        std::iter::successors(self.parent(id), |above| self.parent(above))
    }

    /// The agency that the unit is, or is part of; none above the agencies.
    pub fn agency_of(&self, id: &UnitId) -> Option<&UnitId> {
        let own = self.units.get(id).map(|unit| &unit.id);
        own.into_iter().chain(self.ancestors(id)).find(|unit| {
            self.unit(unit)
                .is_some_and(|unit| unit.kind == UnitKind::Agency)
        })
    }

    /// Whether the unit is the other one, or below it.
    pub fn is_within(&self, id: &UnitId, ancestor: &UnitId) -> bool {
        self.units.contains_key(id)
            && (id == ancestor || self.ancestors(id).any(|above| above == ancestor))
    }
}

fn find_several_roots(units: &BTreeMap<UnitId, Unit>, findings: &mut Vec<RosterFinding>) {
    let roots: Vec<_> = units
        .values()
        .filter(|unit| unit.parent.is_none())
        .map(|unit| unit.id.clone())
        .collect();
    if roots.len() > 1 {
        findings.push(RosterFinding::SeveralRoots { units: roots });
    }
}

/// A unit below an unknown one stays, at the top of a tree of its own.
fn cut_orphans(units: &mut BTreeMap<UnitId, Unit>, findings: &mut Vec<RosterFinding>) {
    let known: BTreeSet<UnitId> = units.keys().cloned().collect();
    for unit in units.values_mut() {
        if let Some(parent) = unit.parent.take_if(|parent| !known.contains(parent)) {
            findings.push(RosterFinding::ParentUnknown {
                unit: unit.id.clone(),
                parent,
            });
        }
    }
}

/// Every unit of a cycle loses its parent, so that the cut does not depend on where one starts.
fn cut_cycles(units: &mut BTreeMap<UnitId, Unit>, findings: &mut Vec<RosterFinding>) {
    let mut settled = BTreeSet::new();
    let starts: Vec<UnitId> = units.keys().cloned().collect();
    for start in starts {
        let Some(mut cycle) = cycle_from(start, units, &mut settled) else {
            continue;
        };
        for id in &cycle {
            if let Some(unit) = units.get_mut(id) {
                unit.parent = None;
            }
        }
        let least = (0..cycle.len()).min_by_key(|place| &cycle[*place]);
        cycle.rotate_left(least.unwrap_or(0));
        findings.push(RosterFinding::UnitCycle { units: cycle });
    }
}

/// Walks upwards until the top, a unit seen in an earlier walk, or a unit of this walk.
fn cycle_from(
    start: UnitId,
    units: &BTreeMap<UnitId, Unit>,
    settled: &mut BTreeSet<UnitId>,
) -> Option<Vec<UnitId>> {
    let mut path = Vec::new();
    let mut next = Some(start);
    while let Some(id) = next {
        if !settled.insert(id.clone()) {
            let entry = path.iter().position(|seen| *seen == id)?;
            return Some(path.split_off(entry));
        }
        next = units.get(&id).and_then(|unit| unit.parent.clone());
        path.push(id);
    }
    None
}

fn children(units: &BTreeMap<UnitId, Unit>) -> BTreeMap<UnitId, Vec<UnitId>> {
    let mut children = BTreeMap::<UnitId, Vec<UnitId>>::new();
    for unit in units.values() {
        if let Some(parent) = &unit.parent {
            children
                .entry(parent.clone())
                .or_default()
                .push(unit.id.clone());
        }
    }
    children
}
