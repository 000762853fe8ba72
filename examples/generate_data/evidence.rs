//! Evidence of 2025 in the shapes of the systems that hold it.

use std::collections::BTreeMap;

use bangkom::domain::evidence::{Aspect, EvidenceRecord, SourceKind, Subject};
use bangkom::domain::id::{PersonId, SourceId};
use bangkom::domain::results::ServiceSeries;
use bangkom_testkit::City;

use crate::dirt::{befalls, comma};
use crate::sheet::{day, table};

/// Every file of evidence.
pub(crate) fn files(city: &City) -> Vec<(&'static str, String)> {
    let sheets = Sheets::new(city);
    vec![
        ("skp.csv", sheets.appraisals()),
        ("penilaian_360.csv", sheets.ratings()),
        ("uji_kompetensi.csv", sheets.assessments()),
        ("penyebab.csv", sheets.causes()),
        ("skm_2025.csv", survey(city)),
        ("lapor_2025.csv", complaints(city)),
    ]
}

/// The numbers of everybody and the kinds of every source.
struct Sheets<'a> {
    city: &'a City,
    numbers: BTreeMap<PersonId, &'a str>,
    kinds: BTreeMap<&'a SourceId, SourceKind>,
}

impl<'a> Sheets<'a> {
    fn new(city: &'a City) -> Self {
        let employees = city.roster.employees.iter();
        let numbers = employees
            .filter_map(|employee| Some((employee.id, employee.number.as_ref()?.reveal())))
            .collect();
        let sources = city.evidence.sources.iter();
        Self {
            city,
            numbers,
            kinds: sources.map(|source| (&source.id, source.kind)).collect(),
        }
    }

    /// Records of one kind about persons with a known number.
    fn of(&self, kind: SourceKind) -> impl Iterator<Item = (&'a str, &'a EvidenceRecord)> + '_ {
        self.city.evidence.records.iter().filter_map(move |record| {
            let Subject::Person(person) = record.subject else {
                return None;
            };
            let number = *self.numbers.get(&person)?;
            (self.kinds.get(&record.source) == Some(&kind)).then_some((number, record))
        })
    }

    /// Ratings of result and behaviour, spelt as the service spells them.
    fn appraisals(&self) -> String {
        let mut words: BTreeMap<&str, [&str; 2]> = BTreeMap::new();
        for (number, record) in self.of(SourceKind::Appraisal) {
            let column = usize::from(record.aspect == Aspect::Behaviour);
            words.entry(number).or_insert(["", ""])[column] = match *record.value.reveal() {
                value if value >= 5.0 => "DIATAS ESPEKTASI",
                value if value >= 3.0 => "SESUAI ESPEKTASI",
                _ => "DIBAWAH ESPEKTASI",
            };
        }
        let rows = words
            .into_iter()
            .enumerate()
            .map(|(row, (number, [result, behaviour]))| {
                // Somebody from another city slipped in, and some ratings were never given.
                let number = if befalls(row, 500, 77) {
                    "197001011995031999"
                } else {
                    number
                };
                let behaviour = if befalls(row, 350, 19) { "" } else { behaviour };
                ["2025", number, result, behaviour]
                    .map(str::to_owned)
                    .to_vec()
            });
        table(
            ',',
            &["tahun", "nipBaru", "hasilKinerja", "PerilakuKerja"],
            rows,
        )
    }

    /// Ratings by superiors, peers, subordinates and oneself, and what observers saw.
    fn ratings(&self) -> String {
        const RELATIONS: [(SourceKind, &str); 5] = [
            (SourceKind::Superior, "Atasan"),
            (SourceKind::Peer, "Rekan Kerja"),
            (SourceKind::Subordinate, "Bawahan"),
            (SourceKind::SelfRating, "Diri Sendiri"),
            (SourceKind::Observation, "Observasi"),
        ];
        let rows = RELATIONS.into_iter().flat_map(|(kind, word)| {
            self.of(kind)
                .map(move |(number, record)| rating(number, word, record))
        });
        let rows = rows.enumerate().map(|(row, mut cells)| {
            if befalls(row, 4_000, 1_234) {
                "7".clone_into(&mut cells[4]);
            }
            cells
        });
        let header = [
            "nip_dinilai",
            "penilai",
            "hubungan",
            "kode_kompetensi",
            "nilai",
            "tanggal",
        ];
        table(';', &header, rows)
    }

    /// Competency tests, 0 to 100.
    fn assessments(&self) -> String {
        let rows = self.of(SourceKind::Assessment).map(|(number, record)| {
            vec![
                number.to_owned(),
                competency(record),
                comma(*record.value.reveal()),
                day(record.date),
            ]
        });
        table(';', &["nip", "kode_kompetensi", "nilai", "tanggal"], rows)
    }

    fn causes(&self) -> String {
        let rows = self.city.evidence.causes.iter().map(|mark| {
            let (unit, number) = match &mark.subject {
                Subject::Unit(unit) => (unit.to_string(), String::new()),
                Subject::Person(person) => (
                    String::new(),
                    self.numbers
                        .get(person)
                        .copied()
                        .unwrap_or_default()
                        .to_owned(),
                ),
            };
            vec![
                unit,
                number,
                mark.competency
                    .as_ref()
                    .map(ToString::to_string)
                    .unwrap_or_default(),
                mark.cause.label(bangkom::domain::Language::Id).to_owned(),
                mark.rater
                    .map(|rater| rater.to_string())
                    .unwrap_or_default(),
                day(mark.date),
            ]
        });
        let header = [
            "kode_opd",
            "nip",
            "kode_kompetensi",
            "penyebab",
            "penilai",
            "tanggal",
        ];
        table(',', &header, rows)
    }
}

