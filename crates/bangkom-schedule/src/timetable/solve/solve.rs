use bangkom_domain::id::{InstructorId, RoomId};
use bangkom_domain::progress::{Observer, Progress};

use super::construct::construct;
use super::possible::impossible;
use super::walk::Walk;
use super::{Method, SolveOptions, TimetableSolution, TimetableSolutionSchema};
use crate::check::timetable::score;
use crate::search::{
    self, Annealing, Budget, Counts, Landscape as _, LateAcceptance, Report, Rng, StepCounting,
    StopReason, search, watched_walkers,
};
use crate::timetable::problem::{Assignment, Need, Problem, Timetable};
use crate::timetable::state::State;
use crate::timetable::tables::{Place, Tables};

/// Makes a plan: every session gets a slot, room and instructor, or has no place.
///
/// What no plan can do is found first and told by the solution. The observer sees the progress of
/// all walkers together, on the caller's thread, and may ask to stop.
///
/// ```
/// # mod town { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/timetable/town.rs")); }
/// use bangkom_domain::progress::Silent;
/// use bangkom_schedule::search::Budget;
/// use bangkom_schedule::timetable::{Problem, SolveOptions, solve};
///
/// # let input = town::input();
/// let problem = Problem::new(input).value;
/// let options = SolveOptions::default().seed(3).budget(Budget::Moves(20_000));
/// let solution = solve(&problem, &options, &mut Silent);
/// assert_eq!(solution.score().mandatory, 0);
/// assert_eq!(solution, solve(&problem, &options, &mut Silent));
/// ```
pub fn solve(
    problem: &Problem,
    options: &SolveOptions<'_>,
    observer: &mut impl Observer,
) -> TimetableSolution {
    from(problem, false, options, observer)
}

/// Mends a published plan after something changed, with the least change.
///
/// The problem is as it is now; what it holds as published is where the work begins. What the
/// rules still allow stays, what became impossible is dropped, and from there the search finds
/// places for what was dropped. Sessions with a place come first, then few changes, by the rule
/// on perturbation. Never worse than dropping what became impossible.
///
/// ```
/// # mod town { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/timetable/town.rs")); }
/// use bangkom_domain::progress::Silent;
/// use bangkom_schedule::check::timetable::difference;
/// use bangkom_schedule::timetable::{Problem, SolveOptions, Window, repair};
///
/// # let (mut input, plan) = (town::input(), town::plan());
/// input.published = plan.assignments.clone();
/// // An instructor falls ill on the second day.
/// input.instructors[0].unavailable = vec![Window { from: 6, to: 12 }];
/// let problem = Problem::new(input).value;
/// let mended = repair(&problem, &SolveOptions::default(), &mut Silent);
/// assert_eq!(difference(&problem, &plan, mended.plan()).changed.len(), 1);
/// ```
pub fn repair(
    problem: &Problem,
    options: &SolveOptions<'_>,
    observer: &mut impl Observer,
) -> TimetableSolution {
    from(problem, true, options, observer)
}

/// Searches from nothing, or from the published plan as far as the rules allow it.
fn from(
    problem: &Problem,
    published: bool,
    options: &SolveOptions<'_>,
    observer: &mut impl Observer,
) -> TimetableSolution {
    let tables = &Tables::new(problem);
    let begun = if published {
        tables.sessions.published.clone()
    } else {
        Vec::new()
    };
    let impossible = impossible(problem, tables);
    let walks = watched_walkers(options.walkers, observer, |walker, relay| {
        walk(tables, &begun, options, walker, relay)
    });
    let stopped = |walk: &Found| walk.report.stop == StopReason::Observer;
    let stopped = walks.iter().any(stopped);
    let mut counts = Counts::default();
    for walk in &walks {
        counts += walk.report.counts;
    }
    // The first of the best: the order of the walkers decides, never their speed.
    let best = walks.into_iter().min_by_key(|walk| walk.report.best);
    let (places, stop) = best.map_or((Vec::new(), StopReason::Nothing), |walk| {
        (walk.places, walk.report.stop)
    });
    let plan = plan(problem, tables, &places);
    TimetableSolution {
        schema: TimetableSolutionSchema::V1,
        score: score(problem, &plan),
        stop: if stopped { StopReason::Observer } else { stop },
        counts,
        impossible,
        plan,
    }
}

/// What one walker found.
struct Found {
    places: Vec<Place>,
    report: Report,
}

