//! Every table in the shape of a real export.

use std::collections::BTreeMap;

use bangkom_domain::calendar::Period;
use bangkom_domain::evidence::{Aspect, Direction, SourceKind, Subject, SurveyElement};
use bangkom_domain::id::{SourceId, UnitId};
use bangkom_domain::people::{EmploymentKind, Sex};
use bangkom_domain::results::Occasion;
use bangkom_tabular::series::{SeriesKind, Step};
use bangkom_tabular::{
    ReadOptions, appraisal, attendance, causes, complaints, observations, personnel, ratings,
    scores, series, survey,
};
use chrono::NaiveDate;

use crate::known::{NUMBER, PERSONNEL, directory, namespace, people, person};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn options() -> ReadOptions {
    ReadOptions::default()
}

#[test]
fn personnel_records_become_employees() {
    let reading =
        personnel::read(PERSONNEL.as_bytes(), &directory(), namespace(), &options()).unwrap();
    let first = &reading.value[0];
    assert_eq!(first.id, person(NUMBER));
    assert_eq!(first.kind, EmploymentKind::Pns);
    assert_eq!(
        first.sex.as_ref().map(|sex| *sex.reveal()),
        Some(Sex::Female)
    );
    assert_eq!(first.unit.as_str(), "DPMPTSP");
    assert_eq!(first.position.as_str(), "PELAKSANA/LOKET");
    assert_eq!(reading.value[1].kind, EmploymentKind::Pppk);
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
}

#[test]
fn appraisals_give_result_and_behaviour() {
    let file = "nipBaru,tahun,hasilKinerja,PerilakuKerja,namaPenilai\n\
                199001012015032001,2025,DIATAS ESPEKTASI,Sesuai Ekspektasi,X\n";
    let source = SourceId::new("skp").unwrap();
    let reading = appraisal::read(file.as_bytes(), &source, &people(), &options());
    let reading = reading.unwrap();
    let values: Vec<f64> = reading
        .value
        .iter()
        .map(|record| *record.value.reveal())
        .collect();
    assert_eq!(values, [3.0, 2.0]);
    assert_eq!(reading.value[0].aspect, Aspect::Performance);
    assert_eq!(reading.value[0].date, day(2025, 12, 31));
    assert_eq!(
        reading.findings.len(),
        1,
        "the column of the appraiser is not read"
    );
}

#[test]
fn survey_elements_are_found_by_name_in_any_order() {
    let file = "id responden|kode opd|tanggal|Sarana dan Prasarana|Penanganan Pengaduan|persyaratan|\
                prosedur|waktu pelayanan|biaya|produk|kompetensi petugas|perilaku petugas\n\
                r1|DPMPTSP|03-02-2026|4|1|3|3|2||3|3|5\n";
    let source = SourceId::new("skm").unwrap();
    let reading = survey::read(file.as_bytes(), &source, &people(), &options()).unwrap();
    let by_element: BTreeMap<_, _> = reading
        .value
        .iter()
        .map(|record| (record.aspect.clone(), *record.value.reveal()))
        .collect();
    assert_eq!(
        by_element.len(),
        7,
        "one answer is empty, one is off the scale"
    );
    assert_eq!(
        by_element[&Aspect::SurveyElement(SurveyElement::Facilities)],
        4.0
    );
    assert_eq!(
        by_element[&Aspect::SurveyElement(SurveyElement::ComplaintHandling)],
        1.0
    );
    assert_eq!(
        reading.findings.as_slice()[0].to_string(),
        "column perilaku_pelaksana: \"5\" is not on its scale"
    );
}

#[test]
fn complaints_become_rates_by_the_cases_served() {
    let file = "Tracking ID,Tanggal,Instansi Terlapor,Klasifikasi,Kategori,Isi Laporan\n\
                7,05-01-2026,DPMPTSP,Pengaduan,Pelayanan Lambat,\"Budi, 08123\"\n\
                7,05-01-2026,DPMPTSP,Pengaduan,Pelayanan Lambat,\"Budi, 08123\"\n\
                8,06-01-2026,DPMPTSP,Aspirasi,Taman,\n";
    let reading = complaints::read(file.as_bytes(), &options()).unwrap();
    assert_eq!((reading.rows, reading.kept, reading.value.len()), (3, 3, 1));
    let kind = SeriesKind::new(
        "response_time",
        "days",
        Direction::LowerIsBetter,
        Step::Week,
    )
    .unwrap();
    let weekly = "opd,minggu mulai,nilai,jumlah permohonan\nDPMPTSP,05-01-2026,12,50\n";
    let served = series::read(weekly.as_bytes(), &kind, &options())
        .unwrap()
        .value;
    let january = Period::new(day(2026, 1, 1), day(2026, 1, 31)).unwrap();
    let source = SourceId::new("lapor").unwrap();
    let evidence = complaints::evidence(&reading.value, &served, january, &source, &people());
    assert_eq!(evidence.len(), 1);
    assert_eq!(*evidence[0].value.reveal(), 2.0);
    assert_eq!(evidence[0].exposure, Some(50.0));
    assert_eq!(
        evidence[0].aspect,
        Aspect::Complaint("pelayanan lambat".to_owned())
    );
}

