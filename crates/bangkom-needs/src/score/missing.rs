use bangkom_domain::Language;
use bangkom_domain::evidence::SourceKind;
use serde::{Deserialize, Serialize};

/// A kind of source that a level does without.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissingSource {
    /// The kind of source.
    pub kind: SourceKind,
    /// Why it is missing.
    pub why: MissingWhy,
}

/// Why a kind of source is missing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MissingWhy {
    /// It said nothing.
    Absent,
    /// It speaks of a unit at which the person did not serve, as far as somebody has counted;
    /// the coverage is that without it.
    NotServed,
    /// Fewer answered than the least number, so they are withheld.
    TooFewAnswers {
        /// How many are needed.
        needed: u32,
    },
}

impl MissingSource {
    /// What is missing, as part of a sentence.
    ///
    /// ```
    /// use bangkom_domain::{Language, evidence::SourceKind};
    /// use bangkom_needs::{MissingSource, MissingWhy};
    ///
    /// let why = MissingWhy::TooFewAnswers { needed: 3 };
    /// let missing = MissingSource { kind: SourceKind::Peer, why };
    /// assert_eq!(missing.text(Language::En), "peers (fewer than 3 answers)");
    /// ```
    pub fn text(&self, language: Language) -> String {
        let label = self.kind.label(language);
        match (&self.why, language) {
            (MissingWhy::Absent, _) => label.to_owned(),
            (MissingWhy::NotServed, Language::Id) => {
                format!("{label} (tidak melayani di unit itu)")
            }
            (MissingWhy::NotServed, Language::En) => {
                format!("{label} (did not serve at that unit)")
            }
            (MissingWhy::TooFewAnswers { needed }, Language::Id) => {
                format!("{label} (kurang dari {needed} jawaban)")
            }
            (MissingWhy::TooFewAnswers { needed }, Language::En) => {
                format!("{label} (fewer than {needed} answers)")
            }
        }
    }
}
