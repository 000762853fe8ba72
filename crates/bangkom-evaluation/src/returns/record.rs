use bangkom_domain::id::ProgramId;
use bangkom_domain::measure::Rupiah;
use serde::{Deserialize, Serialize};

use crate::compare::{Assumption, NoOpinion};

/// The return of a program: isolated benefits against its cost.
///
/// # Formula
///
/// ```text
/// isolated   benefit × attribution × confidence, rounded to whole rupiah
/// BCR        isolated / cost
/// ROI        100 (isolated - cost) / cost, per cent
/// payback    cost / mean isolated benefit of a year, years
/// break even cost / claimed benefit: the share that would have to be the program's own
/// ```
///
/// Benefits and shares are what somebody says: no method can check them, so the share at which the
/// return is nothing stands beside the share that was said.
///
/// # References
/// Phillips 2003.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgramReturn {
    /// The program.
    pub program: ProgramId,
    /// What its batches that are over cost.
    pub cost: Rupiah,
    /// What it is said to have brought in, before anything is taken off.
    pub claimed: Rupiah,
    /// What is its own, as sure as that is.
    pub isolated: Rupiah,
    /// Each benefit.
    pub benefits: Vec<IsolatedBenefit>,
    /// Isolated benefits by cost; absent without a cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub benefit_cost_ratio: Option<f64>,
    /// The return on investment, per cent; absent without a cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roi_percent: Option<f64>,
    /// After how many years the mean benefit has paid the cost; absent where it never does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payback_years: Option<f64>,
    /// Which share of what is claimed would have to be its own for the cost to come back; above 1
    /// where even all of it would not do, absent where nothing is claimed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub break_even: Option<f64>,
    /// Why no sturdier method has a say.
    pub no_opinion: NoOpinion,
    /// What the return takes for granted.
    pub assumptions: Vec<Assumption>,
}

/// One benefit, and what of it is the program's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IsolatedBenefit {
    /// What it is.
    pub what: String,
    /// Its worth over all years.
    pub claimed: Rupiah,
    /// The share that is the program's own, times how sure that is.
    pub share: f64,
    /// Its isolated worth over all years.
    pub isolated: Rupiah,
}
