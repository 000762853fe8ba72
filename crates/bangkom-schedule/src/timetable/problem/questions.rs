use bangkom_domain::id::{InstructorId, PersonId, RoomId, SessionId, UnitId};
use chrono::NaiveDate;

use super::{
    Assignment, Batch, Booking, Calendar, Day, Group, Input, Instructor, Person, Problem, Room,
    Session, Unit, Window,
};
use crate::rules::timetable::Rules;

/// The most kilometres that a person's way counts.
const FARTHEST_KM: u64 = 25;

/// How much of a fee makes one unit.
const FEE_UNIT: i64 = 100_000;

impl Problem {
    /// The input, as far as it is valid, in the order of the codes.
    pub fn input(&self) -> &Input {
        &self.input
    }

    /// The working days in order.
    pub fn days(&self) -> &[Day] {
        &self.input.days
    }

    /// How many slots all days have.
    pub fn slots(&self) -> u32 {
        self.first[self.input.days.len()]
    }

    /// The rooms.
    pub fn rooms(&self) -> &[Room] {
        &self.input.rooms
    }

    /// The instructors.
    pub fn instructors(&self) -> &[Instructor] {
        &self.input.instructors
    }

    /// The batches.
    pub fn batches(&self) -> &[Batch] {
        &self.input.batches
    }

    /// The assignments that were published.
    pub fn published(&self) -> &[Assignment] {
        &self.input.published
    }

    /// The assignments that must stay.
    pub fn pins(&self) -> &[Assignment] {
        &self.input.pins
    }

    /// The rules.
    pub fn rules(&self) -> &Rules {
        &self.input.rules
    }

    /// The day of a slot, by its place in [`days`](Self::days); the last day of a slot beyond.
    pub fn day_of(&self, slot: u32) -> usize {
        let after = self.first.partition_point(|first| *first <= slot);
        after.min(self.input.days.len()).saturating_sub(1)
    }

    /// The date of a slot.
    ///
    /// # Panics
    /// When there is no day.
    pub fn date_of(&self, slot: u32) -> NaiveDate {
        self.input.days[self.day_of(slot)].date
    }

    /// The slot with this place in its day, counted from 0.
    ///
    /// ```
    /// # use bangkom_schedule::timetable::{Day, Input, Problem};
    /// let date = chrono::NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// let next = date.succ_opt().unwrap();
    /// let days = vec![Day { date, slots: 8 }, Day { date: next, slots: 8 }];
    /// let problem = Problem::new(Input { days, ..Input::default() }).value;
    /// assert_eq!(problem.slot(next, 2), Some(10));
    /// assert_eq!(problem.slot(next, 8), None);
    /// assert_eq!((problem.date_of(10), problem.slot_of_day(10)), (next, 2));
    /// ```
    pub fn slot(&self, date: NaiveDate, of_day: u16) -> Option<u32> {
        let day = self
            .input
            .days
            .binary_search_by_key(&date, |day| day.date)
            .ok()?;
        let exists = of_day < self.input.days[day].slots;
        exists.then(|| self.first[day] + u32::from(of_day))
    }

    /// The place of a slot in its day, counted from 0.
    pub fn slot_of_day(&self, slot: u32) -> u32 {
        slot - self.first_of(self.day_of(slot)).min(slot)
    }

    /// The place of a session: that of its batch, and its own in the batch.
    pub(crate) fn place_of(&self, id: &SessionId) -> Option<(usize, usize)> {
        self.index.sessions.get(id).copied()
    }

    /// The rules that a session need not keep, as bits.
    pub(crate) fn excepted(&self, session: &SessionId) -> u32 {
        self.excepted.get(session).copied().unwrap_or(0)
    }

    /// The calendars of a batch, by their place in [`calendars`](Self::calendars).
    pub(crate) fn calendars_of(&self, batch: usize) -> &[usize] {
        &self.calendars_of[batch]
    }

    /// What was published of a batch.
    pub(crate) fn published_of(&self, batch: usize) -> impl Iterator<Item = &Assignment> {
        let published = &self.input.published;
        let of = |session: &Session| {
            let at = published.binary_search_by(|told| told.session.cmp(&session.id));
            at.ok().map(|at| &published[at])
        };
        self.input.batches[batch].sessions.iter().filter_map(of)
    }

    /// A session and the place of its batch in [`batches`](Self::batches).
    pub fn session(&self, id: &SessionId) -> Option<(usize, &Session)> {
        let (batch, at) = self.index.sessions.get(id)?;
        Some((*batch, &self.input.batches[*batch].sessions[*at]))
    }

    /// A room.
    pub fn room(&self, id: &RoomId) -> Option<&Room> {
        self.index.rooms.get(id).map(|at| &self.input.rooms[*at])
    }

    /// An instructor.
    pub fn instructor(&self, id: &InstructorId) -> Option<&Instructor> {
        self.index
            .instructors
            .get(id)
            .map(|at| &self.input.instructors[*at])
    }

