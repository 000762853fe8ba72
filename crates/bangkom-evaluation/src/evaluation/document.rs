use bangkom_domain::evidence::Evidence;
use bangkom_domain::finding::Findings;
use bangkom_domain::follow_up::FollowUp;
use bangkom_domain::hours::HoursLedger;
use bangkom_domain::json::Document;
use bangkom_domain::preset::Provenance;
use bangkom_domain::results::ResultsFinding;
use serde::{Deserialize, Serialize};

use crate::barrier::BarrierFigure;
use crate::behaviour::{BehaviourChange, ScheduledMeasurement};
use crate::closure::GapClosure;
use crate::instrument::InstrumentQuality;
use crate::intake::ResultFinding;
use crate::learning::ProgramEvaluation;
use crate::person::PersonOutcome;
use crate::policy::EvaluationPolicy;
use crate::reaction::Reaction;
use crate::returns::ProgramReturn;
use crate::service::{CaseChange, CountChange, SatisfactionChange, ServiceChange};
use crate::standing::Standing;

/// The version of the evaluation document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum EvaluationSchema {
    /// The first version.
    #[default]
    #[serde(rename = "bangkom.evaluation/1")]
    V1,
}

/// What the programs changed, for whom, how sure that is, and who still needs support.
///
/// Standardised effects and gains are plain numbers; scores are in the unit of their
/// instrument. Everything is a proposal.
#[doc(alias = "hasil evaluasi")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evaluation {
    /// The version of this form.
    pub schema: EvaluationSchema,
    /// What it was made from.
    pub provenance: Provenance,
    /// The policy that it followed.
    pub policy: EvaluationPolicy,
    /// How participants found programs.
    pub reactions: Vec<Reaction>,
    /// How good the instruments with answers proved to be.
    pub instruments: Vec<InstrumentQuality>,
    /// What was learned, by program.
    pub programs: Vec<ProgramEvaluation>,
    /// What changed at work, by program, instrument and occasions.
    pub behaviour: Vec<BehaviourChange>,
    /// Measurements at work that batches call for.
    pub schedule: Vec<ScheduledMeasurement>,
    /// What citizens met, by program, indicator and unit.
    pub services: Vec<ServiceChange>,
    /// How long cases took, open ones counted.
    pub cases: Vec<CaseChange>,
    /// How often complaints and the like came.
    pub counts: Vec<CountChange>,
    /// What citizens said in surveys, by element.
    pub satisfaction: Vec<SatisfactionChange>,
    /// What programs cost and are said to have brought in.
    pub returns: Vec<ProgramReturn>,
    /// Programs, providers and instructors beside each other.
    pub standings: Vec<Standing>,
    /// How far gaps were closed, by competency, city and agency.
    pub closures: Vec<GapClosure>,
    /// Learning hours and certificates of those who passed, for the ledger.
    pub certificates: HoursLedger,
    /// What became of each participant, by person, batch and instrument.
    pub persons: Vec<PersonOutcome>,
    /// Who still needs which support.
    pub follow_up: FollowUp,
    /// What the results say about levels, for the next needs analysis.
    pub evidence: Evidence,
    /// What participants say stands in the way at work.
    pub barriers: Vec<BarrierFigure>,
    /// What was found in plan and results.
    pub findings: Findings<ResultFinding>,
    /// What was found in answers, comparison scores, designs, cases, counts, surveys and
    /// benefits, taken by themselves.
    pub record_findings: Findings<ResultsFinding>,
}

impl Document for Evaluation {
    const SCHEMA: &'static str = "bangkom.evaluation/1";
}

impl Evaluation {
    /// Who still needs which support.
    pub const fn follow_ups(&self) -> &FollowUp {
        &self.follow_up
    }

    /// What the results say about levels, for the next needs analysis.
    ///
    /// A test gives its program's levels: the entry level at the lowest score, the exit level
    /// at mastery or, without a mark, at the highest score. An observation gives the level of
    /// its own scale. The newest occasion counts.
    pub fn evidence(&self) -> Evidence {
        self.evidence.clone()
    }
}
