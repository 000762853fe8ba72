use std::collections::BTreeMap;

use bangkom_domain::id::UnitId;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Seats that are kept for units for a while; never more than there are.
#[doc(alias = "kuota unit")]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Reserves(BTreeMap<UnitId, u32>);

/// Why seats cannot be reserved like this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[error("{reserved} seats are reserved, there are {seats}")]
pub struct ReserveError {
    /// How many would be reserved.
    pub reserved: u64,
    /// How many there are.
    pub seats: u32,
}

impl Reserves {
    /// These seats of so many.
    ///
    /// # Errors
    /// [`ReserveError`] when more are reserved than there are.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    ///
    /// use bangkom_schedule::enrol::Reserves;
    ///
    /// let reserved = BTreeMap::from([("HEALTH".parse()?, 5)]);
    /// let error = Reserves::new(4, reserved).unwrap_err();
    /// assert_eq!(error.to_string(), "5 seats are reserved, there are 4");
    /// # Ok::<(), bangkom_domain::id::CodeError>(())
    /// ```
    pub fn new(seats: u32, reserved: BTreeMap<UnitId, u32>) -> Result<Self, ReserveError> {
        let all: u64 = reserved.values().map(|count| u64::from(*count)).sum();
        if all > u64::from(seats) {
            return Err(ReserveError {
                reserved: all,
                seats,
            });
        }
        Ok(Self(reserved))
    }

    /// How many seats are kept for a unit.
    pub fn of(&self, unit: &UnitId) -> u32 {
        self.0.get(unit).copied().unwrap_or(0)
    }

    /// The units and their seats.
    pub fn iter(&self) -> impl Iterator<Item = (&UnitId, u32)> {
        self.0.iter().map(|(unit, count)| (unit, *count))
    }
}
