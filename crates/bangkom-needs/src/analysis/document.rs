use bangkom_domain::finding::Findings;
use bangkom_domain::id::PersonId;
use bangkom_domain::json::Document;
use bangkom_domain::preset::Provenance;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::gap::{Insufficient, Need, PerformanceGap};
use crate::intake::EvidenceFinding;
use crate::units::ExposureFinding;

/// The version of the analysis document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum AnalysisSchema {
    /// The first version.
    #[default]
    #[serde(rename = "bangkom.analysis/1")]
    V1,
}

/// Who lacks what, how sure that is, and why: a proposal.
///
/// Levels, gaps and priorities are integers in 1e-9, so that they compare and sum exactly.
#[doc(alias = "analisis kebutuhan")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Analysis {
    /// The version of this form.
    pub schema: AnalysisSchema,
    /// What it was made from.
    pub provenance: Provenance,
    /// The day on which the evidence was read.
    pub as_of: NaiveDate,
    /// Every gap, by priority falling, then person, then competency.
    pub needs: Vec<Need>,
    /// What is asked and reached, with the surplus, by person, then competency.
    pub met: Vec<Need>,
    /// What is asked and of which too little is known, by person, then competency.
    pub insufficient: Vec<Insufficient>,
    /// Appraised work below its target, by person.
    pub performance: Vec<PerformanceGap>,
    /// What was found in the evidence.
    pub findings: Findings<EvidenceFinding>,
    /// What was found in what people are said to have served at units.
    #[serde(default, skip_serializing_if = "Findings::is_empty")]
    pub exposure_findings: Findings<ExposureFinding>,
}

impl Document for Analysis {
    const SCHEMA: &'static str = "bangkom.analysis/1";
}

impl Analysis {
    /// The needs of one person, the greatest priority first.
    ///
    /// ```
    /// # fn show(analysis: &bangkom_needs::Analysis, person: bangkom_domain::id::PersonId) {
    /// let priorities: Vec<_> = analysis.of_person(person).map(|need| need.priority).collect();
    /// assert!(priorities.is_sorted_by(|a, b| a >= b));
    /// # }
    /// ```
    pub fn of_person(&self, person: PersonId) -> impl Iterator<Item = &Need> {
        self.needs.iter().filter(move |need| need.person == person)
    }
}
