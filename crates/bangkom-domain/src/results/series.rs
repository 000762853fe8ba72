use serde::{Deserialize, Serialize};

use crate::calendar::Period;
use crate::evidence::Direction;
use crate::id::{IndicatorId, UnitId};

/// One figure of the service of a unit over time, such as a response time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceSeries {
    /// The unit that gives the service.
    pub unit: UnitId,
    /// What is measured.
    pub indicator: IndicatorId,
    /// The unit of measure, such as `days`.
    pub measured_in: String,
    /// Whether more is better.
    pub direction: Direction,
    /// The points in order of time.
    pub points: Vec<ServicePoint>,
}

/// The figure of one stretch of time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServicePoint {
    /// The days it covers.
    pub period: Period,
    /// The figure.
    pub value: f64,
    /// How many cases or answers it stands for, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
}
