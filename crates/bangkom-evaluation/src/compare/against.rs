use bangkom_domain::results::Assignment;
use bangkom_stats::gain::PrePostControl;
use bangkom_stats::regression::Ancova;
use bangkom_stats::{ConfidenceLevel, Moments};
use serde::{Deserialize, Serialize};

use super::advise::{adjusted, difference, t_test};
use super::choice::side;
use super::complete::Complete;

/// The change beside that of people without the program.
///
/// Gain scores and adjusted means answer different questions between groups that no lot formed
/// (Lord 1967), so both are given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Against {
    /// How those compared with came about, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<Assignment>,
    /// How many of them have both scores.
    pub pairs: u32,
    /// The change beyond theirs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difference: Option<PrePostControl>,
    /// Second scores at the same start, with the test that slopes are equal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adjusted: Option<Ancova>,
    /// First scores of participants beyond theirs, in their standard deviations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<f64>,
    /// Whether the change alone concludes otherwise than the change beyond theirs.
    pub contradicts: bool,
}

impl Against {
    pub(super) fn of(
        own: &Complete,
        other: &Complete,
        assignment: Option<Assignment>,
        level: ConfidenceLevel,
    ) -> Self {
        let beyond = difference(other, own, level).ok();
        let alone = t_test(own, level).ok();
        let sides = beyond.as_ref().zip(alone.as_ref()).map(|(beyond, alone)| {
            (
                side(beyond.did, beyond.welch.p_two, level),
                side(alone.mean_diff, alone.p_two, level),
            )
        });
        Self {
            assignment,
            pairs: other.len() as u32,
            adjusted: adjusted(other, own, level).ok(),
            start: start(own, other),
            contradicts: sides.is_some_and(|(beyond, alone)| alone != 0 && alone != beyond),
            difference: beyond,
        }
    }
}

fn start(own: &Complete, other: &Complete) -> Option<f64> {
    let (own, other) = (Moments::of(&own.first), Moments::of(&other.first));
    let deviation = other.sd().filter(|deviation| *deviation > 0.0)?;
    Some((own.mean()? - other.mean()?) / deviation)
}
