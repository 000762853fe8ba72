use bangkom_domain::Language;
use serde::{Deserialize, Serialize};

use super::Learning;
use crate::compare::Status;
use crate::policy::EvaluationPolicy;

/// What may be concluded of a program from its tests alone.
///
/// # Formula
///
/// ```text
/// reconsider   an interval of the mean change lies below zero
/// revise       else, an interval holds zero, or a class gain is below the policy's `keep_gain`
/// keep         else
/// not_enough   no figure for the whole program
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// The answer.
    pub answer: VerdictAnswer,
    /// The rule that gave it, with its version.
    pub rule: String,
}

/// The answer of a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum VerdictAnswer {
    /// No figure for the whole program.
    NotEnough,
    /// Participants rose, and enough.
    Keep,
    /// The rise is small or not sure.
    Revise,
    /// Participants fell.
    Reconsider,
}

impl VerdictAnswer {
    /// The answer in words.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_evaluation::VerdictAnswer;
    ///
    /// assert_eq!(VerdictAnswer::Keep.label(Language::Id), "lanjutkan");
    /// ```
    pub const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::NotEnough, Language::Id) => "belum cukup data",
            (Self::NotEnough, Language::En) => "not enough data",
            (Self::Keep, Language::Id) => "lanjutkan",
            (Self::Keep, Language::En) => "keep",
            (Self::Revise, Language::Id) => "perbaiki",
            (Self::Revise, Language::En) => "revise",
            (Self::Reconsider, Language::Id) => "tinjau ulang",
            (Self::Reconsider, Language::En) => "reconsider",
        }
    }
}

impl Verdict {
    /// The gravest answer among the instruments of the whole program.
    pub(super) fn new(learning: &[Learning], policy: &EvaluationPolicy) -> Self {
        let whole = learning.iter().filter(|one| one.batch.is_none());
        let answers = whole.filter_map(|one| answer(one, policy));
        Self {
            answer: answers.max().unwrap_or(VerdictAnswer::NotEnough),
            rule: "evaluation.verdict_learning/1".to_owned(),
        }
    }
}

fn answer(learning: &Learning, policy: &EvaluationPolicy) -> Option<VerdictAnswer> {
    let change = &learning.change;
    let (low, high) = match (&change.test, &change.summary) {
        (Some(test), _) => (test.ci.low, test.ci.high),
        (None, Some(same)) if change.status == Status::AllEqual => (same.mean_diff, same.mean_diff),
        _ => return None,
    };
    let gain = change.gains.as_ref().and_then(|gains| gains.class_gain);
    Some(if high < 0.0 {
        VerdictAnswer::Reconsider
    } else if low <= 0.0 || gain.is_some_and(|gain| gain < policy.keep_gain) {
        VerdictAnswer::Revise
    } else {
        VerdictAnswer::Keep
    })
}
