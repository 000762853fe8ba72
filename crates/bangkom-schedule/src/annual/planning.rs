use std::sync::Arc;

use bangkom_domain::finding::Findings;
use bangkom_domain::progress::{Observer, Progress, Silent};

use super::bound::{BoundOptions, Guide, certify};
use super::improve::{Outline, improve};
use super::opening::Course;
use super::refusals::Reasons;
use super::state::State;
use super::{PlanError, PlanOptions};
use crate::certificate::{CertificateTarget, Marginal};
use crate::check::certificate::marginals;
use crate::problem::Problem;
use crate::rules::{Score, score};
use crate::search::watched_walkers;
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
    let began = options.budget.now();
    let mut state = State::new(problem);
    if options.guided {
        state.be_guided();
    }
    let mut courses = courses(&state);
    let orders: Vec<Vec<usize>> = courses.iter().map(|course| course.order.clone()).collect();
    let mut stop = construct(&mut state, &mut courses, options, FIRST, observer);
    state.fill(&courses);
    if stop == StopReason::Finished {
        let left = PlanOptions {
            budget: options.budget.left(began),
            ..*options
        };
        (state, stop) = walk(&state, &orders, &left, observer);
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
    let (bound, marginals) = bound(problem, score, &options.bound);
    Ok(Solution {
        schema: SolutionSchema::V1,
        bound,
        score,
        waiting: reasons.waiting(),
        marginals,
        plan,
        stop,
        findings: Findings::default(),
    })
}

impl State<'_> {
    /// How many claims of a program may still get a seat in a further batch.
    fn waiting(&self, course: &Course) -> u64 {
        let order = course.order.iter().filter(|_| !course.closed);
        order.filter(|row| !self.seated(**row)).count() as u64
    }

    /// From here on a linear program says whom and what to prefer.
    fn be_guided(&mut self) {
        let mut guide = Guide::new(self.problem, &self.weight);
        for (batches, standing) in guide.batches.iter_mut().zip(&self.of_program) {
            *batches += standing.len() as f64;
        }
        self.teacher_price.clone_from(&guide.teaching);
        self.guide = Arc::new(guide);
    }
}

/// Lets every walker improve the plan; gives the first of the best, and why it ended.
fn walk<'p>(
    state: &State<'p>,
    orders: &[Vec<usize>],
    options: &PlanOptions<'_>,
    observer: &mut dyn Observer,
) -> (State<'p>, StopReason) {
    let outline = Outline::of(state);
    let mut watched = |progress: Progress| observer.observe(progress);
    let walks = watched_walkers(options.walkers, &mut watched, |walker, relay| {
        let begun = outline.restore(state);
        improve(begun, orders.to_vec(), options, walker, relay)
    });
    let stopped = walks.iter().any(|(_, stop)| *stop == StopReason::Observer);
    let best = walks.into_iter().min_by_key(|(state, _)| {
        let (missing, value) = state.levels();
        (missing, -value)
    });
    let (state, stop) = best.unwrap_or_else(|| (outline.restore(state), StopReason::Finished));
    (state, if stopped { StopReason::Observer } else { stop })
}

/// The phase in which the first plan is made.
const FIRST: &str = "schedule.construct";

/// The phase in which the improved plan is completed.
const LAST: &str = "schedule.complete";

/// What no plan with as few mandatory claims left out can exceed, and what more would be worth.
fn bound(problem: &Problem<'_>, score: Score, options: &BoundOptions) -> (Bound, Vec<Marginal>) {
    let target = CertificateTarget::Value {
        mandatory_unseated: u32::try_from(-score.mandatory).ok(),
    };
    let certificate = certify(problem, target, options, &mut Silent);
    let bound = Bound {
        value: certificate.bound,
        method: BoundMethod::PersonSubsets,
    };
    (bound, marginals(problem, &certificate).unwrap_or_default())
}

/// The open claims of each program, the most appealing first.
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
            let appeal = std::cmp::Reverse(state.guide.appeal[*row]);
            (appeal, problem.claims[*row].person)
        });
        let mut order = course.order.iter();
        course.mandatory = order.any(|row| problem.claims[*row].mandatory);
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
    let mut waiting: Vec<u64> = courses.iter().map(|course| state.waiting(course)).collect();
    let (mut done, mut opened) = (0, 0);
    loop {
        done = (total - waiting.iter().sum::<u64>()).max(done);
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
            for row in reopen(state, courses, program) {
                waiting[row] = state.waiting(&courses[row]);
            }
        }
        waiting[program as usize] = state.waiting(&courses[program as usize]);
    }
}

/// Opens the programs again that build on this one: its new seats may have made room.
fn reopen(state: &State<'_>, courses: &mut [Course], program: u32) -> Vec<usize> {
    let programs = state.problem.programs.iter().enumerate();
    let built = programs.filter(|(_, data)| data.prerequisites.contains(&program));
    let waits = |row: &usize| !courses[*row].order.is_empty();
    let rows: Vec<usize> = built.map(|(row, _)| row).filter(waits).collect();
    for row in &rows {
        courses[*row].reopen();
    }
    rows
}
