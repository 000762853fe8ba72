use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::enumeration::enumeration;
use crate::id::{BatchId, InstrumentId, PersonId, RaterId, SessionId};
use crate::privacy::Personal;

enumeration! {
    /// When something was measured, seen from the training.
    Occasion {
        /// Before.
        Before => "before", "sebelum", "before";
        /// At the end.
        After => "after", "sesudah", "after";
        /// Months later; several are told apart by their dates.
        FollowUp => "follow_up", "pascapelatihan", "follow-up";
        /// At the end, about the time before.
        RetrospectiveBefore => "retrospective_before", "sebelum, diingat kemudian",
            "before, as remembered";
    }
}

/// Whether a person was at a session.
#[doc(alias = "presensi")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// The session.
    pub session: SessionId,
    /// Who.
    pub person: PersonId,
    /// Whether the person was there.
    pub present: Personal<bool>,
}

/// One person's score on one instrument.
#[doc(alias = "nilai")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestScore {
    /// The batch.
    pub batch: BatchId,
    /// Who.
    pub person: PersonId,
    /// The instrument.
    pub instrument: InstrumentId,
    /// When, seen from the training.
    pub occasion: Occasion,
    /// The score on the scale of the instrument.
    pub score: Personal<f64>,
    /// The day.
    pub date: NaiveDate,
}

/// What one observer saw of one person: behaviour at work, or skill shown in a test.
#[doc(alias = "observasi")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// The batch.
    pub batch: BatchId,
    /// Who was observed.
    pub person: PersonId,
    /// Who observed, under a pseudonym.
    pub observer: RaterId,
    /// The instrument.
    pub instrument: InstrumentId,
    /// When, seen from the training.
    pub occasion: Occasion,
    /// The score on the scale of the instrument.
    pub score: Personal<f64>,
    /// The day.
    pub date: NaiveDate,
}
