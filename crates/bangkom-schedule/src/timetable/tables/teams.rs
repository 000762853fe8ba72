use std::collections::BTreeMap;

use super::Csr;
use crate::search::Rng;

/// How many teams a kind of session may choose from, where more are possible.
const MOST_TEAMS: usize = 1_000;

/// Instructors who teach a session together; the first teams are each instructor alone.
#[derive(Debug, Clone, Default)]
pub(crate) struct Teams {
    members: Csr<u16>,
}

impl Teams {
    /// The members of a team in order; nobody for no team.
    #[inline]
    pub(crate) fn of(&self, team: u16) -> &[u16] {
        if team == super::Place::NONE {
            &[]
        } else {
            self.members.of(usize::from(team))
        }
    }
}

/// Gives numbers to teams.
pub(super) struct Gathering {
    numbers: BTreeMap<Vec<u16>, u16>,
    members: Vec<Vec<u16>>,
}

impl Gathering {
    /// Each instructor alone.
    pub(super) fn new(instructors: usize) -> Self {
        let members: Vec<Vec<u16>> = (0..instructors as u16).map(|who| vec![who]).collect();
        let numbers = members.iter().cloned().zip(0..).collect();
        Self { numbers, members }
    }

    /// The number of a team, members in order; none when there are too many teams.
    pub(super) fn number(&mut self, team: Vec<u16>) -> Option<u16> {
        if let Some(number) = self.numbers.get(&team) {
            return Some(*number);
        }
        let number = u16::try_from(self.members.len()).ok()?;
        if number == super::Place::NONE {
            return None;
        }
        self.members.push(team.clone());
        self.numbers.insert(team, number);
        Some(number)
    }

    /// Teams of so many of these instructors: all of them, or many drawn by chance.
    pub(super) fn among(&mut self, instructors: &[u16], size: usize) -> Vec<u16> {
        if size > instructors.len() {
            return Vec::new();
        }
        let teams = if binomial(instructors.len(), size) <= MOST_TEAMS {
            combinations(instructors, size)
        } else {
            drawn(instructors, size)
        };
        let numbers = teams.into_iter().filter_map(|mut team| {
            team.sort_unstable();
            self.number(team)
        });
        let mut numbers: Vec<u16> = numbers.collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    pub(super) fn finish(self) -> Teams {
        Teams {
            members: Csr::new(self.members),
        }
    }
}

/// How many teams there are, or one more than are of interest.
fn binomial(of: usize, size: usize) -> usize {
    let size = size.min(of - size);
    let mut count = 1_usize;
    for taken in 0..size {
        count = count * (of - taken) / (taken + 1);
        if count > MOST_TEAMS {
            return MOST_TEAMS + 1;
        }
    }
    count
}

fn combinations(instructors: &[u16], size: usize) -> Vec<Vec<u16>> {
    let Some((first, rest)) = instructors.split_first().filter(|_| size > 0) else {
        return if size == 0 {
            vec![Vec::new()]
        } else {
            Vec::new()
        };
    };
    let mut all = combinations(rest, size - 1);
    for team in &mut all {
        team.insert(0, *first);
    }
    all.extend(combinations(rest, size));
    all
}

fn drawn(instructors: &[u16], size: usize) -> Vec<Vec<u16>> {
    let mut rng = Rng::new(instructors.len() as u64);
    let mut order = instructors.to_vec();
    let mut draw = || {
        for at in 0..size {
            let with = at + rng.below((order.len() - at) as u32) as usize;
            order.swap(at, with);
        }
        order[..size].to_vec()
    };
    (0..MOST_TEAMS).map(|_| draw()).collect()
}
