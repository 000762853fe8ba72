use std::collections::{BTreeMap, BTreeSet};

use bangkom_stats::agreement::{
    IccEstimate, Metric, intraclass_correlations, kendall_tau, kendall_w, krippendorff_alpha, r_wg,
};
use bangkom_stats::raters::AdditiveSeverity;
use bangkom_stats::{Alternative, ConfidenceLevel};
use serde::{Deserialize, Serialize};

use super::block::Block;
use super::{AbsentWhy, Figure};

/// How far raters agree; each figure or why there is none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RaterAgreement {
    /// Krippendorff's alpha over all people with two or more raters, who may be others each
    /// time.
    pub alpha: AlphaFigures,
    /// The mean over people with two or more raters of their agreement against ratings spread
    /// evenly over levels 1 to 5, negative ones as zero.
    pub r_wg: Figure<f64>,
    /// How many people the same raters rated: the largest such block, which the figures below
    /// rest on.
    pub block_people: u32,
    /// How many raters rated all of them.
    pub block_raters: u32,
    /// Intraclass correlations in the block, with 95 % intervals.
    pub icc: Figure<IccFigures>,
    /// Kendall's W of the raters' rankings in the block.
    pub kendall_w: Figure<f64>,
    /// Kendall's tau-b between the plain means of all people and their adjusted levels, in one
    /// part: 1 when severity changes no order.
    pub order_kept: Figure<f64>,
}

/// Krippendorff's alpha at each level of measurement.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlphaFigures {
    /// Levels as names.
    pub nominal: Figure<f64>,
    /// Levels as an order.
    pub ordinal: Figure<f64>,
    /// Levels as distances.
    pub interval: Figure<f64>,
    /// Levels as ratios.
    pub ratio: Figure<f64>,
}

/// Intraclass correlations of the raters of a block.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IccFigures {
    /// ICC(1): one rating by anybody.
    pub one_way: IccEstimate,
    /// ICC(A,1): one rating, severity counting as disagreement.
    pub agreement: IccEstimate,
    /// ICC(C,1): one rating, severity apart.
    pub consistency: IccEstimate,
    /// ICC(1,k): the mean of as many ratings by anybody.
    pub one_way_mean: IccEstimate,
    /// ICC(A,k): the mean of these raters, severity counting as disagreement; absent when they
    /// contradict each other so much that it has no lower limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement_mean: Option<IccEstimate>,
    /// ICC(C,k): the mean of these raters, severity apart.
    pub consistency_mean: IccEstimate,
}

/// Points of the scale that levels 1 to 5 have.
const POINTS: u32 = 5;
/// Different levels, and people of a block, up to which methods of their square are run.
const MOST: usize = 2_000;

impl RaterAgreement {
    /// Nothing, for one reason.
    pub(super) fn absent(why: AbsentWhy) -> Self {
        Self {
            alpha: AlphaFigures {
                nominal: Figure::Absent(why),
                ordinal: Figure::Absent(why),
                interval: Figure::Absent(why),
                ratio: Figure::Absent(why),
            },
            r_wg: Figure::Absent(why),
            block_people: 0,
            block_raters: 0,
            icc: Figure::Absent(why),
            kendall_w: Figure::Absent(why),
            order_kept: Figure::Absent(why),
        }
    }

    /// All figures of a panel's cells.
    pub(super) fn of(
        cells: &BTreeMap<(usize, usize), f64>,
        severity: Option<&AdditiveSeverity>,
    ) -> Self {
        let rows = rows(cells);
        let block = Block::largest(cells);
        Self {
            alpha: alpha(&rows),
            r_wg: mean_r_wg(&rows),
            block_people: block.as_ref().map_or(0, |block| block.people() as u32),
            block_raters: block.as_ref().map_or(0, |block| block.raters() as u32),
            icc: block.as_ref().map_or(few(), icc),
            kendall_w: block.as_ref().map_or(few(), concordance),
            order_kept: severity.map_or(Figure::Absent(AbsentWhy::Undefined), order_kept),
        }
    }
}

const fn few<T: Copy>() -> Figure<T> {
    Figure::Absent(AbsentWhy::TooFew)
}

/// The levels of each person with two or more raters.
fn rows(cells: &BTreeMap<(usize, usize), f64>) -> Vec<Vec<f64>> {
    let mut rows: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    for ((person, _), level) in cells {
        rows.entry(*person).or_default().push(*level);
    }
    rows.into_values().filter(|row| row.len() >= 2).collect()
}

fn alpha(rows: &[Vec<f64>]) -> AlphaFigures {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let filled = |row: &Vec<f64>| {
        let mut row = row.clone();
        row.resize(width, f64::NAN);
        row
    };
    let units: Vec<Vec<f64>> = rows.iter().map(filled).collect();
    let of = |metric| {
        let result = krippendorff_alpha(&units, metric);
        Figure::from(result.map(|result| result.alpha))
    };
    let different: BTreeSet<u64> = rows.iter().flatten().map(|level| level.to_bits()).collect();
    AlphaFigures {
        nominal: of(Metric::Nominal),
        ordinal: of(Metric::Ordinal),
        interval: of(Metric::Interval),
        ratio: if different.len() > MOST {
            Figure::Absent(AbsentWhy::TooLarge)
        } else {
            of(Metric::Ratio)
        },
    }
}

fn mean_r_wg(rows: &[Vec<f64>]) -> Figure<f64> {
    let each = rows.iter().filter_map(|row| r_wg(row, POINTS).ok());
    let each: Vec<f64> = each.map(|agreement| agreement.truncated).collect();
    if each.is_empty() {
        return Figure::Absent(AbsentWhy::TooFew);
    }
    Figure::Value(each.iter().sum::<f64>() / each.len() as f64)
}

fn icc(block: &Block) -> Figure<IccFigures> {
    let result = intraclass_correlations(&block.rows, ConfidenceLevel::default());
    Figure::from(result.map(|icc| IccFigures {
        one_way: icc.one_way,
        agreement: icc.agreement,
        consistency: icc.consistency,
        one_way_mean: icc.one_way_mean,
        agreement_mean: icc.agreement_mean,
        consistency_mean: icc.consistency_mean,
    }))
}

fn concordance(block: &Block) -> Figure<f64> {
    if block.people() > MOST {
        return Figure::Absent(AbsentWhy::TooLarge);
    }
    Figure::from(kendall_w(&block.by_rater()).map(|result| result.w))
}

/// How far the order of the plain means is that of the adjusted levels.
fn order_kept(severity: &AdditiveSeverity) -> Figure<f64> {
    if severity.components.len() > 1 {
        // Adjusted levels of different parts have no order.
        return Figure::Absent(AbsentWhy::Undefined);
    }
    let grid = |level: f64| (level * 1e9).round();
    let people = severity.targets.iter().flatten();
    let (means, adjusted): (Vec<f64>, Vec<f64>) = people
        .map(|person| (grid(person.mean), grid(person.adjusted)))
        .unzip();
    let tau = kendall_tau(&means, &adjusted, Alternative::TwoSided);
    Figure::from(tau.map(|tau| tau.tau_b))
}
