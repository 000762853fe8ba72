use bangkom_domain::Language;
use bangkom_domain::evidence::Cause;
use bangkom_domain::id::{CompetencyId, PersonId, ProgramId, UnitId};
use bangkom_domain::measure::{Level, Nano};
use bangkom_domain::privacy::Personal;
use serde::{Deserialize, Serialize};

/// A gap that stays open, with every reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnclosedGap {
    /// Who.
    pub person: PersonId,
    /// The unit the person works in.
    pub unit: UnitId,
    /// Which competency.
    pub competency: CompetencyId,
    /// What remains after the proposed seats, in 1e-9 levels.
    pub remaining: Personal<Nano>,
    /// Why, ordered; never empty.
    pub reasons: Vec<UnclosedReason>,
}

/// Why a gap stays open.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum UnclosedReason {
    /// The cause is not one that training removes.
    CauseIsNotTraining {
        /// The cause named most often.
        cause: Option<Cause>,
    },
    /// No program teaches the competency.
    NoProgram,
    /// A program stops below what is asked.
    LevelNotReached {
        /// The program.
        program: ProgramId,
        /// The level it leads to.
        to: Level,
    },
    /// A program starts above the person's level.
    EntryLevelTooLow {
        /// The program.
        program: ProgramId,
        /// The level it starts from.
        from: Level,
    },
    /// An official refused the seat, or a seat in something that must come before.
    Refused {
        /// The program refused.
        program: ProgramId,
    },
    /// Other programs were worth more to this person.
    OtherProgramsFirst {
        /// The program that would help too.
        program: ProgramId,
    },
}

impl UnclosedReason {
    /// The reason as part of a sentence.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_needs::UnclosedReason;
    ///
    /// let text = UnclosedReason::NoProgram.text(Language::En);
    /// assert_eq!(text, "no program teaches this competency");
    /// ```
    pub fn text(&self, language: Language) -> String {
        match (self, language) {
            (Self::CauseIsNotTraining { cause }, _) => cause_text(*cause, language),
            (Self::NoProgram, Language::Id) => {
                "belum ada program yang mengajarkan kompetensi ini".to_owned()
            }
            (Self::NoProgram, Language::En) => "no program teaches this competency".to_owned(),
            (Self::LevelNotReached { program, to }, Language::Id) => {
                format!("program {program} hanya sampai level {to}")
            }
            (Self::LevelNotReached { program, to }, Language::En) => {
                format!("program {program} leads to level {to} only")
            }
            (Self::EntryLevelTooLow { program, from }, Language::Id) => {
                format!("program {program} mulai dari level {from}")
            }
            (Self::EntryLevelTooLow { program, from }, Language::En) => {
                format!("program {program} starts from level {from}")
            }
            (Self::Refused { program }, Language::Id) => {
                format!("pejabat menolak program {program}")
            }
            (Self::Refused { program }, Language::En) => {
                format!("an official refused program {program}")
            }
            (Self::OtherProgramsFirst { program }, Language::Id) => {
                format!("program {program} menunggu program lain yang lebih bernilai")
            }
            (Self::OtherProgramsFirst { program }, Language::En) => {
                format!("program {program} waits behind others that are worth more")
            }
        }
    }
}

fn cause_text(cause: Option<Cause>, language: Language) -> String {
    match (cause, language) {
        (Some(cause), Language::Id) => {
            format!(
                "penyebab utamanya {}, bukan kurang terlatih",
                cause.label(language)
            )
        }
        (Some(cause), Language::En) => {
            format!(
                "the main cause is {}, not a lack of training",
                cause.label(language)
            )
        }
        (None, Language::Id) => "penyebabnya bukan kurang terlatih".to_owned(),
        (None, Language::En) => "the cause is not a lack of training".to_owned(),
    }
}
