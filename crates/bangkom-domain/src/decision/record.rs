use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::enumeration::enumeration;
use crate::id::{BatchId, DecisionId, OfficialId, PersonId, ProgramId};
use crate::privacy::Personal;

/// What an official decided: who, when, about what, and why.
///
/// # References
/// UU 27/2022 art. 10: nobody is subject to a decision by automatic processing alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
    /// Who decided.
    pub by: OfficialId,
    /// When.
    pub on: NaiveDate,
    /// About what.
    pub subject: DecisionSubject,
    /// What was decided.
    pub verdict: Verdict,
    /// Why, in the official's own words, which may name people.
    pub reason: Personal<String>,
}

/// About what an official decided.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum DecisionSubject {
    /// One person's claim to a program.
    Demand {
        /// Who.
        person: PersonId,
        /// Which program.
        program: ProgramId,
    },
    /// A batch of the plan.
    Batch(BatchId),
    /// One person as a whole: rejecting excludes the person from every computation.
    Person(PersonId),
}

enumeration! {
    /// What was decided.
    Verdict {
        /// Asked for by the agency, whatever was computed.
        #[doc(alias = "usulan")]
        Propose => "propose", "ajukan", "propose";
        /// Checked and found right.
        Verify => "verify", "verifikasi", "verify";
        /// Accepted by the authority.
        Approve => "approve", "setujui", "approve";
        /// Refused.
        Reject => "reject", "tolak", "reject";
    }
}
