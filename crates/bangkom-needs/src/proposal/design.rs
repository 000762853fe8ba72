use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::catalog::Catalog;
use bangkom_domain::competency::CompetencyGroup;
use bangkom_domain::id::{CompetencyId, UnitId};
use bangkom_domain::measure::{LearningHours, Level, Nano, Permille};
use bangkom_domain::program::SessionKind;
use serde::{Deserialize, Serialize};

use super::choice::Open;
use super::{UnclosedGap, UnclosedReason};

/// A program that is missing: what it should teach, to how many, in about how long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DesignNeed {
    /// The competency.
    pub competency: CompetencyId,
    /// The level from which its participants come.
    pub from: Level,
    /// The level to which it should lead.
    pub to: Level,
    /// How many people wait for it.
    pub people: u32,
    /// From how many units they come.
    pub units: u32,
    /// About how many learning hours it takes.
    pub hours: LearningHours,
    /// How the hours may be split, a starting point for the designer; the shares sum to 1000.
    pub mix: Vec<MethodShare>,
}

/// A share of the hours of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MethodShare {
    /// What happens in these hours.
    pub kind: SessionKind,
    /// Their share.
    pub share: Permille,
}

/// Groups people who wait for the same missing program.
#[derive(Debug, Default)]
pub(super) struct Designs<'a> {
    groups: BTreeMap<(&'a CompetencyId, Level, Level), (u32, BTreeSet<&'a UnitId>)>,
}

impl<'a> Designs<'a> {
    /// Counts a gap that stays open for want of a program.
    pub(super) fn add(&mut self, open: &Open<'a>, gap: &UnclosedGap) {
        let to = open.need.grounds.iter().map(|ground| ground.required).max();
        if let Some(to) = to.filter(|_| wants_program(gap)) {
            let whole = (open.level.raw() / Nano::PER_UNIT).clamp(1, 5) as u32;
            let from = Level::new(whole).unwrap_or(Level::MIN);
            let key = (&open.need.competency, from, to);
            let (people, units) = self.groups.entry(key).or_default();
            *people += 1;
            units.insert(&open.need.unit);
        }
    }

    /// The missing programs, those with most people first.
    pub(super) fn into_needs(self, catalog: &Catalog, hours_per_level: u32) -> Vec<DesignNeed> {
        let groups = self.groups.into_iter();
        let mut needs: Vec<DesignNeed> = groups
            .map(|((competency, from, to), (people, units))| {
                let steps = u32::from(to.get() - from.get());
                let hours = hours_per_level.saturating_mul(steps);
                let group = catalog.competency(competency).map(|known| known.group);
                DesignNeed {
                    competency: competency.clone(),
                    from,
                    to,
                    people,
                    units: units.len() as u32,
                    hours: LearningHours::new(hours).unwrap_or(LearningHours::MIN),
                    mix: mix(group, to),
                }
            })
            .collect();
        needs.sort_by_key(|need| std::cmp::Reverse(need.people));
        needs
    }
}

/// Whether nothing but a better program would close the gap.
fn wants_program(gap: &UnclosedGap) -> bool {
    gap.reasons.iter().all(|reason| {
        matches!(
            reason,
            UnclosedReason::NoProgram
                | UnclosedReason::LevelNotReached { .. }
                | UnclosedReason::EntryLevelTooLow { .. }
        )
    })
}

/// Knowledge can be told; from level 3 on it must be practised, technical work at the desk,
/// the rest with somebody who has done it.
fn mix(group: Option<CompetencyGroup>, to: Level) -> Vec<MethodShare> {
    use SessionKind::{Class, Coaching, FieldPractice, Online};
    let shares = match group {
        _ if to.get() < 3 => [(Class, 400), (Online, 400), (FieldPractice, 200)],
        Some(CompetencyGroup::Technical) => [(Class, 400), (FieldPractice, 400), (Coaching, 200)],
        _ => [(Class, 400), (Coaching, 400), (FieldPractice, 200)],
    };
    let share = |(kind, share)| {
        Some(MethodShare {
            kind,
            share: Permille::new(share).ok()?,
        })
    };
    shares.into_iter().filter_map(share).collect()
}