fn rating(number: &str, relation: &str, record: &EvidenceRecord) -> Vec<String> {
    // An observer without a name of his own is known by the day.
    let rater = record
        .rater
        .map_or_else(|| format!("P-{}", record.date), |rater| rater.to_string());
    vec![
        number.to_owned(),
        rater,
        relation.to_owned(),
        competency(record),
        comma(*record.value.reveal()),
        day(record.date),
    ]
}

fn competency(record: &EvidenceRecord) -> String {
    match &record.aspect {
        Aspect::Competency(competency) => competency.to_string(),
        _ => String::new(),
    }
}

/// One row a respondent; the last two elements in the order of the questionnaire.
pub(crate) fn survey_table(answers: &[bangkom_testkit::SurveyAnswer]) -> String {
    const HEADER: [&str; 12] = [
        "ID Responden",
        "Kode OPD",
        "Tanggal",
        "Persyaratan",
        "Prosedur",
        "Waktu Penyelesaian",
        "Biaya/Tarif",
        "Produk",
        "Kompetensi Pelaksana",
        "Perilaku Pelaksana",
        "Sarana Prasarana",
        "Penanganan Pengaduan",
    ];
    let rows = answers.iter().enumerate().map(|(row, answer)| {
        let mut order = answer.answers;
        order.swap(7, 8);
        let mut cells = vec![
            answer.respondent.to_string(),
            answer.unit.to_string(),
            day(answer.date),
        ];
        cells.extend(
            order
                .iter()
                .map(|value| value.map(|value| value.to_string()).unwrap_or_default()),
        );
        if befalls(row, 600, 123) {
            "5".clone_into(&mut cells[4]);
        }
        cells
    });
    format!("\u{feff}{}", table(';', &HEADER, rows))
}

fn survey(city: &City) -> String {
    survey_table(&city.surveys)
}

/// One row a report; some come twice, some are no complaints.
pub(crate) fn complaint_table(complaints: &[bangkom_testkit::Complaint]) -> String {
    let header = [
        "Tracking ID",
        "Tanggal",
        "Instansi Terlapor",
        "Klasifikasi",
        "Kategori",
        "Status",
        "Isi Laporan",
    ];
    let rows = complaints.iter().enumerate().flat_map(|(row, complaint)| {
        let kind = if befalls(row, 40, 7) {
            "Permintaan Informasi"
        } else {
            "Pengaduan"
        };
        let status = if complaint.settled {
            "Selesai"
        } else {
            "Proses"
        };
        let cells = vec![
            complaint.ticket.clone(),
            day(complaint.date),
            complaint.unit.to_string(),
            kind.to_owned(),
            complaint.category.to_owned(),
            status.to_owned(),
            "Mohon ditindaklanjuti, terima kasih".to_owned(),
        ];
        let copies = if befalls(row, 150, 3) { 2 } else { 1 };
        std::iter::repeat_n(cells, copies)
    });
    table(',', &header, rows)
}

fn complaints(city: &City) -> String {
    complaint_table(&city.complaints)
}

/// One row a stretch of time; a week without figures is written as words.
pub(crate) fn series_table(
    series: &[&ServiceSeries],
    from: &str,
    value: &str,
    count: &str,
) -> String {
    let rows = series.iter().flat_map(|series| {
        series.points.iter().enumerate().map(|(index, point)| {
            let figure = if befalls(index, 52, 51) && from.starts_with("Minggu") {
                "libur".to_owned()
            } else {
                comma(point.value)
            };
            vec![
                series.unit.to_string(),
                day(point.period.first()),
                figure,
                point
                    .count
                    .map(|count| count.to_string())
                    .unwrap_or_default(),
            ]
        })
    });
    table(';', &["Kode OPD", from, value, count], rows)
}
