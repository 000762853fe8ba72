use bangkom_domain::plan::Plan;

use super::{QualityWeights, Score, claims, idle, lateness, stability, travel, unevenness, waste};
use crate::check::check;
use crate::problem::Inputs;

/// How good a plan is, computed from the plan and the documents.
///
/// ```
/// # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
/// use bangkom_domain::progress::Silent;
/// use bangkom_schedule::{Inputs, PlanOptions, Problem, QualityWeights, plan, score};
///
/// # let city = small::city();
/// let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
/// let problem = Problem::new(inputs.clone()).value;
/// let solution = plan(&problem, &PlanOptions::default(), &mut Silent)?;
/// assert_eq!(score(&inputs, solution.plan(), &QualityWeights::default()), solution.score());
/// # Ok::<(), bangkom_schedule::PlanError>(())
/// ```
pub fn score(inputs: &Inputs<'_>, plan: &Plan, weights: &QualityWeights) -> Score {
    let (mandatory, value) = claims::levels(inputs, plan);
    let parts = [
        (weights.mixing, claims::mixing_shortfall(inputs, plan)),
        (weights.travel, travel::ten_kilometres(inputs, plan)),
        (
            weights.lateness,
            lateness::hundred_point_weeks(inputs, plan),
        ),
        (weights.waste, waste::empty_seats(inputs, plan)),
        (weights.idle, idle::slots(plan)),
        (weights.unevenness, unevenness::hundredths(inputs, plan)),
    ];
    let quality = parts
        .iter()
        .map(|(weight, units)| i64::from(*weight).saturating_mul(*units));
    Score {
        hard: -(check(inputs, plan).len() as i64),
        mandatory,
        stability: -stability::changes(inputs, plan),
        value,
        quality: -quality.fold(0, i64::saturating_add),
    }
}
