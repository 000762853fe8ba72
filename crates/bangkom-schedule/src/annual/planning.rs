use bangkom_domain::finding::Findings;
use bangkom_domain::progress::{Observer, Progress, Silent};

use super::bound::{BoundOptions, certify};
use super::improve::improve;
use super::opening::Course;
use super::refusals::Reasons;
use super::state::State;
use super::{PlanError, PlanOptions};
use crate::certificate::CertificateTarget;
use crate::problem::Problem;
use crate::rules::{Score, score};
use crate::solution::{Bound, BoundMethod, Solution, SolutionSchema, StopReason};

/// Makes a plan that keeps every hard rule, and says for each claim without a seat why.
///
/// The observer sees how many claims are settled, of a total known from the start, and may
/// stop the work; the plan is then shorter, still keeps every rule, and says that it was cut.
///
/// # Errors
/// [`PlanError`] when the options ask for no possible date at all.
///
/// ```
/// # mod small { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small.rs")); }
/// use bangkom_domain::progress::Silent;
/// use bangkom_schedule::{Inputs, PlanOptions, Problem, StopReason, plan};
///
/// # let city = small::city();
/// let inputs = Inputs::new(&city.roster, &city.catalog, &city.resources, &city.demand);
/// let problem = Problem::new(inputs).into_result().map_err(|_| "findings")?;
/// let solution = plan(&problem, &PlanOptions::default(), &mut Silent)?;
/// assert_eq!(solution.stop(), StopReason::Finished);
/// assert_eq!(solution.score().hard, 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn plan(
    problem: &Problem<'_>,
    options: &PlanOptions<'_>,
    observer: &mut dyn Observer,
) -> Result<Solution, PlanError> {
    if options.starts == 0 {
        return Err(PlanError::no_starts());
    }
    let mut state = State::new(problem);
    let mut courses = courses(&state);
    let orders: Vec<Vec<usize>> = courses.iter().map(|course| course.order.clone()).collect();
    let mut stop = construct(&mut state, &mut courses, options, FIRST, observer);
    state.fill(&courses);
    if stop == StopReason::Finished {
        (state, stop) = improve(state, orders, options, observer);
        courses = self::courses(&state);
        let closed = construct(&mut state, &mut courses, options, LAST, observer);
        state.fill(&courses);
        stop = stop.or(closed);
    }
    let ids = state.batch_ids();
    let plan = state.plan(&ids);
    let reasons = Reasons {
        state: &state,
        courses: &courses,
        ids: &ids,
        stopped: matches!(stop, StopReason::Observer | StopReason::BatchLimit),
    };
    let score = score(&problem.inputs, &plan, &options.weights);
    Ok(Solution {
        schema: SolutionSchema::V1,
        bound: bound(problem, score, &options.bound),
        score,
        waiting: reasons.waiting(),
        plan,
        stop,
        findings: Findings::default(),
    })
}

/// The phase in which the first plan is made.
const FIRST: &str = "schedule.construct";

/// The phase in which the improved plan is completed.
const LAST: &str = "schedule.complete";

/// What no plan with as few mandatory claims left out can exceed.
fn bound(problem: &Problem<'_>, score: Score, options: &BoundOptions) -> Bound {
    let target = CertificateTarget::Value {
        mandatory_unseated: u32::try_from(-score.mandatory).ok(),
    };
    Bound {
        value: certify(problem, target, options, &mut Silent).bound,
        method: BoundMethod::PersonSubsets,
    }
}

/// The open claims of each program, mandatory and valuable ones first.
pub(super) fn courses(state: &State<'_>) -> Vec<Course> {
    let problem = state.problem;
    let mut courses = vec![Course::default(); problem.programs.len()];
    for (row, claim) in problem.claims.iter().enumerate() {
        let possible = problem.people.assignable[claim.person as usize];
        if claim.open() && possible && !state.seated(row) {
            courses[claim.program as usize].order.push(row);
        }
    }
    for course in &mut courses {
        course.order.sort_by_key(|row| {
            let claim = &problem.claims[*row];
            let urgency = std::cmp::Reverse((claim.mandatory, claim.value));
            (urgency, claim.person)
        });
        course.closed = course.order.is_empty();
    }
    courses
}

fn construct(
    state: &mut State<'_>,
    courses: &mut [Course],
    options: &PlanOptions<'_>,
    phase: &'static str,
    observer: &mut dyn Observer,
) -> StopReason {
    let total = state.problem.claims.len() as u64;
    let (mut done, mut opened) = (0, 0);
    loop {
        done = settled(state, courses).max(done);
        let progress = Progress { phase, done, total };
        if observer.observe(progress).is_break() {
            return StopReason::Observer;
        }
        let Some(program) = state.next_program(courses) else {
            if done < total {
                done = total;
                continue;
            }
            return StopReason::Finished;
        };
        if options.max_batches.is_some_and(|most| opened >= most) {
            return StopReason::BatchLimit;
        }
        if state.open_next(program, &mut courses[program as usize], options.starts) {
            opened += 1;
            reopen(state, courses, program);
        }
    }
}

/// Opens the programs again that build on this one: its new seats may have made room.
fn reopen(state: &State<'_>, courses: &mut [Course], program: u32) {
    for (row, data) in state.problem.programs.iter().enumerate() {
        if data.prerequisites.contains(&program) && !courses[row].order.is_empty() {
            courses[row].reopen();
        }
    }
}

/// How many claims are seated, or of programs that open no further batch.
fn settled(state: &State<'_>, courses: &[Course]) -> u64 {
    let open = courses.iter().filter(|course| !course.closed);
    let waiting: usize = open
        .map(|course| {
            course
                .order
                .iter()
                .filter(|row| !state.seated(**row))
                .count()
        })
        .sum();
    (state.problem.claims.len() - waiting) as u64
}
