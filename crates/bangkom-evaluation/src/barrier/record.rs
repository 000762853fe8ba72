use bangkom_domain::follow_up::Barrier;
use bangkom_domain::id::ProgramId;
use serde::{Deserialize, Serialize};

/// What participants of a program say of one thing that may stand in the way at work.
///
/// # References
/// Holton, Bates and Ruona 2000, the learning transfer system.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BarrierFigure {
    /// The program.
    pub program: ProgramId,
    /// What may stand in the way.
    pub barrier: Barrier,
    /// How many answered questions about it.
    pub people: u32,
    /// Their mean share of the points, 0 to 1, high being good; absent for groups that may not be
    /// shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mean: Option<f64>,
    /// For how many it stands in the way; absent for groups that may not be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hindered: Option<u32>,
}
