use super::State;
use super::change::Change;
use crate::rules::timetable::Rule;
use crate::timetable::problem::DayLimits;
use crate::timetable::tables::Relation;

impl State<'_> {
    /// Isolated slots, load and rest of the calendars of the batch.
    pub(super) fn calendar_delta(&self, change: &Change) -> Option<i64> {
        let t = self.tables;
        let of_days = change.days(t, |of| {
            let mut delta = 0;
            for calendar in t.calendars.of.of(change.batch) {
                let calendar = *calendar as usize;
                let before = self.taken[calendar * t.days + of.day];
                let after = (before & !of.left) | of.taken;
                if after == before {
                    continue;
                }
                let people = t.calendars.people[calendar];
                let alone = |taken| t.isolated(taken) * people;
                delta += t.compactness.change(alone(before), alone(after))?;
                if t.calendars.limited {
                    delta +=
                        self.limits_delta(t.calendars.limits[calendar], before, after, people)?;
                }
            }
            Some(delta)
        })?;
        Some(of_days + self.nights_delta(change)?)
    }

    /// The rest overnight of the calendars of the batch.
    fn nights_delta(&self, change: &Change) -> Option<i64> {
        let t = self.tables;
        if !t.calendars.nights {
            return Some(0);
        }
        let mut delta = 0;
        for calendar in t.calendars.of.of(change.batch) {
            let calendar = *calendar as usize;
            let taken = &self.taken[calendar * t.days..][..t.days];
            let people = t.calendars.people[calendar];
            let limits = t.calendars.limits[calendar];
            delta += self.night_delta(limits, taken, people, change, (true, true))?;
        }
        Some(delta)
    }

    /// The slots of a day, and in a row, beyond the limits.
    pub(super) fn limits_delta(
        &self,
        limits: DayLimits,
        before: u64,
        after: u64,
        people: i64,
    ) -> Option<i64> {
        let mut delta = 0;
        if let Some(most) = limits.slots {
            let above = |taken: u64| i64::from(taken.count_ones().saturating_sub(u32::from(most)));
            let (before, after) = (above(before) * people, above(after) * people);
            delta += self.tables.daily_load.change(before, after)?;
        }
        if let Some(most) = limits.run {
            let above = |taken: u64| beyond_runs(taken, u32::from(most)) * people;
            delta += self.tables.rest.change(above(before), above(after))?;
        }
        Some(delta)
    }

    /// Order and distance to the sessions that this one is related to.
    pub(super) fn order_delta(&self, change: &Change) -> Option<i64> {
        let t = self.tables;
        let relations = t.sessions.relations.of(change.session);
        if relations.is_empty() {
            return Some(0);
        }
        let price = t.prices.of(Rule::Precedence);
        let mut delta = 0;
        for relation in relations {
            let before = self.is_broken(relation, &change.left);
            let after = self.is_broken(relation, &change.taken);
            delta += price.change(i64::from(before), i64::from(after))?;
        }
        Some(delta)
    }

    /// The sessions in the wrong order, or at the wrong distance, when this one is in the block.
    pub(crate) fn out_of_order(
        &self,
        session: usize,
        block: &std::ops::Range<u32>,
    ) -> impl Iterator<Item = u32> {
        let t = self.tables;
        let blocks = t.prices.of(Rule::Precedence).blocks;
        let relations = t.sessions.relations.of(session).iter();
        let broken = relations.filter(move |relation| blocks && self.is_broken(relation, block));
        broken.map(|relation| relation.other)
    }

    fn is_broken(&self, relation: &Relation, block: &std::ops::Range<u32>) -> bool {
        let t = self.tables;
        let other = relation.other as usize;
        let theirs = t.block(t.sessions.kind_of[other] as usize, self.places[other]);
        if block.is_empty() || theirs.is_empty() {
            return false;
        }
        let (first, second) = if relation.other_later {
            (block, &theirs)
        } else {
            (&theirs, block)
        };
        if relation.ordered && first.end > second.start {
            return true;
        }
        let date = |slot: u32| t.date[usize::from(t.day_of[slot as usize])];
        relation.gap.is_some_and(|gap| {
            let days = date(second.start) - date(first.end - 1);
            let late = gap.greatest_days.is_some_and(|most| days > i32::from(most));
            days < i32::from(gap.least_days) || late
        })
    }
}

/// The slots of the runs beyond a length.
fn beyond_runs(taken: u64, most: u32) -> i64 {
    let (mut rest, mut beyond) = (taken, 0);
    while rest != 0 {
        rest >>= rest.trailing_zeros();
        let length = rest.trailing_ones();
        beyond += length.saturating_sub(most);
        rest = rest.checked_shr(length).unwrap_or(0);
    }
    i64::from(beyond)
}
