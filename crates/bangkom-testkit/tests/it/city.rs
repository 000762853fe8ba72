use std::collections::{BTreeMap, BTreeSet};

use bangkom_domain::calendar::Calendar;
use bangkom_domain::catalog::Catalog;
use bangkom_domain::evidence::{self, Aspect, Subject};
use bangkom_domain::json;
use bangkom_domain::people::EmploymentKind;
use bangkom_domain::program::Venue;
use bangkom_domain::roster::{Roster, cross_check};
use bangkom_testkit::{City, CityOptions, Scale};
use chrono::NaiveDate;

fn model_case() -> City {
    City::generate(&CityOptions::default())
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    let write = |seed| {
        let city = City::generate(&CityOptions::default().seed(seed));
        [
            json::write(&city.roster).unwrap(),
            json::write(&city.catalog).unwrap(),
            json::write(&city.resources).unwrap(),
            json::write(&city.evidence).unwrap(),
            json::write(&city.ledger).unwrap(),
        ]
    };
    assert_eq!(write(1), write(1));
    let (one, two) = (write(1), write(2));
    assert_ne!(one[0], two[0]);
    assert_ne!(one[3], two[3]);
}

#[test]
fn every_reference_of_the_model_case_is_known() {
    check_references(&model_case());
}

#[test]
fn every_reference_of_the_whole_city_is_known() {
    let city = City::generate(&CityOptions::default().scale(Scale::City));
    check_references(&city);
    assert_eq!(city.roster.employees.len(), 23_000);
    let agencies = city
        .roster
        .units
        .iter()
        .filter(|unit| unit.kind == bangkom_domain::unit::UnitKind::Agency);
    assert_eq!(agencies.count(), 60);
    let share = |kind| {
        let of_kind = city.roster.employees.iter().filter(|e| e.kind == kind);
        of_kind.count() as f64 / 23_000.0
    };
    // Medan in September 2025: 42 % PNS, 20 % PPPK, 38 % part-time PPPK.
    let candidates = share(EmploymentKind::Cpns);
    assert!((share(EmploymentKind::Pns) + candidates - 0.42).abs() < 0.05);
    assert!((share(EmploymentKind::Pppk) - 0.20).abs() < 0.05);
    assert!((share(EmploymentKind::PppkPartTime) - 0.38).abs() < 0.05);
}

#[test]
fn the_domain_finds_nothing_wrong_in_either_city() {
    for scale in [Scale::Agencies8, Scale::City] {
        let city = City::generate(&CityOptions::default().scale(scale));
        let roster = Roster::new(city.roster);
        assert_eq!(roster.findings.as_slice(), []);
        let catalog = Catalog::new(city.catalog);
        assert_eq!(catalog.findings.as_slice(), []);
        let crossed = cross_check(&roster.value, &catalog.value);
        assert_eq!(crossed.as_slice(), []);
        let today = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
        let evidence = evidence::check(city.evidence, today);
        assert_eq!(evidence.findings.as_slice(), []);
        assert_eq!(city.ledger.accounts().findings.as_slice(), []);
        assert_eq!(
            Calendar::new(city.resources.calendar).findings.as_slice(),
            []
        );
    }
}

fn check_references(city: &City) {
    let units: BTreeSet<_> = city.roster.units.iter().map(|unit| &unit.id).collect();
    let persons: BTreeSet<_> = city.roster.employees.iter().map(|e| e.id).collect();
    let positions: BTreeSet<_> = city.catalog.positions.iter().map(|p| &p.id).collect();
    let competencies: BTreeSet<_> = city.catalog.competencies.iter().map(|c| &c.id).collect();
    let programs: BTreeSet<_> = city.catalog.programs.iter().map(|p| &p.id).collect();
    let sites: BTreeSet<_> = city.resources.sites.iter().map(|site| &site.id).collect();
    assert_eq!(units.len(), city.roster.units.len());
    assert_eq!(persons.len(), city.roster.employees.len());
    for unit in &city.roster.units {
        assert!(unit.parent.iter().all(|parent| units.contains(parent)));
        assert!(unit.site.iter().all(|site| sites.contains(site)));
    }
    for employee in &city.roster.employees {
        assert!(units.contains(&employee.unit) && positions.contains(&employee.position));
        assert!(
            employee
                .next_position
                .iter()
                .all(|next| positions.contains(next))
        );
    }
    for entry in &city.catalog.standards {
        assert!(positions.contains(&entry.position) && competencies.contains(&entry.competency));
    }
    for program in &city.catalog.programs {
        assert!(
            program
                .prerequisites
                .iter()
                .all(|other| programs.contains(other))
        );
        assert!(
            city.resources
                .funds
                .iter()
                .any(|fund| fund.id == program.cost.fund)
        );
        for outcome in program.modules.iter().flat_map(|module| &module.outcomes) {
            assert!(competencies.contains(&outcome.competency) && outcome.from < outcome.to);
        }
    }
    for record in &city.evidence.records {
        assert!(match &record.subject {
            Subject::Person(person) => persons.contains(person),
            Subject::Unit(unit) => units.contains(unit),
        });
        assert!(match &record.aspect {
            Aspect::Competency(competency) => competencies.contains(competency),
            _ => true,
        });
    }
    assert!(
        city.ledger
            .entries
            .iter()
            .all(|entry| persons.contains(&entry.person))
    );
}

