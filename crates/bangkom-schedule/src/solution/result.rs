use bangkom_domain::finding::Findings;
use bangkom_domain::json::Document;
use bangkom_domain::plan::Plan;
use serde::{Deserialize, Serialize};

use super::{Bound, StopReason, WaitingRow};
use crate::certificate::{CertificateTarget, Marginal, Verified};
use crate::problem::ProblemFinding;
use crate::rules::Score;

/// The version of the solution document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum SolutionSchema {
    /// The first version.
    #[default]
    #[serde(rename = "bangkom.solution/1")]
    V1,
}

/// A plan, how good it is, and why some claims have no seat: a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Solution {
    pub(crate) schema: SolutionSchema,
    pub(crate) score: Score,
    pub(crate) bound: Bound,
    pub(crate) stop: StopReason,
    pub(crate) plan: Plan,
    pub(crate) waiting: Vec<WaitingRow>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) marginals: Vec<Marginal>,
    #[serde(default, skip_serializing_if = "Findings::is_empty")]
    pub(crate) findings: Findings<ProblemFinding>,
}

impl Document for Solution {
    const SCHEMA: &'static str = "bangkom.solution/1";
}

impl Solution {
    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The same solution, its plan marked with the digest of what it was made from.
    #[must_use]
    pub fn with_input_digest(mut self, sha256: String) -> Self {
        self.plan.provenance.input_sha256 = Some(sha256);
        self
    }

    /// The same solution with what was found in the inputs before the search.
    #[must_use]
    pub fn with_findings(mut self, findings: Findings<ProblemFinding>) -> Self {
        self.findings = findings;
        self
    }

    /// The same solution with a bound that was verified, where it holds for this plan and is lower.
    ///
    /// A bound of value holds where it assumes no fewer mandatory claims left out than the plan
    /// leaves out.
    ///
    /// ```
    /// # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
    /// use bangkom_schedule::certificate::CertificateTarget;
    /// use bangkom_schedule::check::certificate::verify;
    /// use bangkom_schedule::{BoundOptions, Inputs, PlanOptions, Problem, certify, plan};
    /// # use bangkom_domain::progress::Silent;
    /// # let mut city = small::city();
    /// # city.demand.rows.push(small::claim(6, "ADVANCED", 50));
    /// let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
    /// let problem = Problem::new(inputs).value;
    /// let options = PlanOptions::default().bound(BoundOptions::default().programs(0));
    /// let solution = plan(&problem, &options, &mut Silent)?;
    /// assert_eq!(solution.share_of_bound(), Some(975));
    ///
    /// let target = CertificateTarget::Value { mandatory_unseated: Some(0) };
    /// let certificate = certify(&problem, target, &BoundOptions::default(), &mut Silent);
    /// let verified = verify(&problem, &certificate).expect("the certificate is sound");
    /// assert_eq!(solution.with_bound(verified).share_of_bound(), Some(1_000));
    /// # Ok::<(), bangkom_schedule::PlanError>(())
    /// ```
    #[must_use]
    pub fn with_bound(mut self, verified: Verified) -> Self {
        let unseated = u32::try_from(-self.score.mandatory).unwrap_or(u32::MAX);
        let of_value = matches!(verified.target(), CertificateTarget::Value { .. });
        if of_value && verified.holds_at(unseated) && verified.bound() < self.bound.value {
            self.bound.value = verified.bound();
        }
        self
    }

    /// What was found in the inputs before the search, where the caller has put it here.
    ///
    /// ```
    /// # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
    /// use bangkom_schedule::{Inputs, PlanOptions, Problem, plan};
    /// # use bangkom_domain::progress::Silent;
    /// # let mut city = small::city();
    /// # city.demand.rows[0].program = small::program_id("NOWHERE");
    /// let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
    /// let problem = Problem::new(inputs);
    /// let solution = plan(&problem.value, &PlanOptions::default(), &mut Silent)?;
    /// let solution = solution.with_findings(problem.findings);
    /// assert_eq!(solution.findings().len(), 1);
    /// # Ok::<(), bangkom_schedule::PlanError>(())
    /// ```
    pub fn findings(&self) -> &Findings<ProblemFinding> {
        &self.findings
    }

    /// The plan, owned.
    pub fn into_plan(self) -> Plan {
        self.plan
    }

    /// The claims without a seat: mandatory ones first, then by value, then by person.
    ///
    /// ```
    /// # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
    /// use bangkom_domain::Language;
    /// use bangkom_domain::finding::Explain;
    /// use bangkom_schedule::{Inputs, PlanOptions, Problem, plan};
    /// # use bangkom_domain::progress::Silent;
    /// # let mut city = small::city();
    /// # city.resources.rooms.clear();
    /// let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
    /// let problem = Problem::new(inputs).value;
    /// let solution = plan(&problem, &PlanOptions::default(), &mut Silent)?;
    /// for row in solution.waiting() {
    ///     assert!(!row.reasons.is_empty());
    ///     assert!(!row.reasons[0].text(Language::Id).is_empty());
    /// }
    /// # Ok::<(), bangkom_schedule::PlanError>(())
    /// ```
    pub fn waiting(&self) -> &[WaitingRow] {
        &self.waiting
    }

    /// What one more batch, slot of a room or an instructor, or million rupiah could be worth, in
    /// thousandths of a point of value.
    ///
    /// Of the bound that the plan was made with: no more than that, and nothing of what is not
    /// listed. Without a linear program there are none.
    ///
    /// ```
    /// # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
    /// use bangkom_schedule::certificate::MarginalOf;
    /// use bangkom_schedule::{Inputs, PlanOptions, Problem, plan};
    /// # use bangkom_domain::progress::Silent;
    /// # let mut city = small::city();
    /// # city.resources.funds[0].amount = bangkom_domain::measure::Rupiah::new(3_000);
    /// let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
    /// let problem = Problem::new(inputs).value;
    /// let solution = plan(&problem, &PlanOptions::default(), &mut Silent)?;
    /// let mut worth = solution.marginals().iter();
    /// assert!(worth.any(|one| matches!(one.of, MarginalOf::MillionRupiah(_))));
    /// # Ok::<(), bangkom_schedule::PlanError>(())
    /// ```
    pub fn marginals(&self) -> &[Marginal] {
        &self.marginals
    }

    /// How good the plan is.
    pub fn score(&self) -> Score {
        self.score
    }

    /// The value that no feasible plan can exceed that leaves as few mandatory claims without a seat.
    pub fn bound(&self) -> Bound {
        self.bound
    }

    /// How much of the bound the seated value reaches, in thousandths, rounded down.
    pub fn share_of_bound(&self) -> Option<u16> {
        self.bound.reached(self.score.value)
    }

    /// Why the search ended.
    pub fn stop(&self) -> StopReason {
        self.stop
    }
}
