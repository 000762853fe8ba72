use super::people::PersonFacts;
use crate::problem::Problem;
use crate::problem::units::UNLIMITED;

/// What a unit can spare.
#[derive(Debug, Clone, Copy)]
pub(super) struct UnitFacts {
    /// Person-days in all.
    pub(super) release: u64,
    /// The most people away on any day.
    pub(super) away: u32,
}

impl UnitFacts {
    /// Of each unit: over the days what its cap and its people with claims allow, if not its
    /// person-days allow less.
    pub(super) fn all(problem: &Problem<'_>, persons: &[PersonFacts]) -> Vec<Self> {
        let days = problem.time.days().len();
        let mut present = vec![0_u32; problem.units.ids.len() * days];
        for person in persons {
            for day in 0..days {
                let away = problem
                    .people
                    .absent
                    .get(person.person as usize, day as u32);
                present[person.unit as usize * days + day] += u32::from(!away);
            }
        }
        let unit = |row: usize| {
            let caps = &problem.units.cap[row * days..][..days];
            let here = &present[row * days..][..days];
            let sum = caps
                .iter()
                .zip(here)
                .map(|(cap, here)| u64::from(*cap.min(here)))
                .sum();
            let limit = problem.units.person_days[row];
            Self {
                release: if limit == UNLIMITED {
                    sum
                } else {
                    u64::from(limit).min(sum)
                },
                away: caps.iter().copied().fold(0, u32::max),
            }
        };
        (0..problem.units.ids.len()).map(unit).collect()
    }
}
