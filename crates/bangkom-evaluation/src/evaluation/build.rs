use bangkom_domain::catalog::Catalog;
use bangkom_domain::plan::Plan;
use bangkom_domain::preset::Provenance;
use bangkom_domain::results::Results;
use bangkom_domain::roster::Roster;

use super::{Evaluation, EvaluationError, EvaluationSchema, evidence};
use crate::behaviour::behaviour;
use crate::intake::Intake;
use crate::learning::learning;
use crate::person::outcomes;
use crate::policy::EvaluationPolicy;
use crate::service::services;
use crate::support::follow_up;

/// Says what the programs of a plan changed, and who still needs support.
///
/// Only attenders are compared, each with their own earlier score; whoever is missing is
/// counted and never a zero. Records that cannot be used are in [`Evaluation::findings`], the
/// others count. Figures of small groups, and of groups that could be subtracted, are withheld.
///
/// # Errors
/// [`EvaluationError`] with every number of the policy that is out of range.
///
/// # Examples
/// The page of the crate has a whole example.
///
/// # References
/// Kirkpatrick 1994, the levels; Student 1908; Lakens 2013; Hake 1998; Marx and Cummings 2007;
/// Jacobson and Truax 1991; Holton, Bates and Ruona 2000.
pub fn evaluate(
    plan: &Plan,
    results: &Results,
    roster: &Roster,
    catalog: &Catalog,
    policy: &EvaluationPolicy,
) -> Result<Evaluation, EvaluationError> {
    let problems = policy.check();
    if !problems.is_empty() {
        return Err(EvaluationError::new(problems));
    }
    let intake = Intake::new(plan, results, roster, catalog, policy);
    let persons = outcomes(&intake, policy);
    Ok(Evaluation {
        schema: EvaluationSchema::V1,
        provenance: Provenance::proposal("evaluation", "1"),
        policy: policy.clone(),
        programs: learning(&intake, policy),
        behaviour: behaviour(&intake, policy),
        services: services(&intake, roster, policy),
        follow_up: follow_up(&intake, &persons, roster, policy),
        persons,
        evidence: evidence::evidence(&intake),
        findings: intake.findings,
    })
}
