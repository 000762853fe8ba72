use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;

use bangkom::Cycle;
use bangkom::domain::calendar::Period;
use bangkom::domain::catalog::{Catalog, CatalogData};
use bangkom::domain::decision::Decisions;
use bangkom::domain::evidence::{Direction, Evidence, SourceKind};
use bangkom::domain::hours::HoursLedger;
use bangkom::domain::id::SourceId;
use bangkom::domain::json::{self, Document};
use bangkom::domain::resources::Resources;
use bangkom::domain::results::ServiceSeries;
use bangkom::domain::roster::{Roster, RosterData};
use bangkom::tabular::personnel::Directory;
use bangkom::tabular::series::{SeriesKind, Step};
use bangkom::tabular::{
    People, ReadOptions, appraisal, assessment, causes, complaints, personnel, ratings, series,
    survey,
};
use chrono::NaiveDate;

use super::{Failure, FileReport, namespace, policy};

/// Everything that the year is planned from, and what was found in the files.
#[derive(Debug)]
pub struct Input {
    /// The loop over units and employees, positions, competencies and programs.
    pub cycle: Cycle,
    /// Calendar, rooms, instructors, money, staffing.
    pub resources: Resources,
    /// Hours and certificates of earlier years.
    pub ledger: HoursLedger,
    /// What officials have decided so far.
    pub decisions: Decisions,
    /// What 2025 showed.
    pub evidence: Evidence,
    /// Who is who, for the files of results.
    pub people: People,
    /// What was found in each file.
    pub reports: Vec<FileReport>,
}

/// Reads a folder of exports and documents.
///
/// # Errors
/// When a file is missing or a document is not of its schema; what is wrong inside a table is
/// in [`Input::reports`].
pub fn read_input(folder: &Path) -> Result<Input, Failure> {
    let mut reports = Vec::new();
    let units: RosterData = document(folder, "unit.json")?;
    let catalog = Catalog::new(document::<CatalogData>(folder, "katalog.json")?);
    reports.push(FileReport::of_findings("katalog.json", &catalog.findings));
    let catalog = catalog.value;
    let directory = Directory::new(&units.units, catalog.positions());
    let options = ReadOptions::default();
    let file = open(folder, "pegawai.csv")?;
    let employees = personnel::read(file, &directory, namespace(), &options)?;
    reports.push(FileReport::of_table("pegawai.csv", &employees));
    let roster = Roster::new(RosterData {
        employees: employees.value,
        ..units
    });
    reports.push(FileReport::of_findings(
        "pegawai.csv + unit.json",
        &roster.findings,
    ));
    let roster = roster.value;
    let people = People::new(&roster, namespace());
    let evidence = evidence(folder, &people, &mut reports)?;
    let cycle = Cycle::new(roster, catalog, policy()?)?;
    reports.push(FileReport::of_findings(
        "katalog.json + pegawai.csv",
        cycle.findings(),
    ));
    Ok(Input {
        cycle,
        resources: document(folder, "sumber_daya.json")?,
        ledger: document(folder, "jam_pelajaran.json")?,
        decisions: document(folder, "keputusan.json")?,
        evidence,
        people,
        reports,
    })
}

/// Reads a document of the folder.
///
/// # Errors
/// When the file is missing or not of its schema.
pub(super) fn document<D: Document>(folder: &Path, name: &str) -> Result<D, Failure> {
    let text = fs::read_to_string(folder.join(name)).map_err(|error| format!("{name}: {error}"))?;
    Ok(json::read(&text).map_err(|error| format!("{name}: {error}"))?)
}

/// Opens a table of the folder.
///
/// # Errors
/// When the file is missing.
pub(super) fn open(folder: &Path, name: &str) -> Result<File, Failure> {
    Ok(File::open(folder.join(name)).map_err(|error| format!("{name}: {error}"))?)
}

/// The weekly response times of a file.
///
/// # Errors
/// When the file is missing.
pub(super) fn response_times(
    folder: &Path,
    name: &str,
    reports: &mut Vec<FileReport>,
) -> Result<Vec<ServiceSeries>, Failure> {
    let kind = SeriesKind::new(
        "RESPONSE-DAYS",
        "hari kerja",
        Direction::LowerIsBetter,
        Step::Week,
    )?;
    let reading = series::read(open(folder, name)?, &kind, &ReadOptions::default())?;
    reports.push(FileReport::of_table(name, &reading));
    Ok(reading.value)
}

fn evidence(
    folder: &Path,
    people: &People,
    reports: &mut Vec<FileReport>,
) -> Result<Evidence, Failure> {
    let options = ReadOptions::default();
    let code = |code: &str| SourceId::new(code);
    let relations = [
        (SourceKind::Superior, code("360/ATASAN")?),
        (SourceKind::Peer, code("360/REKAN")?),
        (SourceKind::Subordinate, code("360/BAWAHAN")?),
        (SourceKind::SelfRating, code("360/DIRI")?),
        (SourceKind::Observation, code("OBSERVASI")?),
    ];
    let (skp, uji, skm, lapor) = (code("SKP")?, code("UJI")?, code("SKM")?, code("LAPOR")?);
    let mut evidence = Evidence {
        sources: vec![
            appraisal::source(skp.clone())?,
            assessment::source(uji.clone())?,
            survey::source(skm.clone())?,
            complaints::source(lapor.clone())?,
        ],
        ..Evidence::default()
    };
    for (kind, id) in &relations {
        evidence.sources.push(ratings::source(id.clone(), *kind)?);
    }
    let mut add = |name: &str, reading: bangkom::tabular::Reading<Vec<_>>| {
        reports.push(FileReport::of_table(name, &reading));
        evidence.records.extend(reading.value);
    };
    add(
        "skp.csv",
        appraisal::read(open(folder, "skp.csv")?, &skp, people, &options)?,
    );
    let sources: BTreeMap<_, _> = relations.into();
    let file = open(folder, "penilaian_360.csv")?;
    add(
        "penilaian_360.csv",
        ratings::read(file, &sources, people, &options)?,
    );
    let file = open(folder, "uji_kompetensi.csv")?;
    add(
        "uji_kompetensi.csv",
        assessment::read(file, &uji, people, &options)?,
    );
    add(
        "skm_2025.csv",
        survey::read(open(folder, "skm_2025.csv")?, &skm, people, &options)?,
    );
    let marks = causes::read(open(folder, "penyebab.csv")?, people, &options)?;
    reports.push(FileReport::of_table("penyebab.csv", &marks));
    evidence.causes = marks.value;
    let served = response_times(folder, "waktu_layanan_2025.csv", reports)?;
    let filed = complaints::read(open(folder, "lapor_2025.csv")?, &options)?;
    reports.push(FileReport::of_table("lapor_2025.csv", &filed));
    let rates = complaints::evidence(&filed.value, &served, year(2025)?, &lapor, people);
    evidence.records.extend(rates);
    Ok(evidence)
}

fn year(year: i32) -> Result<Period, Failure> {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).ok_or("no such day");
    Ok(Period::new(day(1, 1)?, day(12, 31)?)?)
}
