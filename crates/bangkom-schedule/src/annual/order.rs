use super::opening::Course;
use super::state::State;

/// One share in this many.
const WHOLE: u128 = 1 << 20;

impl State<'_> {
    /// The program whose next batch should be opened; none when all are closed.
    ///
    /// Mandatory claims come first, also those that wait for this program as a prerequisite;
    /// then value for the share of money, rooms, instructors and person-days that it takes.
    pub(super) fn next_program(&self, courses: &[Course]) -> Option<u32> {
        let open = (0..courses.len()).filter(|row| !courses[*row].closed);
        open.max_by_key(|row| {
            let (mandatory, density) = self.urgency(*row, courses);
            (mandatory, density, std::cmp::Reverse(*row))
        })
        .map(|row| row as u32)
    }

    fn urgency(&self, program: usize, courses: &[Course]) -> (bool, u128) {
        let data = &self.problem.programs[program];
        let next = |row: usize| {
            let most = self.problem.programs[row].max_seats as usize;
            let order = courses[row].order.iter().copied();
            let rows: Vec<usize> = order.filter(|c| !self.seated(*c)).take(most).collect();
            (rows.len() as u32, self.worth_of(&rows))
        };
        let (seats, (mandatory, value)) = next(program);
        let waiting = self
            .problem
            .programs
            .iter()
            .enumerate()
            .any(|(row, other)| {
                other.prerequisites.contains(&(program as u32))
                    && !courses[row].order.is_empty()
                    && next(row).1.0 > 0
            });
        let slots: u32 = data.sessions.iter().map(|session| session.slots).sum();
        let cost = data.per_batch + data.per_seat * i64::from(seats);
        let held = data
            .fund
            .map_or(0, |fund| self.problem.supply.amounts[fund as usize]);
        let teachers = data.qualified.iter();
        let teaching: u64 = teachers
            .map(|row| u64::from(self.problem.supply.instructors[*row as usize].max_slots))
            .sum();
        let rooms = self.problem.supply.rooms.len() as u64 * u64::from(self.problem.time.slots());
        let shares = share(cost.unsigned_abs(), held.unsigned_abs())
            + share(u64::from(slots), teaching)
            + share(u64::from(slots), rooms)
            + share(u64::from(seats) * u64::from(slots), self.person_slots());
        let density = u128::from(value) * WHOLE / (shares + 1);
        (mandatory > 0 || waiting, density)
    }
}

impl State<'_> {
    /// The slots for which the units can spare people, all together.
    fn person_slots(&self) -> u64 {
        let time = &self.problem.time;
        let days = self.problem.units.person_days.iter();
        let days: u64 = days.map(|days| u64::from(*days)).sum();
        days * u64::from(time.slots()) / (time.days().len() as u64).max(1)
    }
}

fn share(part: u64, whole: u64) -> u128 {
    u128::from(part) * WHOLE / u128::from(whole.max(1))
}
