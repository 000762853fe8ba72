use serde::{Deserialize, Serialize};

use super::{CauseMark, EvidenceRecord, EvidenceSource, Exposure};
use crate::json::schema;

schema! {
    /// The version of the evidence document.
    EvidenceSchema for Evidence = "bangkom.evidence/1"
}

/// What is known about persons and units, before anything is computed from it.
#[doc(alias = "data dukung")]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The version of this form.
    pub schema: EvidenceSchema,
    /// The sources that the records name.
    pub sources: Vec<EvidenceSource>,
    /// The records.
    pub records: Vec<EvidenceRecord>,
    /// What people say causes a gap.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<CauseMark>,
    /// How much people served at units, where somebody has counted it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exposures: Vec<Exposure>,
}
