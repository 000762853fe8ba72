use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::catalog::Catalog;
use bangkom_domain::evidence::Cause;
use bangkom_domain::id::{CompetencyId, UnitId};
use bangkom_domain::measure::{LearningHours, Level, Nano, Permille};
use bangkom_domain::program::{LearningTarget, SessionKind};

use super::choice::Open;
use super::price::Prices;
use super::{DesignNeed, MethodShare, UnclosedGap, UnclosedReason};
use crate::gap::{CauseScreen, ScreenAnswer};
use crate::policy::{DesignRule, usual_method};

/// What makes one program: who shares these can learn together.
type Key<'a> = (&'a CompetencyId, Level, Level, LearningTarget);

/// Groups people who wait for the same missing program.
pub(super) struct Sketches<'a> {
    catalog: &'a Catalog,
    rule: &'a DesignRule,
    groups: BTreeMap<Key<'a>, (u32, BTreeSet<&'a UnitId>)>,
}

impl<'a> Sketches<'a> {
    pub(super) fn new(catalog: &'a Catalog, rule: &'a DesignRule) -> Self {
        Self {
            catalog,
            rule,
            groups: BTreeMap::new(),
        }
    }

    /// Counts a gap that stays open for want of a program.
    pub(super) fn add(&mut self, open: &Open<'a>, gap: &UnclosedGap) {
        let to = open.need.grounds.iter().map(|ground| ground.required).max();
        if let Some(to) = to.filter(|_| wants_program(gap)) {
            let whole = (open.level.raw() / Nano::PER_UNIT).clamp(1, 5) as u32;
            let from = Level::new(whole).unwrap_or(Level::MIN);
            let competency = &open.need.competency;
            let target = self.target(competency, to).max(named(&open.need.screen));
            let group = self.groups.entry((competency, from, to, target));
            let (people, units) = group.or_default();
            *people += 1;
            units.insert(&open.need.unit);
        }
    }

    fn target(&self, competency: &CompetencyId, to: Level) -> LearningTarget {
        let known = self.catalog.competency(competency);
        known.map_or(LearningTarget::Knowledge, |known| {
            self.rule.target(known.group, to)
        })
    }

    /// The missing programs, those with most people first.
    pub(super) fn into_needs(self) -> Vec<DesignNeed> {
        let prices = Prices::new(self.catalog);
        let rule = self.rule;
        let groups = self.groups.into_iter();
        let mut needs: Vec<DesignNeed> = groups
            .map(|(key, (people, units))| sketch(key, people, units.len() as u32, rule, &prices))
            .collect();
        needs.sort_by_key(|need| std::cmp::Reverse(need.people));
        needs
    }
}

fn sketch(
    (competency, from, to, target): Key<'_>,
    people: u32,
    units: u32,
    rule: &DesignRule,
    prices: &Prices,
) -> DesignNeed {
    let steps = u32::from(to.get().saturating_sub(from.get())).max(1);
    let hours = rule.hours_per_level.saturating_mul(steps);
    let hours = LearningHours::new(hours).unwrap_or(LearningHours::MIN);
    let method = usual_method(target);
    let (cost, priced_by) = prices.of(method, people, hours);
    let practice = rule.practice(target);
    DesignNeed {
        competency: competency.clone(),
        from,
        to,
        target,
        method,
        people,
        units,
        batches: people.div_ceil(rule.batch_seats.max(1)),
        hours,
        practice,
        mix: mix(target, practice),
        cost,
        priced_by,
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

/// What people say is lacking: where it is skill, telling is not enough.
fn named(screen: &CauseScreen) -> LearningTarget {
    match (screen.answer, screen.main_cause) {
        (ScreenAnswer::Training, Some(Cause::Skill)) => LearningTarget::Skill,
        _ => LearningTarget::Knowledge,
    }
}

/// Practice takes its share: of skills two thirds at the desk, of behaviour two thirds with
/// somebody who has done it; the rest is told, knowledge half of it at a distance.
fn mix(target: LearningTarget, practice: Permille) -> Vec<MethodShare> {
    use SessionKind::{Class, Coaching, FieldPractice, Online};
    let practice = u32::from(practice.get());
    let (told, more) = (1_000 - practice, practice - practice / 3);
    let shares = match target {
        LearningTarget::Knowledge => [
            (Class, told - told / 2),
            (Online, told / 2),
            (FieldPractice, practice),
        ],
        LearningTarget::Skill => [
            (Class, told),
            (FieldPractice, more),
            (Coaching, practice / 3),
        ],
        _ => [
            (Class, told),
            (Coaching, more),
            (FieldPractice, practice / 3),
        ],
    };
    let share = |(kind, share)| {
        let share = Permille::new(share).ok().filter(|share| share.get() > 0)?;
        Some(MethodShare { kind, share })
    };
    shares.into_iter().filter_map(share).collect()
}
