//! Results of 2026: the plan that the library proposed, decided, and what came of it.

use std::path::Path;

use bangkom::domain::json;
use bangkom::domain::plan::{Plan, Publication};
use bangkom::domain::preset::Standing;
use bangkom::domain::progress::Silent;
use bangkom::domain::results::{Occasion, Results, ServiceSeries};
use bangkom_examples::model_case::{Failure, Year, read_input};
use bangkom_testkit::{City, SurveyAnswer, simulate_results};
use chrono::{Datelike, Months};

use crate::dirt::{befalls, comma};
use crate::evidence::{series_table, survey_table};
use crate::measured;
use crate::people::Numbers;
use crate::sheet::{day, table};

/// The weekly response times of 2025, needed as the exposure of complaints.
pub(crate) fn service_before(city: &City) -> (&'static str, String) {
    let series = of(&city.series, "RESPONSE-DAYS", 2025);
    ("waktu_layanan_2025.csv", weekly(&series))
}

/// The decided plan, the files of its results, from the files that are already there.
pub(crate) fn files(city: &City, folder: &Path) -> Result<Vec<(&'static str, String)>, Failure> {
    let plan = decided_plan(folder)?;
    let numbers = Numbers::new(city);
    let results = simulate_results(city, &in_city(&plan, &numbers));
    let instruments = Results {
        instruments: results.instruments.clone(),
        ..Results::default()
    };
    let trust: Vec<ServiceSeries> = of(&results.series, "TRUST-INDEX", 0);
    let after = of(&results.series, "RESPONSE-DAYS", 2026);
    let mut files = vec![
        ("rencana_ditetapkan.json", json::write(&plan)?),
        ("instrumen.json", json::write(&instruments)?),
        ("kehadiran.csv", attendance(&results, &numbers)),
        ("nilai_tes.csv", scores(&results, &numbers)),
        ("observasi.csv", observations(&results, &numbers)),
        ("waktu_layanan_2026.csv", weekly(&after)),
        ("kepercayaan.csv", quarterly(&trust)),
        ("skm_2026.csv", survey_table(&answers_after(city, &results))),
    ];
    files.extend(measured::files(city, &results));
    Ok(files)
}

/// What the library proposes for these files, decided as it stands.
fn decided_plan(folder: &Path) -> Result<Plan, Failure> {
    let input = read_input(folder)?;
    let year = Year::propose(&input, &mut Silent)?;
    let mut plan = year.solution.into_plan();
    plan.provenance.standing = Standing::Decided;
    for batch in &mut plan.batches {
        batch.publication = Publication::Published;
    }
    Ok(plan)
}

/// The same plan with the ids that the generator gave its people.
fn in_city(plan: &Plan, numbers: &Numbers<'_>) -> Plan {
    let people = numbers.by_file_id();
    let mut plan = plan.clone();
    for seat in plan.batches.iter_mut().flat_map(|batch| &mut batch.seats) {
        seat.person = people.get(&seat.person).copied().unwrap_or(seat.person);
    }
    plan
}

/// The series of an indicator; the points of one year, or all for year 0.
fn of(series: &[ServiceSeries], indicator: &str, year: i32) -> Vec<ServiceSeries> {
    let chosen = series
        .iter()
        .filter(|series| series.indicator.as_str() == indicator);
    chosen
        .cloned()
        .map(|mut series| {
            series
                .points
                .retain(|point| year == 0 || point.period.last().year() == year);
            series
        })
        .collect()
}

fn weekly(series: &[ServiceSeries]) -> String {
    let series: Vec<_> = series.iter().collect();
    series_table(
        &series,
        "Minggu Mulai",
        "Rata-rata Hari",
        "Jumlah Permohonan",
    )
}

fn quarterly(series: &[ServiceSeries]) -> String {
    let series: Vec<_> = series.iter().collect();
    series_table(&series, "Triwulan", "Indeks", "Jumlah Responden")
}

fn attendance(results: &Results, numbers: &Numbers<'_>) -> String {
    let rows = results.attendance.iter().map(|mark| {
        let present = if *mark.present.reveal() {
            "Hadir"
        } else {
            "Izin"
        };
        vec![
            mark.session.to_string(),
            numbers.of(mark.person),
            present.to_owned(),
        ]
    });
    table(',', &["kode_sesi", "nip", "hadir"], rows)
}

pub(crate) fn occasion(occasion: Occasion) -> String {
    match occasion {
        Occasion::Before => "Pre-Test",
        Occasion::After => "Post-Test",
        _ => "3 bulan",
    }
    .to_owned()
}

fn scores(results: &Results, numbers: &Numbers<'_>) -> String {
    let rows = results.scores.iter().enumerate().map(|(row, score)| {
        let shown = if befalls(row, 700, 350) {
            String::new()
        } else {
            comma(*score.score.reveal())
        };
        vec![
            score.batch.to_string(),
            numbers.of(score.person),
            score.instrument.to_string(),
            occasion(score.occasion),
            shown,
            day(score.date),
        ]
    });
    table(
        ';',
        &[
            "kode_angkatan",
            "nip",
            "kode_instrumen",
            "waktu",
            "nilai",
            "tanggal",
        ],
        rows,
    )
}

fn observations(results: &Results, numbers: &Numbers<'_>) -> String {
    let rows = results.observations.iter().map(|seen| {
        vec![
            seen.batch.to_string(),
            numbers.of(seen.person),
            seen.observer.to_string(),
            seen.instrument.to_string(),
            occasion(seen.occasion),
            comma(*seen.score.reveal()),
            day(seen.date),
        ]
    });
    let header = [
        "kode_angkatan",
        "nip",
        "pengamat",
        "kode_instrumen",
        "waktu",
        "nilai",
        "tanggal",
    ];
    table(';', &header, rows)
}

/// The survey of a year later: as many better answers as the service got faster.
fn answers_after(city: &City, results: &Results) -> Vec<SurveyAnswer> {
    /// Completion time, competence and behaviour of staff, handling of complaints.
    const FELT: [usize; 4] = [2, 5, 6, 7];
    let faster = |answer: &SurveyAnswer| {
        let mean = |year| {
            let series = of(&results.series, "RESPONSE-DAYS", year);
            let own = series
                .into_iter()
                .find(|series| series.unit == answer.unit)?;
            let sum: f64 = own
                .points
                .iter()
                .rev()
                .take(12)
                .map(|point| point.value)
                .sum();
            Some(sum / 12.0)
        };
        Some(1.0 - mean(2026)? / mean(2025)?)
    };
    let better = |row: usize, share: f64| (row % 100) as f64 / 100.0 < 2.0 * share;
    let mut answers = city.surveys.clone();
    for (row, answer) in answers.iter_mut().enumerate() {
        let share = faster(answer).unwrap_or_default();
        answer.date = answer
            .date
            .checked_add_months(Months::new(12))
            .unwrap_or(answer.date);
        for element in FELT {
            if let Some(value) = answer.answers[element]
                .as_mut()
                .filter(|_| better(row, share))
            {
                *value = (*value + 1).min(4);
            }
        }
    }
    answers
}
