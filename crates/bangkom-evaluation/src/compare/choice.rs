use bangkom_domain::Language;
use bangkom_stats::{ConfidenceLevel, Interval};
use serde::{Deserialize, Serialize};

/// The methods among which the adviser picks; all others are functions of `bangkom-stats`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MethodChoice {
    /// Paired t test: the mean change of people measured twice.
    PairedT,
    /// Mean change with errors clustered by agency (CR2, Satterthwaite).
    ClusteredMean,
    /// Exact signed-rank test: few steps of the scale.
    SignedRank,
    /// Exact test of changed answers: yes or no only.
    McNemar,
    /// Adjusted means at the same start: groups formed by lot.
    Ancova,
    /// Change beyond that of a comparison group.
    DifferenceInDifferences,
    /// The same with errors clustered by agency.
    ClusteredDifference,
    /// Interrupted series with errors that allow for autocorrelation.
    InterruptedSeries,
    /// Times to an end that open cases have not reached: Kaplan-Meier, log-rank.
    LogRank,
    /// Exact ratio of two rates.
    RateRatio,
}

/// Why the adviser picked a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Because {
    /// The same people were measured twice, and nobody else.
    PairsOnly,
    /// People came from several agencies.
    Agencies {
        /// How many.
        agencies: u32,
    },
    /// The scale has so few steps that ranks say more than means.
    FewSteps {
        /// How many.
        steps: u32,
    },
    /// Each answer is one of two.
    YesOrNo,
    /// A lot decided who took part.
    ByLot,
    /// Others were measured too, and no lot decided.
    ExistingGroup,
    /// A figure was taken many times before and after.
    ManyPoints,
    /// Some cases are still open.
    OpenCases,
    /// Events are counted against what they could happen to.
    Counts,
}

/// The method picked, why, and what it says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// The method.
    pub method: MethodChoice,
    /// Why it was picked.
    pub because: Vec<Because>,
    /// What it estimates; absent where it could not be computed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<Estimate>,
}

/// A difference in the unit of the scores, a share for yes or no, positive when better.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Estimate {
    /// The difference.
    pub value: f64,
    /// Its interval.
    pub interval: Interval,
    /// The two-sided p-value.
    pub p: f64,
}

impl Estimate {
    /// Whether it is shown to differ from nothing, and to which side: 1, 0 or -1.
    ///
    /// ```
    /// use bangkom_evaluation::Estimate;
    /// use bangkom_stats::{ConfidenceLevel, Interval};
    ///
    /// let interval = Interval { low: 0.5, high: 3.5 };
    /// let estimate = Estimate { value: 2.0, interval, p: 0.01 };
    /// assert_eq!(estimate.side(ConfidenceLevel::default()), 1);
    /// ```
    pub fn side(&self, level: ConfidenceLevel) -> i8 {
        side(self.value, self.p, level)
    }
}

pub(crate) fn side(value: f64, p: f64, level: ConfidenceLevel) -> i8 {
    match p <= level.alpha() {
        true if value > 0.0 => 1,
        true if value < 0.0 => -1,
        _ => 0,
    }
}

impl MethodChoice {
    /// Every method: never more than ten.
    pub const ALL: &'static [Self] = &[
        Self::PairedT,
        Self::ClusteredMean,
        Self::SignedRank,
        Self::McNemar,
        Self::Ancova,
        Self::DifferenceInDifferences,
        Self::ClusteredDifference,
        Self::InterruptedSeries,
        Self::LogRank,
        Self::RateRatio,
    ];

    /// The method in words.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_evaluation::MethodChoice;
    ///
    /// assert_eq!(MethodChoice::PairedT.label(Language::En), "paired t test");
    /// ```
    pub const fn label(self, language: Language) -> &'static str {
        let (id, en) = match self {
            Self::PairedT => ("uji t berpasangan", "paired t test"),
            Self::ClusteredMean => (
                "rata-rata perubahan, galat menurut perangkat daerah",
                "mean change, errors by agency",
            ),
            Self::SignedRank => ("uji peringkat bertanda", "signed-rank test"),
            Self::McNemar => ("uji McNemar", "McNemar's test"),
            Self::Ancova => ("rata-rata disesuaikan (ANCOVA)", "adjusted means (ANCOVA)"),
            Self::DifferenceInDifferences => ("selisih dari selisih", "difference in differences"),
            Self::ClusteredDifference => (
                "selisih dari selisih, galat menurut perangkat daerah",
                "difference in differences, errors by agency",
            ),
            Self::InterruptedSeries => ("deret waktu terputus", "interrupted series"),
            Self::LogRank => ("Kaplan-Meier dan log-rank", "Kaplan-Meier and log-rank"),
            Self::RateRatio => ("rasio laju eksak", "exact ratio of rates"),
        };
        match language {
            Language::Id => id,
            Language::En => en,
        }
    }
}

impl Because {
    /// The reason in words.
    ///
    /// ```
    /// use bangkom_domain::Language;
    /// use bangkom_evaluation::Because;
    ///
    /// let text = Because::Agencies { agencies: 5 }.text(Language::En);
    /// assert_eq!(text, "people came from 5 agencies");
    /// ```
    pub fn text(self, language: Language) -> String {
        let (id, en) = match self {
            Self::Agencies { agencies } => {
                return match language {
                    Language::Id => format!("peserta berasal dari {agencies} perangkat daerah"),
                    Language::En => format!("people came from {agencies} agencies"),
                };
            }
            Self::FewSteps { steps } => {
                return match language {
                    Language::Id => format!("skala hanya punya {steps} tingkat"),
                    Language::En => format!("the scale has only {steps} steps"),
                };
            }
            Self::PairsOnly => (
                "orang yang sama diukur dua kali, tanpa pembanding",
                "the same people were measured twice, and nobody else",
            ),
            Self::YesOrNo => ("jawabannya ya atau tidak", "each answer is yes or no"),
            Self::ByLot => (
                "peserta ditentukan dengan undian",
                "a lot decided who took part",
            ),
            Self::ExistingGroup => (
                "ada kelompok pembanding tanpa undian",
                "others were measured too, and no lot decided",
            ),
            Self::ManyPoints => (
                "angkanya diambil berkali-kali sebelum dan sesudah",
                "the figure was taken many times before and after",
            ),
            Self::OpenCases => ("sebagian kasus masih terbuka", "some cases are still open"),
            Self::Counts => (
                "kejadian dihitung terhadap yang dilayani",
                "events are counted against what they could happen to",
            ),
        };
        match language {
            Language::Id => id.to_owned(),
            Language::En => en.to_owned(),
        }
    }
}
