//! What one person can follow in the horizon at most, whatever the dates.

use bangkom_domain::calendar::Period;

use crate::problem::Problem;

/// The slots of the days on which the person can be assigned, or the limit that the policy sets.
pub(super) fn slots(problem: &Problem<'_>, person: u32) -> u32 {
    let days = 0..problem.time.days().len() as u32;
    let id = problem.people.ids[person as usize];
    let limit = problem.inputs.policy.training_slots.get(&id).copied();
    let free: u32 = days
        .filter(|day| !problem.people.absent.get(person as usize, *day))
        .map(|day| problem.time.slots_on(day))
        .sum();
    limit.map_or(free, |limit| limit.min(free))
}

/// The learning hours left under the caps whose window holds the whole horizon.
///
/// What was credited before the horizon and in the window of its last day lies in the window of
/// each of its days.
pub(super) fn hours(problem: &Problem<'_>, person: u32) -> u32 {
    let horizon = problem.inputs.resources.horizon;
    let employee = &problem.inputs.roster.employees()[person as usize];
    let caps = problem.inputs.policy.caps();
    let left = caps.filter_map(|(duty, cap)| {
        let window = duty.window.period(horizon.last(), employee.contract)?;
        if !duty.concerns(employee.kind) || !window.contains(horizon.first()) {
            return None;
        }
        let before = horizon.first().pred_opt();
        let before = before.and_then(|last| Period::new(window.first(), last).ok());
        let credited = before.map_or(0, |p| problem.accounts.credited(employee.id, p));
        Some(cap.saturating_sub(credited))
    });
    left.min().unwrap_or(u32::MAX)
}

/// The hours that a seat counts against the caps; none where an entry of the horizon may count it.
pub(super) fn counted(problem: &Problem<'_>, person: u32, program: u32) -> u32 {
    let data = &problem.programs[program as usize];
    let horizon = problem.inputs.resources.horizon;
    let entries = problem
        .accounts
        .entries(problem.people.ids[person as usize]);
    let credited = entries
        .iter()
        .any(|entry| entry.program.as_ref() == Some(&data.id) && horizon.contains(entry.date));
    if credited { 0 } else { data.hours }
}
