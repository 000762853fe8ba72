use crate::rules::timetable::{Level, Rule, Severity};
use crate::timetable::problem::{Need, Problem};

/// What one unit of a rule costs in energy, or that it blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Price {
    pub(crate) blocks: bool,
    pub(crate) weight: i64,
}

impl Price {
    /// The cost of a change of units; none when it is refused.
    #[inline]
    pub(crate) fn change(self, before: i64, after: i64) -> Option<i64> {
        if self.blocks && after > before {
            None
        } else {
            Some(self.weight * (after - before))
        }
    }

    /// Whether the rule has any effect.
    pub(crate) fn counts(self) -> bool {
        self.blocks || self.weight > 0
    }
}

/// The prices of all rules, and of a session without a place.
///
/// A level above another costs more per unit than everything below it together can, so that
/// energies compare as scores do. When that exceeds 64 bits, the levels come closer together.
#[derive(Debug, Clone)]
pub(crate) struct Prices {
    of_rules: Vec<Price>,
    /// Energy of one unit of each level.
    units: [i64; 4],
}

const LEVELS: [Level; 4] = [
    Level::Quality,
    Level::Value,
    Level::Stability,
    Level::Mandatory,
];

/// The most energy of one unit of the highest level.
const MOST: i64 = 1 << 44;

impl Prices {
    pub(crate) fn new(problem: &Problem) -> Self {
        let mut units = [1_i64; 4];
        for (at, pair) in LEVELS.windows(2).enumerate() {
            let all = worst(problem, pair[0]).saturating_add(1);
            let most = MOST >> (12 * (2 - at));
            units[at + 1] = units[at].saturating_mul(all).min(most).max(units[at]);
        }
        let price = |rule: &Rule| {
            let setting = problem.rules().of(*rule);
            let level = LEVELS
                .iter()
                .position(|level| *level == setting.level)
                .unwrap_or(0);
            Price {
                blocks: setting.severity == Severity::Block,
                weight: match setting.severity {
                    Severity::Warn => i64::from(setting.weight) * units[level],
                    Severity::Block | Severity::Ignore => 0,
                },
            }
        };
        Self {
            of_rules: Rule::ALL.iter().map(price).collect(),
            units,
        }
    }

    pub(crate) fn of(&self, rule: Rule) -> Price {
        self.of_rules[rule as usize]
    }

    /// What it costs when a session has no place.
    pub(crate) fn lost(&self, need: Need) -> i64 {
        match need {
            Need::Mandatory => self.units[3],
            Need::Value(points) => self.units[1] * i64::from(points),
        }
    }

    /// The energy of these units of each level, from quality up to mandatory.
    #[cfg(test)]
    pub(crate) fn energy(&self, levels: [i64; 4]) -> i64 {
        self.units
            .iter()
            .zip(levels)
            .map(|(unit, level)| unit * level)
            .sum()
    }
}

/// The most units that a level can be worth, roughly and not less than it can in practice.
fn worst(problem: &Problem, level: Level) -> i64 {
    let weights = Rule::ALL.iter().map(|rule| problem.rules().of(*rule));
    let weight: i64 = weights
        .filter(|setting| setting.severity == Severity::Warn && setting.level == level)
        .map(|setting| i64::from(setting.weight))
        .sum();
    let people = problem.batches().iter().enumerate().map(|(at, batch)| {
        let size = i64::from(problem.seats(at)) + batch.cohorts.len() as i64 + 10;
        size.saturating_mul(batch.sessions.len() as i64)
    });
    let mut all = people.fold(0, i64::saturating_add).saturating_mul(weight);
    if level == Level::Stability && weight > 0 {
        all = all.max(500 * weight * problem.published().len() as i64);
    }
    if level == Level::Value {
        let sessions = problem.batches().iter().flat_map(|batch| &batch.sessions);
        let value = |need| match need {
            Need::Value(points) => i64::from(points),
            Need::Mandatory => 0,
        };
        all = all.saturating_add(sessions.map(|session| value(session.need)).sum());
    }
    all
}
