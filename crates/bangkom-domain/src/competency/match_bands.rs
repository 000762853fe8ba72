use serde::{Deserialize, Serialize};

use crate::enumeration::enumeration;
use crate::measure::Nano;
use crate::preset::{Confidence, Source};

/// From which match on a person is called what.
///
/// Two sets are in use and are not for the same purpose, so there is no default.
///
/// ```
/// use bangkom_domain::competency::MatchBands;
/// use bangkom_domain::measure::Nano;
///
/// let percent = Nano::from_raw(79_500_000_000);
/// assert_eq!(MatchBands::appointment().term(percent), Some("masih memenuhi syarat"));
/// assert_eq!(MatchBands::mapping().term(percent), Some("cukup optimal"));
/// ```
#[doc(alias = "kategori JPM")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatchBands {
    /// The name of the preset.
    pub name: String,
    /// Where it comes from.
    pub source: Source,
    /// The bands, the highest first; the last one begins at zero.
    pub bands: Vec<MatchBand>,
}

/// One band of a match.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatchBand {
    /// The official term.
    pub term: String,
    /// The least match that belongs to it, in per cent.
    pub least: u32,
}

impl MatchBands {
    /// To fill a position: 80 and 68 per cent.
    ///
    /// # References
    /// Peraturan BKN 26/2019 (secondary).
    pub fn appointment() -> Self {
        Self::of(
            "job_match.appointment",
            ("Peraturan BKN 26/2019", "kategori", Confidence::Secondary),
            [
                ("memenuhi syarat", 80),
                ("masih memenuhi syarat", 68),
                ("kurang memenuhi syarat", 0),
            ],
        )
    }

    /// To map competence: 90 and 78 per cent.
    ///
    /// # References
    /// Peraturan BRIN 3/2023 art. 33.
    pub fn mapping() -> Self {
        Self::of(
            "job_match.mapping",
            ("Peraturan BRIN 3/2023", "Ps 33", Confidence::SourceRead),
            [
                ("optimal", 90),
                ("cukup optimal", 78),
                ("kurang optimal", 0),
            ],
        )
    }

    /// The official term of a match in per cent; none where it lies below every band.
    pub fn term(&self, percent: Nano) -> Option<&str> {
        let reached = |band: &&MatchBand| percent.raw() >= i64::from(band.least) * Nano::PER_UNIT;
        self.bands
            .iter()
            .find(reached)
            .map(|band| band.term.as_str())
    }

    fn of(
        name: &str,
        (regulation, article, confidence): (&str, &str, Confidence),
        bands: [(&str, u32); 3],
    ) -> Self {
        Self {
            name: name.to_owned(),
            source: source(regulation, article, confidence),
            bands: bands
                .map(|(term, least)| MatchBand {
                    term: term.to_owned(),
                    least,
                })
                .to_vec(),
        }
    }
}

enumeration! {
    /// How large the gap of a person is, over all competencies of a position.
    ///
    /// # References
    /// Peraturan LAN 10/2018: the four classes (secondary).
    #[doc(alias = "kategori kesenjangan")]
    GapClass {
        /// No gap.
        None => "none", "tidak ada", "none";
        /// A small gap.
        Low => "low", "rendah", "low";
        /// A middling gap.
        Medium => "medium", "sedang", "medium";
        /// A large gap.
        High => "high", "tinggi", "high";
    }
}

/// From which gap index on a gap belongs to which class.
///
/// ```
/// use bangkom_domain::competency::{GapClass, GapClasses};
/// use bangkom_domain::measure::Nano;
///
/// let classes = GapClasses::default();
/// assert_eq!(classes.class(Nano::ZERO), GapClass::None);
/// assert_eq!(classes.class(Nano::from_raw(1)), GapClass::Low);
/// assert_eq!(classes.class(Nano::from_units(25)), GapClass::Medium);
/// assert_eq!(classes.class(Nano::from_units(50)), GapClass::High);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GapClasses {
    /// The name of the preset.
    pub name: String,
    /// Where it comes from.
    pub source: Source,
    /// The least gap of the middle class, in per cent.
    pub medium: u32,
    /// The least gap of the high class, in per cent.
    pub high: u32,
}

impl Default for GapClasses {
    /// 25 and 50 per cent; any gap above zero is at least low.
    fn default() -> Self {
        Self {
            name: "job_match.gap_classes".to_owned(),
            source: source(
                "Peraturan LAN 10/2018",
                "ambang menurut modul HCDP satu provinsi",
                Confidence::Secondary,
            ),
            medium: 25,
            high: 50,
        }
    }
}

impl GapClasses {
    /// The class of a gap index in per cent.
    pub fn class(&self, percent: Nano) -> GapClass {
        let reached = |least: u32| percent.raw() >= i64::from(least) * Nano::PER_UNIT;
        if percent <= Nano::ZERO {
            GapClass::None
        } else if reached(self.high) {
            GapClass::High
        } else if reached(self.medium) {
            GapClass::Medium
        } else {
            GapClass::Low
        }
    }
}

fn source(regulation: &str, article: &str, confidence: Confidence) -> Source {
    Source {
        regulation: regulation.to_owned(),
        article: article.to_owned(),
        effective_from: None,
        effective_to: None,
        confidence,
    }
}
