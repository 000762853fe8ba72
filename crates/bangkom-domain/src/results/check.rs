use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    Attendance, ComparisonScore, Instrument, Observation, Occasion, Results, ResultsFinding,
    ServicePoint, ServiceSeries, TestScore, sound,
};
use crate::distinct::distinct;
use crate::evidence::Scale;
use crate::finding::{Checked, Findings, Sensitive};
use crate::id::{InstrumentId, PersonId, ProgramId};

/// Sets aside results that cannot be, and says why of each row.
///
/// What is kept is ordered: instruments by code, rows by person or session, points by time.
/// Whether batches, sessions and persons exist is asked by whoever has the plan.
///
/// ```
/// use bangkom_domain::results::{self, Results};
/// use bangkom_domain::{finding::Explain, json};
///
/// let given: Results = json::read(r#"{ "schema": "bangkom.results/1", "instruments": [],
///     "attendance": [], "observations": [], "series": [], "scores": [{ "batch": "DATA/b01",
///     "person": "6f2c1a52-0b66-4c53-9c5b-8a1c2c3d4e5f", "instrument": "DATA/TEST",
///     "occasion": "before", "score": 40, "date": "2026-02-02" }] }"#)?;
/// let checked = results::check(given);
/// assert_eq!(checked.findings.as_slice()[0].code(), "results.instrument_unknown");
/// assert!(checked.value.scores.is_empty());
/// # Ok::<(), bangkom_domain::json::ReadError>(())
/// ```
pub fn check(results: Results) -> Checked<Results, ResultsFinding> {
    let mut found = Vec::new();
    let instruments = instruments(results.instruments, &mut found);
    let scales = Scales(
        instruments
            .iter()
            .map(|i| (i.id.clone(), i.scale))
            .collect(),
    );
    Checked {
        value: Results {
            schema: results.schema,
            attendance: attendance(results.attendance, &mut found),
            scores: scores(results.scores, &scales, &mut found),
            observations: observations(results.observations, &scales, &mut found),
            series: series(results.series, &mut found),
            answers: sound::answers(results.answers, &results.items, &mut found),
            items: sound::items(results.items, &mut found),
            comparison: comparison(results.comparison, &scales, &mut found),
            designs: sound::designs(results.designs, &mut found),
            cases: sound::cases(results.cases, &mut found),
            counts: sound::counts(results.counts, &mut found),
            satisfaction: sound::satisfaction(results.satisfaction, &mut found),
            benefits: sound::benefits(results.benefits, &mut found),
            instruments,
        },
        findings: Findings::new(found),
    }
}

fn instruments(rows: Vec<Instrument>, found: &mut Vec<ResultsFinding>) -> Vec<Instrument> {
    let mut rows = unique("instruments", rows, |one| one.id.clone(), found);
    for one in &mut rows {
        instrument(one, found);
    }
    rows
}

fn attendance(rows: Vec<Attendance>, found: &mut Vec<ResultsFinding>) -> Vec<Attendance> {
    let key = |row: &Attendance| (row.person, row.session.clone());
    unique("attendance", rows, key, found)
}

fn scores(
    rows: Vec<TestScore>,
    scales: &Scales,
    found: &mut Vec<ResultsFinding>,
) -> Vec<TestScore> {
    let key = |row: &TestScore| {
        let of = (row.batch.clone(), row.instrument.clone());
        (row.person, (of, row.occasion, when(row.occasion, row.date)))
    };
    let mut rows = unique("scores", rows, key, found);
    rows.retain(|row| scales.holds(row.person, &row.instrument, *row.score.reveal(), found));
    rows
}

fn observations(
    rows: Vec<Observation>,
    scales: &Scales,
    found: &mut Vec<ResultsFinding>,
) -> Vec<Observation> {
    let key = |row: &Observation| {
        let of = (row.batch.clone(), row.instrument.clone());
        (
            row.person,
            (of, row.occasion, when(row.occasion, row.date), row.observer),
        )
    };
    let mut rows = unique("observations", rows, key, found);
    rows.retain(|row| scales.holds(row.person, &row.instrument, *row.score.reveal(), found));
    rows
}

