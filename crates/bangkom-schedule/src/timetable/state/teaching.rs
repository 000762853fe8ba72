use std::ops::Range;

use super::State;
use super::change::{Change, OfDay, days};
use crate::rules::timetable::Rule;
use crate::timetable::tables::Place;

impl State<'_> {
    /// What depends on the instructors: fit, times, limits and loads.
    pub(super) fn teaching_delta(&self, change: &Change) -> Option<i64> {
        let t = self.tables;
        let (old, new) = (t.teams.of(change.old.team), t.teams.of(change.new.team));
        if old.is_empty() && new.is_empty() {
            return Some(0);
        }
        let mut delta = self.fit_cost(change.kind, change.new.team, &change.taken)
            - self.fit_cost(change.kind, change.old.team, &change.left);
        for who in old {
            let stays = new.contains(who);
            delta += self.instructor_delta(change, *who, (true, stays))?;
        }
        for who in new.iter().filter(|who| !old.contains(who)) {
            delta += self.instructor_delta(change, *who, (false, true))?;
        }
        Some(delta)
    }

    /// What it costs that a team teaches the kind in these slots, whatever else it teaches.
    fn fit_cost(&self, kind: usize, team: u16, block: &Range<u32>) -> i64 {
        let t = self.tables;
        let all = t.instructors.limits.len();
        let of = |who: &u16| {
            let who = usize::from(*who);
            let fit = t.kinds.instructor_cost.get(kind * all + who);
            let mut cost = fit.copied().unwrap_or(0);
            if t.kinds.holds(kind, Rule::Preferences) {
                let avoid = |slot: u32| t.instructors.avoid.get(who * t.slots + slot as usize);
                cost += block.clone().filter_map(avoid).sum::<i64>();
            }
            cost
        };
        t.teams.of(team).iter().map(of).sum()
    }

    /// One instructor who taught the session before, teaches it after, or both.
    fn instructor_delta(&self, change: &Change, who: u16, (was, is): (bool, bool)) -> Option<i64> {
        let who = usize::from(who);
        let holds = self.tables.kinds.holds(change.kind, Rule::Availability);
        let mut delta = change.days(self.tables, |of| {
            let of = OfDay {
                left: if was { of.left } else { 0 },
                taken: if is { of.taken } else { 0 },
                ..of
            };
            self.day_delta(who, of, holds)
        })?;
        let limits = self.tables.instructors.limits[who];
        if limits.night.is_some() {
            let taught = &self.taught[who * self.tables.days..][..self.tables.days];
            delta += self.night_delta(limits, taught, 1, change, (was, is))?;
        }
        if was == is {
            return Some(delta);
        }
        Some(delta + self.load_delta(change.kind, who, is)?)
    }

    /// The day of an instructor; refuses slots that are taught or booked already.
    fn day_delta(&self, who: usize, of: OfDay, must_be_there: bool) -> Option<i64> {
        let t = self.tables;
        let at = who * t.days + of.day;
        let before = self.taught[at];
        let kept = before & !of.left;
        if (kept | t.instructors.booked[at]) & of.taken != 0 {
            return None;
        }
        let mut delta = 0;
        if must_be_there {
            let away = |bits: u64| i64::from((bits & t.instructors.away[at]).count_ones());
            let price = t.prices.of(Rule::Availability);
            delta += price.change(away(of.left), away(of.taken))?;
        }
        let after = kept | of.taken;
        Some(delta + self.limits_delta(t.instructors.limits[who], before, after, 1)?)
    }

    /// The load of an instructor who gets the session, or gives it away.
    fn load_delta(&self, kind: usize, who: usize, gets: bool) -> Option<i64> {
        let t = self.tables;
        let length = i64::from(t.kinds.all[kind].length);
        let before = i64::from(self.load[who]);
        let after = if gets {
            before + length
        } else {
            before - length
        };
        let most = i64::from(t.instructors.most[who]);
        let over = |load: i64| (load - most).max(0);
        let limit = t.prices.of(Rule::LoadLimit);
        let unfair = |load: i64| (load - t.instructors.fair).max(0);
        let balance = t.prices.of(Rule::LoadBalance);
        let delta = limit.change(over(before), over(after))?;
        Some(delta + balance.change(unfair(before), unfair(after))?)
    }

    pub(super) fn mark_teaching(
        &mut self,
        change: &Change,
        place: Place,
        block: &Range<u32>,
        entering: bool,
    ) {
        let t = self.tables;
        let length = u32::from(t.kinds.all[change.kind].length);
        for who in t.teams.of(place.team) {
            let who = usize::from(*who);
            for day in days(t, block) {
                self.taught[who * t.days + day] ^= t.bits(block, day);
            }
            let load = &mut self.load[who];
            *load = if entering {
                *load + length
            } else {
                *load - length
            };
        }
    }

    /// Whether all of a team are free, and there, in a block of slots.
    pub(crate) fn is_free_team(&self, kind: usize, team: u16, block: &Range<u32>) -> bool {
        let t = self.tables;
        let must_be_there =
            t.prices.of(Rule::Availability).blocks && t.kinds.holds(kind, Rule::Availability);
        t.teams.of(team).iter().all(|who| {
            days(t, block).all(|day| {
                let at = usize::from(*who) * t.days + day;
                let mut taken = self.taught[at] | t.instructors.booked[at];
                if must_be_there {
                    taken |= t.instructors.away[at];
                }
                taken & t.bits(block, day) == 0
            })
        })
    }
}