fn walk(
    tables: &Tables,
    begun: &[Option<Place>],
    options: &SolveOptions<'_>,
    walker: u32,
    observer: &mut impl Observer,
) -> Found {
    let mut rng = Rng::stream(options.seed, walker);
    let budget = options.budget.share(options.walkers.walkers);
    let began = budget.now();
    let mut state = if begun.is_empty() {
        State::new(tables)
    } else {
        State::at(tables, begun)
    };
    construct(&mut state, &mut rng, || {
        let seen = observer.observe(Progress {
            phase: "schedule.construct",
            done: 0,
            total: search::PARTS,
        });
        seen.is_continue() && !budget.left(began).is_over()
    });
    let budget = budget.left(began);
    if tables.sessions.movable.is_empty() {
        let report = Report {
            best: state.best_energy(),
            counts: Counts::default(),
            stop: StopReason::Nothing,
        };
        return Found {
            places: state.best().to_vec(),
            report,
        };
    }
    if tables.plain {
        improve(
            Walk::<true>::new(state),
            options.method,
            budget,
            &mut rng,
            observer,
        )
    } else {
        improve(
            Walk::<false>::new(state),
            options.method,
            budget,
            &mut rng,
            observer,
        )
    }
}

fn improve<const PLAIN: bool>(
    mut walk: Walk<'_, PLAIN>,
    method: Method,
    budget: Budget<'_>,
    rng: &mut Rng,
    observer: &mut impl Observer,
) -> Found {
    let (completed, budget) = complete(&mut walk, budget, rng, observer);
    let mut report = match method {
        Method::Annealing => {
            let mut annealing = Annealing::calibrated(&mut walk, rng);
            search(&mut walk, &mut annealing, budget, rng, observer)
        }
        Method::StepCounting(count) => search(
            &mut walk,
            &mut StepCounting::new(count),
            budget,
            rng,
            observer,
        ),
        Method::LateAcceptance(length) => {
            let mut late = LateAcceptance::new(length as usize);
            search(&mut walk, &mut late, budget, rng, observer)
        }
    };
    report.counts += completed;
    let places = walk.state.best().to_vec();
    Found { places, report }
}

/// How little of a mandatory session without a place the temperature is while only that counts.
const COMPLETING: i64 = 16;

/// The part of the budget for that.
const QUARTER: u32 = 4;

/// Moves sessions about, whatever that costs at lower levels, until every mandatory session has a
/// place, for a quarter of the budget at most; gives what became of the moves and what is left.
fn complete<'b, const PLAIN: bool>(
    walk: &mut Walk<'_, PLAIN>,
    budget: Budget<'b>,
    rng: &mut Rng,
    observer: &mut impl Observer,
) -> (Counts, Budget<'b>) {
    let lost = walk.tables().prices.lost(Need::Mandatory);
    if walk.best() < lost {
        return (Counts::default(), budget);
    }
    let began = budget.now();
    walk.enough = lost - 1;
    let temperature = (lost / COMPLETING).max(1) as f64;
    let mut annealing = Annealing::between(temperature, temperature);
    let share = budget.share(QUARTER);
    let mut watched = |progress: Progress| {
        let done = progress.done / u64::from(QUARTER);
        observer.observe(Progress { done, ..progress })
    };
    let report = search(walk, &mut annealing, share, rng, &mut watched);
    walk.enough = 0;
    walk.state.restore();
    let left = match budget {
        Budget::Moves(all) => Budget::Moves(all.saturating_sub(report.counts.draws())),
        Budget::Clock { .. } => budget.left(began),
    };
    (report.counts, left)
}

/// The plan in words.
pub(super) fn plan(problem: &Problem, tables: &Tables, places: &[Place]) -> Timetable {
    let sessions = problem.batches().iter().flat_map(|batch| &batch.sessions);
    let room = |place: &Place| -> Option<RoomId> {
        let room = tables.room_of.get(usize::from(place.room))?;
        Some(problem.rooms()[usize::from(*room)].id.clone())
    };
    let instructors = |place: &Place| -> Vec<InstructorId> {
        let team = tables.teams.of(place.team).iter();
        team.map(|who| problem.instructors()[usize::from(*who)].id.clone())
            .collect()
    };
    let placed = sessions
        .zip(places)
        .filter(|(_, place)| !place.is_nowhere());
    let mut assignments: Vec<Assignment> = placed
        .map(|(session, place)| Assignment {
            session: session.id.clone(),
            start: u32::from(place.slot),
            room: room(place),
            instructors: instructors(place),
        })
        .collect();
    assignments.sort();
    Timetable { assignments }
}
