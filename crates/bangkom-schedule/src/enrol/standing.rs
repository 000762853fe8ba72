use bangkom_domain::id::{PersonId, UnitId};
use bangkom_domain::measure::DemandValue;
use bangkom_domain::privacy::Personal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Somebody who would like a seat, and when it was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Applicant {
    /// Who.
    pub person: PersonId,
    /// Of which unit.
    pub unit: UnitId,
    /// What the seat is worth.
    pub value: Personal<DemandValue>,
    /// Whether the claim comes before all that is not mandatory.
    pub mandatory: bool,
    /// The day of the application.
    pub applied_on: NaiveDate,
}

/// Where an application stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Standing {
    /// On the waiting list.
    Waiting,
    /// A seat is offered until the end of this day.
    Offered(NaiveDate),
    /// The seat is taken.
    Confirmed,
    /// The offer was turned down.
    Declined,
    /// The offer was not answered in time.
    Lapsed,
    /// The person gave the seat or the application up.
    Withdrawn,
    /// Another person of the unit took the seat.
    Replaced(PersonId),
    /// The batch was cancelled.
    Cancelled,
}
