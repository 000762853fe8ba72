use std::collections::BTreeMap;

use bangkom_domain::id::{BatchId, UnitId};
use bangkom_domain::privacy::Personal;
use chrono::NaiveDate;

use super::barriers::Barrier;
use super::dating::Lack;
use super::opening::Course;
use super::state::State;
use crate::problem::claims::Claim;
use crate::solution::{Refusal, WaitingRow};

/// What keeps a claim out of several batches at once.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Frozen,
    Full,
    Absent,
    Clash,
    AwayCap,
    Blackout,
    PersonDays,
    UnitShare,
    Hours(usize),
    Slots,
    Prerequisite(u32),
    TooLate(NaiveDate),
    Money,
}

#[derive(Default)]
struct Group {
    batches: Vec<u32>,
    with: Vec<u32>,
    days: Vec<u32>,
}

/// Makes the waiting list of a plan.
pub(super) struct Reasons<'a, 'p> {
    pub(super) state: &'a State<'p>,
    pub(super) courses: &'a [Course],
    /// The id of each batch.
    pub(super) ids: &'a [BatchId],
    /// Whether the work was stopped before its end.
    pub(super) stopped: bool,
}

impl Reasons<'_, '_> {
    /// Every claim without a seat, mandatory and valuable ones first, with all its reasons.
    pub(super) fn waiting(&self) -> Vec<WaitingRow> {
        let problem = self.state.problem;
        let mut rows: Vec<usize> = (0..problem.claims.len())
            .filter(|row| !self.state.seated(*row))
            .collect();
        rows.sort_by_key(|row| {
            let claim = &problem.claims[*row];
            let value = std::cmp::Reverse((claim.mandatory, claim.value));
            (value, claim.person, claim.program)
        });
        rows.into_iter().map(|row| self.row(row)).collect()
    }

    fn row(&self, row: usize) -> WaitingRow {
        let problem = self.state.problem;
        let claim = &problem.claims[row];
        let mut reasons = self.personal(claim);
        if claim.open() && problem.people.assignable[claim.person as usize] {
            let batches = &self.state.of_program[claim.program as usize];
            self.of_batches(row, batches, &mut reasons);
            self.of_program(claim, &mut reasons);
        }
        reasons.sort();
        reasons.dedup();
        WaitingRow {
            person: problem.people.ids[claim.person as usize],
            program: problem.programs[claim.program as usize].id.clone(),
            value: Personal::new(bangkom_domain::measure::DemandValue::new(claim.value)),
            mandatory: claim.mandatory,
            reasons,
        }
    }

    fn personal(&self, claim: &Claim) -> Vec<Refusal> {
        let problem = self.state.problem;
        let person = problem.people.ids[claim.person as usize];
        let mut reasons = Vec::new();
        if let Some(decision) = claim.rejected {
            reasons.push(Refusal::Decision { person, decision });
        }
        if claim.completed {
            let program = problem.programs[claim.program as usize].id.clone();
            reasons.push(Refusal::Completed { person, program });
        }
        if !problem.people.assignable[claim.person as usize] {
            reasons.push(Refusal::NotOnDuty { person });
        }
        if let Some(unit) = self.closed_unit(claim) {
            reasons.push(Refusal::UnitNeverFree { unit });
        }
        reasons
    }

    /// The unit of the person, when it can spare nobody on any day.
    fn closed_unit(&self, claim: &Claim) -> Option<UnitId> {
        let problem = self.state.problem;
        let needs = &problem.programs[claim.program as usize].sessions;
        let unit = problem.people.unit[claim.person as usize] as usize;
        let days = problem.time.days().len();
        let closed = problem.units.cap[unit * days..][..days]
            .iter()
            .all(|cap| *cap == 0);
        (closed && needs.iter().any(|need| need.away)).then(|| problem.units.ids[unit].clone())
    }

    /// Every reason that keeps a claim out of one batch.
    pub(super) fn against(&self, row: usize, batch: u32) -> Vec<Refusal> {
        let mut reasons = self.personal(&self.state.problem.claims[row]);
        self.of_batches(row, &[batch], &mut reasons);
        reasons.sort();
        reasons.dedup();
        reasons
    }

    fn of_batches(&self, row: usize, batches: &[u32], reasons: &mut Vec<Refusal>) {
        let claim = &self.state.problem.claims[row];
        let mut groups = BTreeMap::<Kind, Group>::new();
        for batch in batches {
            for barrier in self.state.barriers(row, *batch as usize) {
                let (kind, with, day) = split(&barrier);
                let group = groups.entry(kind).or_default();
                group.batches.push(*batch);
                group.with.extend(with);
                group.days.extend(day);
            }
        }
        reasons.extend(
            groups
                .into_iter()
                .map(|(kind, group)| self.refusal(claim, &kind, &group)),
        );
    }

