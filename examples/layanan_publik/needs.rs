//! The greatest needs with their reasons, and what no program closes yet.

use std::collections::BTreeMap;

use bangkom::domain::catalog::Catalog;
use bangkom::needs::{DesignNeed, Proposal, UnclosedReason};
use bangkom_examples::model_case::{FileReport, Year};
use bangkom_examples::table;

use crate::files::show_notes;
use crate::words::Words;

/// How many needs are shown with their reasons.
const SHOWN: usize = 10;

/// Counts, the ten greatest needs, and what stays open.
pub(crate) fn show(words: Words, catalog: &Catalog, year: &Year) {
    let analysis = &year.analysis;
    words.section("Kebutuhan", "Needs");
    let evidence = FileReport::of_findings("evidence", &analysis.findings);
    show_notes(words, &evidence);
    let decisions = FileReport::of_findings("decisions", &year.proposal.findings);
    show_notes(words, &decisions);
    println!(
        "{}: {} · {}: {} · {}: {} · {}: {}",
        words.of("kesenjangan", "gaps"),
        analysis.needs.len(),
        words.of("terpenuhi", "met"),
        analysis.met.len(),
        words.of("bukti belum cukup", "not enough evidence"),
        analysis.insufficient.len(),
        words.of("kinerja di bawah target", "performance below target"),
        analysis.performance.len(),
    );
    println!(
        "\n{}",
        words.of("Sepuluh kebutuhan terbesar:", "The ten greatest needs:")
    );
    for (place, need) in (1..).zip(analysis.needs.iter().take(SHOWN)) {
        println!("{place:>2}. {}", need.sentence(words.0));
    }
    show_open(words, catalog, &year.proposal);
}

fn show_open(words: Words, catalog: &Catalog, proposal: &Proposal) {
    words.section(
        "Yang belum ditutup program mana pun",
        "What no program closes yet",
    );
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for reason in proposal.unclosed.iter().flat_map(|gap| &gap.reasons) {
        *kinds.entry(kind(words, reason)).or_default() += 1;
    }
    for (kind, count) in kinds {
        println!("- {kind}: {count}");
    }
    let rows = proposal
        .designs
        .iter()
        .take(SHOWN)
        .map(|design| row(catalog, design));
    let header = words.of(
        ["kompetensi", "dari", "ke", "orang", "unit", "JP"],
        ["competency", "from", "to", "people", "units", "hours"],
    );
    println!(
        "\n{}\n{}",
        words.of(
            "Program yang perlu dirancang:",
            "Programs still to be designed:"
        ),
        table(&header, rows)
    );
}

fn kind(words: Words, reason: &UnclosedReason) -> &'static str {
    match reason {
        UnclosedReason::CauseIsNotTraining { .. } => words.of(
            "penyebabnya bukan kurang terlatih",
            "the cause is not a lack of training",
        ),
        UnclosedReason::NoProgram => words.of("belum ada program", "no program teaches it"),
        UnclosedReason::LevelNotReached { .. } => words.of(
            "program berhenti di bawah level yang diminta",
            "programs stop below the level",
        ),
        UnclosedReason::EntryLevelTooLow { .. } => words.of(
            "level awal belum cukup untuk programnya",
            "the entry level is too low",
        ),
        UnclosedReason::Refused { .. } => words.of("ditolak pejabat", "refused by an official"),
        _ => words.of("program lain didahulukan", "other programs come first"),
    }
}

fn row(catalog: &Catalog, design: &DesignNeed) -> [String; 6] {
    let known = catalog.competency(&design.competency);
    [
        known.map_or_else(|| design.competency.to_string(), |known| known.name.clone()),
        design.from.to_string(),
        design.to.to_string(),
        design.people.to_string(),
        design.units.to_string(),
        design.hours.to_string(),
    ]
}
