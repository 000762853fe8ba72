//! Ids: text codes for what people name, UUIDs for persons and records.

mod code;
mod uuid;

pub use code::{
    BatchId, CodeError, CohortId, CompetencyId, FeatureId, FundId, IndicatorId, InstructorId,
    InstrumentId, ModuleId, OfficialId, PositionId, ProgramId, RoomId, SessionId, SiteId, SourceId,
    UnitId,
};
pub use uuid::{DecisionId, EvidenceId, IdNamespace, PersonId, RaterId};
