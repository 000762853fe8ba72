use chrono::Weekday;

use super::{CalendarFinding, Slot, WeekdaySlots};

/// The slots of the seven days of a week, Monday first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Week([Vec<Slot>; 7]);

impl Week {
    /// Takes what is sound of the rows; a day of the week that is not is left without slots.
    pub(super) fn check(
        year: i32,
        rows: &[WeekdaySlots],
        findings: &mut Vec<CalendarFinding>,
    ) -> Self {
        let mut week = Self::default();
        for day in (0..7).filter_map(|day| Weekday::try_from(day).ok()) {
            let mut given = rows.iter().filter(|row| row.weekday == day).map(sorted);
            let Some(slots) = given.next() else { continue };
            if given.any(|other| other != slots) {
                findings.push(CalendarFinding::WeekdayConflict { year, weekday: day });
            } else if is_sound(&slots) {
                week.0[day.num_days_from_monday() as usize] = slots;
            } else {
                findings.push(CalendarFinding::SlotsUnsound { year, weekday: day });
            }
        }
        week
    }

    pub(super) fn slots(&self, day: Weekday) -> &[Slot] {
        &self.0[day.num_days_from_monday() as usize]
    }
}

fn sorted(row: &WeekdaySlots) -> Vec<Slot> {
    let mut slots = row.slots.clone();
    slots.sort_by_key(|slot| (slot.from, slot.to));
    slots
}

/// A day's slots are numbered in one byte, so there are at most 255 of them.
fn is_sound(slots: &[Slot]) -> bool {
    u8::try_from(slots.len()).is_ok()
        && slots.iter().all(|slot| slot.from < slot.to)
        && slots.is_sorted_by(|first, second| first.to <= second.from)
}
