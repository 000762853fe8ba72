use std::collections::BTreeMap;

use bangkom_domain::id::{CompetencyId, UnitId};
use bangkom_domain::measure::Nano;
use bangkom_domain::roster::Roster;

use super::suppress::shown;
use super::{GroupFigure, UnitNeeds};
use crate::analysis::Analysis;
use crate::exact::{nano, round_even};

/// What people of one unit and competency add up to.
#[derive(Debug, Clone, Copy, Default)]
struct Total {
    people: u32,
    with_gap: u32,
    gap: Nano,
    priority: Nano,
}

/// The needs of every unit with all below it, ordered by unit and competency.
///
/// A figure is absent where fewer than `min_group` people stand behind it, or behind what
/// remains when the figures shown of the units below are subtracted from it; everything below
/// a unit whose figure is absent is absent too.
///
/// # Examples
/// The page of the crate has a whole example.
pub fn roll_up(analysis: &Analysis, roster: &Roster, min_group: u32) -> Vec<UnitNeeds> {
    let mut rows: Vec<UnitNeeds> = totals(analysis, roster)
        .into_iter()
        .flat_map(|(competency, totals)| of_competency(competency, &totals, roster, min_group))
        .collect();
    rows.sort_by(|a, b| (&a.unit, &a.competency).cmp(&(&b.unit, &b.competency)));
    rows
}

type UnitTotals<'a> = BTreeMap<&'a UnitId, Total>;

fn totals<'a>(
    analysis: &'a Analysis,
    roster: &'a Roster,
) -> BTreeMap<&'a CompetencyId, UnitTotals<'a>> {
    let mut totals: BTreeMap<&CompetencyId, UnitTotals<'_>> = BTreeMap::new();
    for need in analysis.needs.iter().chain(&analysis.met) {
        let of_competency = totals.entry(&need.competency).or_default();
        for unit in std::iter::once(&need.unit).chain(roster.units().ancestors(&need.unit)) {
            let total = of_competency.entry(unit).or_default();
            total.people += 1;
            total.with_gap += u32::from(need.has_gap());
            total.gap = total.gap + *need.gap.reveal();
            total.priority = total.priority + *need.priority.reveal();
        }
    }
    totals
}

fn of_competency<'a>(
    competency: &'a CompetencyId,
    totals: &UnitTotals<'a>,
    roster: &Roster,
    min_group: u32,
) -> Vec<UnitNeeds> {
    let people = totals
        .iter()
        .map(|(unit, total)| (*unit, total.people))
        .collect();
    let shown = shown(&people, roster, min_group);
    totals
        .iter()
        .map(|(unit, total)| UnitNeeds {
            unit: (*unit).clone(),
            competency: competency.clone(),
            figure: shown.contains(unit).then(|| figure(*total)),
        })
        .collect()
}

fn figure(total: Total) -> GroupFigure {
    let gap = u128::from(total.gap.raw().unsigned_abs());
    GroupFigure {
        people: total.people,
        with_gap: total.with_gap,
        mean_gap: nano(round_even(gap, u128::from(total.people))),
        priority: total.priority,
    }
}
