use serde::{Deserialize, Serialize};

use crate::id::FundId;
use crate::measure::Rupiah;

/// A source of funds and what it holds for the horizon.
#[doc(alias = "sumber dana")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fund {
    /// Its code.
    pub id: FundId,
    /// Its name, such as `APBD 2026`.
    pub name: String,
    /// What it holds; not negative.
    pub amount: Rupiah,
}
