use bangkom_domain::Language;
use serde::{Deserialize, Serialize};

use super::VerdictReason;

/// What may be concluded of a program, with the reasons.
///
/// # Formula
///
/// Answers to each test of the whole program; the gravest counts, in the order of
/// [`VerdictAnswer`]. p-values are adjusted over all tests of the evaluation; behaviour and
/// service contradict where a figure is clear among all of its kind after the program.
///
/// ```text
/// not_enough  no figure; or, without others to compare with: tests of different difficulty,
///             scores before asked at the end, people chosen for low scores of which no
///             population is known; or so many lost that the bounds of the change hold zero
/// stop        else, a sure fall; or the whole interval lies below the smallest change worth
///             having; or nobody changed
/// revise      else, a sure rise that is small, that a sturdier method does not see, or that
///             behaviour at work or the service contradict
/// keep        else, a sure rise
/// not_enough  else: too little to see a change worth having, or no room on the scale
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// The answer.
    pub answer: VerdictAnswer,
    /// The rule that gave it, with its version.
    pub rule: String,
    /// Why.
    pub reasons: Vec<VerdictReason>,
    /// The p-value of the test that decided, adjusted for the others; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p_adjusted: Option<f64>,
    /// How many tests were made together.
    pub tests: u32,
}

/// The answer of a verdict, the graver the later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum VerdictAnswer {
    /// Too little is known.
    NotEnough,
    /// Participants rose, and enough.
    Keep,
    /// The rise is small, or other figures contradict it.
    Revise,
    /// Participants fell, or did not rise by anything worth having.
    Stop,
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
            (Self::NotEnough, Language::Id) => "belum cukup bukti",
            (Self::NotEnough, Language::En) => "not enough evidence",
            (Self::Keep, Language::Id) => "lanjutkan",
            (Self::Keep, Language::En) => "keep",
            (Self::Revise, Language::Id) => "perbaiki",
            (Self::Revise, Language::En) => "revise",
            (Self::Stop, Language::Id) => "hentikan",
            (Self::Stop, Language::En) => "stop",
        }
    }
}
