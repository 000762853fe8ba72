use bangkom_domain::id::ProgramId;
use bangkom_domain::measure::Rupiah;
use serde::{Deserialize, Serialize};

/// The return of a program: isolated benefits against its cost.
///
/// # Formula
///
/// ```text
/// isolated   benefit × attribution × confidence, rounded to whole rupiah
/// BCR        isolated / cost
/// ROI        100 (isolated - cost) / cost, per cent
/// payback    cost / mean isolated benefit of a year, years
/// ```
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
