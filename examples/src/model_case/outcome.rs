use std::collections::BTreeMap;
use std::path::Path;

use bangkom::domain::calendar::Period;
use bangkom::domain::evidence::{
    Aspect, Direction, ElementWeight, EvidenceRecord, SatisfactionError, SatisfactionIndex,
    Subject, SurveyElement,
};
use bangkom::domain::id::{IndicatorId, SourceId, UnitId};
use bangkom::domain::plan::Plan;
use bangkom::domain::results::{Results, ServicePoint, ServiceSeries};
use bangkom::tabular::series::{SeriesKind, Step};
use bangkom::tabular::{People, ReadOptions, attendance, observations, scores, series, survey};
use chrono::{Datelike, Months, NaiveDate};

use super::input::{document, open, response_times};
use super::waves::waves;
use super::{Failure, FileReport, measured};

/// The plan that was decided, and what came of it.
#[derive(Debug)]
pub struct Outcome {
    /// The plan that was carried out.
    pub plan: Plan,
    /// What happened.
    pub results: Results,
    /// What was found in each file.
    pub reports: Vec<FileReport>,
}

/// Reads the decided plan and the files of its results.
///
/// # Errors
/// When a file is missing or a document is not of its schema.
pub fn read_outcome(folder: &Path, people: &People) -> Result<Outcome, Failure> {
    let options = ReadOptions::default();
    let mut reports = Vec::new();
    let mut results: Results = document(folder, "instrumen.json")?;
    let present = attendance::read(open(folder, "kehadiran.csv")?, people, &options)?;
    reports.push(FileReport::of_table("kehadiran.csv", &present));
    results.attendance = present.value;
    let tests = scores::read(open(folder, "nilai_tes.csv")?, people, &options)?;
    reports.push(FileReport::of_table("nilai_tes.csv", &tests));
    results.scores = tests.value;
    let seen = observations::read(open(folder, "observasi.csv")?, people, &options)?;
    reports.push(FileReport::of_table("observasi.csv", &seen));
    results.observations = seen.value;
    let weeks = |name, reports: &mut _| response_times(folder, name, reports);
    let before = weeks("waktu_layanan_2025.csv", &mut Vec::new())?;
    let after = weeks("waktu_layanan_2026.csv", &mut reports)?;
    results.series = joined(before, after);
    let answers = survey_answers(folder, people, &mut reports)?;
    results.series.extend(index_by_month(&answers)?);
    results.satisfaction = waves(&answers)?;
    let kind = SeriesKind::new(
        "TRUST-INDEX",
        "indeks 0-100",
        Direction::HigherIsBetter,
        Step::Quarter,
    )?;
    let trust = series::read(open(folder, "kepercayaan.csv")?, &kind, &options)?;
    reports.push(FileReport::of_table("kepercayaan.csv", &trust));
    results.series.extend(trust.value);
    measured::read(folder, people, &mut results, &mut reports)?;
    Ok(Outcome {
        plan: document(folder, "rencana_ditetapkan.json")?,
        results,
        reports,
    })
}

/// Series of the same unit in one.
fn joined(before: Vec<ServiceSeries>, after: Vec<ServiceSeries>) -> Vec<ServiceSeries> {
    let mut units: BTreeMap<UnitId, ServiceSeries> = BTreeMap::new();
    for series in before.into_iter().chain(after) {
        match units.get_mut(&series.unit) {
            Some(known) => known.points.extend(series.points),
            None => {
                units.insert(series.unit.clone(), series);
            }
        }
    }
    units.into_values().collect()
}

/// What citizens answered in two years.
fn survey_answers(
    folder: &Path,
    people: &People,
    reports: &mut Vec<FileReport>,
) -> Result<Vec<EvidenceRecord>, Failure> {
    let source = SourceId::new("SKM")?;
    let options = ReadOptions::default();
    let mut answers = survey::read(open(folder, "skm_2025.csv")?, &source, people, &options)?.value;
    let after = survey::read(open(folder, "skm_2026.csv")?, &source, people, &options)?;
    reports.push(FileReport::of_table("skm_2026.csv", &after));
    answers.extend(after.value);
    Ok(answers)
}

/// Sum and number of the answers to one element.
type Sums = BTreeMap<SurveyElement, (f64, u32)>;

/// The index of satisfaction by month.
fn index_by_month(answers: &[EvidenceRecord]) -> Result<Vec<ServiceSeries>, Failure> {
    let mut months: BTreeMap<(&UnitId, NaiveDate), Sums> = BTreeMap::new();
    for answer in answers {
        if let (Subject::Unit(unit), Aspect::SurveyElement(element)) =
            (&answer.subject, &answer.aspect)
        {
            let month = answer.date.with_day(1).ok_or("no such day")?;
            let sums = months
                .entry((unit, month))
                .or_default()
                .entry(*element)
                .or_default();
            *sums = (sums.0 + answer.value.reveal(), sums.1 + 1);
        }
    }
    let mut series: BTreeMap<&UnitId, Vec<ServicePoint>> = BTreeMap::new();
    for ((unit, first), sums) in months {
        let next = first
            .checked_add_months(Months::new(1))
            .ok_or("no such month")?;
        let last = next.pred_opt().ok_or("no such day")?;
        series.entry(unit).or_default().push(ServicePoint {
            period: Period::new(first, last)?,
            value: index(&sums)?,
            count: sums.values().map(|(_, count)| *count).max(),
        });
    }
    let indicator = IndicatorId::new("SKM-INDEX")?;
    Ok(series
        .into_iter()
        .map(|(unit, points)| ServiceSeries {
            unit: unit.clone(),
            indicator: indicator.clone(),
            measured_in: "indeks 25-100".to_owned(),
            direction: Direction::HigherIsBetter,
            points,
        })
        .collect())
}

/// The satisfaction index of these answers, each element of the same weight.
fn index(sums: &Sums) -> Result<f64, SatisfactionError> {
    let mean = |(element, (sum, count)): (&SurveyElement, &(f64, u32))| {
        (*element, sum / f64::from(*count))
    };
    let means = sums.iter().map(mean).collect();
    Ok(SatisfactionIndex::new(means, ElementWeight::Exact)?.index())
}
