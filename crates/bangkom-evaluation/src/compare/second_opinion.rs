use bangkom_domain::Language;
use bangkom_stats::{ConfidenceLevel, Interval};
use serde::{Deserialize, Serialize};

use super::side;

/// What a sturdier method says of the same data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecondOpinion {
    /// The method, as `bangkom-stats` names it.
    pub method: String,
    /// Its estimate, in the unit of the figure, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<f64>,
    /// Its two-sided p-value.
    pub p: f64,
    /// Whether it concludes the same; absent where it cannot reach the level with so few, or
    /// where the figure itself concludes nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agrees: Option<bool>,
}

/// Why no sturdier method has a say: no result leaves that open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoOpinion {
    /// There is no figure to be checked.
    NoFigure,
    /// All values are alike, which leaves nothing to weigh.
    AllAlike,
    /// People, points, weeks or surveys are too few for a method that assumes less.
    TooFew,
    /// There are too many for a method that holds all of them at once.
    TooMany,
    /// The figure is somebody's estimate and was not measured.
    Estimated,
}

impl NoOpinion {
    /// The reason, where nobody was asked.
    pub(crate) fn unless(opinions: &[SecondOpinion], why: impl FnOnce() -> Self) -> Option<Self> {
        opinions.is_empty().then(why)
    }

    /// The reason for sums that are too few, or that there are none of.
    pub(crate) const fn of_sums(known: bool) -> Self {
        if known { Self::TooFew } else { Self::NoFigure }
    }

    /// The reason in words.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_evaluation::NoOpinion;
    ///
    /// let text = NoOpinion::Estimated.text(Language::En);
    /// assert_eq!(text, "the figure is an estimate and was not measured");
    /// ```
    pub const fn text(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::NoFigure, Language::Id) => "belum ada angka yang dapat diperiksa",
            (Self::NoFigure, Language::En) => "there is no figure to be checked",
            (Self::AllAlike, Language::Id) => "semua nilainya sama",
            (Self::AllAlike, Language::En) => "all values are alike",
            (Self::TooFew, Language::Id) => "datanya terlalu sedikit untuk metode yang lebih tahan",
            (Self::TooFew, Language::En) => "there are too few for a sturdier method",
            (Self::TooMany, Language::Id) => "datanya terlalu banyak untuk dipegang sekaligus",
            (Self::TooMany, Language::En) => "there are too many to be held at once",
            (Self::Estimated, Language::Id) => "angkanya perkiraan, bukan hasil pengukuran",
            (Self::Estimated, Language::En) => "the figure is an estimate and was not measured",
        }
    }
}

/// Whether all opinions that could say conclude the same; none where none could.
pub(crate) fn agreement<'a>(opinions: impl IntoIterator<Item = &'a SecondOpinion>) -> Option<bool> {
    let said = opinions.into_iter().filter_map(|opinion| opinion.agrees);
    said.reduce(|all, one| all && one)
}

/// Whether any opinion concludes otherwise.
pub(crate) fn disagree<'a>(opinions: impl IntoIterator<Item = &'a SecondOpinion>) -> bool {
    agreement(opinions) == Some(false)
}

/// To which side of a value a whole interval lies: 1, 0 or -1.
pub(crate) fn side_of(interval: Interval, neutral: f64) -> i8 {
    i8::from(interval.low > neutral) - i8::from(interval.high < neutral)
}

/// What a method answers, before it is set beside the figure.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    method: &'static str,
    estimate: Option<f64>,
    /// A number whose sign says in which direction it lies; none where that is not known.
    toward: Option<f64>,
    p: f64,
    /// The least p-value that it can have with so few.
    least: f64,
}

impl Asked {
    /// A method whose estimate is a difference in the unit of the figure.
    pub(crate) const fn new(method: &'static str, difference: f64, p: f64) -> Self {
        Self {
            method,
            estimate: Some(difference),
            toward: Some(difference),
            p,
            least: 0.0,
        }
    }

    /// With another estimate than the number whose sign counts.
    pub(crate) const fn shown_as(mut self, estimate: Option<f64>) -> Self {
        self.estimate = estimate;
        self
    }

    /// In a direction that may not be known.
    pub(crate) const fn toward(mut self, toward: Option<f64>) -> Self {
        self.toward = toward;
        self
    }

    /// With the least p-value that it can have.
    pub(crate) const fn least(mut self, least: f64) -> Self {
        self.least = least;
        self
    }

    /// The p-value as it is without adjustment.
    pub(crate) const fn p(&self) -> f64 {
        self.p
    }

    /// With its p-value adjusted for others.
    pub(crate) const fn adjusted(mut self, p: f64) -> Self {
        self.p = p;
        self
    }

    /// Set beside the side on which the figure lies.
    pub(crate) fn beside(self, own: Option<i8>, level: ConfidenceLevel) -> SecondOpinion {
        let said = self.toward.map(|toward| side(toward, self.p, level));
        let own = own.filter(|_| self.least <= level.alpha());
        SecondOpinion {
            method: self.method.to_owned(),
            estimate: self.estimate,
            p: self.p,
            agrees: own.zip(said).map(|(own, said)| own == said),
        }
    }
}

/// The least two-sided p-value of the signs of `n` changes.
pub(crate) fn least_of_signs(n: usize) -> f64 {
    0.5_f64.powi(i32::try_from(n).unwrap_or(i32::MAX).saturating_sub(1))
}

/// The least two-sided p-value of a rank sum: two of all splits into groups of these sizes.
pub(crate) fn least_of_splits(first: usize, second: usize) -> f64 {
    let (few, many) = (first.min(second), first.max(second) as f64);
    if few == 0 {
        return 1.0;
    }
    let splits = (1..=few).fold(1.0, |all, k| all * (many + k as f64) / k as f64);
    (2.0 / splits).min(1.0)
}