#[test]
fn every_session_has_a_room_and_people_who_can_teach_it() {
    let city = model_case();
    for program in &city.catalog.programs {
        let qualified = city
            .resources
            .instructors
            .iter()
            .filter(|instructor| instructor.qualified_for.contains(&program.id))
            .count();
        for session in &program.sessions {
            assert!(
                usize::from(session.instructors) <= qualified,
                "{}",
                program.id
            );
            if let Venue::Room(features) = &session.venue {
                let fits = city.resources.rooms.iter().any(|room| {
                    room.capacity >= program.limits.min_seats
                        && features
                            .iter()
                            .all(|feature| room.features.contains(feature))
                });
                assert!(fits, "{}", program.id);
            }
        }
    }
}

#[test]
fn evidence_lies_on_its_scale_and_follows_the_truth() {
    let city = model_case();
    let scales: BTreeMap<_, _> = city
        .evidence
        .sources
        .iter()
        .map(|source| (&source.id, source.scale))
        .collect();
    let mut pairs = Vec::new();
    for record in &city.evidence.records {
        assert!(scales[&record.source].contains(*record.value.reveal()));
        if let (Subject::Person(person), Aspect::Competency(competency), "ATASAN-2025") =
            (&record.subject, &record.aspect, record.source.as_str())
        {
            let truth = city.truth.level(*person, competency).unwrap();
            pairs.push((truth, *record.value.reveal()));
        }
    }
    assert!(pairs.len() > 5_000);
    assert!(correlation(&pairs) > 0.7);
}

fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let n = pairs.len() as f64;
    let (mx, my) = (
        pairs.iter().map(|p| p.0).sum::<f64>() / n,
        pairs.iter().map(|p| p.1).sum::<f64>() / n,
    );
    let cov: f64 = pairs.iter().map(|p| (p.0 - mx) * (p.1 - my)).sum();
    let vx: f64 = pairs.iter().map(|p| (p.0 - mx).powi(2)).sum();
    let vy: f64 = pairs.iter().map(|p| (p.1 - my).powi(2)).sum();
    cov / (vx * vy).sqrt()
}

#[test]
fn the_strained_service_has_the_greater_gaps_and_the_longer_waits() {
    let city = model_case();
    let gap = |agency: &str| {
        let levels: Vec<f64> = city
            .roster
            .employees
            .iter()
            .filter(|e| e.unit.as_str().starts_with(agency))
            .flat_map(|e| city.truth.of(e.id))
            .filter(|entry| entry.competency.as_str() == "TEK-LAYAN")
            .map(|entry| f64::from(entry.required) - entry.level)
            .collect();
        levels.iter().sum::<f64>() / levels.len() as f64
    };
    assert!(gap("DPMPTSP") > gap("BAPENDA") + 0.4);
    let wait = |agency: &str| {
        let series = city.series.iter().find(|series| {
            series.unit.as_str() == agency && series.indicator.as_str() == "RESPONSE-DAYS"
        });
        let points = &series.unwrap().points;
        points.iter().map(|point| point.value).sum::<f64>() / points.len() as f64
    };
    assert!(wait("DPMPTSP") > wait("DISDUKCAPIL") + 1.0);
}
