use bangkom_domain::catalog::Catalog;
use bangkom_domain::decision::Decisions;
use bangkom_domain::demand::Demand;
use bangkom_domain::evidence::Evidence;
use bangkom_domain::finding::Findings;
use bangkom_domain::plan::Plan;
use bangkom_domain::progress::{Observer, Silent};
use bangkom_domain::resources::Resources;
use bangkom_domain::results::Results;
use bangkom_domain::roster::{CrossFinding, Roster, cross_check};
use bangkom_evaluation::Evaluation;
use bangkom_needs::{Analysis, Proposal};
use bangkom_schedule::{Inputs, PlanOptions, Problem, Solution};

use crate::{CycleError, InputDigest, Policy};

/// The whole loop over one roster and one catalog: evidence, needs, demand, plan, evaluation.
///
/// Each step is also a function of its own crate. What the cycle adds: roster and catalog are
/// checked against each other once, one policy holds for all steps, and every result carries
/// the digest of what it was made from.
#[derive(Debug, Clone)]
pub struct Cycle {
    roster: Roster,
    catalog: Catalog,
    policy: Policy,
    findings: Findings<CrossFinding>,
    digest: InputDigest,
}

impl Cycle {
    /// The loop over a roster and a catalog under a policy.
    ///
    /// Where roster and catalog do not fit together, such as an employee whose position the
    /// catalog does not know, is in [`findings`](Self::findings) and stops nothing.
    ///
    /// # Errors
    /// [`CycleError`] with everything that is wrong with the policy at once.
    pub fn new(roster: Roster, catalog: Catalog, policy: Policy) -> Result<Self, CycleError> {
        let (needs, evaluation) = (policy.needs.check(&catalog), policy.evaluation.check());
        if !needs.is_empty() || !evaluation.is_empty() {
            return Err(CycleError::policy(needs, evaluation));
        }
        let findings = cross_check(&roster, &catalog);
        let mut digest = InputDigest::default();
        digest.value("roster", &roster.data())?;
        digest.value("catalog", &catalog.data())?;
        Ok(Self {
            roster,
            catalog,
            policy,
            findings,
            digest,
        })
    }

    /// The roster.
    pub fn roster(&self) -> &Roster {
        &self.roster
    }

    /// The catalog.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Where roster and catalog do not fit together.
    pub fn findings(&self) -> &Findings<CrossFinding> {
        &self.findings
    }

    /// The policy.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Who lacks what, how sure that is, and why.
    ///
    /// # Errors
    /// [`CycleError`] when the policy of the needs analysis contradicts itself or the catalog.
    pub fn analyze(&self, evidence: &Evidence) -> Result<Analysis, CycleError> {
        let mut analysis =
            bangkom_needs::analyze(&self.roster, &self.catalog, evidence, &self.policy.needs)?;
        let mut digest = self.digest.clone();
        digest.value("policy", &self.policy.needs)?;
        digest.rows("sources", &evidence.sources)?;
        digest.rows("records", &evidence.records)?;
        digest.rows("causes", &evidence.causes)?;
        digest.rows("exposures", &evidence.exposures)?;
        analysis.provenance.input_sha256 = Some(digest.hex());
        Ok(analysis)
    }

    /// Who should get which program, as far as officials have decided, and what stays open.
    ///
    /// # Errors
    /// [`CycleError`] when the analysis cannot be written for its digest.
    pub fn demand(&self, needs: &Analysis, decisions: &Decisions) -> Result<Proposal, CycleError> {
        let policy = &self.policy.needs;
        let mut proposal =
            bangkom_needs::propose(needs, &self.roster, &self.catalog, decisions, policy);
        let mut digest = self.digest.clone();
        digest.value("analysis", &needs.provenance.input_sha256)?;
        digest.rows("needs", &needs.needs)?;
        digest.rows("decisions", &decisions.decisions)?;
        proposal.demand.provenance.input_sha256 = Some(digest.hex());
        Ok(proposal)
    }

    /// A plan for the demand, with what it leaves out and why.
    ///
    /// [`inputs`](Self::inputs) and [`solve`](Self::solve) do the same with a ledger, an
    /// earlier plan, decisions, and an observer.
    ///
    /// # Errors
    /// [`CycleError`] when a plan cannot be made with these options.
    pub fn schedule(
        &self,
        demand: &Demand,
        resources: &Resources,
        options: &PlanOptions<'_>,
    ) -> Result<Solution, CycleError> {
        self.solve(self.inputs(demand, resources), options, &mut Silent)
    }

    /// What a plan is made from, under the policy of the cycle, to be completed and passed to
    /// [`solve`](Self::solve).
    pub fn inputs<'a>(&'a self, demand: &'a Demand, resources: &'a Resources) -> Inputs<'a> {
        let policy = self.policy.plan.clone();
        Inputs::new(&self.roster, &self.catalog, resources, demand).policy(policy)
    }

    /// A plan for these inputs; what is unsound in them is left out and stands in
    /// [`Solution::findings`].
    ///
    /// # Errors
    /// [`CycleError`] when a plan cannot be made with these options.
    pub fn solve(
        &self,
        inputs: Inputs<'_>,
        options: &PlanOptions<'_>,
        observer: &mut dyn Observer,
    ) -> Result<Solution, CycleError> {
        let mut digest = self.digest.clone();
        digest.value("policy", &inputs.policy)?;
        digest.rows("demand", &inputs.demand.rows)?;
        digest.value("horizon", &inputs.resources.horizon)?;
        digest.rows("calendar", &inputs.resources.calendar)?;
        digest.rows("sites", &inputs.resources.sites)?;
        digest.rows("rooms", &inputs.resources.rooms)?;
        digest.rows("instructors", &inputs.resources.instructors)?;
        digest.rows("funds", &inputs.resources.funds)?;
        digest.rows("staffing", &inputs.resources.staffing)?;
        digest.rows("ledger", &inputs.ledger.entries)?;
        digest.rows("decisions", &inputs.decisions.decisions)?;
        digest.rows("fixed", inputs.fixed.map_or(&[][..], |plan| &plan.batches))?;
        let problem = Problem::new(inputs);
        let solution = bangkom_schedule::plan(&problem.value, options, observer)?;
        Ok(solution
            .with_input_digest(digest.hex())
            .with_findings(problem.findings))
    }

    /// What the plan changed, for whom, how sure that is, and who still needs support.
    ///
    /// # Errors
    /// [`CycleError`] when the policy of the evaluation contradicts itself.
    pub fn evaluate(&self, plan: &Plan, results: &Results) -> Result<Evaluation, CycleError> {
        let policy = &self.policy.evaluation;
        let mut evaluation =
            bangkom_evaluation::evaluate(plan, results, &self.roster, &self.catalog, policy)?;
        let mut digest = self.digest.clone();
        digest.value("policy", policy)?;
        digest.value("plan", plan)?;
        digest.rows("instruments", &results.instruments)?;
        digest.rows("attendance", &results.attendance)?;
        digest.rows("scores", &results.scores)?;
        digest.rows("observations", &results.observations)?;
        digest.rows("series", &results.series)?;
        digest.rows("items", &results.items)?;
        digest.rows("answers", &results.answers)?;
        digest.rows("comparison", &results.comparison)?;
        digest.rows("designs", &results.designs)?;
        digest.rows("cases", &results.cases)?;
        digest.rows("counts", &results.counts)?;
        digest.rows("satisfaction", &results.satisfaction)?;
        digest.rows("benefits", &results.benefits)?;
        evaluation.provenance.input_sha256 = Some(digest.hex());
        Ok(evaluation)
    }
}
