//! How far gaps were closed, and what is still to be measured.

use bangkom::evaluation::{Evaluation, MeasurementState};
use bangkom_examples::table;

use crate::words::Words;

/// The closure of gaps in the city, and the measurements at work by their state.
pub(crate) fn show(words: Words, evaluation: &Evaluation) {
    words.section("Kesenjangan yang tertutup", "Gaps closed");
    let header = words.of(
        [
            "kompetensi",
            "diukur",
            "level kurang sebelum",
            "sesudah",
            "tertutup",
        ],
        [
            "competency",
            "measured",
            "levels lacking before",
            "after",
            "closed",
        ],
    );
    let city = evaluation.closures.iter().filter(|one| one.unit.is_none());
    let rows = city.map(|one| {
        let number = |value: Option<f64>| value.map_or("–".to_owned(), |it| words.number(it));
        let share = one.closed.map(|closed| format!("{:.0} %", closed * 100.0));
        [
            one.competency.to_string(),
            one.people.to_string(),
            number(one.gap_before),
            number(one.gap_after),
            share.unwrap_or_else(|| "–".to_owned()),
        ]
    });
    println!("{}", table(&header, rows));
    let states = [
        MeasurementState::Done,
        MeasurementState::Overdue,
        MeasurementState::Ahead,
    ];
    let counts = states.map(|state| {
        let of_state = evaluation.schedule.iter().filter(|one| one.state == state);
        format!("{} {}", of_state.count(), state.label(words.0))
    });
    let measured = words.of("Pengukuran di tempat kerja", "Measurements at work");
    println!("{measured}: {}", counts.join(", "));
    let entered = words.of(
        "Sertifikat untuk buku JP",
        "Certificates for the ledger of hours",
    );
    println!("{entered}: {}", evaluation.certificates.entries.len());
}