#[test]
fn ratings_name_their_source_by_the_relation() {
    let file = "nip_dinilai,penilai,hubungan,kode_kompetensi,nilai,tanggal\n\
                199001012015032001,199002022023211002,Atasan,MAN.5,\"3,5\",10-02-2026\n\
                199001012015032001,R-7,Rekan Kerja,MAN.5,2,10-02-2026\n";
    let superior = SourceId::new("360/atasan").unwrap();
    let peer = SourceId::new("360/rekan").unwrap();
    let sources = BTreeMap::from([
        (SourceKind::Superior, superior.clone()),
        (SourceKind::Peer, peer),
    ]);
    let people = people();
    let reading = ratings::read(file.as_bytes(), &sources, &people, &options()).unwrap();
    assert_eq!(reading.value[0].source, superior);
    assert_eq!(*reading.value[0].value.reveal(), 3.5);
    assert_eq!(reading.value[0].subject, Subject::Person(person(NUMBER)));
    assert_eq!(
        reading.value[0].rater,
        Some(people.rater_of(person("199002022023211002")))
    );
    assert_ne!(reading.value[0].rater, reading.value[1].rater);
}

#[test]
fn causes_are_about_a_person_or_a_unit() {
    let file = "opd,nip,penyebab,tanggal\nDPMPTSP,,Beban Kerja,01-02-2026\n\
                ,199001012015032001,pengetahuan,01-02-2026\n";
    let reading = causes::read(file.as_bytes(), &people(), &options()).unwrap();
    assert_eq!(
        reading.value[0].subject,
        Subject::Unit(UnitId::new("DPMPTSP").unwrap())
    );
    assert_eq!(reading.value[1].subject, Subject::Person(person(NUMBER)));
}

#[test]
fn results_are_read_with_their_occasion() {
    let people = people();
    let file = "angkatan,nip,instrumen,waktu,nilai,tanggal\n\
                PP/b01,199001012015032001,PP.T,Pre-Test,55,01-04-2026\n\
                PP/b01,199001012015032001,PP.T,post,,03-04-2026\n";
    let reading = scores::read(file.as_bytes(), &people, &options()).unwrap();
    assert_eq!(
        (reading.kept, reading.value.len()),
        (2, 1),
        "a test not taken is no zero"
    );
    assert_eq!(reading.value[0].occasion, Occasion::Before);
    let file = "angkatan,nip,pengamat,instrumen,waktu,nilai,tanggal\n\
                PP/b01,199001012015032001,R-1,PP.O,3 bulan,4,01-07-2026\n";
    let reading = observations::read(file.as_bytes(), &people, &options()).unwrap();
    assert_eq!(reading.value[0].occasion, Occasion::FollowUp);
    let file = "sesi,nip,hadir\nPP/b01/s1,199001012015032001,Izin\n";
    let reading = attendance::read(file.as_bytes(), &people, &options()).unwrap();
    assert!(!reading.value[0].present.reveal());
}

#[test]
fn the_order_of_rows_and_columns_does_not_matter() {
    let kind = SeriesKind::new("trust", "percent", Direction::HigherIsBetter, Step::Month).unwrap();
    let one = "opd,bulan,indeks\nA,01-01-2026,60\nA,01-02-2026,62\nB,01-01-2026,50\n";
    let other = "Indeks;OPD;Bulan\n50;B;2026-01-01\n62;A;1/2/2026\n60;A;1/1/2026\n";
    let read = |file: &str| {
        series::read(file.as_bytes(), &kind, &options())
            .unwrap()
            .value
    };
    assert_eq!(read(one), read(other));
    assert_eq!(read(one)[0].points[1].period.last(), day(2026, 2, 28));
}
