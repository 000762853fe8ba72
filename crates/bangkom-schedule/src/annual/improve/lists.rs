use crate::annual::state::State;

/// What does not change while a plan is improved.
pub(super) struct Lists {
    /// The claims that may have a seat.
    pub(super) claims: Vec<u32>,
    /// The same by program, the most appealing first.
    pub(super) of_program: Vec<Vec<usize>>,
    /// The persons of each unit.
    pub(super) of_unit: Vec<Vec<u32>>,
    /// The programs that each instructor may teach and that somebody claims.
    pub(super) taught_by: Vec<Vec<u32>>,
    /// The slots in which a batch of each program may begin.
    pub(super) starts: Vec<Vec<u32>>,
}

impl Lists {
    pub(super) fn new(state: &State<'_>, orders: Vec<Vec<usize>>) -> Self {
        let people = &state.problem.people;
        let mut of_unit = vec![Vec::new(); state.problem.units.ids.len()];
        for (person, unit) in people.unit.iter().enumerate() {
            of_unit[*unit as usize].push(person as u32);
        }
        let mut claims: Vec<u32> = orders.iter().flatten().map(|row| *row as u32).collect();
        claims.sort_unstable();
        let programs = 0..orders.len() as u32;
        let mut taught_by = vec![Vec::new(); state.taught.len()];
        for program in programs
            .clone()
            .filter(|program| !orders[*program as usize].is_empty())
        {
            for teacher in &state.problem.programs[program as usize].qualified {
                taught_by[*teacher as usize].push(program);
            }
        }
        Self {
            claims,
            of_unit,
            taught_by,
            starts: programs.map(|program| starts(state, program)).collect(),
            of_program: orders,
        }
    }
}

/// The slots in which the first session fits and nothing is past the deadline yet.
fn starts(state: &State<'_>, program: u32) -> Vec<u32> {
    let time = &state.problem.time;
    let data = &state.problem.programs[program as usize];
    let Some(first) = data.sessions.first().filter(|_| data.usable) else {
        return Vec::new();
    };
    let slots = state.first_start()..time.slots();
    slots
        .filter(|start| {
            let block = time.block(*start, first.slots);
            block.is_some_and(|block| {
                let end = time.date_of(block.end - 1);
                data.deadline.is_none_or(|deadline| end <= deadline)
            })
        })
        .collect()
}
