use bangkom_domain::id::{InstructorId, RoomId};

use crate::timetable::problem::{Assignment, Problem, Session, Venue};

/// How many teams are looked at, where several instructors teach and more are possible.
const MOST_TEAMS: usize = 1_000;

/// Every block of slots, room and team that a session could have, whatever the rules say.
pub(super) struct Candidates<'a> {
    session: &'a Session,
    pub(super) starts: Vec<u32>,
    /// A session that needs no room has one choice: none.
    pub(super) rooms: Vec<Option<&'a RoomId>>,
    pub(super) teams: Vec<Vec<InstructorId>>,
}

impl<'a> Candidates<'a> {
    pub(super) fn new(problem: &'a Problem, batch: usize, session: &'a Session) -> Self {
        let starts = (0..problem.slots()).filter(|start| problem.is_block(*start, session));
        let rooms = match session.venue {
            Venue::Room(_) => problem.rooms().iter().map(|room| Some(&room.id)).collect(),
            Venue::Online | Venue::Workplace => vec![None],
        };
        Self {
            session,
            starts: starts.collect(),
            rooms,
            teams: teams(problem, batch, usize::from(session.instructors)),
        }
    }

    pub(super) fn count(&self) -> u64 {
        let count = |many: usize| many as u64;
        count(self.starts.len()) * count(self.rooms.len()) * count(self.teams.len())
    }

    /// The candidate with these places in the lists.
    pub(super) fn at(&self, start: u32, room: usize, team: usize) -> Assignment {
        Assignment {
            session: self.session.id.clone(),
            start,
            room: self.rooms[room].cloned(),
            instructors: self.teams[team].clone(),
        }
    }
}

/// All teams of this size in order; of many, those of qualified instructors come first.
fn teams(problem: &Problem, batch: usize, size: usize) -> Vec<Vec<InstructorId>> {
    let qualified = &problem.batches()[batch].instructors;
    let mut order: Vec<&InstructorId> = qualified.iter().collect();
    let others = problem.instructors().iter().map(|one| &one.id);
    order.extend(others.filter(|id| !qualified.contains(id)));
    let mut teams = Vec::new();
    extend(&order, size, &mut Vec::new(), &mut teams);
    for team in &mut teams {
        team.sort();
    }
    teams.sort();
    teams
}

fn extend(
    rest: &[&InstructorId],
    missing: usize,
    team: &mut Vec<InstructorId>,
    teams: &mut Vec<Vec<InstructorId>>,
) {
    if missing == 0 {
        teams.push(team.clone());
        return;
    }
    for (at, id) in rest.iter().enumerate() {
        // One instructor is always looked at, of whom there are not too many.
        if teams.len() >= MOST_TEAMS && (missing > 1 || !team.is_empty()) {
            return;
        }
        team.push((*id).clone());
        extend(&rest[at + 1..], missing - 1, team, teams);
        team.pop();
    }
}
