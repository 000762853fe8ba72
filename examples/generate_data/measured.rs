//! The files of results beyond scores: items, answers, comparison, design, cases, counts, benefits.

use bangkom::domain::Language;
use bangkom::domain::id::PersonId;
use bangkom::domain::results::{Results, StudyDesign};
use bangkom_testkit::City;

use crate::dirt::{befalls, comma};
use crate::people::Numbers;
use crate::results::occasion;
use crate::sheet::{day, table};

/// Every such file.
pub(crate) fn files(city: &City, results: &Results) -> Vec<(&'static str, String)> {
    let numbers = Numbers::new(city);
    vec![
        ("butir.csv", items(results)),
        ("jawaban.csv", answers(results, &numbers)),
        ("pembanding.csv", comparison(results, &numbers)),
        ("desain.csv", designs(&results.designs)),
        ("kasus.csv", cases(results)),
        ("pengaduan_mingguan.csv", counts(results)),
        ("manfaat.csv", benefits(results)),
    ]
}

fn text<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn items(results: &Results) -> String {
    let header = [
        "kode_instrumen",
        "nomor",
        "kode_butir",
        "terendah",
        "tertinggi",
        "kunci",
        "hanya_waktu",
        "hambatan",
    ];
    let rows = results.items.iter().flat_map(|of| {
        of.items.iter().zip(1..).map(|(item, number)| {
            let asked = item.asked.map(|at| at.label(Language::Id));
            let barrier = item.barrier.map(|barrier| barrier.label(Language::Id));
            vec![
                of.instrument.to_string(),
                number.to_string(),
                item.code.clone(),
                comma(item.low),
                comma(item.high),
                text(item.key),
                text(asked),
                text(barrier),
            ]
        })
    });
    table(';', &header, rows)
}

fn answers(results: &Results, numbers: &Numbers<'_>) -> String {
    let header = [
        "kode_angkatan",
        "nip",
        "kode_instrumen",
        "waktu",
        "kode_butir",
        "jawaban",
        "tanggal",
    ];
    let mut rows = Vec::new();
    for given in &results.answers {
        let of = results
            .items
            .iter()
            .find(|of| of.instrument == given.instrument);
        let items = of.map_or(&[][..], |of| &of.items);
        for (item, answer) in items.iter().zip(given.answers.reveal()) {
            if item.is_asked(given.occasion) {
                let mut shown = text(*answer);
                if befalls(rows.len(), 3_000, 1_500) {
                    "A".clone_into(&mut shown);
                }
                rows.push(vec![
                    given.batch.to_string(),
                    numbers.of(given.person),
                    given.instrument.to_string(),
                    occasion(given.occasion),
                    item.code.clone(),
                    shown,
                    day(given.date),
                ]);
            }
        }
    }
    table(';', &header, rows)
}

fn comparison(results: &Results, numbers: &Numbers<'_>) -> String {
    let header = [
        "kode_program",
        "nip",
        "kode_instrumen",
        "waktu",
        "nilai",
        "tanggal",
    ];
    let number = |person: PersonId| numbers.of(person);
    let rows = results.comparison.iter().map(|score| {
        vec![
            score.program.to_string(),
            number(score.person),
            score.instrument.to_string(),
            occasion(score.occasion),
            comma(*score.score.reveal()),
            day(score.date),
        ]
    });
    table(';', &header, rows)
}

fn designs(designs: &[StudyDesign]) -> String {
    let header = [
        "kode_program",
        "cara_memilih",
        "pembanding",
        "bentuk_tes",
        "penyelenggara",
        "kode_angkatan",
    ];
    let rows = designs.iter().flat_map(|design| {
        let program = design.program.to_string();
        let whole = vec![
            program.clone(),
            text(design.selection.map(|it| it.label(Language::Id))),
            text(design.assignment.map(|it| it.label(Language::Id))),
            text(design.forms.map(|it| it.label(Language::Id))),
            text(design.provider.clone()),
            String::new(),
        ];
        let batches = design.batch_providers.iter().map(move |one| {
            let mut row = vec![String::new(); 6];
            row[0].clone_from(&program);
            row[4].clone_from(&one.provider);
            row[5] = one.batch.to_string();
            row
        });
        std::iter::once(whole).chain(batches)
    });
    table(';', &header, rows)
}

fn cases(results: &Results) -> String {
    let header = ["nomor_kasus", "kode_opd", "layanan", "masuk", "selesai"];
    let rows = results.cases.iter().flat_map(|log| {
        log.cases.iter().zip(1..).map(|(case, number)| {
            vec![
                format!("{number:04}"),
                log.unit.to_string(),
                log.service.to_string(),
                day(case.opened),
                case.closed.map(day).unwrap_or_default(),
            ]
        })
    });
    table(';', &header, rows)
}

fn counts(results: &Results) -> String {
    let header = [
        "kode_opd",
        "minggu mulai",
        "jumlah pengaduan",
        "jumlah dilayani",
    ];
    let rows = results.counts.iter().flat_map(|series| {
        series.points.iter().map(|point| {
            vec![
                series.unit.to_string(),
                day(point.period.first()),
                point.events.to_string(),
                point.exposure.map(comma).unwrap_or_default(),
            ]
        })
    });
    table(';', &header, rows)
}

fn benefits(results: &Results) -> String {
    let header = [
        "kode_program",
        "manfaat",
        "bagian_program",
        "keyakinan",
        "tahun_1",
        "tahun_2",
    ];
    let rows = results.benefits.iter().map(|benefit| {
        let mut row = vec![
            benefit.program.to_string(),
            benefit.what.clone(),
            comma(benefit.attribution),
            comma(benefit.confidence),
        ];
        row.extend(benefit.by_year.iter().map(|year| year.amount().to_string()));
        row
    });
    table(';', &header, rows)
}
