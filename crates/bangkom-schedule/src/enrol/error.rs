use bangkom_domain::id::{BatchId, PersonId};
use chrono::NaiveDate;
use thiserror::Error;

/// Why a step of an enrolment cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum EnrolError {
    /// The person has no application here.
    #[error("person {person} has not applied for batch {batch}")]
    NotApplied {
        /// The batch.
        batch: BatchId,
        /// The person.
        person: PersonId,
    },
    /// The person has applied before.
    #[error("person {person} has applied for batch {batch} already")]
    AppliedBefore {
        /// The batch.
        batch: BatchId,
        /// The person.
        person: PersonId,
    },
    /// Nothing is offered to the person, or not any more.
    #[error("batch {batch} offers no seat to person {person}")]
    NotOffered {
        /// The batch.
        batch: BatchId,
        /// The person.
        person: PersonId,
    },
    /// The person holds no seat.
    #[error("person {person} holds no seat of batch {batch}")]
    NoSeat {
        /// The batch.
        batch: BatchId,
        /// The person.
        person: PersonId,
    },
    /// The substitute is of another unit.
    #[error("a substitute for person {person} must be of the same unit")]
    OtherUnit {
        /// Whose seat it is.
        person: PersonId,
    },
    /// The last day for it has passed.
    #[error("the last day for this step of batch {batch} was {last}")]
    TooLate {
        /// The batch.
        batch: BatchId,
        /// The last day.
        last: NaiveDate,
    },
    /// The batch does not take place.
    #[error("batch {batch} is cancelled")]
    Cancelled {
        /// The batch.
        batch: BatchId,
    },
    /// The plan has no such batch.
    #[error("the plan has no batch {batch}")]
    UnknownBatch {
        /// The batch.
        batch: BatchId,
    },
}
