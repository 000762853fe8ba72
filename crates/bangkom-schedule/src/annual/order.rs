use super::opening::Course;
use super::state::State;

/// One share in this many.
const WHOLE: u128 = 1 << 20;

impl State<'_> {
    /// The program whose next batch should be opened; none when all are closed.
    ///
    /// First the programs that have fewer batches than the guide says. Mandatory claims come
    /// first, also those that wait for this program as a prerequisite; then what is furthest
    /// behind the guide, or value for the share of money, rooms, instructors and person-days.
    pub(super) fn next_program(&self, courses: &[Course]) -> Option<u32> {
        let open = || (0..courses.len()).filter(|row| !courses[*row].closed);
        let must = |row: usize| self.serves_mandatory(row, courses);
        let behind = open().filter(|row| self.reached(*row) <= 1.0);
        let next = behind.min_by(|a, b| {
            let first = must(*b).cmp(&must(*a));
            first.then(self.reached(*a).total_cmp(&self.reached(*b)))
        });
        let next = next.or_else(|| {
            open().max_by_key(|row| {
                let density = self.density(*row, &courses[*row]);
                (must(*row), density, std::cmp::Reverse(*row))
            })
        });
        next.map(|row| row as u32)
    }

    /// The share of the batches of the guide that would be open with half of the next one.
    fn reached(&self, program: usize) -> f64 {
        (self.of_program[program].len() as f64 + 0.5) / self.guide.batches[program]
    }

    /// Whether a mandatory claim waits for the program, or for one that builds on it.
    fn serves_mandatory(&self, program: usize, courses: &[Course]) -> bool {
        let waits = |row: usize| {
            let course = &courses[row];
            let open =
                |claim: &usize| self.problem.claims[*claim].mandatory && !self.seated(*claim);
            course.mandatory && course.order.iter().any(open)
        };
        let mut others = self.problem.programs.iter().enumerate();
        waits(program)
            || others
                .any(|(row, other)| other.prerequisites.contains(&(program as u32)) && waits(row))
    }

    fn density(&self, program: usize, course: &Course) -> u128 {
        let data = &self.problem.programs[program];
        let open = course.order.iter().filter(|row| !self.seated(**row));
        let values = open.map(|row| u64::from(self.problem.claims[*row].value));
        let values = values.take(data.max_seats as usize);
        let (seats, value) = values.fold((0, 0), |(seats, sum), value| (seats + 1, sum + value));
        let slots: u32 = data.sessions.iter().map(|session| session.slots).sum();
        let cost = data.per_batch + data.per_seat * seats as i64;
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
            + share(seats * u64::from(slots), self.person_slots());
        u128::from(value) * WHOLE / (shares + 1)
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
