use super::State;
use super::change::{Change, days};
use crate::timetable::problem::DayLimits;

impl State<'_> {
    /// The free slots that are missing overnight in one calendar, given its taken slots by day.
    ///
    /// `was` and `is` say whether the session is in the calendar before and after the change.
    pub(super) fn night_delta(
        &self,
        limits: DayLimits,
        taken: &[u64],
        people: i64,
        change: &Change,
        (was, is): (bool, bool),
    ) -> Option<i64> {
        let Some(least) = limits.night else {
            return Some(0);
        };
        let t = self.tables;
        let after = |day: usize| {
            let left = if was { t.bits(&change.left, day) } else { 0 };
            let entered = if is { t.bits(&change.taken, day) } else { 0 };
            (taken[day] & !left) | entered
        };
        let missing = |day: usize, evening: u64, morning: u64| {
            let consecutive = t.date[day] + 1 == t.date[day + 1];
            if !consecutive || evening == 0 || morning == 0 {
                return 0;
            }
            let late = t.day_slots[day] - (64 - evening.leading_zeros());
            let free = late + morning.trailing_zeros();
            i64::from(u32::from(least).saturating_sub(free)) * people
        };
        let (mut before, mut now) = (0, 0);
        for day in self.evenings(change) {
            before += missing(day, taken[day], taken[day + 1]);
            now += missing(day, after(day), after(day + 1));
        }
        t.night.change(before, now)
    }

    /// The days whose following night the change may touch, each once.
    fn evenings(&self, change: &Change) -> impl Iterator<Item = usize> {
        let t = self.tables;
        let around = |block| {
            let touched = days(t, block);
            let first = touched.start.saturating_sub(1);
            if touched.is_empty() {
                0..0
            } else {
                first..touched.end.min(t.days - 1)
            }
        };
        let (left, taken) = (around(&change.left), around(&change.taken));
        let more = taken.filter({
            let left = left.clone();
            move |day| !left.contains(day)
        });
        left.chain(more)
    }
}
