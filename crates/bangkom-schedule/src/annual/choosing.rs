use std::collections::{BTreeMap, BTreeSet};

use super::dating::Lack;
use super::place::When;
use super::state::State;

/// The claims that could have a seat on given dates, the most urgent first.
struct Pool {
    /// Claim and unit.
    members: Vec<(usize, u32)>,
    count: BTreeMap<u32, u32>,
}

impl State<'_> {
    /// Who gets the seats of a batch on these dates: the most urgent that fit and mix.
    pub(super) fn choose(
        &self,
        program: u32,
        when: &When,
        order: &[usize],
        most: u32,
    ) -> Result<Vec<usize>, Lack> {
        let data = &self.problem.programs[program as usize];
        let share = |seats: u32| (u64::from(data.share) * u64::from(seats) / 1_000) as u32;
        let pool = self.pool(when, order, most, share(most), data.min_units);
        if (pool.members.len() as u32) < data.min_seats {
            return Err(Lack::People);
        }
        let fits = |seats: &u32| {
            let limit = share(*seats);
            let room: u32 = pool.count.values().map(|count| (*count).min(limit)).sum();
            limit > 0 && room >= *seats && *seats >= data.min_units
        };
        let mut sizes = (data.min_seats..=most.min(pool.members.len() as u32)).rev();
        let seats = sizes.find(fits).ok_or(Lack::Mixing)?;
        if (pool.count.len() as u32) < data.min_units {
            return Err(Lack::Mixing);
        }
        Ok(pool.pick(seats, share(seats), data.min_units))
    }

    fn pool(&self, when: &When, order: &[usize], most: u32, share: u32, min_units: u32) -> Pool {
        let problem = self.problem;
        let mut limits = vec![None; problem.units.ids.len()];
        let mut pool = Pool {
            members: Vec::new(),
            count: BTreeMap::new(),
        };
        for row in order {
            let full = pool.members.len() as u32 >= most;
            if full && pool.count.len() as u32 >= min_units {
                break;
            }
            if self.seated(*row) {
                continue;
            }
            let claim = &problem.claims[*row];
            let unit = problem.people.unit[claim.person as usize];
            let limit =
                *limits[unit as usize].get_or_insert_with(|| self.spare(unit, when).min(share));
            let count = pool.count.get(&unit).copied().unwrap_or(0);
            if count < limit && self.can_take_part(*row, when) {
                pool.count.insert(unit, count + 1);
                pool.members.push((*row, unit));
            }
        }
        pool
    }

    /// How many people more the unit can spare on these dates, whoever they are.
    fn spare(&self, unit: u32, when: &When) -> u32 {
        let problem = self.problem;
        let days = problem.time.days().len();
        let by_day = when.away.iter().map(|day| {
            let place = unit as usize * days + *day as usize;
            problem.units.cap[place].saturating_sub(self.unit_away[place])
        });
        let left =
            problem.units.person_days[unit as usize].saturating_sub(self.unit_days[unit as usize]);
        let each = (when.away.len() as u32).max(1);
        let by_days = if when.away.is_empty() {
            u32::MAX
        } else {
            left / each
        };
        by_day.min().unwrap_or(u32::MAX).min(by_days)
    }
}

impl Pool {
    /// One of each of the first units until enough are there, then the most urgent.
    fn pick(&self, seats: u32, limit: u32, min_units: u32) -> Vec<usize> {
        let mut taken = BTreeMap::<u32, u32>::new();
        let mut chosen = BTreeSet::new();
        for (rank, (_, unit)) in self.members.iter().enumerate() {
            if (taken.len() as u32) < min_units && !taken.contains_key(unit) {
                taken.insert(*unit, 1);
                chosen.insert(rank);
            }
        }
        for (rank, (_, unit)) in self.members.iter().enumerate() {
            let count = taken.entry(*unit).or_default();
            if (chosen.len() as u32) < seats && *count < limit && chosen.insert(rank) {
                *count += 1;
            }
        }
        chosen
            .into_iter()
            .map(|rank| self.members[rank].0)
            .collect()
    }
}
