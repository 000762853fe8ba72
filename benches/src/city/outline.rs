use std::collections::BTreeMap;
use std::error::Error;

use bangkom::domain::id::{BatchId, InstructorId, RoomId, SessionId};
use bangkom::domain::measure::Rupiah;
use bangkom::domain::plan::{Batch, Plan, PlanSchema, Publication, Seat, Session, SlotSpan};
use bangkom::domain::preset::Provenance;
use bangkom::domain::program::SessionKind;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Instance;
use super::codes::{code, number, person, person_number};

/// A document `training-plan/1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outline {
    /// The version of the form.
    pub schema: OutlineSchema,
    /// The batches.
    pub batches: Vec<OutlineBatch>,
}

/// The version of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum OutlineSchema {
    /// The first version.
    #[serde(rename = "training-plan/1")]
    V1,
}

/// One batch; every number is an index into the instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutlineBatch {
    /// Of which program.
    pub program: usize,
    /// The first slot, counted over working days.
    pub start_slot: usize,
    /// In which room.
    pub room: usize,
    /// With whom.
    pub instructor: usize,
    /// Who has a seat, in order.
    pub employees: Vec<usize>,
}

/// The working days of an instance, and how many slots each has.
struct Days {
    working: Vec<NaiveDate>,
    per_day: usize,
}

impl Days {
    fn of(instance: &Instance) -> Self {
        let days = instance.calendar.days.iter();
        Self {
            working: days.filter(|day| day.working).map(|day| day.date).collect(),
            per_day: usize::from(instance.calendar.slots_per_day).max(1),
        }
    }

    fn slot(&self, span: SlotSpan) -> Option<usize> {
        let day = self.working.binary_search(&span.date).ok()?;
        Some(day * self.per_day + usize::from(span.first))
    }

    /// The spans of as many slots from a first one, as far as they exist.
    fn spans(&self, start: usize, slots: usize) -> Vec<SlotSpan> {
        let mut spans: Vec<SlotSpan> = Vec::new();
        let end = (start + slots).min(self.working.len() * self.per_day);
        for slot in start..end {
            let date = self.working[slot / self.per_day];
            match spans.last_mut() {
                Some(span) if span.date == date => span.count += 1,
                _ => spans.push(SlotSpan {
                    date,
                    first: (slot % self.per_day) as u8,
                    count: 1,
                }),
            }
        }
        spans
    }
}

impl Outline {
    /// What the plan says, in the numbers of the instance.
    ///
    /// # Errors
    /// When the plan is not of the instance.
    pub fn of(plan: &Plan, instance: &Instance) -> Result<Self, Box<dyn Error>> {
        let days = Days::of(instance);
        let batches = plan.batches.iter().map(|batch| {
            outline(batch, &days).ok_or_else(|| format!("{} is not of the instance", batch.id))
        });
        Ok(Self {
            schema: OutlineSchema::V1,
            batches: batches.collect::<Result<_, _>>()?,
        })
    }

    /// How many seats of this plan are gone in the other, or begin in another slot.
    pub fn changes(&self, other: &Self) -> usize {
        let begins = |plan: &Self| -> BTreeMap<(usize, usize), usize> {
            let batches = plan.batches.iter();
            let seats = batches.flat_map(|batch| {
                let employees = batch.employees.iter();
                employees.map(|employee| ((*employee, batch.program), batch.start_slot))
            });
            seats.collect()
        };
        let (before, after) = (begins(self), begins(other));
        let changed = before
            .iter()
            .filter(|(pair, begin)| after.get(*pair) != Some(begin));
        changed.count()
    }

    /// The plan, its batches announced.
    ///
    /// # Errors
    /// When the outline names what the instance does not have.
    pub fn plan(&self, instance: &Instance) -> Result<Plan, Box<dyn Error>> {
        let days = Days::of(instance);
        let batches = self.batches.iter().enumerate();
        let mut batches: Vec<Batch> = batches
            .map(|(row, batch)| announced(row, batch, instance, &days))
            .collect::<Result<_, _>>()?;
        batches.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(Plan {
            schema: PlanSchema::V1,
            provenance: Provenance::proposal("training-plan", "1"),
            horizon: instance.horizon()?,
            batches,
        })
    }
}

fn outline(batch: &Batch, days: &Days) -> Option<OutlineBatch> {
    let session = batch.sessions.first()?;
    let seats = batch.seats.iter();
    let mut employees: Vec<usize> = seats
        .map(|seat| person_number(seat.person))
        .collect::<Option<_>>()?;
    employees.sort_unstable();
    Some(OutlineBatch {
        program: number(batch.program.as_str())?,
        start_slot: days.slot(*session.times.first()?)?,
        room: number(session.room.as_ref()?.as_str())?,
        instructor: number(session.instructors.first()?.as_str())?,
        employees,
    })
}

fn announced(
    row: usize,
    batch: &OutlineBatch,
    instance: &Instance,
    days: &Days,
) -> Result<Batch, Box<dyn Error>> {
    let program = instance.programmes.get(batch.program);
    let program = program.ok_or_else(|| format!("there is no program {}", batch.program))?;
    let id = format!("{}/b{row:05}", code('P', batch.program));
    let mut seats: Vec<Seat> = batch
        .employees
        .iter()
        .map(|employee| Seat {
            person: person(*employee),
            pinned: false,
        })
        .collect();
    seats.sort_by_key(|seat| seat.person);
    let session = Session {
        id: SessionId::new(format!("{id}/s1"))?,
        kind: SessionKind::Class,
        module: None,
        times: days.spans(batch.start_slot, usize::from(program.duration_slots)),
        room: Some(RoomId::new(code('R', batch.room))?),
        instructors: vec![InstructorId::new(code('I', batch.instructor))?],
    };
    Ok(Batch {
        id: BatchId::new(id)?,
        program: code('P', batch.program).parse()?,
        sessions: vec![session],
        seats,
        cost: cost(batch, instance),
        publication: Publication::Published,
    })
}

/// What the batch costs, as far as room and instructor exist.
fn cost(batch: &OutlineBatch, instance: &Instance) -> Rupiah {
    let program = &instance.programmes[batch.program];
    let room = instance
        .rooms
        .get(batch.room)
        .map_or(0, |room| room.slot_cost);
    let teacher = instance.instructors.get(batch.instructor);
    let teacher = teacher.map_or(0, |one| one.slot_cost);
    let sessions = (room + teacher) * i64::from(program.duration_slots);
    let seats = program.seat_cost * batch.employees.len() as i64;
    Rupiah::new((program.batch_cost + seats + sessions) * 1_000)
}