    fn refusal(&self, claim: &Claim, kind: &Kind, group: &Group) -> Refusal {
        let problem = self.state.problem;
        let person = problem.people.ids[claim.person as usize];
        let unit_row = problem.people.unit[claim.person as usize] as usize;
        let unit = problem.units.ids[unit_row].clone();
        let program = problem.programs[claim.program as usize].id.clone();
        let named = |rows: &[u32]| {
            rows.iter()
                .map(|row| self.ids[*row as usize].clone())
                .collect()
        };
        let batches = named(&group.batches);
        let dates = || {
            group
                .days
                .iter()
                .map(|day| problem.time.days()[*day as usize])
        };
        match kind {
            Kind::Frozen => Refusal::Frozen { program, batches },
            Kind::Full => Refusal::Full { program, batches },
            Kind::Absent => Refusal::Absent { person, batches },
            Kind::Clash => Refusal::Clash {
                person,
                batches,
                with: named(&group.with),
            },
            Kind::AwayCap => Refusal::AwayCap {
                unit,
                batches,
                days: dates().collect(),
            },
            Kind::Blackout => Refusal::Blackout {
                unit,
                batches,
                days: dates().collect(),
            },
            Kind::PersonDays => Refusal::PersonDays {
                unit,
                greatest: problem.units.person_days[unit_row],
            },
            Kind::UnitShare => Refusal::UnitShare { unit, batches },
            Kind::Hours(row) => Refusal::HoursCap {
                person,
                duty: self.duty(*row),
                batches,
            },
            Kind::Slots => self.no_slots(claim),
            Kind::Prerequisite(row) => Refusal::Prerequisite {
                person,
                program: problem.programs[*row as usize].id.clone(),
            },
            Kind::TooLate(needed_by) => Refusal::TooLate {
                person,
                needed_by: *needed_by,
                batches,
            },
            Kind::Money => self.no_money(claim.program),
        }
    }

    fn no_slots(&self, claim: &Claim) -> Refusal {
        let people = &self.state.problem.people;
        Refusal::TrainingSlots {
            person: people.ids[claim.person as usize],
            greatest: people.most_slots[claim.person as usize],
        }
    }

    fn duty(&self, row: usize) -> String {
        let mut caps = self.state.problem.inputs.policy.caps();
        caps.nth(row)
            .map_or_else(String::new, |(duty, _)| duty.name.clone())
    }

    fn no_money(&self, program: u32) -> Refusal {
        let problem = self.state.problem;
        let id = &problem.programs[program as usize].id;
        let known = problem.inputs.catalog.program(id);
        match known {
            Some(known) => Refusal::NoMoney {
                program: id.clone(),
                fund: known.cost.fund.clone(),
            },
            None => Refusal::NoBatch {
                program: id.clone(),
            },
        }
    }

    fn of_program(&self, claim: &Claim, reasons: &mut Vec<Refusal>) {
        let problem = self.state.problem;
        let data = &problem.programs[claim.program as usize];
        let course = &self.courses[claim.program as usize];
        let program = || data.id.clone();
        if self.state.of_program[claim.program as usize].is_empty() {
            reasons.push(Refusal::NoBatch { program: program() });
            self.without_batch(claim, reasons);
        }
        if !data.usable {
            reasons.push(Refusal::Unusable { program: program() });
        }
        if self.stopped && !course.closed {
            reasons.push(Refusal::Stopped { program: program() });
        }
        for lack in &course.lacks {
            reasons.push(match lack {
                Lack::Dates => Refusal::NoDates { program: program() },
                Lack::Room => Refusal::NoRoom { program: program() },
                Lack::Teacher => Refusal::NoInstructor { program: program() },
                Lack::Expert => Refusal::NoExpert { program: program() },
                Lack::Money => self.no_money(claim.program),
                Lack::People => Refusal::TooFewParticipants {
                    program: program(),
                    least: data.min_seats as u16,
                },
                Lack::Mixing => Refusal::Mixing { program: program() },
                Lack::Limit => Refusal::BatchLimit {
                    program: program(),
                    greatest: data.max_batches as u16,
                },
            });
        }
    }

    /// What would keep the person out of any batch of a program that has none.
    fn without_batch(&self, claim: &Claim, reasons: &mut Vec<Refusal>) {
        let problem = self.state.problem;
        let person = problem.people.ids[claim.person as usize];
        let accounts = &problem.accounts;
        for row in &problem.programs[claim.program as usize].prerequisites {
            let id = &problem.programs[*row as usize].id;
            let seated = self.state.held[claim.person as usize]
                .iter()
                .any(|batch| self.state.batches[*batch as usize].program == *row);
            if !seated
                && !accounts.has_certificate(person, id, problem.inputs.resources.horizon.last())
            {
                reasons.push(Refusal::Prerequisite {
                    person,
                    program: id.clone(),
                });
            }
        }
    }
}

/// The kind of a barrier, with the other batch or the day that it names.
fn split(barrier: &Barrier) -> (Kind, Option<u32>, Option<u32>) {
    match *barrier {
        Barrier::Frozen => (Kind::Frozen, None, None),
        Barrier::Full => (Kind::Full, None, None),
        Barrier::Absent => (Kind::Absent, None, None),
        Barrier::Clash(with) => (Kind::Clash, Some(with), None),
        Barrier::AwayCap(day) => (Kind::AwayCap, None, Some(day)),
        Barrier::Blackout(day) => (Kind::Blackout, None, Some(day)),
        Barrier::PersonDays => (Kind::PersonDays, None, None),
        Barrier::UnitShare => (Kind::UnitShare, None, None),
        Barrier::Hours(duty) => (Kind::Hours(duty), None, None),
        Barrier::Slots => (Kind::Slots, None, None),
        Barrier::Prerequisite(program) => (Kind::Prerequisite(program), None, None),
        Barrier::TooLate(day) => (Kind::TooLate(day), None, None),
        Barrier::Money => (Kind::Money, None, None),
    }
}
