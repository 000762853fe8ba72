use bangkom_domain::id::{BatchId, PersonId};

use super::EnrolError;
use crate::annual::Seats;
use crate::problem::Problem;
use crate::solution::Refusal;

/// Answers who may take part in which batch of an announced plan, and why not.
///
/// ```
/// # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
/// use bangkom_domain::plan::Publication;
/// use bangkom_domain::progress::Silent;
/// use bangkom_schedule::enrol::Eligibility;
/// use bangkom_schedule::{Inputs, PlanOptions, Problem, plan};
///
/// # let city = small::city();
/// let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
/// let problem = Problem::new(inputs.clone()).value;
/// let mut announced = plan(&problem, &PlanOptions::default(), &mut Silent)?.into_plan();
/// for batch in &mut announced.batches {
///     batch.publication = Publication::Published;
/// }
/// let batch = announced.batches[0].id.clone();
/// let holder = announced.batches[0].seats[0].person;
///
/// let problem = Problem::new(inputs.fixed(Some(&announced))).value;
/// let eligibility = Eligibility::new(&problem);
/// assert!(eligibility.holds(&batch, holder)?);
/// // Nobody asked for a seat of a person who is not in the demand.
/// let reasons = eligibility.reasons(&batch, small::person(99))?;
/// assert_eq!(reasons.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Eligibility<'p>(Seats<'p>);

impl std::fmt::Debug for Eligibility<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Eligibility").finish_non_exhaustive()
    }
}

impl<'p> Eligibility<'p> {
    /// The state of the plan that the problem keeps as announced.
    pub fn new(problem: &'p Problem<'p>) -> Self {
        Self(Seats::new(problem))
    }

    /// Every reason why the person cannot have a seat in the batch; none when he or she can.
    ///
    /// # Errors
    /// When the plan has no such batch.
    pub fn reasons(&self, batch: &BatchId, person: PersonId) -> Result<Vec<Refusal>, EnrolError> {
        let unknown = || EnrolError::UnknownBatch {
            batch: batch.clone(),
        };
        self.0.reasons(batch, person).ok_or_else(unknown)
    }

    /// Whether the person has a seat in the batch.
    ///
    /// # Errors
    /// When the plan has no such batch.
    pub fn holds(&self, batch: &BatchId, person: PersonId) -> Result<bool, EnrolError> {
        let unknown = || EnrolError::UnknownBatch {
            batch: batch.clone(),
        };
        self.0.holds(batch, person).ok_or_else(unknown)
    }
}