    /// A unit.
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.index.units.get(id).map(|at| &self.input.units[*at])
    }

    /// How many people the sessions of a batch need seats for.
    pub fn seats(&self, batch: usize) -> u32 {
        let named = self.people[batch].len() as u32;
        self.input.batches[batch].seats.unwrap_or(named)
    }

    pub(crate) fn bookings(&self) -> &[Booking] {
        &self.input.bookings
    }

    pub(crate) fn groups(&self) -> &[Group] {
        &self.groups
    }

    pub(crate) fn calendars(&self) -> &[Calendar] {
        &self.calendars
    }

    pub(crate) fn first_of(&self, day: usize) -> u32 {
        self.first[day]
    }

    pub(crate) fn room_index(&self, id: &RoomId) -> Option<usize> {
        self.index.rooms.get(id).copied()
    }

    pub(crate) fn instructor_index(&self, id: &InstructorId) -> Option<usize> {
        self.index.instructors.get(id).copied()
    }

    /// Whether the session may begin in the slot: its block exists and ends where it must.
    pub(crate) fn is_block(&self, start: u32, session: &Session) -> bool {
        let Some(end) = start.checked_add(u32::from(session.slots)) else {
            return false;
        };
        let last = if session.spans_days {
            self.slots()
        } else {
            self.end_of_day(start)
        };
        end <= last
    }

    fn end_of_day(&self, slot: u32) -> u32 {
        if slot < self.slots() {
            self.first[self.day_of(slot) + 1]
        } else {
            0
        }
    }

    pub(crate) fn people_of(&self, batch: usize) -> impl Iterator<Item = &Person> {
        self.people[batch]
            .iter()
            .map(|person| &self.input.people[*person])
    }

    pub(crate) fn attends(&self, person: PersonId, batch: usize) -> bool {
        let index = self.index.people.get(&person);
        index.is_some_and(|person| self.people[batch].contains(person))
    }

    pub(crate) fn share_people(&self, first: usize, second: usize) -> bool {
        self.sharing[first].contains(&second)
    }

    pub(crate) fn sharing(&self, batch: usize) -> impl Iterator<Item = usize> {
        self.sharing[batch].iter().copied()
    }

    /// The batches that must end before this one begins.
    pub(crate) fn before(&self, batch: usize) -> impl Iterator<Item = usize> {
        let after = self.input.batches[batch].after.iter();
        after.map(|id| self.index.batches[id])
    }

    /// The kilometres that the people of a batch travel to a room, one way, all together.
    pub(crate) fn travel_km(&self, batch: usize, room: &Room) -> u64 {
        let place =
            |site: Option<&bangkom_domain::id::SiteId>| self.index.sites.get(site?).copied();
        let Some(to) = place(room.site.as_ref()) else {
            return 0;
        };
        let from = |person: &Person| {
            let unit = person.unit.as_ref().and_then(|id| self.unit(id))?;
            place(unit.site.as_ref())
        };
        let ways = self.people_of(batch).filter_map(from);
        ways.map(|from| from.distance_km(to).min(FARTHEST_KM)).sum()
    }

    /// The slots that an instructor would teach if all taught alike, rounded up.
    pub(crate) fn fair_share(&self) -> u64 {
        let sessions = self.input.batches.iter().flat_map(|batch| &batch.sessions);
        let slots: u64 = sessions
            .map(|s| u64::from(s.slots) * u64::from(s.instructors))
            .sum();
        let qualified: std::collections::BTreeSet<_> = self
            .input
            .batches
            .iter()
            .flat_map(|batch| &batch.instructors)
            .collect();
        slots.div_ceil(qualified.len().max(1) as u64)
    }
}

impl Unit {
    /// How many people may be away on a date; none where there is no rule.
    ///
    /// ```
    /// use bangkom_domain::id::UnitId;
    /// use bangkom_schedule::timetable::Unit;
    ///
    /// let unit = Unit { id: UnitId::new("HEALTH")?, site: None, headcount: 9, staffing: None };
    /// let date = chrono::NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
    /// assert_eq!(unit.cap_on(date), None);
    /// # Ok::<(), bangkom_domain::id::CodeError>(())
    /// ```
    pub fn cap_on(&self, date: NaiveDate) -> Option<u32> {
        let staffing = self.staffing.as_ref()?;
        let closed = staffing.blackout.iter().any(|period| period.contains(date));
        Some(if closed {
            0
        } else {
            staffing.away_cap(self.headcount)
        })
    }
}

impl Instructor {
    /// Whether the instructor is under contract and not away in the slot.
    pub(crate) fn is_there(&self, slot: u32) -> bool {
        let within = |windows: &[Window]| windows.iter().any(|w| w.contains(slot));
        (self.contract.is_empty() || within(&self.contract)) && !within(&self.unavailable)
    }

    /// The fee for so many slots, in units of 100,000 rupiah, rounded down.
    pub(crate) fn fee_units(&self, slots: u16) -> u64 {
        let fee = self.fee.times(u32::from(slots));
        (fee.amount() / FEE_UNIT).max(0) as u64
    }
}