fn comparison(
    rows: Vec<ComparisonScore>,
    scales: &Scales,
    found: &mut Vec<ResultsFinding>,
) -> Vec<ComparisonScore> {
    let key = |row: &ComparisonScore| {
        let of = (row.program.clone(), row.instrument.clone());
        (row.person, (of, row.occasion, when(row.occasion, row.date)))
    };
    let mut rows = unique("comparison", rows, key, found);
    rows.retain(|row| scales.holds(row.person, &row.instrument, *row.score.reveal(), found));
    rows
}

/// Follow-ups are told apart by their dates, other occasions happen once.
fn when(occasion: Occasion, date: NaiveDate) -> Option<NaiveDate> {
    (occasion == Occasion::FollowUp).then_some(date)
}

fn series(rows: Vec<ServiceSeries>, found: &mut Vec<ResultsFinding>) -> Vec<ServiceSeries> {
    let key = |one: &ServiceSeries| (one.unit.clone(), one.indicator.clone());
    let mut rows = unique("series", rows, key, found);
    for one in &mut rows {
        points(one, found);
    }
    rows
}

/// Each key once, ordered by key.
pub(super) fn unique<K: Ord + Clone + Named, T: PartialEq>(
    list: &str,
    rows: Vec<T>,
    key: impl Fn(&T) -> K,
    found: &mut Vec<ResultsFinding>,
) -> Vec<T> {
    let rows = distinct(rows, key);
    let list = || list.to_owned();
    found.extend(rows.repeated.iter().map(|key| ResultsFinding::RowRepeated {
        list: list(),
        of: key.name(),
    }));
    found.extend(
        rows.conflicting
            .iter()
            .map(|key| ResultsFinding::RowConflict {
                list: list(),
                of: key.name(),
            }),
    );
    rows.kept.into_values().collect()
}

/// The id under which a finding names a row.
pub(super) trait Named {
    fn name(&self) -> String;
}

impl Named for InstrumentId {
    fn name(&self) -> String {
        self.to_string()
    }
}

impl Named for ProgramId {
    fn name(&self) -> String {
        self.to_string()
    }
}

impl<A: ToString, B> Named for (A, B) {
    fn name(&self) -> String {
        self.0.to_string()
    }
}

/// The scale of each instrument that the document declares.
struct Scales(BTreeMap<InstrumentId, Scale>);

impl Scales {
    fn holds(
        &self,
        person: PersonId,
        instrument: &InstrumentId,
        score: f64,
        found: &mut Vec<ResultsFinding>,
    ) -> bool {
        let instrument_id = instrument.clone();
        let finding = match self.0.get(instrument) {
            Some(scale) if scale.contains(score) => return true,
            Some(_) => ResultsFinding::ScoreOffScale {
                person,
                instrument: instrument_id,
                given: Sensitive::personal(score.to_string()),
            },
            None => ResultsFinding::InstrumentUnknown {
                person,
                instrument: instrument_id,
            },
        };
        found.push(finding);
        false
    }
}

fn instrument(instrument: &mut Instrument, found: &mut Vec<ResultsFinding>) {
    let scale = instrument.scale;
    let mastery = instrument
        .mastery
        .take_if(|score| !scale.contains(*score))
        .map(|given| ("mastery", given));
    let reliability = instrument
        .reliability
        .take_if(|share| !(0.0..=1.0).contains(share))
        .map(|given| ("reliability", given));
    let unsound = mastery.into_iter().chain(reliability);
    found.extend(
        unsound.map(|(field, given)| ResultsFinding::InstrumentUnsound {
            instrument: instrument.id.clone(),
            field: Cow::Borrowed(field),
            given: Sensitive::open(given.to_string()),
        }),
    );
}

fn points(series: &mut ServiceSeries, found: &mut Vec<ResultsFinding>) {
    let (unit, indicator) = (series.unit.clone(), series.indicator.clone());
    series.points.retain(|point| {
        let finite = point.value.is_finite();
        if !finite {
            found.push(ResultsFinding::FigureNotFinite {
                unit: unit.clone(),
                indicator: indicator.clone(),
                from: point.period.first(),
                given: Sensitive::open(point.value.to_string()),
            });
        }
        finite
    });
    series.points.sort_by_key(|point| point.period);
    let overlap = |pair: &[ServicePoint]| match pair {
        [first, second] => first.period.overlaps(second.period),
        _ => false,
    };
    if series.points.windows(2).any(overlap) {
        found.push(ResultsFinding::PointsOverlap { unit, indicator });
    }
}
