use serde::{Deserialize, Serialize};

use crate::calendar::Period;
use crate::enumeration::enumeration;
use crate::id::{InstructorId, ProgramId};
use crate::measure::Rupiah;

enumeration! {
    /// Where an instructor comes from.
    InstructorKind {
        /// On the city's own staff.
        Staff => "staff", "widyaiswara/pengajar dari dalam", "staff instructor";
        /// Invited from outside for a contract window.
        InvitedExpert => "invited_expert", "narasumber/tenaga ahli undangan", "invited expert";
    }
}

/// Somebody who teaches, coaches or guides practice.
#[doc(alias = "widyaiswara")]
#[doc(alias = "pengajar")]
#[doc(alias = "narasumber")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instructor {
    /// The code.
    pub id: InstructorId,
    /// Where from.
    pub kind: InstructorKind,
    /// The programs he or she is qualified for.
    pub qualified_for: Vec<ProgramId>,
    /// The greatest number of slots in the horizon.
    pub max_slots: u32,
    /// The fee of one slot.
    pub fee_per_slot: Rupiah,
    /// The days on which an invited expert is under contract; empty for no limit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contract: Vec<Period>,
    /// The days on which he or she cannot teach.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unavailable: Vec<Period>,
}
