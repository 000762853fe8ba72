use serde::{Deserialize, Serialize};

use crate::competency::{Competency, Requirement, StandardEntry};
use crate::json::schema;
use crate::position::Position;
use crate::program::Program;

schema! {
    /// The version of the catalog document.
    CatalogSchema for CatalogData = "bangkom.catalog/1"
}

/// What positions ask and programs give, as delivered, not yet checked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CatalogData {
    /// The version of this form.
    pub schema: CatalogSchema,
    /// The positions.
    pub positions: Vec<Position>,
    /// The competencies.
    pub competencies: Vec<Competency>,
    /// What positions ask; gaps in it may be filled by presets.
    pub standards: Vec<StandardEntry>,
    /// What the city or units want by a date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<Requirement>,
    /// The programs.
    pub programs: Vec<Program>,
}
