use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::place::{Placed, When};
use super::state::State;
use crate::problem::bits::Mask;
use crate::problem::programs::{ProgramData, SessionNeed};

/// What was lacking when a batch was to be dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lack {
    Dates,
    Room,
    Teacher,
    Expert,
    Money,
    People,
    Mixing,
    Limit,
}

impl State<'_> {
    /// The sessions of a batch that begins in this slot, each at its earliest.
    pub(super) fn date(
        &self,
        program: u32,
        start: u32,
        seats: u32,
        lacks: &mut BTreeSet<Lack>,
    ) -> Option<Vec<Placed>> {
        let data = &self.problem.programs[program as usize];
        if start < self.first_start() {
            return None;
        }
        let mut placed: Vec<Placed> = Vec::new();
        for (row, need) in data.sessions.iter().enumerate() {
            let starts = self.starts(&placed, need, start);
            let mut starts = starts.into_iter();
            placed.push(
                starts.find_map(|start| self.place(data, row, start, seats, &placed, lacks))?,
            );
        }
        Some(placed)
    }

    /// The first slot in which a new batch may begin.
    pub(super) fn first_start(&self) -> u32 {
        let first = self.problem.inputs.policy.not_before;
        first.map_or(0, |day| self.problem.time.first_slot_from(day))
    }

    /// The slots in which the next session may begin.
    fn starts(&self, placed: &[Placed], need: &SessionNeed, first: u32) -> Vec<u32> {
        let time = &self.problem.time;
        let Some(before) = placed.last() else {
            return vec![first];
        };
        let Some((least, greatest)) = need.gap else {
            return vec![before.slots.end];
        };
        let last = time.date_of(before.slots.end - 1);
        let plus = |days: i64| {
            let days = Days::new(days.unsigned_abs());
            last.checked_add_days(days).unwrap_or(NaiveDate::MAX)
        };
        let from = time.first_slot_from(plus(least)).max(before.slots.end);
        let to = plus(greatest)
            .succ_opt()
            .map_or(time.slots(), |day| time.first_slot_from(day));
        (from..to).collect()
    }

    fn place(
        &self,
        data: &ProgramData,
        row: usize,
        start: u32,
        seats: u32,
        placed: &[Placed],
        lacks: &mut BTreeSet<Lack>,
    ) -> Option<Placed> {
        let (time, need) = (&self.problem.time, &data.sessions[row]);
        let slots = time.block(start, need.slots)?;
        let end = time.date_of(slots.end - 1);
        if data.deadline.is_some_and(|deadline| end > deadline) {
            return None;
        }
        let mask: Mask = slots.clone().collect();
        let days = time.day_mask(slots.clone());
        let room = match &need.rooms {
            None => None,
            Some(rooms) => {
                let before = placed.iter().rev().find_map(|session| session.room);
                let room = self.room(rooms, before, seats, data.min_seats, &mask, &days);
                if room.is_none() {
                    lacks.insert(Lack::Room);
                }
                Some(room?)
            }
        };
        let teachers = self.teachers_for(data, need, placed, &mask, &days, lacks)?;
        Some(Placed {
            slots,
            room,
            teachers,
        })
    }

    /// The room used before, else the smallest that is large enough, else the largest.
    pub(super) fn room(
        &self,
        rooms: &[u32],
        before: Option<u32>,
        seats: u32,
        least: u32,
        mask: &Mask,
        days: &Mask,
    ) -> Option<u32> {
        let supply = &self.problem.supply;
        let capacity = |row: u32| supply.rooms[row as usize].capacity;
        let free = |row: &u32| {
            !self.rooms.meets(*row as usize, mask)
                && !supply.rooms_closed.meets(*row as usize, days)
        };
        let stay = before
            .filter(|row| rooms.contains(row) && capacity(*row) >= seats)
            .filter(free);
        let large = || {
            let fits = rooms.iter().copied();
            let fits: Vec<u32> = fits
                .filter(|row| capacity(*row) >= seats && free(row))
                .collect();
            let twisted = (self.twist as usize).checked_rem(fits.len());
            twisted.map(|place| fits[place])
        };
        let largest = || {
            let mut rooms = rooms.iter().copied().rev();
            rooms.find(|row| capacity(*row) >= least && capacity(*row) < seats && free(row))
        };
        stay.or_else(large).or_else(largest)
    }

    /// Experts first, then others; those who teach the batch already come first in each.
    pub(super) fn teachers_for(
        &self,
        data: &ProgramData,
        need: &SessionNeed,
        placed: &[Placed],
        mask: &Mask,
        days: &Mask,
        lacks: &mut BTreeSet<Lack>,
    ) -> Option<Vec<u32>> {
        let supply = &self.problem.supply;
        let known: BTreeSet<u32> = placed.iter().flat_map(|s| s.teachers.clone()).collect();
        let in_batch = |row: u32| -> u32 {
            let taught = placed
                .iter()
                .filter(|session| session.teachers.contains(&row));
            taught.map(|session| session.slots.len() as u32).sum()
        };
        let free = |row: &u32| {
            let slots = self.taught[*row as usize] + in_batch(*row) + need.slots;
            slots <= supply.instructors[*row as usize].max_slots
                && !self.teachers.meets(*row as usize, mask)
                && !supply.instructors_away.meets(*row as usize, days)
        };
        let mut order: Vec<u32> = data.qualified.iter().copied().filter(free).collect();
        order.sort_by_key(|row| (!known.contains(row), self.teacher_price[*row as usize]));
        let expert = |row: &u32| supply.instructors[*row as usize].expert;
        let mut chosen: Vec<u32> = order.iter().copied().filter(expert).collect();
        chosen.truncate(need.experts as usize);
        if (chosen.len() as u32) < need.experts {
            lacks.insert(Lack::Expert);
            return None;
        }
        for row in order {
            if (chosen.len() as u32) < need.instructors && !chosen.contains(&row) {
                chosen.push(row);
            }
        }
        if (chosen.len() as u32) < need.instructors {
            lacks.insert(Lack::Teacher);
            return None;
        }
        chosen.sort_unstable();
        Some(chosen)
    }

    /// When the sessions take place.
    pub(super) fn when(&self, program: u32, sessions: &[Placed]) -> Option<When> {
        let time = &self.problem.time;
        let needs = &self.problem.programs[program as usize].sessions;
        let all = || sessions.iter().flat_map(|session| session.slots.clone());
        let away: BTreeSet<u32> = sessions
            .iter()
            .zip(needs)
            .filter(|(_, need)| need.away)
            .flat_map(|(session, _)| session.slots.clone())
            .map(|slot| time.day_of(slot))
            .collect();
        Some(When {
            slots: all().collect(),
            days: time.day_mask(all()),
            away: away.into_iter().collect(),
            length: all().count() as u32,
            begin: time.at(all().next()?),
            end: time.at(all().last()?),
        })
    }
}
