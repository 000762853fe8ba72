use serde::{Deserialize, Serialize};

use crate::calendar::Period;
use crate::id::{FeatureId, RoomId, SiteId};
use crate::measure::Rupiah;

/// A site, on a plane in kilometres.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Its code.
    pub id: SiteId,
    /// Its name.
    pub name: String,
    /// East, in kilometres from any fixed point.
    pub x_km: f64,
    /// North, in kilometres from the same point.
    pub y_km: f64,
}

/// A room that sessions can use.
#[doc(alias = "ruang")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Room {
    /// Its code.
    pub id: RoomId,
    /// Where it is.
    pub site: SiteId,
    /// How many people it seats, at least one.
    pub capacity: u16,
    /// What it has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub features: Vec<FeatureId>,
    /// The cost of one slot.
    pub cost_per_slot: Rupiah,
    /// The days on which it is closed or promised to others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unavailable: Vec<Period>,
}
