use serde::{Deserialize, Serialize};

/// When "no training" is the answer to a gap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScreenRule {
    /// The least number of cause marks before anything is concluded.
    pub min_marks: u32,
    /// The least share of marks for knowledge or skill with which training is proposed, 0 to 1.
    pub min_trainable: f64,
}

impl Default for ScreenRule {
    /// At least 3 marks; training when half of them or more name knowledge or skill.
    fn default() -> Self {
        Self {
            min_marks: 3,
            min_trainable: 0.5,
        }
    }
}
