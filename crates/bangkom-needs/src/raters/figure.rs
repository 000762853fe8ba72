use bangkom_domain::Language;
use bangkom_stats::StatsError;
use serde::{Deserialize, Serialize};

/// A figure, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure<T> {
    /// The figure.
    Value(T),
    /// Why it is absent.
    Absent(AbsentWhy),
}

/// Why a figure is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AbsentWhy {
    /// Fewer people than the policy shows figures of.
    SmallGroup,
    /// Too few ratings are comparable.
    TooFew,
    /// All ratings that are compared are equal.
    NoVariation,
    /// It has no value for these ratings.
    Undefined,
    /// So many ratings that it would take too long.
    TooLarge,
}

impl<T> Figure<T> {
    /// The figure, if there is one.
    ///
    /// ```
    /// use bangkom_needs::{AbsentWhy, Figure};
    ///
    /// assert_eq!(Figure::Value(0.8).value(), Some(&0.8));
    /// assert_eq!(Figure::<f64>::Absent(AbsentWhy::TooFew).value(), None);
    /// ```
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent(_) => None,
        }
    }
}

impl<T> From<Result<T, StatsError>> for Figure<T> {
    fn from(result: Result<T, StatsError>) -> Self {
        match result {
            Ok(value) => Self::Value(value),
            Err(StatsError::TooFew { .. }) => Self::Absent(AbsentWhy::TooFew),
            Err(StatsError::NoVariation { .. }) => Self::Absent(AbsentWhy::NoVariation),
            Err(_) => Self::Absent(AbsentWhy::Undefined),
        }
    }
}

impl AbsentWhy {
    /// The reason as part of a sentence.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_needs::AbsentWhy;
    ///
    /// assert_eq!(AbsentWhy::TooFew.text(Language::En), "too few ratings are comparable");
    /// ```
    pub const fn text(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::SmallGroup, Language::Id) => "kelompoknya terlalu kecil untuk ditampilkan",
            (Self::SmallGroup, Language::En) => "the group is too small to be shown",
            (Self::TooFew, Language::Id) => "terlalu sedikit penilaian yang dapat dibandingkan",
            (Self::TooFew, Language::En) => "too few ratings are comparable",
            (Self::NoVariation, Language::Id) => "semua penilaian yang dibandingkan sama",
            (Self::NoVariation, Language::En) => "all ratings that are compared are equal",
            (Self::Undefined, Language::Id) => "tidak bernilai untuk penilaian ini",
            (Self::Undefined, Language::En) => "it has no value for these ratings",
            (Self::TooLarge, Language::Id) => "terlalu banyak penilaian untuk dihitung",
            (Self::TooLarge, Language::En) => "there are too many ratings to compute it",
        }
    }
}
