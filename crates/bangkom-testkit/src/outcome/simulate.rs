use std::collections::BTreeMap;

use bangkom_domain::id::{PersonId, ProgramId, RaterId};
use bangkom_domain::plan::{Batch, Plan};
use bangkom_domain::program::Program;
use bangkom_domain::results::Results;

use super::instruments::Instruments;
use super::learner::{Days3, Learner};
use super::{measured, service};
use crate::city::City;
use crate::rng::Rng;

/// What happens when the plan is carried out: attendance, tests, behaviour, service.
///
/// Participants learn more the further they are below what the program teaches and the more
/// they attend; one in twenty leaves early. Not all that is learned is used at work. Services
/// get faster by what their people have learned, from the week after the batch on. The
/// results of a batch depend on the city and on that batch alone. The program that answers slow
/// service is measured in every way, with people to compare with.
///
/// ```
/// use bangkom_domain::plan::{Plan, PlanSchema};
/// use bangkom_domain::preset::Provenance;
/// use bangkom_testkit::{City, CityOptions, simulate_results};
///
/// let city = City::generate(&CityOptions::default());
/// let empty = Plan {
///     schema: PlanSchema::V1,
///     provenance: Provenance::proposal("example", "1"),
///     horizon: city.resources.horizon,
///     batches: Vec::new(),
/// };
/// let results = simulate_results(&city, &empty);
/// assert!(results.scores.is_empty());
/// assert_eq!(results.series.len(), city.series.len());
/// ```
pub fn simulate_results(city: &City, plan: &Plan) -> Results {
    let programs: BTreeMap<&ProgramId, &Program> = city
        .catalog
        .programs
        .iter()
        .map(|program| (&program.id, program))
        .collect();
    let places: BTreeMap<PersonId, usize> = city
        .roster
        .employees
        .iter()
        .enumerate()
        .map(|(index, employee)| (employee.id, index))
        .collect();
    let mut results = Results::default();
    let mut improvements = Vec::new();
    let mut declared = BTreeMap::new();
    for batch in &plan.batches {
        if let (Some(program), Some(days)) = (programs.get(&batch.program), Days3::of(batch)) {
            let instruments = Instruments::of(program);
            declared
                .entry(&batch.program)
                .or_insert_with(|| instruments.declare(program));
            let gains = run(
                city,
                program,
                batch,
                &places,
                &instruments,
                &days,
                &mut results,
            );
            improvements.extend(service::improvements(city, program, &days, gains));
        }
    }
    results.instruments = declared.into_values().flatten().collect();
    results.series = service::series(city, &improvements);
    measured::measure(city, plan, &mut results);
    results
}

/// Runs one batch and returns what each participant gained, by the place in the roster.
fn run(
    city: &City,
    program: &Program,
    batch: &Batch,
    places: &BTreeMap<PersonId, usize>,
    instruments: &Instruments,
    days: &Days3,
    results: &mut Results,
) -> Vec<(usize, f64)> {
    let mut rng = Rng::new(city.options.seed, batch.id.as_str());
    let mut gains = Vec::new();
    for seat in &batch.seats {
        let learner = Learner::attend(&mut rng, city, program, batch, seat.person, results);
        learner.test(&mut rng, instruments, days, results);
        if let Some(&place) = places.get(&seat.person) {
            let observers = observers(city, place);
            learner.observe(&mut rng, instruments, days, observers, results);
            gains.push((place, learner.gain.min(learner.room())));
        }
    }
    gains
}

/// Two colleagues of the same unit, or the nearest there are.
fn observers(city: &City, place: usize) -> [RaterId; 2] {
    let last = city.roster.employees.len().saturating_sub(1);
    let (one, two) = match place {
        0 => (1, 2),
        place if place >= last => (last.saturating_sub(1), last.saturating_sub(2)),
        place => (place - 1, place + 1),
    };
    [one, two].map(|index| city.rater(index))
}
