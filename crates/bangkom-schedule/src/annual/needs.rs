use chrono::NaiveDate;

use crate::problem::Problem;

/// What each claim needs before its program begins, and which programs are needed by others.
pub(super) struct Needs {
    first: Vec<u32>,
    list: Vec<Need>,
    /// Whether a program is a prerequisite of another.
    pub(super) unlocks: Vec<bool>,
}

/// A prerequisite that a claim does not have at all times.
pub(super) struct Need {
    pub(super) program: u32,
    /// The days on which the person holds a certificate of it.
    certified: Vec<(NaiveDate, NaiveDate)>,
}

impl Need {
    /// Whether a certificate stands for it on the day.
    pub(super) fn certified(&self, day: NaiveDate) -> bool {
        let mut certified = self.certified.iter();
        certified.any(|(from, to)| *from <= day && day <= *to)
    }
}

impl Needs {
    pub(super) fn new(problem: &Problem<'_>) -> Self {
        let mut unlocks = vec![false; problem.programs.len()];
        for program in &problem.programs {
            for before in &program.prerequisites {
                unlocks[*before as usize] = true;
            }
        }
        let mut needs = Self {
            first: vec![0],
            list: Vec::new(),
            unlocks,
        };
        for claim in &problem.claims {
            let before = &problem.programs[claim.program as usize].prerequisites;
            let missing = before
                .iter()
                .map(|program| need(problem, claim.person, *program));
            needs.list.extend(missing.flatten());
            needs.first.push(needs.list.len() as u32);
        }
        needs
    }

    /// What a claim needs.
    pub(super) fn of(&self, claim: usize) -> &[Need] {
        &self.list[self.first[claim] as usize..self.first[claim + 1] as usize]
    }
}

/// The need, unless a certificate stands for it over the whole horizon.
fn need(problem: &Problem<'_>, person: u32, program: u32) -> Option<Need> {
    let id = &problem.programs[program as usize].id;
    let entries = problem
        .accounts
        .entries(problem.people.ids[person as usize]);
    let of_program = entries
        .iter()
        .filter(|entry| entry.program.as_ref() == Some(id));
    let until = |last: Option<NaiveDate>| last.unwrap_or(NaiveDate::MAX);
    let certified: Vec<_> = of_program
        .map(|entry| (entry.date, until(entry.valid_until)))
        .collect();
    let horizon = problem.inputs.resources.horizon;
    let always = certified
        .iter()
        .any(|(from, to)| *from <= horizon.first() && horizon.last() <= *to);
    (!always).then_some(Need { program, certified })
}
