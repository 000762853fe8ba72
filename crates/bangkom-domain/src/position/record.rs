use serde::{Deserialize, Serialize};

use super::{Echelon, PositionKind};
use crate::id::PositionId;

/// One position that people hold.
#[doc(alias = "jabatan")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Its code.
    pub id: PositionId,
    /// Its official title.
    pub title: String,
    /// Its kind.
    pub kind: PositionKind,
    /// Its echelon, where older records carry one.
    #[doc(alias = "eselon")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub echelon: Option<Echelon>,
}
