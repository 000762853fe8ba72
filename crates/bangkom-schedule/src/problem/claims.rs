use std::collections::BTreeMap;

use bangkom_domain::demand::DemandRow;
use bangkom_domain::hours::HoursAccounts;
use bangkom_domain::id::{DecisionId, PersonId, ProgramId};
use chrono::NaiveDate;

use super::Inputs;
use super::ProblemFinding as F;
use super::decided::Decided;
use super::people::{People, completed};
use super::programs::ProgramData;

/// One claim to a seat.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    pub(crate) person: u32,
    pub(crate) program: u32,
    pub(crate) value: u32,
    pub(crate) mandatory: bool,
    pub(crate) needed_by: Option<NaiveDate>,
    /// The decision against it.
    pub(crate) rejected: Option<DecisionId>,
    pub(crate) completed: bool,
}

impl Claim {
    /// Whether a seat is thinkable.
    pub(crate) fn open(&self) -> bool {
        self.rejected.is_none() && !self.completed
    }
}

/// The claims, ordered by person, then program.
pub(crate) fn compile(
    inputs: &Inputs<'_>,
    people: &People,
    programs: &[ProgramData],
    accounts: &HoursAccounts<'_>,
    decided: &Decided<'_>,
    findings: &mut Vec<F>,
) -> Vec<Claim> {
    let mut rows: Vec<&DemandRow> = inputs.demand.rows.iter().collect();
    rows.sort_by(|a, b| (a.person, &a.program).cmp(&(b.person, &b.program)));
    let index: BTreeMap<&ProgramId, u32> = programs.iter().map(|p| &p.id).zip(0..).collect();
    let mut claims = Vec::new();
    for group in rows.chunk_by(|a, b| a.person == b.person && a.program == b.program) {
        let row = group[0];
        let (person, program) = (row.person, || row.program.clone());
        if group.len() > 1 && !same(group, findings) {
            continue;
        }
        let known = (people.find(person), index.get(&row.program));
        match known {
            (Some(at), Some(program)) => {
                let done = completed(accounts, person, &row.program, inputs.resources.horizon);
                notes(row, done, findings);
                claims.push(Claim {
                    person: at,
                    program: *program,
                    value: row.value.reveal().points(),
                    mandatory: row.mandatory || programs[*program as usize].mandatory,
                    needed_by: row.needed_by,
                    rejected: decided.forbids(person, &row.program).map(|d| d.id),
                    completed: done,
                });
            }
            (who, what) => {
                if who.is_none() {
                    findings.push(F::DemandPerson {
                        person,
                        program: program(),
                    });
                }
                if what.is_none() {
                    findings.push(F::DemandProgram {
                        person,
                        program: program(),
                    });
                }
            }
        }
    }
    claims
}

fn same(group: &[&DemandRow], findings: &mut Vec<F>) -> bool {
    let (person, program): (PersonId, ProgramId) = (group[0].person, group[0].program.clone());
    let same = group.iter().all(|row| *row == group[0]);
    findings.push(if same {
        F::DemandRepeated { person, program }
    } else {
        F::DemandConflict { person, program }
    });
    same
}

fn notes(row: &DemandRow, done: bool, findings: &mut Vec<F>) {
    let (person, program) = (row.person, || row.program.clone());
    if done {
        findings.push(F::DemandCompleted {
            person,
            program: program(),
        });
    }
    if row.value.reveal().points() == 0 {
        findings.push(F::DemandWorthless {
            person,
            program: program(),
        });
    }
}
