use bangkom_domain::Language;
use serde::{Deserialize, Serialize};

/// What is wrong with an item, or with items together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ItemDoubt {
    /// Nearly everybody gets it right: more than 90 % of the points.
    TooEasy,
    /// Hardly anybody gets it right: less than 20 % of the points.
    TooHard,
    /// It hardly tells the strong from the weak: discrimination below 0.2.
    WeakDiscrimination,
    /// The weak do better on it than the strong: a wrong key, or not reversed.
    NegativeDiscrimination,
    /// Without it the instrument would be more reliable, by 0.02 or more.
    LowersAlpha,
    /// Reliability below 0.7: too low to speak of groups.
    LowReliability,
    /// Fewer than thirty people: figures of items swing widely.
    FewPeople,
}

impl ItemDoubt {
    /// The doubt in words.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_evaluation::ItemDoubt;
    ///
    /// assert_eq!(ItemDoubt::TooEasy.text(Language::En), "nearly everybody gets it right");
    /// ```
    pub const fn text(self, language: Language) -> &'static str {
        let (id, en) = match self {
            Self::TooEasy => ("hampir semua benar", "nearly everybody gets it right"),
            Self::TooHard => (
                "hampir tidak ada yang benar",
                "hardly anybody gets it right",
            ),
            Self::WeakDiscrimination => (
                "kurang membedakan yang mampu dan yang belum",
                "it hardly tells the strong from the weak",
            ),
            Self::NegativeDiscrimination => (
                "yang lemah lebih sering benar: periksa kunci atau arah butir",
                "the weak do better on it: check the key, or whether it is reversed",
            ),
            Self::LowersAlpha => (
                "tanpa butir ini reliabilitas naik",
                "without it the instrument would be more reliable",
            ),
            Self::LowReliability => ("reliabilitas rendah", "the reliability is low"),
            Self::FewPeople => (
                "responden kurang dari tiga puluh",
                "fewer than thirty people answered",
            ),
        };
        match language {
            Language::Id => id,
            Language::En => en,
        }
    }
}
