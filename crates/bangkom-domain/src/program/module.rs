use serde::{Deserialize, Serialize};

use super::DeliveryMethod;
use crate::id::{CompetencyId, ModuleId};
use crate::measure::{LearningHours, Level};

/// One module of a program.
#[doc(alias = "mata pelatihan")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Module {
    /// Its code, unique within the program.
    pub id: ModuleId,
    /// Its name.
    pub name: String,
    /// What its participants can do afterwards.
    pub outcomes: Vec<LearningOutcome>,
    /// How long it takes.
    pub hours: LearningHours,
    /// How it is taught.
    pub method: DeliveryMethod,
}

/// A change of level in one competency.
#[doc(alias = "hasil belajar")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LearningOutcome {
    /// The competency.
    pub competency: CompetencyId,
    /// The level with which participants should come.
    pub from: Level,
    /// The level with which they should leave; above `from`.
    pub to: Level,
}
