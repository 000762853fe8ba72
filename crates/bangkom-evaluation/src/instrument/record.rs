use bangkom_domain::id::{InstrumentId, ProgramId};
use bangkom_stats::items::ItemShift;
use bangkom_stats::reliability::CronbachAlpha;
use serde::{Deserialize, Serialize};

use super::{FormShift, ItemDoubt};
use crate::agreement::{CriterionAgreement, ObserverAgreement};

/// How good an instrument proved to be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentQuality {
    /// The instrument.
    pub instrument: InstrumentId,
    /// Its program.
    pub program: ProgramId,
    /// How many attended; only they may answer.
    pub may_answer: u32,
    /// From the answers before; absent where too few answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<ItemQuality>,
    /// From the answers at the end; absent where too few answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<ItemQuality>,
    /// How each item shifted, of those who answered twice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shifts: Vec<ShiftOfItem>,
    /// Whether the test after is easier, where its form shares items with the one before and one of
    /// them has items of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forms: Option<FormShift>,
    /// How far observers agree on the whole score, where two or more saw the same person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement: Option<ObserverAgreement>,
    /// How far observers agree on each criterion that they answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<CriterionAgreement>,
}

/// How one item shifted from before to after; p-values are adjusted over the items (Holm).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShiftOfItem {
    /// The item.
    pub item: String,
    /// The shift, in points of the item.
    pub shift: ItemShift,
}

/// Items and reliability from one set of answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemQuality {
    /// How many answered.
    pub people: u32,
    /// Cronbach's alpha with its interval; KR-20 is the same where items are right or wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alpha: Option<CronbachAlpha>,
    /// Kuder and Richardson's formula 20, where items are right or wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kr20: Option<f64>,
    /// Omega of one common factor; absent where no factor could be fitted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub omega: Option<f64>,
    /// Each item, in order.
    pub items: Vec<ItemFigures>,
    /// What is wrong with the items together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<ItemDoubt>,
}

/// The figures of one item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemFigures {
    /// The item.
    pub item: String,
    /// Points got of those that could be had, 0 to 1: high is easy.
    pub difficulty: f64,
    /// Correlation with the sum of the other items; absent where either does not vary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item_rest: Option<f64>,
    /// Difficulty among the strongest 27 % minus that among the weakest, -1 to 1.
    pub discrimination: f64,
    /// Alpha without the item; absent where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alpha_if_deleted: Option<f64>,
    /// What is wrong with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<ItemDoubt>,
}
