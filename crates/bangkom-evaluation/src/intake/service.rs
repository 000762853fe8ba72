use bangkom_domain::id::{IndicatorId, UnitId};
use bangkom_domain::results::{CaseLog, CountSeries, Results, SatisfactionWave};
use bangkom_domain::roster::Roster;
use chrono::NaiveDate;

use super::ResultFinding;

/// Cases, counts and surveys of known units, up to the day of the evaluation.
#[derive(Clone, Default)]
pub(crate) struct ServiceRecords {
    pub cases: Vec<CaseLog>,
    pub counts: Vec<CountSeries>,
    pub satisfaction: Vec<SatisfactionWave>,
}

/// What can be used of them.
pub(super) fn service(
    results: &Results,
    roster: &Roster,
    as_of: NaiveDate,
    found: &mut Vec<ResultFinding>,
) -> ServiceRecords {
    let mut known = |unit: &UnitId, indicator: Option<&IndicatorId>| {
        let known = roster.units().unit(unit).is_some();
        if let (false, Some(indicator)) = (known, indicator) {
            let (unit, indicator) = (unit.clone(), indicator.clone());
            found.push(ResultFinding::UnknownUnit { unit, indicator });
        }
        known
    };
    let skm = IndicatorId::new("satisfaction").ok();
    let mut kept = ServiceRecords {
        cases: results.cases.clone(),
        counts: results.counts.clone(),
        satisfaction: results.satisfaction.clone(),
    };
    kept.cases
        .retain(|log| known(&log.unit, Some(&log.service)));
    kept.counts
        .retain(|one| known(&one.unit, Some(&one.indicator)));
    kept.satisfaction
        .retain(|wave| known(&wave.unit, skm.as_ref()));
    let mut future = |record: String, date: NaiveDate| {
        let ahead = date > as_of;
        if ahead {
            found.push(ResultFinding::FutureDate { record, date });
        }
        !ahead
    };
    for log in &mut kept.cases {
        let record = format!("{}/{}", log.unit, log.service);
        log.cases.retain(|case| {
            future(
                record.clone(),
                case.closed.unwrap_or(case.opened).max(case.opened),
            )
        });
    }
    for one in &mut kept.counts {
        let record = format!("{}/{}", one.unit, one.indicator);
        one.points
            .retain(|point| future(record.clone(), point.period.last()));
    }
    kept.satisfaction
        .retain(|wave| future(wave.unit.to_string(), wave.period.last()));
    kept
}
