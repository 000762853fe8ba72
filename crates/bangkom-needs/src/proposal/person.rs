use std::collections::BTreeSet;

use bangkom_domain::demand::DemandRow;
use bangkom_domain::id::{PersonId, ProgramId};
use bangkom_domain::program::Program;

use super::choice::{Choice, Open};
use super::decided::Decided;
use super::offer::Offer;
use super::{UnclosedGap, UnclosedReason};
use crate::gap::Need;

/// Chooses programs for one person.
pub(super) struct Chooser<'a> {
    pub offer: &'a Offer<'a>,
    pub decided: &'a Decided,
    pub max_programs: u32,
}

/// What was chosen for one person.
pub(super) struct Chosen<'a> {
    pub rows: Vec<DemandRow>,
    pub open: Vec<Open<'a>>,
    pub unclosed: Vec<UnclosedGap>,
}

impl<'a> Chooser<'a> {
    /// Programs for these needs of one person: the seats granted by officials first, then
    /// always the one that removes most of what is left.
    pub(super) fn choose(
        &self,
        person: PersonId,
        needs: &[&'a Need],
        granted: &[&'a Program],
    ) -> Chosen<'a> {
        let mut open: Vec<Open<'a>> = needs.iter().map(|need| Open::new(need)).collect();
        let mut choices: Vec<Choice<'a>> = Vec::new();
        for program in granted {
            self.take(
                Choice::new(program, &open, self.offer),
                &mut choices,
                &mut open,
            );
        }
        let limit = self.max_programs as usize + granted.len();
        while choices.len() < limit {
            match self.best(person, &open, &choices) {
                Some(best) => self.take(best, &mut choices, &mut open),
                None => break,
            }
        }
        let unclosed = open
            .iter()
            .filter_map(|open| self.unclosed(person, open, &choices))
            .collect();
        Chosen {
            rows: self.rows(person, choices),
            open,
            unclosed,
        }
    }

    fn take(&self, choice: Choice<'a>, choices: &mut Vec<Choice<'a>>, open: &mut [Open<'_>]) {
        choice.apply(open, self.offer);
        choices.push(choice);
    }

    fn best(
        &self,
        person: PersonId,
        open: &[Open<'a>],
        choices: &[Choice<'a>],
    ) -> Option<Choice<'a>> {
        let mut seen = BTreeSet::new();
        open.iter()
            .filter(|open| open.need.screen.allows_training())
            .flat_map(|open| self.offer.teaching(&open.need.competency).iter().copied())
            .filter(|program| seen.insert(&program.id))
            .filter(|program| choices.iter().all(|choice| choice.program.id != program.id))
            .filter(|program| self.refused(person, program).is_none())
            .map(|program| Choice::new(program, open, self.offer))
            .filter(|choice| choice.value.points() > 0)
            .min_by(|a, b| a.rank().cmp(&b.rank()))
    }

    /// What an official refused of a program or of what must come before it.
    fn refused(&self, person: PersonId, program: &'a Program) -> Option<&'a ProgramId> {
        std::iter::once(&program.id)
            .chain(self.offer.before(&program.id))
            .find(|id| self.decided.refuses(person, id))
    }

    /// One row for each choice and for everything that must come before it.
    fn rows(&self, person: PersonId, choices: Vec<Choice<'a>>) -> Vec<DemandRow> {
        let chosen: BTreeSet<&ProgramId> =
            choices.iter().map(|choice| &choice.program.id).collect();
        let before: BTreeSet<&ProgramId> = choices
            .iter()
            .flat_map(|choice| self.offer.before(&choice.program.id))
            .collect();
        let mut rows: Vec<DemandRow> = choices
            .into_iter()
            .map(|choice| self.row(person, choice))
            .collect();
        let added = before.difference(&chosen).map(|id| DemandRow {
            person,
            program: (*id).clone(),
            value: bangkom_domain::measure::DemandValue::default().into(),
            mandatory: false,
            needed_by: None,
            standing: self.decided.standing(person, id),
            closes: Vec::new(),
        });
        rows.extend(added);
        rows.sort_by(|a, b| a.program.cmp(&b.program));
        rows
    }

    fn row(&self, person: PersonId, choice: Choice<'a>) -> DemandRow {
        DemandRow {
            person,
            program: choice.program.id.clone(),
            value: choice.value.into(),
            mandatory: choice.program.mandatory,
            needed_by: choice.needed_by,
            standing: self.decided.standing(person, &choice.program.id),
            closes: choice.closes,
        }
    }

    fn unclosed(
        &self,
        person: PersonId,
        open: &Open<'_>,
        choices: &[Choice<'a>],
    ) -> Option<UnclosedGap> {
        let remaining = open.remaining();
        (remaining.raw() > 0).then(|| UnclosedGap {
            person,
            unit: open.need.unit.clone(),
            competency: open.need.competency.clone(),
            remaining: remaining.into(),
            reasons: self.reasons(person, open, choices),
        })
    }

    fn reasons(
        &self,
        person: PersonId,
        open: &Open<'_>,
        choices: &[Choice<'a>],
    ) -> Vec<UnclosedReason> {
        let mut reasons = Vec::new();
        if !open.need.screen.allows_training() {
            let cause = open.need.screen.main_cause;
            reasons.push(UnclosedReason::CauseIsNotTraining { cause });
        }
        let teaching = self.offer.teaching(&open.need.competency);
        if teaching.is_empty() {
            reasons.push(UnclosedReason::NoProgram);
        } else if reasons.is_empty() {
            let why = teaching
                .iter()
                .filter_map(|program| self.why(person, program, open, choices));
            reasons.extend(why);
        }
        reasons.sort();
        reasons
    }

    /// Why a program that teaches the competency does not close the rest.
    fn why(
        &self,
        person: PersonId,
        program: &'a Program,
        open: &Open<'_>,
        choices: &[Choice<'a>],
    ) -> Option<UnclosedReason> {
        let step = self.offer.step(&program.id, &open.need.competency)?;
        let id = program.id.clone();
        let to = bangkom_domain::measure::Nano::from_units(i32::from(step.to.get()));
        let chosen = choices.iter().any(|choice| choice.program.id == program.id);
        Some(
            if let Some(refused) = self.refused(person, program).filter(|_| !chosen) {
                UnclosedReason::Refused {
                    program: refused.clone(),
                }
            } else if !open.admitted(&program.id, step, self.offer) {
                UnclosedReason::EntryLevelTooLow {
                    program: id,
                    from: step.from,
                }
            } else if chosen || to <= open.level {
                UnclosedReason::LevelNotReached {
                    program: id,
                    to: step.to,
                }
            } else {
                UnclosedReason::OtherProgramsFirst { program: id }
            },
        )
    }
}
