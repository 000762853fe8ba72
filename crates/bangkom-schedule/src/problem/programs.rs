use std::collections::BTreeMap;

use bangkom_domain::id::ProgramId;
use bangkom_domain::program::{Program, SessionKind, SessionTemplate, Venue};
use chrono::NaiveDate;

use super::Inputs;
use super::ProblemFinding as F;
use super::supply::Supply;
use super::timeline::Timeline;

/// A program as the search sees it.
#[derive(Debug, Clone)]
pub(crate) struct ProgramData {
    pub(crate) id: ProgramId,
    pub(crate) sessions: Vec<SessionNeed>,
    pub(crate) min_seats: u32,
    pub(crate) max_seats: u32,
    pub(crate) max_batches: u32,
    /// The greatest share of one unit, in thousandths.
    pub(crate) share: u32,
    pub(crate) min_units: u32,
    pub(crate) per_batch: i64,
    pub(crate) per_seat: i64,
    pub(crate) fund: Option<u32>,
    pub(crate) hours: u32,
    pub(crate) mandatory: bool,
    pub(crate) deadline: Option<NaiveDate>,
    pub(crate) prerequisites: Vec<u32>,
    /// The instructors qualified for it, staff before experts, the cheapest first.
    pub(crate) qualified: Vec<u32>,
    /// Whether its description holds together.
    pub(crate) usable: bool,
}

/// A session that a batch must have.
#[derive(Debug, Clone)]
pub(crate) struct SessionNeed {
    pub(crate) kind: SessionKind,
    pub(crate) module: Option<bangkom_domain::id::ModuleId>,
    pub(crate) slots: u32,
    /// The rooms that have what it needs, the smallest first; none where it needs no room.
    pub(crate) rooms: Option<Vec<u32>>,
    /// Whether its participants are away from their units.
    pub(crate) away: bool,
    pub(crate) instructors: u32,
    pub(crate) experts: u32,
    pub(crate) gap: Option<(i64, i64)>,
}

pub(crate) fn compile(
    inputs: &Inputs<'_>,
    supply: &Supply,
    time: &Timeline,
    findings: &mut Vec<F>,
) -> Vec<ProgramData> {
    let mut programs: Vec<&Program> = inputs.catalog.programs().iter().collect();
    programs.sort_by(|a, b| a.id.cmp(&b.id));
    let index: BTreeMap<&ProgramId, u32> = programs.iter().map(|p| &p.id).zip(0..).collect();
    let mut compiled: Vec<ProgramData> = programs
        .iter()
        .map(|program| one(program, &index, supply))
        .collect();
    for (program, data) in programs.iter().zip(&mut compiled) {
        data.usable = sound(program, data, inputs, time, findings);
    }
    compiled
}

fn one(program: &Program, index: &BTreeMap<&ProgramId, u32>, supply: &Supply) -> ProgramData {
    let limits = &program.limits;
    let prerequisites = program.prerequisites.iter();
    ProgramData {
        id: program.id.clone(),
        sessions: program.sessions.iter().map(|s| need(s, supply)).collect(),
        min_seats: u32::from(limits.min_seats).max(1),
        max_seats: u32::from(limits.max_seats),
        max_batches: u32::from(limits.max_batches),
        share: u32::from(limits.max_one_unit.get()),
        min_units: u32::from(limits.min_units),
        per_batch: program.cost.per_batch.amount(),
        per_seat: program.cost.per_seat.amount(),
        fund: supply.funds.get(&program.cost.fund).copied(),
        hours: program.hours(),
        mandatory: program.mandatory,
        deadline: program.deadline,
        prerequisites: prerequisites
            .filter_map(|id| index.get(id).copied())
            .collect(),
        qualified: qualified(&program.id, supply),
        usable: true,
    }
}

