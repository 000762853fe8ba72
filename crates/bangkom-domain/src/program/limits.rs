use serde::{Deserialize, Serialize};

use crate::id::FundId;
use crate::measure::{Permille, Rupiah};

/// How large and how mixed the batches of a program are.
#[doc(alias = "angkatan")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BatchLimits {
    /// The least number of seats with which a batch runs.
    pub min_seats: u16,
    /// The greatest number of seats.
    pub max_seats: u16,
    /// The greatest number of batches in the plan.
    pub max_batches: u16,
    /// The greatest share of the seats that one unit may have.
    pub max_one_unit: Permille,
    /// The least number of units in a batch.
    pub min_units: u16,
}

/// What a program costs beside its rooms and instructors.
#[doc(alias = "biaya")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgramCost {
    /// For each batch.
    pub per_batch: Rupiah,
    /// For each seat.
    pub per_seat: Rupiah,
    /// The source of funds that pays.
    pub fund: FundId,
}
