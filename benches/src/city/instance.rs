use chrono::NaiveDate;
use serde::Deserialize;

/// A document `training-instance/1`: what plays a part in the rules.
///
/// Money is in thousands of rupiah, shares in thousandths; a day is an index into the days of
/// the calendar, and every other index counts from zero.
#[derive(Debug, Clone, Deserialize)]
pub struct Instance {
    /// The version of the form.
    pub schema: InstanceSchema,
    /// The days.
    pub calendar: CalendarPart,
    /// Where offices and rooms are.
    pub sites: Vec<SitePart>,
    /// The units.
    pub offices: Vec<OfficePart>,
    /// The programs.
    pub programmes: Vec<ProgramPart>,
    /// The rooms.
    pub rooms: Vec<RoomPart>,
    /// Who teaches.
    pub instructors: Vec<InstructorPart>,
    /// Who may learn.
    pub employees: Vec<EmployeePart>,
    /// Employee, program and value of each claim.
    pub demand: Vec<(usize, usize, u32)>,
    /// The money of all batches.
    pub budget: i64,
    /// The weights of quality.
    pub policy: PolicyPart,
}

/// The version of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum InstanceSchema {
    /// The first version.
    #[serde(rename = "training-instance/1")]
    V1,
}

/// Days and slots.
#[derive(Debug, Clone, Deserialize)]
pub struct CalendarPart {
    /// Every day of the plan.
    pub days: Vec<DayPart>,
    /// The slots of a working day.
    pub slots_per_day: u8,
    /// The most days off within a batch.
    pub max_gap_days: u16,
}

/// One day.
#[derive(Debug, Clone, Deserialize)]
pub struct DayPart {
    /// Which.
    pub date: NaiveDate,
    /// Whether it is worked.
    pub working: bool,
}

/// One site, on a grid.
#[derive(Debug, Clone, Deserialize)]
pub struct SitePart {
    /// East.
    pub x_km: i32,
    /// North.
    pub y_km: i32,
}

/// One unit.
#[derive(Debug, Clone, Deserialize)]
pub struct OfficePart {
    /// Where.
    pub site: usize,
    /// How many people it has.
    pub headcount: u32,
    /// The greatest share away on a day.
    pub max_away_permille: u32,
    /// The most person-days away.
    pub release_person_days: u32,
    /// The days on which nobody may be away.
    pub blackout_days: Vec<usize>,
}

/// One program.
#[derive(Debug, Clone, Deserialize)]
pub struct ProgramPart {
    /// How many consecutive slots a batch takes.
    pub duration_slots: u16,
    /// What comes before it.
    pub prerequisites: Vec<usize>,
    /// The least number of seats.
    pub min_batch: u16,
    /// The greatest number of seats.
    pub max_batch: u16,
    /// The greatest number of batches.
    pub max_batches: u16,
    /// The cost of a batch.
    pub batch_cost: i64,
    /// The cost of a seat.
    pub seat_cost: i64,
    /// What the room must have.
    pub needs: Vec<String>,
    /// The greatest share of one unit.
    pub max_one_office_permille: u32,
    /// The least number of units.
    pub min_offices: u16,
    /// The last day on which a batch may end.
    pub deadline_day: Option<usize>,
    /// Whether its claims come first.
    pub mandatory: bool,
}

/// One room.
#[derive(Debug, Clone, Deserialize)]
pub struct RoomPart {
    /// Where.
    pub site: usize,
    /// How many people it seats.
    pub capacity: u16,
    /// What it has.
    pub features: Vec<String>,
    /// The cost of a slot.
    pub slot_cost: i64,
    /// The days on which it is closed.
    pub unavailable_days: Vec<usize>,
}

/// One instructor.
#[derive(Debug, Clone, Deserialize)]
pub struct InstructorPart {
    /// What he or she can teach.
    pub programmes: Vec<usize>,
    /// The fee of a slot.
    pub slot_cost: i64,
    /// The most slots.
    pub max_slots: u32,
    /// The days on which he or she cannot.
    pub unavailable_days: Vec<usize>,
}

/// One employee.
#[derive(Debug, Clone, Deserialize)]
pub struct EmployeePart {
    /// Of which unit.
    pub office: usize,
    /// The most slots in training.
    pub max_training_slots: u32,
    /// The days on which he or she cannot.
    pub unavailable_days: Vec<usize>,
    /// The programs that are done.
    pub completed: Vec<usize>,
}

/// The weights of quality.
#[derive(Debug, Clone, Deserialize)]
pub struct PolicyPart {
    /// For each unit that is missing from a good mix.
    pub mixing_shortfall: u32,
    /// For ten seat-kilometres.
    pub travel_km: u32,
    /// For a hundred points of value that wait a week.
    pub late_week: u32,
    /// For each empty seat.
    pub room_waste_seat: u32,
    /// For each idle slot of an instructor.
    pub instructor_idle_gap: u32,
}
