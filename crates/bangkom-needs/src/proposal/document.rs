use bangkom_domain::demand::Demand;
use bangkom_domain::finding::Findings;
use bangkom_domain::json::Document;
use serde::{Deserialize, Serialize};

use super::{DecisionFinding, DesignNeed, ProgramFinding, UnclosedGap};

/// The version of the proposal document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum ProposalSchema {
    /// The first version.
    #[default]
    #[serde(rename = "bangkom.proposal/1")]
    V1,
}

/// Who should get which program, what stays open, and what is still to be designed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// The version of this form.
    pub schema: ProposalSchema,
    /// The seats proposed, for the schedule.
    pub demand: Demand,
    /// The gaps that the proposed seats leave open, with every reason, by person and competency.
    pub unclosed: Vec<UnclosedGap>,
    /// The programs that are missing, by the number of people who wait for them.
    pub designs: Vec<DesignNeed>,
    /// Outcomes that the form of their program cannot reach.
    pub programs: Findings<ProgramFinding>,
    /// What was found in the decisions.
    pub findings: Findings<DecisionFinding>,
}

impl Document for Proposal {
    const SCHEMA: &'static str = "bangkom.proposal/1";
}
