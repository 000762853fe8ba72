use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{BatchLimits, Module, ProgramCost, SessionTemplate};
use crate::id::ProgramId;
use crate::measure::LearningHours;

/// A training program: what it teaches, how it runs, and what it takes.
#[doc(alias = "program pelatihan")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Program {
    /// Its code.
    pub id: ProgramId,
    /// Its official name.
    pub name: String,
    /// What is taught, in order.
    pub modules: Vec<Module>,
    /// The sessions of a batch, in order of time.
    pub sessions: Vec<SessionTemplate>,
    /// Programs to be finished before this one begins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prerequisites: Vec<ProgramId>,
    /// How large and how mixed batches are, and how many may run.
    pub limits: BatchLimits,
    /// What it costs.
    pub cost: ProgramCost,
    /// Whether everybody who needs it must be seated before others are.
    #[doc(alias = "wajib")]
    #[serde(default)]
    pub mandatory: bool,
    /// The last day on which a batch may end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<NaiveDate>,
    /// How many months its certificate holds; no end where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate_months: Option<u16>,
}

impl Program {
    /// The learning hours of all modules together; the greatest number where they overflow.
    pub fn hours(&self) -> u32 {
        self.modules
            .iter()
            .map(|module| u32::from(module.hours.get()))
            .sum()
    }

    /// The learning hours as one value; `None` for a program without modules.
    pub fn learning_hours(&self) -> Option<LearningHours> {
        LearningHours::new(self.hours()).ok()
    }
}
