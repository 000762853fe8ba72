use serde::{Deserialize, Serialize};

/// How gaps are matched with programs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatchRule {
    /// How far below the entry level of a program somebody may be, in levels, 0 to 4.
    pub entry_tolerance: f64,
    /// The greatest number of programs proposed to one person, prerequisites aside.
    pub max_programs: u32,
}

impl Default for MatchRule {
    /// Half a level below entry, three programs.
    fn default() -> Self {
        Self {
            entry_tolerance: 0.5,
            max_programs: 3,
        }
    }
}
