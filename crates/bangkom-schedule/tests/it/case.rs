//! A tiny city with its plan and all other documents, to be broken in one place.

use bangkom_domain::catalog::Catalog;
use bangkom_domain::decision::{Decision, DecisionSubject, Decisions, Verdict};
use bangkom_domain::finding::{Explain as _, Findings};
use bangkom_domain::hours::{HoursEntry, HoursLedger};
use bangkom_domain::id::{DecisionId, ProgramId};
use bangkom_domain::measure::LearningHours;
use bangkom_domain::people::Employee;
use bangkom_domain::plan::{Plan, PlanSchema};
use bangkom_domain::privacy::Personal;
use bangkom_domain::program::{DeliveryMethod, Program};
use bangkom_domain::progress::Silent;
use bangkom_schedule::{
    Inputs, PlanOptions, PlanPolicy, PlanViolation, Problem, ProblemFinding, Solution, check, plan,
};

use super::small::{self, City, day, person};

pub(crate) struct Case {
    pub(crate) city: City,
    pub(crate) people: Vec<Employee>,
    pub(crate) programs: Vec<Program>,
    pub(crate) ledger: HoursLedger,
    pub(crate) decisions: Decisions,
    pub(crate) fixed: Option<Plan>,
    pub(crate) policy: PlanPolicy,
    pub(crate) plan: Plan,
}

impl Case {
    /// The tiny city and the plan that the engine makes for it.
    pub(crate) fn new() -> Self {
        let mut case = Self {
            city: small::city(),
            people: small::people(),
            programs: vec![small::basic(), small::advanced()],
            ledger: HoursLedger::default(),
            decisions: Decisions::default(),
            fixed: None,
            policy: PlanPolicy::default(),
            plan: Plan {
                schema: PlanSchema::default(),
                provenance: small::demand(Vec::new()).provenance,
                horizon: small::resources().horizon,
                batches: Vec::new(),
            },
        };
        // What is broken in the tests is named by day and room, so the plan is of the plain rule.
        let problem = Problem::new(case.inputs()).value;
        let options = PlanOptions::default().guided(false);
        let solution = plan(&problem, &options, &mut Silent).unwrap();
        case.plan = solution.into_plan();
        case
    }

    /// Takes the changed people and programs into roster and catalog.
    pub(crate) fn refresh(&mut self) {
        self.city.roster = small::roster(self.people.clone());
        self.city.catalog = small::catalog(self.programs.clone());
    }

    pub(crate) fn catalog(&self) -> &Catalog {
        &self.city.catalog
    }

    pub(crate) fn inputs(&self) -> Inputs<'_> {
        let city = &self.city;
        Inputs::new(&city.roster, self.catalog(), &city.resources, &city.demand)
            .ledger(&self.ledger)
            .decisions(&self.decisions)
            .fixed(self.fixed.as_ref())
            .policy(self.policy.clone())
    }

    pub(crate) fn findings(&self) -> Findings<ProblemFinding> {
        Problem::new(self.inputs()).findings
    }

    pub(crate) fn solve(&self) -> Solution {
        let problem = Problem::new(self.inputs()).value;
        plan(&problem, &PlanOptions::default(), &mut Silent).unwrap()
    }

    /// States the cost of each batch anew.
    pub(crate) fn recost(&mut self) {
        for violation in check(&self.inputs(), &self.plan.clone()) {
            if let PlanViolation::WrongCost {
                batch, computed, ..
            } = violation
            {
                for stated in self.plan.batches.iter_mut().filter(|b| b.id == batch) {
                    stated.cost = computed;
                }
            }
        }
    }

    /// The codes of all violations, each once.
    pub(crate) fn codes(&self) -> Vec<&'static str> {
        let found = check(&self.inputs(), &self.plan);
        let mut codes: Vec<_> = found.iter().map(PlanViolation::code).collect();
        codes.dedup();
        codes
    }

    pub(crate) fn credit(&mut self, number: u8, program: Option<&str>, hours: u32) {
        self.ledger.entries.push(HoursEntry {
            person: person(number),
            date: day(3, 2),
            hours: Personal::new(LearningHours::new(hours).unwrap()),
            method: DeliveryMethod::ALL[0],
            program: program.map(|code| ProgramId::new(code).unwrap()),
            valid_until: None,
        });
    }

    pub(crate) fn decide(&mut self, subject: DecisionSubject, verdict: Verdict) {
        let number = self.decisions.decisions.len();
        let id = format!("\"00000000-0000-4000-8000-00000000{number:04x}\"");
        self.decisions.decisions.push(Decision {
            id: serde_json::from_str::<DecisionId>(&id).unwrap(),
            by: "BKPSDM".parse().unwrap(),
            on: day(4, 1),
            subject,
            verdict,
            reason: "test".to_owned().into(),
        });
    }
}
