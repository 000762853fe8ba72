use super::information::Equations;
use super::likelihood::{Parameters, log_likelihood};
use super::responses::Responses;
use super::separation::{Pull, pull};
use crate::StatsError;

/// Newton steps after which the iteration gives up.
const STEPS: usize = 200;
/// A step this small is the last: what remains is its square.
const LAST: f64 = 1e-9;
/// Longest step taken at once, in logits.
const LONGEST: f64 = 2.0;
/// Parameters beyond this, still on their way, are looked at for separation.
const FAR: f64 = 12.0;

/// Where the iteration ended.
pub(super) enum Estimate {
    /// At the maximum, with standard errors.
    Found {
        at: Parameters,
        errors: Parameters,
        log_likelihood: f64,
    },
    /// There is no maximum: along these elements the likelihood rises for ever.
    Separated(Pull),
}

/// Joint maximum likelihood by damped Newton steps.
///
/// # Errors
///
/// [`StatsError::NotConverged`]; the likelihood is concave, so that this is not expected.
pub(super) fn estimate(responses: &Responses) -> Result<Estimate, StatsError> {
    let mut at = Parameters::zero(responses);
    let mut likelihood = log_likelihood(responses, &at);
    let mut last_step = at.clone();
    for _ in 0..STEPS {
        let equations = Equations::new(responses, &at);
        let Some(factor) = equations.factor(responses) else {
            return separated(responses, &last_step);
        };
        let step = equations.step(&factor);
        let size = step.size();
        if size.is_nan() {
            return separated(responses, &last_step);
        }
        if size <= LAST {
            let at = at.moved(&step, 1.0);
            return found(responses, at);
        }
        if at.size() > FAR
            && size > 0.1
            && let Some(pull) = pull(responses, &step)
        {
            return Ok(Estimate::Separated(pull));
        }
        let promise = equations.promise(&step);
        (at, likelihood) = walk(responses, &at, likelihood, &step, promise);
        last_step = step;
    }
    separated(responses, &last_step)
}

/// Halves the step until the likelihood rises as it should; rounding ends the search.
fn walk(
    responses: &Responses,
    at: &Parameters,
    likelihood: f64,
    step: &Parameters,
    promise: f64,
) -> (Parameters, f64) {
    let mut length = (LONGEST / step.size()).min(1.0);
    loop {
        let next = at.moved(step, length);
        let risen = log_likelihood(responses, &next);
        if risen >= likelihood + 1e-4 * length * promise || length * step.size() < 1e-6 {
            return (next, risen);
        }
        length /= 2.0;
    }
}

fn found(responses: &Responses, at: Parameters) -> Result<Estimate, StatsError> {
    let equations = Equations::new(responses, &at);
    let factor = equations.factor(responses).ok_or(NOT_CONVERGED)?;
    Ok(Estimate::Found {
        errors: equations.standard_errors(&factor),
        log_likelihood: log_likelihood(responses, &at),
        at,
    })
}

fn separated(responses: &Responses, step: &Parameters) -> Result<Estimate, StatsError> {
    pull(responses, step)
        .map(Estimate::Separated)
        .ok_or(NOT_CONVERGED)
}

const NOT_CONVERGED: StatsError = StatsError::NotConverged {
    what: "the rating scale model",
    steps: STEPS,
};
