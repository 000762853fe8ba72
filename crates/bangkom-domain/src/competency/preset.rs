use std::collections::BTreeMap;

use super::Competency;
use super::dictionary::Dictionary;
use crate::measure::{Importance, Level};
use crate::position::PositionKind;
use crate::preset::{Confidence, PresetUse, Source};

/// Levels that every position of a kind is taken to ask, where it has no standard of its own.
///
/// Regulations state levels and no importance; [`importance`](Self::importance) is 3 unless
/// the caller says otherwise.
///
/// ```
/// use bangkom_domain::competency::StandardPreset;
/// use bangkom_domain::position::PositionKind;
///
/// let preset = StandardPreset::by_kind();
/// assert_eq!(preset.levels[&PositionKind::Administrator].get(), 3);
/// assert!(!preset.levels.contains_key(&PositionKind::ExpertFirst));
/// ```
#[doc(alias = "standar kompetensi jabatan")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandardPreset {
    /// The level asked of each competency, by kind of position; other kinds are not filled.
    pub levels: BTreeMap<PositionKind, Level>,
    /// The competencies that are asked.
    pub competencies: Vec<Competency>,
    /// How much each matters.
    pub importance: Importance,
    /// The name of the preset and where it comes from.
    pub preset: PresetUse,
}

impl StandardPreset {
    /// JPT madya 5, JPT pratama 4, administrator 3, pengawas 2, pelaksana 1.
    ///
    /// ```
    /// use bangkom_domain::competency::StandardPreset;
    /// use bangkom_domain::preset::Confidence;
    ///
    /// let preset = StandardPreset::by_kind();
    /// assert_eq!(preset.levels.len(), 5);
    /// assert_eq!(preset.preset.source.confidence, Confidence::Secondary);
    /// ```
    ///
    /// # References
    /// PermenPANRB 38/2017; secondary.
    pub fn by_kind() -> Self {
        Self::of(
            "standard.by_kind",
            Confidence::Secondary,
            &[
                (PositionKind::SeniorExecutive, 5),
                (PositionKind::Executive, 4),
                (PositionKind::Administrator, 3),
                (PositionKind::Supervisor, 2),
                (PositionKind::Executor, 1),
            ],
        )
    }

    /// JPT utama 5, which nobody has verified; named by the caller or absent.
    ///
    /// ```
    /// use bangkom_domain::competency::StandardPreset;
    /// use bangkom_domain::preset::Confidence;
    ///
    /// let source = StandardPreset::chief_executive().preset.source;
    /// assert_eq!(source.confidence, Confidence::Unverified);
    /// ```
    pub fn chief_executive() -> Self {
        Self::of(
            "standard.chief_executive",
            Confidence::Unverified,
            &[(PositionKind::ChiefExecutive, 5)],
        )
    }

    /// The levels that one province uses for functional positions; no regulation sets them.
    ///
    /// ```
    /// use bangkom_domain::competency::StandardPreset;
    /// use bangkom_domain::position::PositionKind;
    ///
    /// let preset = StandardPreset::functional_of_one_province();
    /// assert_eq!(preset.levels[&PositionKind::Skilled].get(), 2);
    /// ```
    pub fn functional_of_one_province() -> Self {
        let mut preset = Self::of(
            "standard.functional_of_one_province",
            Confidence::Secondary,
            &[
                (PositionKind::ExpertPrincipal, 5),
                (PositionKind::ExpertSenior, 4),
                (PositionKind::ExpertJunior, 3),
                (PositionKind::ExpertFirst, 2),
                (PositionKind::SkilledSuperior, 3),
                (PositionKind::SkilledProficient, 2),
                (PositionKind::Skilled, 2),
                (PositionKind::SkilledBeginner, 1),
            ],
        );
        "praktik satu provinsi".clone_into(&mut preset.preset.source.article);
        preset
    }

    /// The same preset with another importance.
    ///
    /// ```
    /// use bangkom_domain::competency::StandardPreset;
    /// use bangkom_domain::measure::Importance;
    ///
    /// let preset = StandardPreset::by_kind().importance(Importance::MAX);
    /// assert_eq!(preset.importance.get(), 5);
    /// ```
    #[must_use]
    pub fn importance(mut self, importance: Importance) -> Self {
        self.importance = importance;
        self
    }

    fn of(name: &str, confidence: Confidence, levels: &[(PositionKind, u32)]) -> Self {
        let Dictionary {
            competencies,
            preset,
        } = Dictionary::core();
        let levels = levels
            .iter()
            .filter_map(|(kind, level)| Some((*kind, Level::new(*level).ok()?)));
        Self {
            levels: levels.collect(),
            competencies,
            importance: Importance::new(3).unwrap_or(Importance::MIN),
            preset: PresetUse {
                preset: name.to_owned(),
                source: Source {
                    confidence,
                    ..preset.source
                },
            },
        }
    }
}
