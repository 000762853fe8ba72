use serde::{Deserialize, Serialize};

use super::UnitKind;
use crate::id::{SiteId, UnitId};

/// One organisational unit.
#[doc(alias = "perangkat daerah")]
#[doc(alias = "OPD")]
#[doc(alias = "unit kerja")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its code.
    pub id: UnitId,
    /// Its official name.
    pub name: String,
    /// Where it stands in the tree.
    pub kind: UnitKind,
    /// The unit above; none for the city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<UnitId>,
    /// Where its people work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteId>,
}
