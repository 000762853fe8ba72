use super::most;
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
/// energies compare as scores do.
#[derive(Debug, Clone)]
pub(crate) struct Prices {
    of_rules: Vec<Price>,
    /// Energy of one unit of each level.
    pub(crate) units: [i64; 4],
}

const LEVELS: [Level; 4] = [
    Level::Quality,
    Level::Value,
    Level::Stability,
    Level::Mandatory,
];

/// The most energy that one level can have all together.
const MOST: i64 = 1 << 60;

impl Prices {
    pub(crate) fn new(problem: &Problem) -> Self {
        let units = units(problem);
        let price = |rule: &Rule| {
            let setting = problem.rules().of(*rule);
            let level = LEVELS
                .iter()
                .position(|level| *level == setting.level)
                .unwrap_or(0);
            Price {
                blocks: setting.severity == Severity::Block,
                weight: match setting.severity {
                    Severity::Warn => i64::from(setting.weight).saturating_mul(units[level]),
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
            Need::Value(points) => self.units[1].saturating_mul(i64::from(points)),
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

/// The energies of one unit of each level, from quality up.
///
/// Each is more than all levels below can be worth together. When that does not fit into 64 bits,
/// the distances between the levels shrink by one proportion.
fn units(problem: &Problem) -> [i64; 4] {
    let worst = LEVELS.map(|level| most::of_level(problem, level).saturating_add(1));
    let bits = worst.map(|worst| 64 - worst.leading_zeros());
    let below: u32 = bits[..3].iter().sum();
    let room = (MOST.ilog2()).saturating_sub(bits[3]);
    let mut units = [1_i64; 4];
    for at in 1..4 {
        let distance = if below <= room {
            worst[at - 1]
        } else {
            1 << (room * bits[at - 1] / below)
        };
        units[at] = units[at - 1].saturating_mul(distance);
    }
    for at in (0..4).rev() {
        let above = units.get(at + 1).copied().unwrap_or(i64::MAX);
        units[at] = units[at].min(MOST / worst[at]).min(above).max(1);
    }
    units
}
