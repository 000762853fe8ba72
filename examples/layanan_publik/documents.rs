//! Every document of the run as JSON.

use std::fs;
use std::path::Path;

use bangkom::domain::json::{self, Document};
use bangkom::evaluation::Evaluation;
use bangkom_examples::model_case::{Failure, Input, Outcome, Year};

/// What the run read and made.
pub(crate) struct Documents<'a> {
    /// What was known at the start.
    pub(crate) input: &'a Input,
    /// What was proposed for the year.
    pub(crate) year: &'a Year,
    /// What happened.
    pub(crate) outcome: &'a Outcome,
    /// What changed, and who needs support.
    pub(crate) evaluation: &'a Evaluation,
}

impl Documents<'_> {
    /// Writes each document into the folder.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), Failure> {
        fs::create_dir_all(folder)?;
        let (input, year) = (self.input, self.year);
        write(folder, "roster.json", &input.cycle.roster().data())?;
        write(folder, "catalog.json", &input.cycle.catalog().data())?;
        write(folder, "evidence.json", &input.evidence)?;
        write(folder, "resources.json", &input.resources)?;
        write(folder, "hours_ledger.json", &input.ledger)?;
        write(folder, "decisions.json", &input.decisions)?;
        write(folder, "analysis.json", &year.analysis)?;
        write(folder, "proposal.json", &year.proposal)?;
        write(folder, "demand.json", &year.proposal.demand)?;
        write(folder, "solution.json", &year.solution)?;
        write(folder, "plan.json", year.solution.plan())?;
        write(folder, "results.json", &self.outcome.results)?;
        write(folder, "evaluation.json", self.evaluation)?;
        write(folder, "follow_up.json", self.evaluation.follow_ups())?;
        write(folder, "next_evidence.json", &self.evaluation.evidence())
    }
}

/// Writes a document, and makes sure that what was written can be read again.
fn write<D: Document>(folder: &Path, name: &str, document: &D) -> Result<(), Failure> {
    let text = json::write(document)?;
    let again = json::read::<D>(&text).map_err(|error| format!("{name}: {error}"))?;
    assert!(
        json::write(&again)? == text,
        "{name} is not read as written"
    );
    Ok(fs::write(folder.join(name), text)?)
}
