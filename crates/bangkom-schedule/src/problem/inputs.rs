use bangkom_domain::catalog::Catalog;
use bangkom_domain::decision::{Decisions, DecisionsSchema};
use bangkom_domain::demand::Demand;
use bangkom_domain::hours::{HoursLedger, HoursLedgerSchema};
use bangkom_domain::plan::Plan;
use bangkom_domain::resources::Resources;
use bangkom_domain::roster::Roster;

use super::PlanPolicy;

static NO_LEDGER: HoursLedger = HoursLedger {
    schema: HoursLedgerSchema::V1,
    entries: Vec::new(),
};
static NO_DECISIONS: Decisions = Decisions {
    schema: DecisionsSchema::V1,
    decisions: Vec::new(),
};

/// The documents that a plan is made from, and checked against.
#[derive(Debug, Clone)]
pub struct Inputs<'a> {
    /// Units and employees.
    pub roster: &'a Roster,
    /// Programs and what they ask.
    pub catalog: &'a Catalog,
    /// Calendar, rooms, instructors, funds and staffing.
    pub resources: &'a Resources,
    /// Who should get which program.
    pub demand: &'a Demand,
    /// What was completed and credited before.
    pub ledger: &'a HoursLedger,
    /// The earlier plan, whose published and frozen batches stay.
    pub fixed: Option<&'a Plan>,
    /// What officials decided.
    pub decisions: &'a Decisions,
    /// The rules that are not in the documents.
    pub policy: PlanPolicy,
}

impl<'a> Inputs<'a> {
    /// The needed documents: no ledger, no earlier plan, no decisions, the default policy.
    ///
    /// ```
    /// # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
    /// use bangkom_schedule::Inputs;
    ///
    /// # let small::City { roster, catalog, resources, demand } = small::city();
    /// let inputs = Inputs::new(&roster, &catalog, &resources, &demand);
    /// assert!(inputs.fixed.is_none() && inputs.ledger.entries.is_empty());
    /// ```
    pub fn new(
        roster: &'a Roster,
        catalog: &'a Catalog,
        resources: &'a Resources,
        demand: &'a Demand,
    ) -> Self {
        Self {
            roster,
            catalog,
            resources,
            demand,
            ledger: &NO_LEDGER,
            fixed: None,
            decisions: &NO_DECISIONS,
            policy: PlanPolicy::default(),
        }
    }

    /// The same, with what was completed and credited before.
    #[must_use]
    pub fn ledger(mut self, ledger: &'a HoursLedger) -> Self {
        self.ledger = ledger;
        self
    }

    /// The same, with an earlier plan whose published and frozen batches stay.
    #[must_use]
    pub fn fixed(mut self, plan: Option<&'a Plan>) -> Self {
        self.fixed = plan;
        self
    }

    /// The same, with what officials decided.
    #[must_use]
    pub fn decisions(mut self, decisions: &'a Decisions) -> Self {
        self.decisions = decisions;
        self
    }

    /// The same under another policy.
    #[must_use]
    pub fn policy(mut self, policy: PlanPolicy) -> Self {
        self.policy = policy;
        self
    }
}
