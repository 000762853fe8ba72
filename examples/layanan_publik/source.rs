//! Where input and results come from: the data folder, or an invented city.

use bangkom::Cycle;
use bangkom::domain::catalog::Catalog;
use bangkom::domain::decision::Decisions;
use bangkom::domain::roster::Roster;
use bangkom::schedule::Solution;
use bangkom::tabular::People;
use bangkom_examples::data_dir;
use bangkom_examples::model_case::{
    Failure, FileReport, Input, Outcome, namespace, policy, read_input, read_outcome,
};
use bangkom_testkit::{City, CityOptions, simulate_results};

use crate::args::Scale;

/// The input of the scale, and the city when it was invented just now.
pub(crate) fn input(scale: Scale) -> Result<(Input, Option<City>), Failure> {
    match scale {
        Scale::Agencies => Ok((read_input(&data_dir("layanan_publik"))?, None)),
        Scale::City => {
            let city = City::generate(&CityOptions::default().scale(bangkom_testkit::Scale::City));
            Ok((of_city(&city)?, Some(city)))
        }
    }
}

fn of_city(city: &City) -> Result<Input, Failure> {
    let roster = Roster::new(city.roster.clone());
    let catalog = Catalog::new(city.catalog.clone());
    let people = People::new(&roster.value, namespace());
    let cycle = Cycle::new(roster.value, catalog.value, policy()?)?;
    let reports = vec![
        FileReport::of_findings("roster", &roster.findings),
        FileReport::of_findings("catalog", &catalog.findings),
        FileReport::of_findings("roster + catalog", cycle.findings()),
    ];
    Ok(Input {
        cycle,
        people,
        resources: city.resources.clone(),
        ledger: city.ledger.clone(),
        decisions: Decisions::default(),
        evidence: city.evidence.clone(),
        reports,
    })
}

/// What came of the plan: read from the folder, or simulated in the invented city.
pub(crate) fn carried_out(
    city: Option<&City>,
    people: &People,
    solution: &Solution,
) -> Result<Outcome, Failure> {
    match city {
        None => read_outcome(&data_dir("layanan_publik"), people),
        Some(city) => Ok(Outcome {
            results: simulate_results(city, solution.plan()),
            plan: solution.plan().clone(),
            reports: Vec::new(),
        }),
    }
}
