use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::UnitId;
use bangkom_domain::roster::Roster;

/// The units whose figures may be shown.
///
/// From the top down: a unit is shown when it is large enough and the unit above is shown.
/// Where the people of a unit who are in no unit shown below it are some but too few, the
/// smallest units shown are hidden too, until nobody can be found by subtraction.
pub(super) fn shown<'a>(
    people: &BTreeMap<&'a UnitId, u32>,
    roster: &Roster,
    min_group: u32,
) -> BTreeSet<&'a UnitId> {
    let tree = roster.units();
    let mut children: BTreeMap<Option<&UnitId>, Vec<&'a UnitId>> = BTreeMap::new();
    for unit in people.keys() {
        let parent = tree.ancestors(unit).next();
        children.entry(parent).or_default().push(unit);
    }
    let large = |unit: &&&UnitId| people[**unit] >= min_group;
    let roots = children.get(&None).into_iter().flatten().filter(large);
    let mut open: Vec<&'a UnitId> = roots.copied().collect();
    let mut shown: BTreeSet<&'a UnitId> = open.iter().copied().collect();
    while let Some(unit) = open.pop() {
        let below = children
            .get(&Some(unit))
            .into_iter()
            .flatten()
            .filter(large)
            .copied();
        let kept = without_small_rest(people[unit], below.collect(), people, min_group);
        shown.extend(&kept);
        open.extend(kept);
    }
    shown
}

/// The units below that can be shown beside the total of the unit above.
fn without_small_rest<'a>(
    total: u32,
    mut below: Vec<&'a UnitId>,
    people: &BTreeMap<&'a UnitId, u32>,
    min_group: u32,
) -> Vec<&'a UnitId> {
    below.sort_by_key(|unit| (std::cmp::Reverse(people[unit]), *unit));
    let mut rest = total - below.iter().map(|unit| people[unit]).sum::<u32>();
    while rest > 0 && rest < min_group {
        match below.pop() {
            Some(smallest) => rest += people[smallest],
            None => break,
        }
    }
    below
}
