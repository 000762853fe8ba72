use chrono::Datelike;

use super::{
    Csr, Kinds, Prices, Tables, batches, calendars, instructors, kinds, rooms, sessions, units,
};
use crate::problem::bits::BitTable;
use crate::rules::timetable::Rule;
use crate::timetable::problem::{DayLimits, Problem};

/// Days of up to this many slots have a table of isolated slots.
const SHORT_DAY: u16 = 12;

impl Tables {
    /// Compiles a problem; only what plays a part in it is looked at later.
    pub(crate) fn new(problem: &Problem) -> Self {
        let prices = Prices::new(problem);
        let room_of = rooms::copies(problem);
        let mut batches = problem.batches().iter();
        let excepted = batches.any(|batch| batches::is_excepted(problem, batch));
        let availability = prices.of(Rule::Availability);
        let (occupied, closed_cost) = rooms::empty(problem, &room_of, availability, excepted);
        let closed = batches::closed(problem, &prices);
        let (kinds, kind_of, teams) = kinds::compile(problem, &prices, &closed);
        let neighbours = batches::neighbours(problem, &prices);
        let conflicts = conflicts(&neighbours);
        let sessions = sessions::compile(problem, &prices, (&kinds, &teams), kind_of, &room_of);
        let counts = prices.of(Rule::Staffing).counts();
        let slots = 0..problem.slots();
        let days = 0..problem.days().len();
        let mut tables = Self {
            slots: problem.slots() as usize,
            days: days.len(),
            batches: problem.batches().len(),
            rooms: room_of.len(),
            plain: false,
            day_of: slots
                .clone()
                .map(|slot| problem.day_of(slot) as u16)
                .collect(),
            bit_of: slots.map(|slot| problem.slot_of_day(slot) as u8).collect(),
            first: (0..=days.len()).map(|day| problem.first_of(day)).collect(),
            day_slots: problem
                .days()
                .iter()
                .map(|day| u32::from(day.slots))
                .collect(),
            date: days
                .map(|day| problem.days()[day].date.num_days_from_ce())
                .collect(),
            isolated: isolated(problem),
            sessions,
            neighbours: Csr::new(neighbours),
            conflicts,
            closed,
            calendars: calendars::compile(problem, &prices),
            min_days: min_days(problem),
            occupied,
            closed_cost,
            instructors: instructors::compile(problem, &prices),
            teams,
            units: units::compile(problem, counts),
            working_days: prices.of(Rule::WorkingDays),
            stability: prices.of(Rule::RoomStability),
            compactness: prices.of(Rule::Compactness),
            daily_load: prices.of(Rule::DailyLoad),
            rest: prices.of(Rule::Rest),
            night: prices.of(Rule::NightRest),
            room_of,
            kinds,
            prices,
        };
        tables.plain = tables.is_plain(problem);
        tables
    }

    fn is_plain(&self, problem: &Problem) -> bool {
        let alone = |batch| batches::only_instructor(problem, &self.prices, batch).is_some();
        let untaught = |batch: &crate::timetable::problem::Batch| {
            batch.sessions.iter().all(|s| s.instructors == 0)
        };
        let instructors = problem.instructors().iter();
        let free = |i: &crate::timetable::problem::Instructor| {
            i.limits == DayLimits::default() && i.max_slots.is_none()
        };
        let kinds: &Kinds = &self.kinds;
        let balanced = self.prices.of(Rule::LoadBalance).counts();
        kinds
            .all
            .iter()
            .all(|kind| kind.length == 1 && kind.in_room)
            && kinds.time_cost.is_empty()
            && self.rooms == problem.rooms().len()
            && self.closed_cost.is_empty()
            && problem
                .batches()
                .iter()
                .all(|batch| alone(batch) || untaught(batch))
            && kinds.instructor_cost.is_empty()
            && self.instructors.avoid.is_empty()
            && problem.input().exceptions.is_empty()
            && instructors.into_iter().all(free)
            && !balanced
            && !self.calendars.limited
            && self.units.groups.is_empty()
            && (0..self.sessions.kind_of.len())
                .all(|session| self.sessions.relations.of(session).is_empty())
            && self.sessions.published.iter().all(Option::is_none)
            && self.prices.of(Rule::Availability).blocks
            && ![self.working_days, self.stability, self.compactness]
                .iter()
                .any(|p| p.blocks)
    }
}

fn min_days(problem: &Problem) -> Vec<u16> {
    let batches = problem.batches().iter();
    batches.map(|batch| batch.min_days).collect()
}

fn conflicts(neighbours: &[Vec<u32>]) -> BitTable {
    let mut conflicts = BitTable::new(neighbours.len(), neighbours.len());
    for (batch, others) in neighbours.iter().enumerate() {
        for other in others {
            conflicts.set(batch, *other);
        }
    }
    conflicts
}

fn isolated(problem: &Problem) -> Vec<u8> {
    let longest = problem
        .days()
        .iter()
        .map(|day| day.slots)
        .max()
        .unwrap_or(0);
    let of = |taken: u64| (taken & !(taken << 1) & !(taken >> 1)).count_ones() as u8;
    (0..1 << longest.min(SHORT_DAY)).map(of).collect()
}
