use bangkom_domain::demand::ClosedGap;
use bangkom_domain::id::ProgramId;
use bangkom_domain::measure::{DemandValue, Nano};
use bangkom_domain::program::Program;
use chrono::NaiveDate;

use super::offer::{Offer, Step};
use crate::gap::{GroundGap, Need};

/// A need while programs are chosen for it.
#[derive(Debug, Clone)]
pub(super) struct Open<'a> {
    pub need: &'a Need,
    /// The level that the chosen programs lead to.
    pub level: Nano,
    /// The chosen program that last raised the level.
    pub raised_by: Option<ProgramId>,
}

impl<'a> Open<'a> {
    pub(super) fn new(need: &'a Need) -> Self {
        Self {
            need,
            level: *need.current.reveal(),
            raised_by: None,
        }
    }

    /// The level with which the person would enter a program: raised only by what must come
    /// before it, because nothing else is sure to be finished by then.
    fn entry_level(&self, program: &ProgramId, offer: &Offer<'_>) -> Nano {
        let raised = self.raised_by.as_ref();
        if raised.is_some_and(|raiser| offer.before(program).any(|id| id == raiser)) {
            self.level
        } else {
            *self.need.current.reveal()
        }
    }

    /// Whether the program takes the person in for this need.
    pub(super) fn admitted(&self, program: &ProgramId, step: Step, offer: &Offer<'_>) -> bool {
        offer.admits(step, self.entry_level(program, offer))
    }

    /// How much of the need remains after the chosen programs.
    pub(super) fn remaining(&self) -> Nano {
        let left = self
            .need
            .grounds
            .iter()
            .map(|ground| required(ground) - self.level);
        left.max().unwrap_or_default().or_zero()
    }
}

/// What a seat would do for one person.
#[derive(Debug, Clone)]
pub(super) struct Choice<'a> {
    pub program: &'a Program,
    pub closes: Vec<ClosedGap>,
    pub value: DemandValue,
    pub needed_by: Option<NaiveDate>,
}

impl<'a> Choice<'a> {
    /// What the program closes of these needs.
    pub(super) fn new(program: &'a Program, open: &[Open<'_>], offer: &Offer<'_>) -> Self {
        let parts: Vec<_> = open
            .iter()
            .filter(|open| open.need.screen.allows_training())
            .filter_map(|open| closed(program, open, offer))
            .collect();
        let removed = parts.iter().map(|(closes, _)| *closes.priority.reveal());
        Self {
            program,
            value: DemandValue::of_removed(removed),
            needed_by: parts.iter().filter_map(|(_, by)| *by).min(),
            closes: parts.into_iter().map(|(closes, _)| closes).collect(),
        }
    }

    /// The better choice first: more value, fewer hours, smaller id.
    pub(super) fn rank(&self) -> (std::cmp::Reverse<DemandValue>, u32, &'a ProgramId) {
        (
            std::cmp::Reverse(self.value),
            self.program.hours(),
            &self.program.id,
        )
    }

    /// Raises the levels of the needs that the choice closes.
    pub(super) fn apply(&self, open: &mut [Open<'_>], offer: &Offer<'_>) {
        for closed in &self.closes {
            let of_need = |open: &&mut Open<'_>| open.need.competency == closed.competency;
            if let Some(open) = open.iter_mut().find(of_need)
                && let Some(step) = offer.step(&self.program.id, &closed.competency)
            {
                open.level = open.level.max(Nano::from_units(i32::from(step.to.get())));
                open.raised_by = Some(self.program.id.clone());
            }
        }
    }
}

/// The ground of which the program removes most, and by when that one is needed.
fn closed(
    program: &Program,
    open: &Open<'_>,
    offer: &Offer<'_>,
) -> Option<(ClosedGap, Option<NaiveDate>)> {
    let step = offer.step(&program.id, &open.need.competency)?;
    if !open.admitted(&program.id, step, offer) {
        return None;
    }
    let to = Nano::from_units(i32::from(step.to.get()));
    let removed = |ground: &GroundGap| {
        let gap = (required(ground).min(to) - open.level).or_zero();
        gap.times(u32::from(ground.importance.get()))
    };
    let rank = |ground: &&GroundGap| (removed(ground), std::cmp::Reverse(ground.ground));
    let ground = open.need.grounds.iter().max_by_key(rank)?;
    let closes = ClosedGap {
        competency: open.need.competency.clone(),
        ground: ground.ground,
        priority: removed(ground).into(),
    };
    (removed(ground) > Nano::ZERO).then_some((closes, ground.needed_by))
}

fn required(ground: &GroundGap) -> Nano {
    Nano::from_units(i32::from(ground.required.get()))
}