fn need(session: &SessionTemplate, supply: &Supply) -> SessionNeed {
    let rooms = match &session.venue {
        Venue::Room(features) => {
            let fits = |row: &u32| {
                let room = &supply.rooms[*row as usize];
                features.iter().all(|f| room.features.contains(f))
            };
            let mut rooms: Vec<u32> = (0..supply.rooms.len() as u32).filter(fits).collect();
            rooms.sort_by_key(|row| {
                let room = &supply.rooms[*row as usize];
                (room.capacity, room.cost, *row)
            });
            Some(rooms)
        }
        Venue::Online | Venue::Workplace => None,
    };
    SessionNeed {
        kind: session.kind,
        module: session.module.clone(),
        slots: u32::from(session.slots),
        rooms,
        away: session.venue != Venue::Workplace,
        instructors: u32::from(session.instructors),
        experts: u32::from(session.experts),
        gap: session
            .gap
            .map(|gap| (i64::from(gap.min_days), i64::from(gap.max_days))),
    }
}

fn qualified(program: &ProgramId, supply: &Supply) -> Vec<u32> {
    let mut rows: Vec<u32> = (0..supply.instructors.len() as u32)
        .filter(|row| {
            supply.instructors[*row as usize]
                .qualified
                .contains(program)
        })
        .collect();
    rows.sort_by_key(|row| {
        let person = &supply.instructors[*row as usize];
        (person.expert, person.qualified.len(), person.fee, *row)
    });
    rows
}

/// Whether a batch of the program is possible at all; says what is in the way.
fn sound(
    program: &Program,
    data: &ProgramData,
    inputs: &Inputs<'_>,
    time: &Timeline,
    findings: &mut Vec<F>,
) -> bool {
    let before = findings.len();
    let id = || program.id.clone();
    for (row, session) in program.sessions.iter().enumerate() {
        if u32::from(session.slots) > time.longest() {
            findings.push(F::SessionTooLong {
                program: id(),
                session: row + 1,
                slots: session.slots,
                longest: time.longest(),
            });
        }
    }
    if data.max_seats * data.share < 1_000 {
        findings.push(F::MixingImpossible { program: id() });
    }
    if data.fund.is_none() {
        let fund = program.cost.fund.clone();
        findings.push(F::UnknownFund {
            program: id(),
            fund,
        });
    }
    let sound = findings.len() == before;
    warnings(program, data, inputs, findings);
    sound
}

/// What leaves the program sound but without batches in this plan.
fn warnings(program: &Program, data: &ProgramData, inputs: &Inputs<'_>, findings: &mut Vec<F>) {
    let id = || program.id.clone();
    if data.max_batches == 0 {
        findings.push(F::NoBatchAllowed { program: id() });
    }
    if let Some(deadline) = data
        .deadline
        .filter(|day| *day < inputs.resources.horizon.first())
    {
        findings.push(F::DeadlinePassed {
            program: id(),
            deadline,
        });
    }
    for (row, session) in data.sessions.iter().enumerate() {
        staff_warnings(program, data, inputs, row, session, findings);
        if session.rooms.as_ref().is_some_and(Vec::is_empty) {
            findings.push(F::NoSuitableRoom {
                program: id(),
                session: row + 1,
            });
        }
    }
}

fn staff_warnings(
    program: &Program,
    data: &ProgramData,
    inputs: &Inputs<'_>,
    row: usize,
    session: &SessionNeed,
    findings: &mut Vec<F>,
) {
    let experts = inputs
        .resources
        .instructors
        .iter()
        .filter(|person| person.kind == bangkom_domain::resources::InstructorKind::InvitedExpert)
        .filter(|person| person.qualified_for.contains(&program.id))
        .count();
    if (data.qualified.len() as u32) < session.instructors {
        findings.push(F::TooFewQualified {
            program: program.id.clone(),
            session: row + 1,
            qualified: data.qualified.len(),
            needed: session.instructors as u8,
        });
    }
    if (experts as u32) < session.experts {
        findings.push(F::TooFewExperts {
            program: program.id.clone(),
            session: row + 1,
            qualified: experts,
            needed: session.experts as u8,
        });
    }
}
