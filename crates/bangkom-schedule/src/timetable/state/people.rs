use std::ops::Range;

use super::State;
use super::change::{Change, days};
use super::place::step;
use crate::rules::timetable::Rule;

impl State<'_> {
    /// The people of units who are away beyond what the units can spare.
    pub(super) fn staffing_delta(&self, change: &Change) -> Option<i64> {
        let t = self.tables;
        let groups = t.units.groups_of.of(change.batch);
        if groups.is_empty() || !t.kinds.all[change.kind].away {
            return Some(0);
        }
        let price = t.prices.of(Rule::Staffing);
        change.days(t, |of| {
            let (left, taken) = (u16::from(of.left != 0), u16::from(of.taken != 0));
            let (mut delta, mut rest) = (0, groups);
            while let Some(first) = rest.first() {
                let unit = t.units.groups[*first as usize].0;
                let same = |group: &u32| t.units.groups[*group as usize].0 == unit;
                let (of_unit, others) = rest.split_at(rest.partition_point(same));
                rest = others;
                let mut change = 0;
                for group in of_unit {
                    let sessions = self.away[*group as usize * t.days + of.day];
                    let (before, after) = (sessions > 0, sessions - left + taken > 0);
                    let size = i64::from(t.units.groups[*group as usize].1);
                    change += size * (i64::from(after) - i64::from(before));
                }
                let at = unit as usize * t.days + of.day;
                let (gone, cap) = (i64::from(self.gone[at]), i64::from(t.units.cap[at]));
                let above = |gone: i64| (gone - cap).max(0);
                delta += price.change(above(gone), above(gone + change))?;
            }
            Some(delta)
        })
    }

    pub(super) fn mark_people(&mut self, change: &Change, block: &Range<u32>, entering: bool) {
        let t = self.tables;
        if !t.kinds.all[change.kind].away {
            return;
        }
        for day in days(t, block) {
            for group in t.units.groups_of.of(change.batch) {
                let (unit, size) = t.units.groups[*group as usize];
                let sessions = &mut self.away[*group as usize * t.days + day];
                *sessions = step(*sessions, entering);
                if *sessions == u16::from(entering) {
                    let gone = &mut self.gone[unit as usize * t.days + day];
                    *gone = if entering { *gone + size } else { *gone - size };
                }
            }
        }
    }
}
