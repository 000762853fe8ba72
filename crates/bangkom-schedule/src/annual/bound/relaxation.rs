/// A planning problem whose dates are forgotten: what is asked, and what there is of everything.
///
/// Programs, units, rooms, instructors and funds keep the numbers of the problem.
#[derive(Debug, Clone, Default)]
pub(super) struct Relaxation {
    pub(super) programs: Vec<ProgramPart>,
    pub(super) units: Vec<UnitPart>,
    pub(super) rooms: Vec<RoomClass>,
    pub(super) instructors: Vec<InstructorPart>,
    /// What each fund holds.
    pub(super) funds: Vec<i64>,
    pub(super) persons: Vec<PersonPart>,
    /// The most slots of any day, at least one.
    pub(super) slots_a_day: u32,
}

/// A program, its batches all alike.
#[derive(Debug, Clone, Default)]
pub(super) struct ProgramPart {
    pub(super) min_seats: u32,
    pub(super) max_seats: u32,
    /// How many batches can open at most.
    pub(super) max_batches: u32,
    /// The greatest share of one unit, in thousandths.
    pub(super) share: u32,
    pub(super) min_units: u32,
    /// Whether its participants are away from their units at all.
    pub(super) away: bool,
    pub(super) per_batch: i64,
    pub(super) per_seat: i64,
    pub(super) fund: Option<usize>,
    pub(super) sessions: Vec<SessionPart>,
    /// Instructor slots of a batch in all, and those of invited experts.
    pub(super) teaching: u32,
    pub(super) experts: u32,
    /// Seats in batches that stand already.
    pub(super) standing: u32,
}

/// A session that needs a room.
#[derive(Debug, Clone)]
pub(super) struct SessionPart {
    pub(super) number: u16,
    pub(super) slots: u32,
    /// The classes of rooms that have what it needs and seat a batch.
    pub(super) rooms: Vec<usize>,
}

/// What a unit can spare.
#[derive(Debug, Clone, Default)]
pub(super) struct UnitPart {
    /// The most person-days in all.
    pub(super) release: u64,
    /// The most people away on any day.
    pub(super) away: u32,
}

/// Rooms that are alike.
#[derive(Debug, Clone)]
pub(super) struct RoomClass {
    /// The rooms, by the number of the problem.
    pub(super) members: Vec<usize>,
    pub(super) capacity: u32,
    pub(super) cost: i64,
    /// The slots of all of them.
    pub(super) slots: u64,
}

/// What an instructor can teach.
#[derive(Debug, Clone)]
pub(super) struct InstructorPart {
    pub(super) programs: Vec<usize>,
    pub(super) expert: bool,
    pub(super) fee: i64,
    pub(super) slots: u32,
}

/// A person with the claims that a seat is thinkable for.
#[derive(Debug, Clone, Default)]
pub(super) struct PersonPart {
    /// The number of the problem.
    pub(super) person: u32,
    pub(super) unit: usize,
    /// The most slots, and the most learning hours.
    pub(super) slots: u32,
    pub(super) hours: u32,
    pub(super) wants: Vec<Want>,
}

/// One claim.
#[derive(Debug, Clone, Default)]
pub(super) struct Want {
    pub(super) program: usize,
    pub(super) value: u32,
    pub(super) mandatory: bool,
    pub(super) slots: u32,
    pub(super) hours: u32,
    /// The slots away from the unit.
    pub(super) away: u32,
    /// The claims, by place in the list, that must come along.
    pub(super) needs: u32,
}

impl ProgramPart {
    /// Whether a seat is thinkable at all.
    pub(super) fn is_open(&self) -> bool {
        self.max_batches > 0 || self.standing > 0
    }
}

impl Relaxation {
    /// How many people of a unit one batch of a program can have.
    pub(super) fn per_batch(&self, program: usize, unit: usize) -> u32 {
        let part = &self.programs[program];
        let by_share = u64::from(part.share) * u64::from(part.max_seats) / 1_000;
        let by_mixing = part
            .max_seats
            .saturating_sub(part.min_units.saturating_sub(1));
        let by_day = if part.away {
            self.units[unit].away
        } else {
            u32::MAX
        };
        by_day.min(by_mixing).min(by_share as u32)
    }
}
