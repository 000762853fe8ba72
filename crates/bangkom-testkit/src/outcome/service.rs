use std::collections::BTreeMap;

use bangkom_domain::calendar::Period;
use bangkom_domain::id::UnitId;
use bangkom_domain::program::Program;
use bangkom_domain::results::{ServicePoint, ServiceSeries};
use chrono::NaiveDate;

use super::learner::Days3;
use crate::city::City;
use crate::city::service::{
    RESPONSE_DAYS, SATISFACTION, quarter_of, usual_response_days, usual_satisfaction, week_of,
};
use crate::make::{date, rounded};
use crate::rng::Rng;
use crate::world::agencies::{self, Agency};

/// From a day on, the people of an agency are better at serving by so many levels in all.
pub(super) struct Improvement {
    agency: String,
    from: NaiveDate,
    levels: f64,
}

/// What a batch adds to the services of its participants' agencies.
pub(super) fn improvements(
    city: &City,
    program: &Program,
    days: &Days3,
    gains: Vec<(usize, f64)>,
) -> Vec<Improvement> {
    if !serves(program) {
        return Vec::new();
    }
    let mut levels = BTreeMap::<String, f64>::new();
    for (place, gain) in gains {
        let unit = &city.roster.employees[place].unit;
        *levels.entry(agency_of(unit).to_owned()).or_default() += gain;
    }
    levels
        .into_iter()
        .map(|(agency, levels)| Improvement {
            agency,
            from: days.after(),
            levels,
        })
        .collect()
}

/// Whether a program teaches how to serve citizens.
fn serves(program: &Program) -> bool {
    let taught = ["TEK-LAYAN", "TEK-KOMPUB", "TEK-IZIN", "TEK-ADUAN"];
    program
        .modules
        .iter()
        .flat_map(|module| &module.outcomes)
        .any(|outcome| taught.contains(&outcome.competency.as_str()))
}

/// Sub-units carry the code of their agency before a dot.
fn agency_of(unit: &UnitId) -> &str {
    unit.as_str().split('.').next().unwrap_or_default()
}

/// The series of 2025 with 2026 added.
pub(super) fn series(city: &City, improvements: &[Improvement]) -> Vec<ServiceSeries> {
    let agencies: BTreeMap<String, Agency> = agencies::agencies(city.options.scale)
        .into_iter()
        .map(|agency| (agency.code.clone(), agency))
        .collect();
    city.series
        .iter()
        .map(|before| {
            let stream = format!("{}/{}/2026", before.unit, before.indicator);
            let mut rng = Rng::new(city.options.seed, &stream);
            let agency = agencies.get(before.unit.as_str());
            let mut series = before.clone();
            for period in periods(before) {
                let point = point(&mut rng, before, agency, improvements, period);
                series.points.push(point);
            }
            series
        })
        .collect()
}

/// The weeks or quarters of 2026, as the series has them.
fn periods(series: &ServiceSeries) -> Vec<Period> {
    if series.indicator.as_str() == RESPONSE_DAYS {
        (0..52)
            .map(|week| week_of(date(2025, 12, 29), week))
            .collect()
    } else {
        (0..4).map(|quarter| quarter_of(2026, quarter)).collect()
    }
}

fn point(
    rng: &mut Rng,
    series: &ServiceSeries,
    agency: Option<&Agency>,
    improvements: &[Improvement],
    period: Period,
) -> ServicePoint {
    let gained: f64 = improvements
        .iter()
        .filter(|one| agency.is_none_or(|agency| agency.code == one.agency))
        .filter(|one| one.from < period.first())
        .map(|one| one.levels)
        .sum();
    let value = match (series.indicator.as_str(), agency) {
        (RESPONSE_DAYS, Some(agency)) => {
            let left = (agency.strain - share_of_service(agency, gained)).max(0.0);
            (usual_response_days(left) + 0.6 * rng.normal()).max(0.5)
        }
        (SATISFACTION, Some(agency)) => {
            let left = (agency.strain - share_of_service(agency, gained)).max(0.0);
            usual_satisfaction(left) + 0.7 * rng.normal()
        }
        // Trust of the city: a little for every hundred levels gained.
        _ => (61.0 + 4.0 * (gained / 100.0).min(2.0) + 0.8 * rng.normal()).clamp(0.0, 100.0),
    };
    ServicePoint {
        period,
        value: rounded(value),
        count: Some(80 + rng.below(60)),
    }
}

/// Levels gained for each of the half of an agency that citizens meet.
fn share_of_service(agency: &Agency, gained: f64) -> f64 {
    gained / (0.5 * f64::from(agency.staff.max(2)))
}
