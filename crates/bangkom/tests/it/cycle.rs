//! The whole loop over an invented city.

use bangkom::domain::catalog::{Catalog, CatalogData};
use bangkom::domain::decision::Decisions;
use bangkom::domain::demand::Demand;
use bangkom::domain::evidence::Evidence;
use bangkom::domain::finding::{Explain, Findings, Severity};
use bangkom::domain::hours::HoursLedger;
use bangkom::domain::json;
use bangkom::domain::plan::Plan;
use bangkom::domain::progress::Silent;
use bangkom::domain::resources::Resources;
use bangkom::domain::results::Results;
use bangkom::domain::roster::{Roster, RosterData};
use bangkom::schedule::{PlanOptions, check};
use bangkom::{Cycle, Policy};
use bangkom_testkit::{City, CityOptions, simulate_results};
use chrono::NaiveDate;

fn policy() -> Policy {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let mut policy = Policy::new(day(1, 2), day(12, 31));
    policy.needs = policy.needs.coverage_floor(0.3);
    policy
}

fn cycle(roster: RosterData, catalog: CatalogData) -> Cycle {
    Cycle::new(
        Roster::new(roster).value,
        Catalog::new(catalog).value,
        policy(),
    )
    .unwrap()
}

/// Everything that the loop makes, as JSON.
struct Made {
    documents: Vec<String>,
    shown: String,
    plan: Plan,
}

/// What a run starts from, beside roster and catalog.
struct Given {
    evidence: Evidence,
    resources: Resources,
    ledger: HoursLedger,
}

impl Given {
    fn of(city: &City) -> Self {
        Self {
            evidence: city.evidence.clone(),
            resources: city.resources.clone(),
            ledger: city.ledger.clone(),
        }
    }
}

fn run(cycle: &Cycle, given: &Given, results: impl FnOnce(&Plan) -> Results) -> Made {
    let analysis = cycle.analyze(&given.evidence).unwrap();
    let proposal = cycle.demand(&analysis, &Decisions::default()).unwrap();
    let inputs = cycle
        .inputs(&proposal.demand, &given.resources)
        .ledger(&given.ledger);
    let solution = cycle
        .solve(inputs.clone(), &PlanOptions::default(), &mut Silent)
        .unwrap();
    assert!(check(&inputs, solution.plan()).is_empty());
    let evaluation = cycle
        .evaluate(solution.plan(), &results(solution.plan()))
        .unwrap();
    Made {
        documents: vec![
            json::write(&analysis).unwrap(),
            json::write(&proposal).unwrap(),
            json::write(&solution).unwrap(),
            json::write(&evaluation).unwrap(),
        ],
        shown: format!("{analysis:?}{proposal:?}{solution:?}{evaluation:?}{cycle:?}"),
        plan: solution.into_plan(),
    }
}

#[test]
fn the_order_of_rows_changes_no_byte_of_any_result() {
    let city = City::generate(&CityOptions::default());
    let straight = run(
        &cycle(city.roster.clone(), city.catalog.clone()),
        &Given::of(&city),
        |plan| simulate_results(&city, plan),
    );
    let (mut roster, mut catalog, mut given) =
        (city.roster.clone(), city.catalog.clone(), Given::of(&city));
    roster.units.reverse();
    roster.employees.reverse();
    catalog.positions.reverse();
    catalog.competencies.reverse();
    catalog.standards.reverse();
    catalog.requirements.reverse();
    catalog.programs.reverse();
    given.evidence.sources.reverse();
    given.evidence.records.reverse();
    given.evidence.causes.reverse();
    given.resources.rooms.reverse();
    given.resources.instructors.reverse();
    given.resources.sites.reverse();
    given.resources.funds.reverse();
    given.resources.staffing.reverse();
    given.resources.calendar.reverse();
    given.ledger.entries.reverse();
    let turned = run(&cycle(roster, catalog), &given, |plan| {
        let mut results = simulate_results(&city, plan);
        results.instruments.reverse();
        results.attendance.reverse();
        results.scores.reverse();
        results.observations.reverse();
        results.series.reverse();
        results
    });
    for (one, other) in straight.documents.iter().zip(&turned.documents) {
        assert!(one == other, "a result depends on the order of rows");
    }
}

