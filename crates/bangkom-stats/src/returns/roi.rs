use serde::{Deserialize, Serialize};

use crate::sample::at_least;
use crate::{Basis, Method, StatsError, Warning};

/// How much of a gain counts as caused, and what a later benefit is worth today.
///
/// # Examples
///
/// ```
/// use bangkom_stats::returns::RoiOptions;
///
/// let options = RoiOptions::default().attribution(0.6).confidence(0.8).rate(0.06);
/// assert_eq!(options.rate, 0.06);
/// assert_eq!(RoiOptions::default().attribution, 1.0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct RoiOptions {
    /// Share of the benefit that is attributed to the measure, 0..1.
    pub attribution: f64,
    /// Confidence in that attribution, 0..1.
    pub confidence: f64,
    /// Discount rate per period, above -1.
    pub rate: f64,
}

impl Default for RoiOptions {
    fn default() -> Self {
        Self {
            attribution: 1.0,
            confidence: 1.0,
            rate: 0.0,
        }
    }
}

impl RoiOptions {
    /// Sets the share of the benefit that is attributed to the measure.
    #[must_use]
    pub const fn attribution(mut self, attribution: f64) -> Self {
        self.attribution = attribution;
        self
    }

    /// Sets the confidence in the attribution.
    #[must_use]
    pub const fn confidence(mut self, confidence: f64) -> Self {
        self.confidence = confidence;
        self
    }

    /// Sets the discount rate per period.
    #[must_use]
    pub const fn rate(mut self, rate: f64) -> Self {
        self.rate = rate;
        self
    }
}

/// Return on investment; amounts in the unit of the costs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnOnInvestment {
    /// What the result rests on; counts are periods, and a missing period ends in an error.
    pub basis: Basis,
    /// Sum of the benefits after attribution and confidence.
    pub isolated_benefits: f64,
    /// Isolated benefits by costs.
    pub benefit_cost_ratio: f64,
    /// Isolated benefits minus costs, in per cent of the costs.
    pub roi_percent: f64,
    /// Discounted isolated benefits minus costs; benefits fall at the end of their period.
    pub net_present_value: f64,
    /// Costs by the mean isolated benefit of a period; absent when that is not positive.
    pub payback_periods: Option<f64>,
    /// Periods until the isolated benefits, taken in order and evenly within a period, reach the
    /// costs; absent when they do not.
    pub recovered_after: Option<f64>,
}

/// Phillips' return on investment, benefit-cost ratio, net present value and payback.
///
/// `benefits` holds one amount for each period after the spending; `costs` is one positive amount
/// in the same unit.
///
/// # Formula
///
/// ```text
/// isolated benefit b_i = benefit_i attribution confidence,  B = sum b_i
/// BCR = B / C,  ROI % = 100 (B - C) / C
/// NPV = sum b_i / (1 + rate)^i - C,  payback = C / (B / periods)
/// ```
///
/// # Errors
///
/// [`StatsError::TooFew`] without a period, [`StatsError::NotFinite`] of a benefit that is missing
/// or infinite (an unknown benefit is not zero), [`StatsError::OutOfRange`] of costs that are not
/// positive, shares outside `0..1` or a rate not above -1.
///
/// # Examples
///
/// ```
/// use bangkom_stats::returns::{RoiOptions, return_on_investment};
///
/// let options = RoiOptions::default().attribution(0.6).confidence(0.8).rate(0.06);
/// let result = return_on_investment(&[40_000.0, 52_000.0, 30_000.0], 61_000.0, options)?;
/// assert_eq!(result.payback_periods, Some(3.125));
/// assert!((result.roi_percent + 4.0).abs() < 1e-12);
/// # Ok::<(), bangkom_stats::StatsError>(())
/// ```
///
/// # References
///
/// Phillips (2003), "Return on Investment in Training and Performance Improvement Programs".
#[doc(alias = "ROI")]
#[doc(alias = "BCR")]
#[doc(alias = "NPV")]
pub fn return_on_investment(
    benefits: &[f64],
    costs: f64,
    options: RoiOptions,
) -> Result<ReturnOnInvestment, StatsError> {
    check(benefits, costs, options)?;
    let caused = options.attribution * options.confidence;
    let isolated: Vec<f64> = benefits.iter().map(|benefit| benefit * caused).collect();
    let total: f64 = isolated.iter().sum();
    let mut worth = 1.0;
    let mut present = 0.0;
    for benefit in &isolated {
        worth /= 1.0 + options.rate;
        present += benefit * worth;
    }
    let periods = benefits.len();
    let certain = options.attribution == 1.0 && options.confidence == 1.0;
    let boundary = Warning::Boundary {
        what: "attribution".into(),
    };
    Ok(ReturnOnInvestment {
        basis: Basis::new(Method::new("roi, phillips"), periods, periods)
            .warn_if(certain, boundary),
        isolated_benefits: total,
        benefit_cost_ratio: total / costs,
        roi_percent: (total - costs) / costs * 100.0,
        net_present_value: present - costs,
        payback_periods: (total > 0.0).then(|| costs / (total / periods as f64)),
        recovered_after: recovered_after(&isolated, costs),
    })
}

fn check(benefits: &[f64], costs: f64, options: RoiOptions) -> Result<(), StatsError> {
    at_least(1, benefits.len())?;
    if let Some(index) = benefits.iter().position(|benefit| !benefit.is_finite()) {
        return Err(StatsError::NotFinite {
            argument: "benefits",
            index,
        });
    }
    let endless = f64::INFINITY;
    if !(costs > 0.0 && costs.is_finite()) {
        return Err(StatsError::parameter("costs", costs, 0.0, endless));
    }
    if !(options.rate > -1.0 && options.rate.is_finite()) {
        return Err(StatsError::parameter("rate", options.rate, -1.0, endless));
    }
    let shares = [
        ("attribution", options.attribution),
        ("confidence", options.confidence),
    ];
    match shares
        .into_iter()
        .find(|(_, share)| !(0.0..=1.0).contains(share))
    {
        Some((name, share)) => Err(StatsError::parameter(name, share, 0.0, 1.0)),
        None => Ok(()),
    }
}

fn recovered_after(isolated: &[f64], costs: f64) -> Option<f64> {
    let mut before = 0.0;
    for (period, benefit) in isolated.iter().enumerate() {
        if before + benefit >= costs {
            return Some(period as f64 + (costs - before) / benefit);
        }
        before += benefit;
    }
    None
}
