use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::id::{FeatureId, FundId, InstructorId, ProgramId, RoomId};
use bangkom_domain::measure::Rupiah;
use bangkom_domain::resources::{Instructor, InstructorKind, Room};

use super::bits::BitTable;
use super::timeline::Timeline;
use super::{Inputs, ProblemFinding};

/// Rooms, instructors and funds, each numbered by id.
#[derive(Debug, Clone, Default)]
pub(crate) struct Supply {
    pub(crate) rooms: Vec<RoomData>,
    /// The working days on which each room is closed.
    pub(crate) rooms_closed: BitTable,
    pub(crate) instructors: Vec<InstructorData>,
    /// The working days on which each cannot teach, or is out of contract.
    pub(crate) instructors_away: BitTable,
    pub(crate) funds: BTreeMap<FundId, u32>,
    pub(crate) amounts: Vec<i64>,
}

#[derive(Debug, Clone)]
pub(crate) struct RoomData {
    pub(crate) id: RoomId,
    pub(crate) capacity: u32,
    pub(crate) features: BTreeSet<FeatureId>,
    pub(crate) cost: i64,
}

#[derive(Debug, Clone)]
pub(crate) struct InstructorData {
    pub(crate) id: InstructorId,
    pub(crate) expert: bool,
    pub(crate) qualified: BTreeSet<ProgramId>,
    pub(crate) max_slots: u32,
    pub(crate) fee: i64,
}

impl Supply {
    pub(crate) fn new(
        inputs: &Inputs<'_>,
        time: &Timeline,
        findings: &mut Vec<ProblemFinding>,
    ) -> Self {
        let mut supply = Self::default();
        supply.take_rooms(inputs, time, findings);
        supply.take_instructors(inputs, time, findings);
        supply.take_funds(inputs, findings);
        supply
    }

    fn take_rooms(
        &mut self,
        inputs: &Inputs<'_>,
        time: &Timeline,
        findings: &mut Vec<ProblemFinding>,
    ) {
        let sites: BTreeSet<_> = inputs.resources.sites.iter().map(|site| &site.id).collect();
        let rooms = once_each(
            &inputs.resources.rooms,
            |room| room.id.clone(),
            |room| findings.push(ProblemFinding::RoomRepeated { room }),
        );
        let rooms: Vec<&Room> = rooms
            .into_iter()
            .filter(|room| sound_room(room, &sites, findings))
            .collect();
        self.rooms_closed = BitTable::new(rooms.len(), time.days().len());
        for (row, room) in rooms.into_iter().enumerate() {
            for day in time.days_within(room.unavailable.iter().copied()) {
                self.rooms_closed.set(row, day);
            }
            self.rooms.push(RoomData {
                id: room.id.clone(),
                capacity: u32::from(room.capacity),
                features: room.features.iter().cloned().collect(),
                cost: room.cost_per_slot.amount(),
            });
        }
    }

    fn take_instructors(
        &mut self,
        inputs: &Inputs<'_>,
        time: &Timeline,
        findings: &mut Vec<ProblemFinding>,
    ) {
        let list = once_each(
            &inputs.resources.instructors,
            |person| person.id.clone(),
            |instructor| findings.push(ProblemFinding::InstructorRepeated { instructor }),
        );
        let list: Vec<&Instructor> = list
            .into_iter()
            .filter(|person| sound_instructor(person, inputs, findings))
            .collect();
        self.instructors_away = BitTable::new(list.len(), time.days().len());
        for (row, person) in list.into_iter().enumerate() {
            self.mark_away(row, person, time);
            self.instructors.push(InstructorData {
                id: person.id.clone(),
                expert: person.kind == InstructorKind::InvitedExpert,
                qualified: person.qualified_for.iter().cloned().collect(),
                max_slots: person.max_slots,
                fee: person.fee_per_slot.amount(),
            });
        }
    }

    fn mark_away(&mut self, row: usize, person: &Instructor, time: &Timeline) {
        for day in time.days_within(person.unavailable.iter().copied()) {
            self.instructors_away.set(row, day);
        }
        if person.contract.is_empty() {
            return;
        }
        let under: BTreeSet<u32> = time.days_within(person.contract.iter().copied()).collect();
        for day in (0..time.days().len() as u32).filter(|day| !under.contains(day)) {
            self.instructors_away.set(row, day);
        }
    }

    fn take_funds(&mut self, inputs: &Inputs<'_>, findings: &mut Vec<ProblemFinding>) {
        let funds = once_each(
            &inputs.resources.funds,
            |fund| fund.id.clone(),
            |fund| findings.push(ProblemFinding::FundRepeated { fund }),
        );
        for fund in funds {
            if fund.amount < Rupiah::ZERO {
                findings.push(ProblemFinding::FundAmount {
                    fund: fund.id.clone(),
                    amount: fund.amount,
                });
            }
            self.funds
                .insert(fund.id.clone(), self.amounts.len() as u32);
            self.amounts.push(fund.amount.amount().max(0));
        }
    }
}

/// The records by id; of those whose id is repeated, one when they are equal and none otherwise.
fn once_each<T: PartialEq, K: Ord + Clone>(
    items: &[T],
    key: impl Fn(&T) -> K,
    mut repeated: impl FnMut(K),
) -> Vec<&T> {
    let mut by_key = BTreeMap::<K, Vec<&T>>::new();
    for item in items {
        by_key.entry(key(item)).or_default().push(item);
    }
    let mut kept = Vec::new();
    for (key, group) in by_key {
        if group.len() > 1 {
            repeated(key);
        }
        if group.iter().all(|item| *item == group[0]) {
            kept.push(group[0]);
        }
    }
    kept
}

fn sound_room(
    room: &Room,
    sites: &BTreeSet<&bangkom_domain::id::SiteId>,
    findings: &mut Vec<ProblemFinding>,
) -> bool {
    let id = || room.id.clone();
    if !sites.contains(&room.site) {
        let site = room.site.clone();
        findings.push(ProblemFinding::RoomSite { room: id(), site });
    }
    if room.capacity == 0 {
        findings.push(ProblemFinding::RoomCapacity { room: id() });
    }
    let amount = room.cost_per_slot;
    if amount < Rupiah::ZERO {
        findings.push(ProblemFinding::RoomCost { room: id(), amount });
    }
    room.capacity > 0 && amount >= Rupiah::ZERO
}

fn sound_instructor(
    person: &Instructor,
    inputs: &Inputs<'_>,
    findings: &mut Vec<ProblemFinding>,
) -> bool {
    let id = || person.id.clone();
    if person.qualified_for.is_empty() {
        findings.push(ProblemFinding::QualifiedForNothing { instructor: id() });
    }
    for program in &person.qualified_for {
        if inputs.catalog.program(program).is_none() {
            findings.push(ProblemFinding::QualificationUnknown {
                instructor: id(),
                program: program.clone(),
            });
        }
    }
    let amount = person.fee_per_slot;
    if amount < Rupiah::ZERO {
        findings.push(ProblemFinding::InstructorFee {
            instructor: id(),
            amount,
        });
    }
    amount >= Rupiah::ZERO
}
