use bangkom_domain::Language;
use bangkom_domain::demand::Ground;
use bangkom_domain::id::{CompetencyId, PersonId};
use bangkom_domain::measure::Nano;
use serde::{Deserialize, Serialize};

use super::decimal;
use crate::score::MissingSource;

/// A competency that is asked of a person and of which too little is known.
///
/// This is not a gap of zero: nothing is said about the level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Insufficient {
    /// Who.
    pub person: PersonId,
    /// Which competency.
    pub competency: CompetencyId,
    /// Who asks for it, ordered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked_by: Vec<Ground>,
    /// The share of the expected weight that is present, 0 to 1, in 1e-9.
    pub coverage: Nano,
    /// Whether there is evidence about the unit only, none about the person.
    pub only_unit: bool,
    /// What is missing, ordered by kind.
    pub missing: Vec<MissingSource>,
}

impl Insufficient {
    /// The answer as a sentence.
    ///
    /// ```
    /// # use bangkom_domain::{Language, evidence::SourceKind, id::*, measure::Nano};
    /// # use bangkom_needs::{Insufficient, MissingSource, MissingWhy};
    /// # let person: PersonId = serde_json::from_str("\"00000000-0000-0000-0000-000000000001\"").unwrap();
    /// let answer = Insufficient {
    ///     person,
    ///     competency: CompetencyId::new("service")?,
    ///     asked_by: Vec::new(),
    ///     coverage: Nano::from_raw(187_500_000),
    ///     only_unit: false,
    ///     missing: vec![MissingSource { kind: SourceKind::Superior, why: MissingWhy::Absent }],
    /// };
    /// assert!(answer.sentence(Language::En).ends_with("coverage 0.19; missing: superior"));
    /// # Ok::<(), CodeError>(())
    /// ```
    pub fn sentence(&self, language: Language) -> String {
        let missing: Vec<String> = self
            .missing
            .iter()
            .map(|source| source.text(language))
            .collect();
        let (missing, coverage) = (missing.join(", "), decimal(self.coverage, language));
        let (person, competency) = (self.person, &self.competency);
        match language {
            Language::Id => format!(
                "pegawai {person}, kompetensi {competency}: bukti belum cukup, \
                 cakupan {coverage}; belum ada: {missing}"
            ),
            Language::En => format!(
                "person {person}, competency {competency}: not enough evidence, \
                 coverage {coverage}; missing: {missing}"
            ),
        }
    }
}
