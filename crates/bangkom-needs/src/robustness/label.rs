use bangkom_domain::Language;
use serde::{Deserialize, Serialize};

/// How firmly a place stands; the weaker is the smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceLabel {
    /// It could as well be otherwise.
    TossUp,
    /// It is rather so.
    Likely,
    /// It is so under nearly all draws.
    Firm,
}

impl PlaceLabel {
    /// The label in words.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_needs::robustness::PlaceLabel;
    ///
    /// assert_eq!(PlaceLabel::TossUp.label(Language::Id), "belum pasti");
    /// assert!(PlaceLabel::Firm > PlaceLabel::Likely);
    /// ```
    pub const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Firm, Language::Id) => "kokoh",
            (Self::Firm, Language::En) => "firm",
            (Self::Likely, Language::Id) => "cukup kuat",
            (Self::Likely, Language::En) => "likely",
            (Self::TossUp, Language::Id) => "belum pasti",
            (Self::TossUp, Language::En) => "toss-up",
        }
    }
}

/// From which probability a place is called firm or likely.
///
/// What is judged is the side of the line that the base ranking puts an alternative on: for one
/// among the first `top` the probability of being there, for all others of not being there.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelRule {
    /// The least probability of a firm place, 0.5 to 1.
    pub firm: f64,
    /// The least probability of a likely place, 0.5 to `firm`.
    pub likely: f64,
}

impl Default for LabelRule {
    /// Firm from 0.95, likely from 0.75.
    fn default() -> Self {
        Self {
            firm: 0.95,
            likely: 0.75,
        }
    }
}

impl LabelRule {
    /// The label of a place with this probability of standing on its side of the line.
    ///
    /// ```
    /// use bangkom_needs::robustness::{LabelRule, PlaceLabel};
    ///
    /// assert_eq!(LabelRule::default().of(0.8), PlaceLabel::Likely);
    /// ```
    pub fn of(&self, probability: f64) -> PlaceLabel {
        if probability >= self.firm {
            PlaceLabel::Firm
        } else if probability >= self.likely {
            PlaceLabel::Likely
        } else {
            PlaceLabel::TossUp
        }
    }
}
