use super::{EvidenceSource, Scale, SourceKind};
use crate::id::SourceId;
use crate::preset::{Confidence, Source};

/// The scale of a usual instrument, as its regulation or practice declares it.
///
/// ```
/// use bangkom_domain::evidence::ScalePreset;
/// use bangkom_domain::id::SourceId;
///
/// let preset = ScalePreset::survey_answer();
/// let source = preset.declare(SourceId::new("SKM-2025")?);
/// assert_eq!((source.scale.low(), source.scale.high()), (1.0, 4.0));
/// assert_eq!(preset.source.regulation, "PermenPANRB 14/2017");
/// # Ok::<(), bangkom_domain::id::CodeError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct ScalePreset {
    /// The name of the preset.
    pub name: String,
    /// The kind of source that speaks on it.
    pub kind: SourceKind,
    /// The scale.
    pub scale: Scale,
    /// The value that meets what is expected, where the instrument has one.
    pub expected: Option<f64>,
    /// Where it comes from.
    pub source: Source,
}

impl ScalePreset {
    /// Work or behaviour below (1), as (2) or above expectation (3).
    ///
    /// The values are those of [`Expectation::value`](super::Expectation::value).
    ///
    /// # References
    /// PermenPANRB 6/2022 (secondary); the regulation has no numbers, the order is its own.
    pub fn expectation() -> Self {
        Self::of(
            ("scale.expectation", SourceKind::Appraisal),
            (1.0, 3.0, Some(2.0)),
            ("PermenPANRB 6/2022", "lampiran, rating hasil kerja"),
        )
    }

    /// The yearly grade in points of 20 to 100; "baik" is 80.
    ///
    /// The values are those of [`AppraisalGrade::points`](super::AppraisalGrade::points).
    ///
    /// # References
    /// Kepka BKN 411/2025: predicate to score in the talent system (secondary).
    pub fn appraisal_grade() -> Self {
        Self::of(
            ("scale.appraisal_grade", SourceKind::Appraisal),
            (20.0, 100.0, Some(80.0)),
            ("Kepka BKN 411/2025", "nilai predikat kinerja"),
        )
    }

    /// The older appraisal by points, 0 to 120; "baik" begins at 90.
    ///
    /// # References
    /// PP 30/2019 art. 41.
    pub fn older_appraisal() -> Self {
        let mut preset = Self::of(
            ("scale.older_appraisal", SourceKind::Appraisal),
            (0.0, 120.0, Some(90.0)),
            ("PP 30/2019", "Ps 41"),
        );
        preset.source.confidence = Confidence::SourceRead;
        preset
    }

    /// One answer, or the mean of one element, of the satisfaction survey: 1 to 4.
    ///
    /// # References
    /// PermenPANRB 14/2017 (secondary).
    pub fn survey_answer() -> Self {
        Self::of(
            ("scale.survey_answer", SourceKind::SatisfactionSurvey),
            (1.0, 4.0, None),
            ("PermenPANRB 14/2017", "lampiran, skala 1-4"),
        )
    }

    /// The satisfaction index of a whole service: 25 to 100.
    ///
    /// # References
    /// PermenPANRB 14/2017 (secondary).
    pub fn survey_index() -> Self {
        Self::of(
            ("scale.survey_index", SourceKind::SatisfactionSurvey),
            (25.0, 100.0, None),
            ("PermenPANRB 14/2017", "lampiran, nilai interval konversi"),
        )
    }

    /// The level that an assessment centre states: 1 to 5.
    ///
    /// # References
    /// PermenPANRB 38/2017: the five levels of the dictionary (secondary).
    pub fn assessed_level() -> Self {
        Self::of(
            ("scale.assessed_level", SourceKind::Assessment),
            (1.0, 5.0, None),
            ("PermenPANRB 38/2017", "lampiran, level kompetensi"),
        )
    }

    /// What an observer saw at work, by the level of the dictionary it shows: 1 to 5.
    ///
    /// # References
    /// PermenPANRB 38/2017: the indicators of the five levels (secondary).
    pub fn observed_level() -> Self {
        Self {
            name: "scale.observed_level".to_owned(),
            kind: SourceKind::Observation,
            ..Self::assessed_level()
        }
    }

    /// Marks of 1 to 10, as one city rates superior, peers and subordinates.
    ///
    /// No regulation fixes the scale of a rating by several people.
    pub fn rating_of_one_city(kind: SourceKind) -> Self {
        Self::of(
            ("scale.rating_of_one_city", kind),
            (1.0, 10.0, None),
            ("tidak diatur", "praktik satu kota"),
        )
    }

    /// A source on this scale.
    pub fn declare(&self, id: SourceId) -> EvidenceSource {
        EvidenceSource {
            id,
            kind: self.kind,
            scale: self.scale,
            rate_per: None,
        }
    }

    fn of(
        (name, kind): (&str, SourceKind),
        (low, high, expected): (f64, f64, Option<f64>),
        (regulation, article): (&str, &str),
    ) -> Self {
        Self {
            name: name.to_owned(),
            kind,
            scale: Scale::known(low, high),
            expected,
            source: Source {
                regulation: regulation.to_owned(),
                article: article.to_owned(),
                effective_from: None,
                effective_to: None,
                confidence: Confidence::Secondary,
            },
        }
    }
}
