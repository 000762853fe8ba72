//! The plan with its calendar, its distance from the best, and the waiting list.

use std::collections::{BTreeMap, BTreeSet};

use bangkom::domain::catalog::Catalog;
use bangkom::domain::finding::{Explain, Findings};
use bangkom::domain::id::{BatchId, PersonId};
use bangkom::domain::plan::{Batch, Plan};
use bangkom::schedule::{PlanViolation, Solution};
use bangkom_examples::model_case::{FileReport, Year};
use bangkom_examples::table;

use crate::files::show_notes;
use crate::words::Words;

/// How many batches and refusals are shown.
const SHOWN: usize = 15;

/// What was planned, and what was not, and why.
pub(crate) fn show(
    words: Words,
    catalog: &Catalog,
    year: &Year,
    violations: &Findings<PlanViolation>,
) {
    let (solution, asked) = (&year.solution, year.proposal.demand.rows.len());
    words.section("Rencana", "Plan");
    let found = FileReport::of_findings("plan", solution.findings());
    show_notes(words, &found);
    let batches = &solution.plan().batches;
    let seats: usize = batches.iter().map(|batch| batch.seats.len()).sum();
    println!(
        "{}: {} · {}: {seats} / {asked} · {}: {}",
        words.of("angkatan", "batches"),
        batches.len(),
        words.of("tempat terisi / diusulkan", "seats given / asked"),
        words.of(
            "pelanggaran menurut pemeriksa terpisah",
            "violations by the separate checker"
        ),
        violations.len(),
    );
    println!("{}: {}", words.of("skor", "score"), solution.score());
    if let Some(share) = solution.share_of_bound() {
        let percent = words.number(f64::from(share) / 10.0);
        println!(
            "{} {percent} % {}",
            words.of("nilai tempat sekurangnya", "the value seated is at least"),
            words.of("dari yang terbaik yang mungkin", "of the best possible"),
        );
    }
    show_calendar(words, catalog, batches);
    show_waiting(words, solution);
}

/// In how many seats the plan that was carried out differs from the one proposed now.
pub(crate) fn show_difference(words: Words, proposed: &Plan, carried_out: &Plan) {
    let (now, then) = (seats(proposed), seats(carried_out));
    let differing = now.symmetric_difference(&then).count();
    println!(
        "\n{} {} {} {differing} {}",
        words.of(
            "Rencana yang ditetapkan dan dijalankan berisi",
            "The plan decided and carried out has"
        ),
        then.len(),
        words.of("tempat;", "seats;"),
        words.of(
            "berbeda dari usulan di atas.",
            "differ from the proposal above."
        ),
    );
}

fn seats(plan: &Plan) -> BTreeSet<(&BatchId, PersonId)> {
    let batches = plan.batches.iter();
    batches
        .flat_map(|batch| batch.seats.iter().map(|seat| (&batch.id, seat.person)))
        .collect()
}

fn show_calendar(words: Words, catalog: &Catalog, batches: &[Batch]) {
    let mut by_day: Vec<&Batch> = batches.iter().collect();
    by_day.sort_by_key(|batch| (first_day(batch), &batch.id));
    let header = words.of(
        [
            "mulai", "selesai", "angkatan", "program", "peserta", "ruang", "biaya",
        ],
        ["from", "to", "batch", "program", "seats", "room", "cost"],
    );
    println!("\n{}", words.of("Kalender:", "Calendar:"));
    println!(
        "{}",
        table(
            &header,
            by_day.iter().take(SHOWN).map(|batch| line(catalog, batch))
        )
    );
    if batches.len() > SHOWN {
        let more = batches.len() - SHOWN;
        println!("… {more} {}", words.of("angkatan lagi", "more batches"));
    }
}

fn first_day(batch: &Batch) -> Option<chrono::NaiveDate> {
    batch
        .sessions
        .iter()
        .filter_map(bangkom::domain::plan::Session::first_day)
        .min()
}

fn line(catalog: &Catalog, batch: &Batch) -> [String; 7] {
    let day = |day: Option<chrono::NaiveDate>| {
        day.map(|day| day.format("%d-%m-%Y").to_string())
            .unwrap_or_default()
    };
    let last = batch
        .sessions
        .iter()
        .filter_map(bangkom::domain::plan::Session::last_day)
        .max();
    let room = batch
        .sessions
        .iter()
        .find_map(|session| session.room.as_ref());
    let program = catalog
        .program(&batch.program)
        .map(|program| program.name.clone());
    [
        day(first_day(batch)),
        day(last),
        batch.id.to_string(),
        program.unwrap_or_else(|| batch.program.to_string()),
        batch.seats.len().to_string(),
        room.map_or_else(|| "–".to_owned(), ToString::to_string),
        batch.cost.to_string(),
    ]
}

fn show_waiting(words: Words, solution: &Solution) {
    let waiting = solution.waiting();
    println!(
        "\n{}: {}",
        words.of("Daftar tunggu", "Waiting list"),
        waiting.len()
    );
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for reason in waiting.iter().flat_map(|row| &row.reasons) {
        *reasons.entry(reason.code()).or_default() += 1;
    }
    for (code, count) in reasons {
        println!("- {code}: {count}");
    }
    for row in waiting.iter().take(3) {
        println!("\n{} → {}", row.person, row.program);
        for reason in &row.reasons {
            println!("  · {}; {}", reason.text(words.0), reason.action(words.0));
        }
    }
}
