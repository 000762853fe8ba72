use super::Csr;
use crate::timetable::problem::Problem;

/// What the solver knows of units and of the people they send.
#[derive(Debug, Clone, Default)]
pub(crate) struct Units {
    /// For each unit and day, how many people may be away.
    pub(crate) cap: Vec<u32>,
    /// For each group of people, its unit and its size.
    pub(crate) groups: Vec<(u32, u32)>,
    /// The groups of each batch that are of a unit with a limit, by unit.
    pub(crate) groups_of: Csr<u32>,
}

pub(super) fn compile(problem: &Problem, counts: bool) -> Units {
    let mut cap = Vec::new();
    for unit in &problem.input().units {
        let of_day =
            |day: &crate::timetable::problem::Day| unit.cap_on(day.date).unwrap_or(u32::MAX);
        cap.extend(problem.days().iter().map(of_day));
    }
    let limited = |unit: usize| counts && problem.input().units[unit].staffing.is_some();
    let mut groups = Vec::new();
    let mut groups_of = vec![Vec::new(); problem.batches().len()];
    for group in problem.groups() {
        if let Some(unit) = group.unit.filter(|unit| limited(*unit)) {
            for batch in &group.batches {
                groups_of[*batch].push(groups.len() as u32);
            }
            groups.push((unit as u32, group.people.len() as u32));
        }
    }
    for list in &mut groups_of {
        list.sort_by_key(|group| groups[*group as usize].0);
    }
    Units {
        cap,
        groups,
        groups_of: Csr::new(groups_of),
    }
}
