use crate::StatsError;
use crate::sample::{at_least, refuse_infinite, same_length};

/// A case followed up to `time`; `event` says whether it ended there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Observed {
    pub(super) time: f64,
    pub(super) event: bool,
    pub(super) group: usize,
}

/// Cases with a time, by time.
pub(super) fn observed(
    times: &[f64],
    events: &[bool],
    groups: Option<&[usize]>,
) -> Result<Vec<Observed>, StatsError> {
    same_length(times.len(), events.len())?;
    refuse_infinite("times", times)?;
    if let Some(index) = times.iter().position(|time| *time < 0.0) {
        return Err(StatsError::OutOfRange {
            argument: "times",
            index: Some(index),
            value: times[index],
            low: 0.0,
            high: f64::INFINITY,
        });
    }
    let case = |(i, (time, event)): (usize, (&f64, &bool))| Observed {
        time: *time,
        event: *event,
        group: groups.map_or(0, |groups| groups[i]),
    };
    let cases = times.iter().zip(events).enumerate().map(case);
    let mut cases: Vec<Observed> = cases.filter(|case| !case.time.is_nan()).collect();
    at_least(1, cases.len())?;
    cases.sort_by(|a, b| a.time.total_cmp(&b.time));
    Ok(cases)
}

/// Cases of one time, and how many were followed up to it.
pub(super) fn moments(cases: &[Observed]) -> impl Iterator<Item = (&[Observed], usize)> {
    let mut at_risk = cases.len();
    cases
        .chunk_by(|a, b| a.time == b.time)
        .map(move |together| {
            let before = at_risk;
            at_risk -= together.len();
            (together, before)
        })
}
