use bangkom_domain::json::Document;
use serde::{Deserialize, Serialize};

use crate::check::timetable::Impossible;
use crate::rules::Score;
use crate::search::{Counts, StopReason};
use crate::timetable::problem::Timetable;

/// The version of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum TimetableSolutionSchema {
    /// The first version.
    #[default]
    #[serde(rename = "bangkom.timetable_solution/1")]
    V1,
}

/// A plan of sessions, how good it is, and how it was found: a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimetableSolution {
    pub(super) schema: TimetableSolutionSchema,
    pub(super) score: Score,
    pub(super) stop: StopReason,
    pub(super) counts: Counts,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) impossible: Vec<Impossible>,
    pub(super) plan: Timetable,
}

impl Document for TimetableSolution {
    const SCHEMA: &'static str = "bangkom.timetable_solution/1";
}

impl TimetableSolution {
    /// The plan.
    pub fn plan(&self) -> &Timetable {
        &self.plan
    }

    /// The plan, owned.
    pub fn into_plan(self) -> Timetable {
        self.plan
    }

    /// How good the plan is, recomputed from the plan alone.
    pub fn score(&self) -> Score {
        self.score
    }

    /// Why the search ended.
    pub fn stop(&self) -> StopReason {
        self.stop
    }

    /// What no plan can do, found before the search; its sessions have no place.
    ///
    /// The same as [`impossible`](crate::check::timetable::impossible) finds.
    pub fn impossible(&self) -> &[Impossible] {
        &self.impossible
    }

    /// What became of the moves that were tried.
    pub fn counts(&self) -> Counts {
        self.counts
    }
}
