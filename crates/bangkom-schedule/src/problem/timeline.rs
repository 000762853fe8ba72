use std::ops::Range;

use bangkom_domain::calendar::{Calendar, Period};
use bangkom_domain::plan::SlotSpan;
use chrono::NaiveDate;

use super::bits::Mask;

/// The working days of the horizon and their slots, numbered in order of time.
#[derive(Debug, Clone, Default)]
pub(crate) struct Timeline {
    days: Vec<NaiveDate>,
    /// The first slot of each day; one more entry ends the last day.
    first: Vec<u32>,
    day_of: Vec<u32>,
    /// For each slot, the length of the run that begins there without too long a pause.
    run: Vec<u32>,
}

impl Timeline {
    pub(crate) fn new(calendar: &Calendar, horizon: Period, max_pause: Option<u16>) -> Self {
        let days = calendar.working_days(horizon);
        let (mut first, mut day_of) = (vec![0], Vec::new());
        for (index, day) in days.iter().enumerate() {
            let slots = calendar.slots(*day).len().min(usize::from(u8::MAX));
            day_of.extend(std::iter::repeat_n(index as u32, slots));
            first.push(day_of.len() as u32);
        }
        let run = runs(&days, &day_of, max_pause);
        Self {
            days,
            first,
            day_of,
            run,
        }
    }

    pub(crate) fn days(&self) -> &[NaiveDate] {
        &self.days
    }

    pub(crate) fn slots(&self) -> u32 {
        self.day_of.len() as u32
    }

    /// How many slots a day has.
    pub(crate) fn slots_on(&self, day: u32) -> u32 {
        self.first[day as usize + 1] - self.first[day as usize]
    }

    pub(crate) fn day_of(&self, slot: u32) -> u32 {
        self.day_of[slot as usize]
    }

    pub(crate) fn date_of(&self, slot: u32) -> NaiveDate {
        self.days[self.day_of(slot) as usize]
    }

    /// The day and the slot of the day.
    pub(crate) fn at(&self, slot: u32) -> (NaiveDate, u8) {
        let day = self.day_of(slot) as usize;
        (self.days[day], (slot - self.first[day]) as u8)
    }

    pub(crate) fn day_index(&self, date: NaiveDate) -> Option<u32> {
        self.days.binary_search(&date).ok().map(|day| day as u32)
    }

    /// The first slot on or after a date; the number of slots when there is none.
    pub(crate) fn first_slot_from(&self, date: NaiveDate) -> u32 {
        self.first[self.days.partition_point(|day| *day < date)]
    }

    /// The slots from `start`, when a session of this length may begin there.
    pub(crate) fn block(&self, start: u32, length: u32) -> Option<Range<u32>> {
        let run = *self.run.get(start as usize)?;
        (length <= run).then(|| start..start + length)
    }

    /// The length of the longest session that fits anywhere.
    pub(crate) fn longest(&self) -> u32 {
        self.run.iter().copied().max().unwrap_or(0)
    }

    /// The slots that a span names, as far as they exist.
    pub(crate) fn slots_of(&self, span: SlotSpan) -> Range<u32> {
        let Some(day) = self.day_index(span.date) else {
            return 0..0;
        };
        let end = self.first[day as usize + 1];
        let from = self.first[day as usize] + u32::from(span.first);
        from.min(end)..(from + u32::from(span.count)).min(end)
    }

    /// The slots as spans of days.
    pub(crate) fn spans(&self, slots: Range<u32>) -> Vec<SlotSpan> {
        let mut spans: Vec<SlotSpan> = Vec::new();
        for slot in slots {
            let day = self.day_of(slot);
            let date = self.days[day as usize];
            match spans.last_mut() {
                Some(span) if span.date == date => span.count += 1,
                _ => spans.push(SlotSpan {
                    date,
                    first: (slot - self.first[day as usize]) as u8,
                    count: 1,
                }),
            }
        }
        spans
    }

    /// The working days within any of the periods.
    pub(crate) fn days_within<'a>(
        &'a self,
        periods: impl IntoIterator<Item = Period> + 'a,
    ) -> impl Iterator<Item = u32> + 'a {
        periods.into_iter().flat_map(|period| {
            let from = self.days.partition_point(|day| *day < period.first());
            let to = self.days.partition_point(|day| *day <= period.last());
            from as u32..to as u32
        })
    }

    /// The days of these slots, each once, as a mask.
    pub(crate) fn day_mask(&self, slots: impl IntoIterator<Item = u32>) -> Mask {
        slots.into_iter().map(|slot| self.day_of(slot)).collect()
    }
}

fn runs(days: &[NaiveDate], day_of: &[u32], max_pause: Option<u16>) -> Vec<u32> {
    let mut run = vec![1; day_of.len()];
    for slot in (0..day_of.len().saturating_sub(1)).rev() {
        let (here, next) = (days[day_of[slot] as usize], days[day_of[slot + 1] as usize]);
        let pause = (next - here).num_days() - 1;
        if max_pause.is_none_or(|most| pause <= i64::from(most)) {
            run[slot] = run[slot + 1] + 1;
        }
    }
    run
}
