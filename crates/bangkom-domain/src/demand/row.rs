use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::enumeration::enumeration;
use crate::id::{CompetencyId, PersonId, ProgramId};
use crate::measure::{DemandValue, Nano};
use crate::preset::Standing;
use crate::privacy::Personal;

/// One person's claim to one program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemandRow {
    /// Who.
    pub person: PersonId,
    /// Which program.
    pub program: ProgramId,
    /// What the seat is worth.
    pub value: Personal<DemandValue>,
    /// Whether the seat comes before all that is not mandatory.
    #[serde(default)]
    pub mandatory: bool,
    /// By when it is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needed_by: Option<NaiveDate>,
    /// How far it has gone towards a decision.
    pub standing: Standing,
    /// What the program would close.
    pub closes: Vec<ClosedGap>,
}

/// The part of one gap that a program closes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosedGap {
    /// The competency.
    pub competency: CompetencyId,
    /// Against what the gap was found.
    pub ground: Ground,
    /// Gap × importance that the seat removes, in 1e-9.
    pub priority: Personal<Nano>,
}

enumeration! {
    /// Against what a gap was found.
    ///
    /// # References
    /// PP 11/2017 art. 206 (position held, position to be held, performance).
    Ground {
        /// The position held.
        PositionHeld => "position_held", "jabatan yang diduduki", "position held";
        /// The position to be held.
        NextPosition => "next_position", "jabatan yang akan diduduki", "position to be held";
        /// A strategic requirement of city or unit.
        Requirement => "requirement", "kebutuhan strategis", "strategic requirement";
        /// The performance target.
        Performance => "performance", "target kinerja", "performance target";
        /// Support that an evaluation asked for.
        FollowUp => "follow_up", "tindak lanjut evaluasi", "follow-up of an evaluation";
    }
}