#[test]
fn what_a_plan_leaves_out_of_its_inputs_is_told() {
    let city = City::generate(&CityOptions::default());
    let cycle = cycle(city.roster.clone(), city.catalog.clone());
    let analysis = cycle.analyze(&city.evidence).unwrap();
    let mut demand = cycle
        .demand(&analysis, &Decisions::default())
        .unwrap()
        .demand;
    let solve = |demand: &Demand| {
        cycle
            .schedule(demand, &city.resources, &PlanOptions::default())
            .unwrap()
    };
    let sound = solve(&demand).findings().len();
    demand.rows[0].program = "NOWHERE".parse().unwrap();
    let solution = solve(&demand);
    assert_eq!(solution.findings().len(), sound + 1);
    let codes: Vec<_> = solution.findings().iter().map(Explain::code).collect();
    assert!(codes.contains(&"problem.demand_program"), "{codes:?}");
}

#[test]
fn what_is_shown_of_results_names_nobody() {
    let city = City::generate(&CityOptions::default());
    let made = run(
        &cycle(city.roster.clone(), city.catalog.clone()),
        &Given::of(&city),
        |plan| simulate_results(&city, plan),
    );
    for employee in &city.roster.employees {
        let name = employee.name.as_ref().unwrap().reveal();
        let number = employee.number.as_ref().unwrap().reveal();
        assert!(!made.shown.contains(name.as_str()), "a name in Debug");
        assert!(!made.shown.contains(number), "a number in Debug");
    }
}

#[test]
fn results_become_evidence_and_support_becomes_demand() {
    let city = City::generate(&CityOptions::default());
    let cycle = cycle(city.roster.clone(), city.catalog.clone());
    let made = run(&cycle, &Given::of(&city), |plan| {
        simulate_results(&city, plan)
    });
    let results = simulate_results(&city, &made.plan);
    let evaluation = cycle.evaluate(&made.plan, &results).unwrap();
    assert!(!evaluation.follow_ups().actions.is_empty());

    let mut later = policy();
    later.needs.as_of = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
    let next = Cycle::new(cycle.roster().clone(), cycle.catalog().clone(), later).unwrap();
    let mut evidence = city.evidence.clone();
    let fresh = evaluation.evidence();
    assert!(!fresh.records.is_empty());
    evidence.sources.extend(fresh.sources);
    evidence.records.extend(fresh.records);
    let analysis = next.analyze(&evidence).unwrap();
    assert_eq!(analysis.findings.count(Severity::Error), 0);

    let mut proposal = next.demand(&analysis, &Decisions::default()).unwrap();
    let asked = evaluation.demand(next.catalog());
    assert!(!asked.is_empty());
    let known = proposal.demand.rows.clone();
    let new = asked.into_iter().filter(|row| {
        known
            .iter()
            .all(|other| (other.person, &other.program) != (row.person, &row.program))
    });
    proposal.demand.rows.extend(new);
    let solution = next
        .schedule(&proposal.demand, &city.resources, &PlanOptions::default())
        .unwrap();
    let inputs = next.inputs(&proposal.demand, &city.resources);
    assert!(check(&inputs, solution.plan()).is_empty());
}

#[test]
fn every_result_carries_the_digest_of_its_input() {
    let city = City::generate(&CityOptions::default());
    let cycle = cycle(city.roster.clone(), city.catalog.clone());
    let digest = |evidence: &Evidence| {
        cycle
            .analyze(evidence)
            .unwrap()
            .provenance
            .input_sha256
            .unwrap()
    };
    let mut fewer = city.evidence.clone();
    fewer.records.pop();
    assert_eq!(digest(&city.evidence).len(), 64);
    assert_ne!(digest(&city.evidence), digest(&fewer));
}

#[test]
fn a_policy_that_contradicts_itself_is_refused_with_all_its_problems() {
    let city = City::generate(&CityOptions::default());
    let mut policy = policy();
    policy.needs = policy.needs.coverage_floor(f64::NAN);
    policy.evaluation.keep_gain = 7.0;
    let roster = Roster::new(city.roster).value;
    let error = Cycle::new(roster, Catalog::new(city.catalog).value, policy).unwrap_err();
    assert_eq!(error.needs_policy().map(Findings::len), Some(1));
    assert_eq!(error.evaluation_policy().map(Findings::len), Some(1));
    assert_eq!(error.to_string(), "the policy has 2 problems");
}
