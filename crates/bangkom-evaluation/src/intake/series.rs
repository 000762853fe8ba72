use std::collections::BTreeMap;

use bangkom_domain::id::{IndicatorId, UnitId};
use bangkom_domain::results::{ServicePoint, ServiceSeries};
use bangkom_domain::roster::Roster;
use chrono::NaiveDate;

use super::ResultFinding;

/// A series with its sound points in order of time.
pub(crate) type SoundSeries<'a> = (&'a ServiceSeries, Vec<&'a ServicePoint>);

/// The series that can be used, by indicator and unit.
pub(super) fn series<'a>(
    given: &'a [ServiceSeries],
    roster: &Roster,
    as_of: NaiveDate,
    found: &mut Vec<ResultFinding>,
) -> BTreeMap<(&'a IndicatorId, &'a UnitId), SoundSeries<'a>> {
    let mut groups: BTreeMap<(&IndicatorId, &UnitId), Vec<&'a ServiceSeries>> = BTreeMap::new();
    for series in given {
        groups
            .entry((&series.indicator, &series.unit))
            .or_default()
            .push(series);
    }
    let mut kept = BTreeMap::new();
    for ((indicator, unit), group) in groups {
        let (unit_id, indicator_id) = (unit.clone(), indicator.clone());
        if roster.units().unit(unit).is_none() {
            found.push(ResultFinding::UnknownUnit {
                unit: unit_id,
                indicator: indicator_id,
            });
        } else if group.len() > 1 {
            found.push(ResultFinding::RepeatedSeries {
                unit: unit_id,
                indicator: indicator_id,
            });
        } else {
            kept.insert(
                (indicator, unit),
                (group[0], points(group[0], as_of, found)),
            );
        }
    }
    kept
}

fn points<'a>(
    series: &'a ServiceSeries,
    as_of: NaiveDate,
    found: &mut Vec<ResultFinding>,
) -> Vec<&'a ServicePoint> {
    let mut ordered: Vec<&ServicePoint> = series.points.iter().collect();
    ordered.sort_by_key(|point| (point.period, point.value.to_bits()));
    let overlaps = |at: usize| {
        let others = ordered
            .iter()
            .enumerate()
            .filter(|(place, _)| place.abs_diff(at) == 1);
        others
            .into_iter()
            .any(|(_, other)| other.period.overlaps(ordered[at].period))
    };
    let sound = |at: usize| {
        let point = ordered[at];
        point.value.is_finite() && point.period.last() <= as_of && !overlaps(at)
    };
    let mut kept = Vec::new();
    for (at, point) in ordered.iter().enumerate() {
        if sound(at) {
            kept.push(*point);
        } else {
            found.push(ResultFinding::BadPoint {
                unit: series.unit.clone(),
                indicator: series.indicator.clone(),
                first_day: point.period.first(),
            });
        }
    }
    kept
}
