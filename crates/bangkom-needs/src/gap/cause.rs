use bangkom_domain::Language;
use bangkom_domain::evidence::Cause;
use bangkom_domain::measure::Nano;
use serde::{Deserialize, Serialize};

use crate::exact::nano_ratio;
use crate::intake::CauseCounts;
use crate::policy::ScreenRule;

/// What people say causes a gap, and whether training can help.
///
/// # References
/// Gilbert 1978; Mager and Pipe 1970: training removes lack of knowledge and skill, nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CauseScreen {
    /// The answer.
    pub answer: ScreenAnswer,
    /// How many marks there are.
    pub marks: u32,
    /// The share of marks for knowledge or skill, 0 to 1, in 1e-9; absent without marks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trainable: Option<Nano>,
    /// The cause named most often, the first in the official order where several are; where
    /// training is no answer, of the causes that it does not remove.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub main_cause: Option<Cause>,
}

/// Whether training is an answer to a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ScreenAnswer {
    /// Too few marks to say; training is proposed.
    Unknown,
    /// Knowledge or skill is missing; training is proposed.
    Training,
    /// Something else stands in the way; no training.
    NoTraining,
}

impl CauseScreen {
    pub(crate) fn new(counts: &CauseCounts, rule: &ScreenRule) -> Self {
        let marks: u32 = counts.values().sum();
        let taught = |cause: &Cause| matches!(cause, Cause::Knowledge | Cause::Skill);
        let trainable: u32 = counts
            .iter()
            .filter(|(cause, _)| taught(cause))
            .map(|(_, count)| count)
            .sum();
        let share = nano_ratio(u128::from(trainable), u128::from(marks));
        let threshold = Nano::from_f64(rule.min_trainable).unwrap_or_default();
        let answer = if marks == 0 || marks < rule.min_marks {
            ScreenAnswer::Unknown
        } else if share >= threshold {
            ScreenAnswer::Training
        } else {
            ScreenAnswer::NoTraining
        };
        let most = counts
            .iter()
            .filter(|(cause, _)| answer != ScreenAnswer::NoTraining || !taught(cause))
            .max_by_key(|(cause, count)| (**count, std::cmp::Reverse(**cause)));
        Self {
            answer,
            marks,
            trainable: (marks > 0).then_some(share),
            main_cause: most.map(|(cause, _)| *cause),
        }
    }

    /// Whether training may be proposed.
    ///
    /// ```
    /// use bangkom_needs::{CauseScreen, ScreenAnswer};
    ///
    /// let answer = ScreenAnswer::NoTraining;
    /// let screen = CauseScreen { answer, marks: 4, trainable: None, main_cause: None };
    /// assert!(!screen.allows_training());
    /// ```
    pub fn allows_training(&self) -> bool {
        self.answer != ScreenAnswer::NoTraining
    }

    /// Why training is no answer, as a sentence; `None` where it may be one.
    pub(crate) fn refusal(&self, language: Language) -> Option<String> {
        let cause = self.main_cause.filter(|_| !self.allows_training())?;
        Some(match language {
            Language::Id => format!(
                "penyebab utamanya {}, sehingga pelatihan bukan jawabannya",
                cause.label(language)
            ),
            Language::En => format!(
                "the main cause is {}, so training is not the answer",
                cause.label(language)
            ),
        })
    }
}
