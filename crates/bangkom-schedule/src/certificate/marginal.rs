use bangkom_domain::id::{FundId, InstructorId, ProgramId, RoomId};
use serde::{Deserialize, Serialize};

/// What one more of something can be worth at most, in thousandths of the target.
///
/// The certificate stays valid when there is more of it, and its bound rises by no more than this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Marginal {
    /// One more of what.
    pub of: MarginalOf,
    /// Thousandths of points of value, or of mandatory claims, rounded up.
    pub thousandths: i64,
}

/// Something that there can be more of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarginalOf {
    /// One more batch allowed of a program.
    Batch(ProgramId),
    /// One more slot of a room like this one.
    RoomSlot(RoomId),
    /// One more slot of an instructor like this one.
    InstructorSlot(InstructorId),
    /// A million rupiah more in a fund.
    MillionRupiah(FundId),
}
