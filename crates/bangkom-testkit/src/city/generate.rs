use bangkom_domain::catalog::CatalogData;
use bangkom_domain::competency::{Requirement, Scope};
use bangkom_domain::evidence::Evidence;
use bangkom_domain::hours::HoursLedger;
use bangkom_domain::id::{IdNamespace, RaterId};
use bangkom_domain::measure::Rupiah;
use bangkom_domain::program::Program;
use bangkom_domain::resources::Resources;
use bangkom_domain::results::ServiceSeries;
use bangkom_domain::roster::RosterData;
use uuid::Uuid;

use super::people::{self, Person};
use super::service::{Complaint, Service, SurveyAnswer};
use super::truth::{self, Truth};
use super::{CityOptions, Scale, evidence, ledger, units};
use crate::make::{date, id, importance, level};
use crate::rng::Rng;
use crate::world::agencies;
use crate::world::competencies::competencies;
use crate::world::positions::{positions, standards};
use crate::world::programs::programs;
use crate::world::resources;

/// An invented city: its documents, and the truth that the engines never see.
///
/// The year is 2026. Everybody and everything is invented.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct City {
    /// What it was generated from.
    pub options: CityOptions,
    /// Units and employees.
    pub roster: RosterData,
    /// Positions, competencies, standards, requirements, programs.
    pub catalog: CatalogData,
    /// What a plan for 2026 may use.
    pub resources: Resources,
    /// What 2025 showed.
    pub evidence: Evidence,
    /// The learning hours of 2025 and older certificates.
    pub ledger: HoursLedger,
    /// The answers to the satisfaction survey of 2025, one by one.
    pub surveys: Vec<SurveyAnswer>,
    /// The complaints of 2025, one by one.
    pub complaints: Vec<Complaint>,
    /// Response times by week and trust by quarter of 2025.
    pub series: Vec<ServiceSeries>,
    /// The true levels of everybody.
    pub truth: Truth,
}

impl City {
    /// The city of these options; the same options give the same city, byte for byte.
    ///
    /// ```
    /// use bangkom_testkit::{City, CityOptions};
    ///
    /// let city = City::generate(&CityOptions::default().seed(7));
    /// assert_eq!(city.roster.employees.len(), 1_200);
    /// assert_eq!(city, City::generate(&CityOptions::default().seed(7)));
    /// ```
    pub fn generate(options: &CityOptions) -> Self {
        let seed = options.seed;
        let namespace = namespace(seed);
        let agencies = agencies::agencies(options.scale);
        let units = units::units(&agencies);
        let posts = units::posts(seed, &agencies);
        let people = people::people(seed, namespace, &units, &posts);
        let truth = truth::truth(seed, &agencies, &people);
        let service = Service::draw(seed, namespace, &agencies);
        let evidence = evidence::evidence(seed, namespace, &agencies, &people, &truth, &service);
        let programs = programs(people.len(), options.support);
        let needed = needed(&programs, &people, &truth);
        let resources =
            resources::resources(seed, &agencies, &units, &programs, &needed, people.len());
        Self {
            options: *options,
            resources,
            evidence,
            ledger: ledger::ledger(seed, &people),
            catalog: catalog(options.scale, programs),
            roster: RosterData {
                units,
                employees: people.into_iter().map(|person| person.employee).collect(),
                ..RosterData::default()
            },
            surveys: service.surveys,
            complaints: service.complaints,
            series: service.series,
            truth,
        }
    }
}

impl City {
    /// The pseudonym under which the employee at this place of the roster rates others.
    ///
    /// ```
    /// use bangkom_testkit::{City, CityOptions};
    ///
    /// let city = City::generate(&CityOptions::default());
    /// assert_ne!(city.rater(0), city.rater(1));
    /// ```
    pub fn rater(&self, place: usize) -> RaterId {
        RaterId::derive(namespace(self.options.seed), &place.to_string())
    }
}

/// The namespace under which a seed derives its ids.
fn namespace(seed: u64) -> IdNamespace {
    let mut rng = Rng::new(seed, "namespace");
    let high = u128::from(rng.next()) << 64;
    IdNamespace::new(Uuid::from_u128(high | u128::from(rng.next())))
}

fn catalog(scale: Scale, programs: Vec<Program>) -> CatalogData {
    CatalogData {
        positions: positions(),
        competencies: competencies(),
        standards: standards(),
        requirements: requirements(scale),
        programs,
        ..CatalogData::default()
    }
}

/// What the city wants of its people by the end of the year.
fn requirements(scale: Scale) -> Vec<Requirement> {
    let want =
        |unit: &str, positions: &[&str], competency: &str, month, reason: &str| Requirement {
            scope: Scope {
                unit: id(unit),
                positions: positions.iter().map(|code| id(*code)).collect(),
            },
            competency: id(competency),
            level: level(3),
            importance: importance(5),
            by: date(2026, month, 30),
            reason: reason.to_owned(),
        };
    let mut requirements = vec![
        want(
            "DPMPTSP",
            &["IZIN-MUDA", "IZIN-PERTAMA", "PETUGAS-LOKET"],
            "TEK-LAYAN",
            9,
            "Target wali kota: izin selesai dalam lima hari kerja.",
        ),
        want(
            units::CITY,
            &["PETUGAS-LOKET", "PETUGAS-ADUAN"],
            "TEK-ADUAN",
            11,
            "Pengaduan warga tuntas dalam tiga hari.",
        ),
    ];
    if scale == Scale::City {
        requirements.push(want(
            "DISDIK",
            &["GURU-PERTAMA", "GURU-MUDA"],
            "TEK-AJAR",
            11,
            "Semua sekolah memakai bahan ajar digital.",
        ));
    }
    requirements
}

/// What each fund would need if everybody with a true gap had a seat.
fn needed(
    programs: &[Program],
    people: &[Person],
    truth: &Truth,
) -> Vec<(&'static str, &'static str, Rupiah)> {
    [
        ("APBD-2026", "APBD Kota 2026"),
        ("DAK-KES-2026", "DAK Nonfisik Kesehatan 2026"),
    ]
    .into_iter()
    .map(|(code, name)| {
        let amount = programs
            .iter()
            .filter(|program| program.cost.fund.as_str() == code)
            .map(|program| resources::cost_of(program, in_need(program, people, truth)))
            .sum();
        (code, name, amount)
    })
    .collect()
}

/// How many people lie at least half a level below what they need and the program gives.
fn in_need(program: &Program, people: &[Person], truth: &Truth) -> u32 {
    people
        .iter()
        .filter(|person| {
            truth.of(person.employee.id).iter().any(|entry| {
                entry.level + 0.5 <= f64::from(entry.required)
                    && program.modules.iter().any(|module| {
                        module.outcomes.iter().any(|outcome| {
                            outcome.competency == entry.competency
                                && entry.level + 0.5 <= f64::from(outcome.to.get())
                        })
                    })
            })
        })
        .count() as u32
}
