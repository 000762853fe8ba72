use bangkom::domain::progress::Observer;
use bangkom::needs::{Analysis, Proposal};
use bangkom::schedule::{Inputs, PlanOptions, Solution};

use super::{Failure, Input};

/// What the library proposes for the year.
#[derive(Debug)]
pub struct Year {
    /// Who lacks what.
    pub analysis: Analysis,
    /// Who should get which program.
    pub proposal: Proposal,
    /// The plan, and what it leaves out.
    pub solution: Solution,
}

impl Year {
    /// Needs, demand and plan from the input of the year.
    ///
    /// # Errors
    /// When a step of the cycle fails.
    pub fn propose(input: &Input, observer: &mut dyn Observer) -> Result<Self, Failure> {
        let analysis = input.cycle.analyze(&input.evidence)?;
        let proposal = input.cycle.demand(&analysis, &input.decisions)?;
        let solution =
            input
                .cycle
                .solve(inputs(input, &proposal), &PlanOptions::default(), observer)?;
        Ok(Self {
            analysis,
            proposal,
            solution,
        })
    }

    /// What the plan was made from, as the independent checker wants it.
    #[must_use]
    pub fn inputs<'a>(&'a self, input: &'a Input) -> Inputs<'a> {
        inputs(input, &self.proposal)
    }
}

fn inputs<'a>(input: &'a Input, proposal: &'a Proposal) -> Inputs<'a> {
    let cycle = &input.cycle;
    cycle
        .inputs(&proposal.demand, &input.resources)
        .ledger(&input.ledger)
        .decisions(&input.decisions)
}
