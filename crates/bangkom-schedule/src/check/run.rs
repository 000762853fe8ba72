use bangkom_domain::finding::Findings;
use bangkom_domain::plan::Plan;

use super::context::Context;
use super::{
    PlanViolation, absence, earlier, form, instructors, money, pattern, persons, rooms, seats,
    sizes,
};
use crate::problem::Inputs;

/// Every hard rule that the plan breaks, with the members that break it.
///
/// Recomputes all from the plan and the documents; knows nothing of how the plan was made.
///
/// ```
/// # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
/// use bangkom_domain::progress::Silent;
/// use bangkom_schedule::{Inputs, PlanOptions, Problem, check, plan};
///
/// # let city = small::city();
/// let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
/// let problem = Problem::new(inputs.clone()).value;
/// let solution = plan(&problem, &PlanOptions::default(), &mut Silent)?;
/// assert!(check(&inputs, solution.plan()).is_empty());
///
/// let mut broken = solution.plan().clone();
/// broken.batches[0].seats.clear();
/// assert!(!check(&inputs, &broken).is_empty());
/// # Ok::<(), bangkom_schedule::PlanError>(())
/// ```
pub fn check(inputs: &Inputs<'_>, plan: &Plan) -> Findings<PlanViolation> {
    let context = Context::new(inputs, plan);
    let mut found = Vec::new();
    form::check(&context, &mut found);
    pattern::check(&context, &mut found);
    sizes::check(&context, &mut found);
    rooms::check(&context, &mut found);
    instructors::check(&context, &mut found);
    seats::check(&context, &mut found);
    persons::check(&context, &mut found);
    absence::check(&context, &mut found);
    money::check(&context, &mut found);
    earlier::check(&context, &mut found);
    found.sort();
    Findings::new(found)
}
