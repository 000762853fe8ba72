//! The seeded city, at both sizes: fast, feasible, and every refusal explained.

use bangkom_domain::catalog::Catalog;
use bangkom_domain::demand::{Demand, DemandRow, DemandSchema};
use bangkom_domain::measure::DemandValue;
use bangkom_domain::preset::{Provenance, Standing};
use bangkom_domain::privacy::Personal;
use bangkom_domain::progress::Silent;
use bangkom_domain::roster::Roster;
use bangkom_schedule::{Inputs, PlanOptions, Problem, StopReason, check, plan};
use bangkom_testkit::{City, CityOptions, Rng, Scale};

/// Invented demand: a few programs for each employee, or for one in so many.
fn demand(roster: &Roster, catalog: &Catalog, one_in: usize) -> Demand {
    let mut rng = Rng::new(11, "demand");
    let mut rows = Vec::new();
    for employee in roster.employees().iter().step_by(one_in) {
        for program in catalog.programs() {
            if rng.chance(4.3 / catalog.programs().len() as f64) {
                rows.push(DemandRow {
                    person: employee.id,
                    program: program.id.clone(),
                    value: Personal::new(DemandValue::new(100 + rng.below(9_000))),
                    mandatory: rng.chance(0.05),
                    needed_by: None,
                    standing: Standing::Proposed,
                    closes: Vec::new(),
                });
            }
        }
    }
    Demand {
        schema: DemandSchema::V1,
        provenance: Provenance::proposal("test", "1"),
        rows,
    }
}

fn run(scale: Scale, one_in: usize) {
    let city = City::generate(&CityOptions::default().scale(scale));
    let roster = Roster::new(city.roster).value;
    let catalog = Catalog::new(city.catalog).value;
    let demand = demand(&roster, &catalog, one_in);
    let inputs = Inputs::new(&roster, &catalog, &city.resources, &demand).ledger(&city.ledger);
    let problem = Problem::new(inputs.clone()).value;
    let solution = plan(&problem, &PlanOptions::default(), &mut Silent).unwrap();
    let found = check(&inputs, solution.plan());
    assert!(
        found.is_empty(),
        "{} violations, the first {:?}",
        found.len(),
        found.iter().next()
    );
    assert_eq!(solution.stop(), StopReason::Finished);
    assert!(solution.waiting().iter().all(|row| !row.reasons.is_empty()));
    assert!(solution.score().value <= solution.bound().value);
    assert!(solution.score().value > 0);
}

#[test]
fn eight_agencies_have_a_feasible_plan() {
    run(Scale::Agencies8, 1);
}

#[test]
fn the_city_has_a_feasible_plan() {
    // All units, people, rooms and instructors; the claims of one employee in three.
    run(Scale::City, 3);
}
