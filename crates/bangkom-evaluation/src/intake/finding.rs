use bangkom_domain::finding::Sensitive;
use bangkom_domain::id::{
    BatchId, IndicatorId, InstrumentId, PersonId, ProgramId, SessionId, UnitId,
};
use bangkom_domain::results::Occasion;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What was found in the results; what is right is kept.
///
/// A `record` of a score or an observation is written `batch/person/instrument/occasion`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub enum ResultFinding {
    /// A person has two seats in one batch; one counts.
    #[serde(rename = "evaluation.repeated_seat")]
    RepeatedSeat {
        /// The batch.
        batch: BatchId,
        /// The person.
        person: PersonId,
    },
    /// A batch is of a program that the catalog does not have.
    #[serde(rename = "evaluation.unknown_program")]
    UnknownProgram {
        /// The batch or instrument.
        record: String,
        /// The program named.
        program: ProgramId,
    },
    /// A record names a batch that is not in the plan.
    #[serde(rename = "evaluation.unknown_batch")]
    UnknownBatch {
        /// The record.
        record: String,
        /// The batch named.
        batch: BatchId,
    },
    /// Attendance names a session that is not in the plan.
    #[serde(rename = "evaluation.unknown_session")]
    UnknownSession {
        /// The session named.
        session: SessionId,
        /// The person.
        person: PersonId,
    },
    /// A record is about a person not on the roster.
    #[serde(rename = "evaluation.unknown_person")]
    UnknownPerson {
        /// The record.
        record: String,
        /// The person named.
        person: PersonId,
    },
    /// A record is about a person without a seat in the batch.
    #[serde(rename = "evaluation.not_seated")]
    NotSeated {
        /// The record.
        record: String,
        /// The person.
        person: PersonId,
    },
    /// A record names an instrument that is not declared.
    #[serde(rename = "evaluation.unknown_instrument")]
    UnknownInstrument {
        /// The record.
        record: String,
        /// The instrument named.
        instrument: InstrumentId,
    },
    /// A record uses the instrument of another program.
    #[serde(rename = "evaluation.foreign_instrument")]
    ForeignInstrument {
        /// The record.
        record: String,
        /// The instrument.
        instrument: InstrumentId,
    },
    /// Two declarations of one instrument differ; both are set aside.
    #[serde(rename = "evaluation.conflicting_instrument")]
    ConflictingInstrument {
        /// The instrument.
        instrument: InstrumentId,
    },
    /// The mastery or reliability of an instrument cannot be; it is left out.
    #[serde(rename = "evaluation.bad_instrument")]
    BadInstrument {
        /// The instrument.
        instrument: InstrumentId,
        /// The field.
        field: String,
    },
    /// The score is not a finite number.
    #[serde(rename = "evaluation.score_not_a_number")]
    NotANumber {
        /// The record.
        record: String,
    },
    /// The score lies outside the scale of its instrument.
    #[serde(rename = "evaluation.score_off_scale")]
    OffScale {
        /// The record.
        record: String,
        /// The score given.
        given: Sensitive<String>,
    },
    /// The record is dated after the day of the evaluation.
    #[serde(rename = "evaluation.future_date")]
    FutureDate {
        /// The record.
        record: String,
        /// Its date.
        date: NaiveDate,
    },
    /// The same record came more than once; it counts once.
    #[serde(rename = "evaluation.repeated_record")]
    RepeatedRecord {
        /// The record.
        record: String,
        /// How often it came.
        times: u32,
    },
    /// Records of one person, instrument and occasion differ; all are set aside.
    #[serde(rename = "evaluation.conflicting_record")]
    ConflictingRecord {
        /// The record.
        record: String,
        /// How often it came.
        times: u32,
    },
    /// A person has a later score and none before; no gain can be said.
    #[serde(rename = "evaluation.no_score_before")]
    NoScoreBefore {
        /// The record.
        record: String,
        /// The occasion of the later score.
        occasion: Occasion,
    },
    /// Several follow-ups of one wave; the newest counts.
    #[serde(rename = "evaluation.earlier_follow_up")]
    EarlierFollowUp {
        /// The record.
        record: String,
        /// How many earlier ones there are.
        times: u32,
    },
    /// Answers of somebody who was not there; left out.
    #[serde(rename = "evaluation.answer_of_absent")]
    AnswerOfAbsent {
        /// The record.
        record: String,
    },
    /// Observers of one person are far apart; their mean counts.
    #[serde(rename = "evaluation.observers_disagree")]
    ObserversDisagree {
        /// The record.
        record: String,
        /// How many observers there were.
        observers: u32,
    },
    /// Fewer observers saw a person than the instrument asks for; those who did count.
    #[serde(rename = "evaluation.too_few_observers")]
    TooFewObservers {
        /// The record.
        record: String,
        /// How many observers there were.
        observers: u32,
        /// How many the instrument asks for.
        asked: u32,
    },
    /// Somebody compared with has a seat in the program; left out.
    #[serde(rename = "evaluation.compared_participant")]
    ComparedParticipant {
        /// The record.
        record: String,
        /// The person.
        person: PersonId,
    },
    /// A series is about a unit not on the roster.
    #[serde(rename = "evaluation.unknown_unit")]
    UnknownUnit {
        /// The unit named.
        unit: UnitId,
        /// The indicator.
        indicator: IndicatorId,
    },
    /// A unit has two series of one indicator; both are set aside.
    #[serde(rename = "evaluation.repeated_series")]
    RepeatedSeries {
        /// The unit.
        unit: UnitId,
        /// The indicator.
        indicator: IndicatorId,
    },
    /// A point of a series is not a finite number, overlaps another, or lies in the future.
    #[serde(rename = "evaluation.bad_point")]
    BadPoint {
        /// The unit.
        unit: UnitId,
        /// The indicator.
        indicator: IndicatorId,
        /// The first day of the point.
        first_day: NaiveDate,
    },
}
