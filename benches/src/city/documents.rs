use bangkom::domain::catalog::Catalog;
use bangkom::domain::demand::Demand;
use bangkom::domain::hours::HoursLedger;
use bangkom::domain::resources::Resources;
use bangkom::domain::roster::Roster;
use bangkom::schedule::{Inputs, PlanPolicy, QualityWeights};

/// The documents of the library that say what an instance says.
#[derive(Debug, Clone)]
pub struct Documents {
    /// Offices and employees.
    pub roster: Roster,
    /// The programs.
    pub catalog: Catalog,
    /// Calendar, rooms, instructors, money, staffing.
    pub resources: Resources,
    /// The claims.
    pub demand: Demand,
    /// What was completed before.
    pub ledger: HoursLedger,
    /// The limits of persons and of breaks.
    pub policy: PlanPolicy,
    /// The weights of quality.
    pub weights: QualityWeights,
}

impl Documents {
    /// What a plan is made from.
    pub fn inputs(&self) -> Inputs<'_> {
        Inputs::new(&self.roster, &self.catalog, &self.resources, &self.demand)
            .ledger(&self.ledger)
            .policy(self.policy.clone())
    }
}
