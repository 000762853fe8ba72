//! Every document of the run as JSON.

use std::fs;
use std::path::Path;

use bangkom::domain::decision::Decisions;
use bangkom::domain::evidence::Evidence;
use bangkom::domain::hours::HoursLedger;
use bangkom::domain::json::{self, Document};
use bangkom::domain::resources::Resources;
use bangkom::domain::results::Results;
use bangkom::evaluation::Evaluation;
use bangkom::needs::{Analysis, Proposal};
use bangkom::schedule::Solution;
use bangkom_examples::model_case::Failure;

/// What the run read and made.
pub(crate) struct Documents<'a> {
    /// What was known at the start.
    pub(crate) evidence: &'a Evidence,
    /// What the plan could use.
    pub(crate) resources: &'a Resources,
    /// Hours and certificates of earlier years.
    pub(crate) ledger: &'a HoursLedger,
    /// What officials decided.
    pub(crate) decisions: &'a Decisions,
    /// What happened.
    pub(crate) results: &'a Results,
    /// Who lacks what.
    pub(crate) analysis: Analysis,
    /// Who should get which program.
    pub(crate) proposal: Proposal,
    /// The plan, and what it leaves out.
    pub(crate) solution: Solution,
    /// What changed, and who needs support.
    pub(crate) evaluation: Evaluation,
}

impl Documents<'_> {
    /// Writes each document into the folder.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), Failure> {
        fs::create_dir_all(folder)?;
        write(folder, "evidence.json", self.evidence)?;
        write(folder, "resources.json", self.resources)?;
        write(folder, "hours_ledger.json", self.ledger)?;
        write(folder, "decisions.json", self.decisions)?;
        write(folder, "results.json", self.results)?;
        write(folder, "analysis.json", &self.analysis)?;
        write(folder, "proposal.json", &self.proposal)?;
        write(folder, "demand.json", &self.proposal.demand)?;
        write(folder, "solution.json", &self.solution)?;
        write(folder, "plan.json", self.solution.plan())?;
        write(folder, "evaluation.json", &self.evaluation)?;
        write(folder, "follow_up.json", self.evaluation.follow_ups())?;
        write(folder, "next_evidence.json", &self.evaluation.evidence())
    }
}

fn write<D: Document>(folder: &Path, name: &str, document: &D) -> Result<(), Failure> {
    Ok(fs::write(folder.join(name), json::write(document)?)?)
}
