use std::ops::Range;

use super::State;
use super::change::{Change, OfDay, days};
use crate::rules::timetable::Rule;
use crate::timetable::tables::Place;

impl State<'_> {
    /// What depends on the instructor: fit, times, limits and loads.
    pub(super) fn teaching_delta(&self, change: &Change) -> Option<i64> {
        let (old, new) = (change.old.instructor, change.new.instructor);
        if old == Place::NONE && new == Place::NONE {
            return Some(0);
        }
        let mut delta = self.fit_delta(change);
        if old == new {
            let who = usize::from(old);
            delta += change.days(self.tables, |of| self.day_delta(who, of))?;
        } else {
            if old != Place::NONE {
                let leaves = |of: OfDay| self.day_delta(usize::from(old), OfDay { taken: 0, ..of });
                delta += change.days(self.tables, leaves)?;
            }
            if new != Place::NONE {
                let enters = |of: OfDay| self.day_delta(usize::from(new), OfDay { left: 0, ..of });
                delta += change.days(self.tables, enters)?;
            }
        }
        Some(delta + self.load_delta(change)?)
    }

    fn fit_delta(&self, change: &Change) -> i64 {
        let t = self.tables;
        let all = t.instructors.limits.len();
        let cost = |place: Place, block: &Range<u32>| {
            if place.instructor == Place::NONE {
                return 0;
            }
            let who = usize::from(place.instructor);
            let fit = t.kinds.instructor_cost.get(change.kind * all + who);
            let avoid = |slot: u32| t.instructors.avoid.get(who * t.slots + slot as usize);
            fit.copied().unwrap_or(0) + block.clone().filter_map(avoid).sum::<i64>()
        };
        cost(change.new, &change.taken) - cost(change.old, &change.left)
    }

    /// The day of an instructor; refuses slots that are taught or booked already.
    fn day_delta(&self, who: usize, of: OfDay) -> Option<i64> {
        let t = self.tables;
        let at = who * t.days + of.day;
        let before = self.taught[at];
        let kept = before & !of.left;
        if (kept | t.instructors.booked[at]) & of.taken != 0 {
            return None;
        }
        let away = |bits: u64| i64::from((bits & t.instructors.away[at]).count_ones());
        let price = t.prices.of(Rule::Availability);
        let delta = price.change(away(of.left), away(of.taken))?;
        let after = kept | of.taken;
        Some(delta + self.limits_delta(t.instructors.limits[who], before, after, 1)?)
    }

    fn load_delta(&self, change: &Change) -> Option<i64> {
        if change.old.instructor == change.new.instructor {
            return Some(0);
        }
        let t = self.tables;
        let length = i64::from(t.kinds.all[change.kind].length);
        let mut delta = 0;
        for (place, sign) in [(change.old, -1), (change.new, 1)] {
            if place.instructor == Place::NONE {
                continue;
            }
            let who = usize::from(place.instructor);
            let before = i64::from(self.load[who]);
            let after = before + sign * length;
            let most = i64::from(t.instructors.most[who]);
            let over = |load: i64| (load - most).max(0);
            delta += t
                .prices
                .of(Rule::LoadLimit)
                .change(over(before), over(after))?;
            let unfair = |load: i64| (load - t.instructors.fair).max(0);
            delta += t
                .prices
                .of(Rule::LoadBalance)
                .change(unfair(before), unfair(after))?;
        }
        Some(delta)
    }

    pub(super) fn mark_teaching(
        &mut self,
        change: &Change,
        place: Place,
        block: &Range<u32>,
        entering: bool,
    ) {
        if place.instructor == Place::NONE {
            return;
        }
        let t = self.tables;
        let who = usize::from(place.instructor);
        for day in days(t, block) {
            self.taught[who * t.days + day] ^= t.bits(block, day);
        }
        let length = u32::from(t.kinds.all[change.kind].length);
        let load = &mut self.load[who];
        *load = if entering {
            *load + length
        } else {
            *load - length
        };
    }
}
