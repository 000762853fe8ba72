//! The greatest needs with their reasons and causes, and what no program closes yet.

use std::collections::BTreeMap;

use bangkom::domain::catalog::Catalog;
use bangkom::domain::evidence::Cause;
use bangkom::domain::finding::Explain;
use bangkom::needs::{
    DesignNeed, DesignRule, Need, Proposal, ScreenAnswer, UnclosedReason, agency_demand, teachers,
};
use bangkom_examples::model_case::{FileReport, Input, Year};
use bangkom_examples::table;

use crate::files::show_notes;
use crate::words::Words;

/// How many needs are shown with their reasons.
const SHOWN: usize = 10;

/// Counts, the ten greatest needs, what causes them, and what stays open.
pub(crate) fn show(words: Words, input: &Input, year: &Year) {
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
    show_causes(words, &analysis.needs);
    show_asked(words, input, &year.proposal);
    show_open(words, &year.proposal);
    show_designs(words, input, &year.proposal);
}

/// Can training help at all? What people said of it.
fn show_causes(words: Words, needs: &[Need]) {
    words.section("Apakah pelatihan jawabannya?", "Is training the answer?");
    let count = |answer| needs.iter().filter(|it| it.screen.answer == answer).count();
    println!(
        "{}: {} · {}: {} · {}: {}",
        words.of("pelatihan", "training"),
        count(ScreenAnswer::Training),
        words.of("bukan pelatihan", "no training"),
        count(ScreenAnswer::NoTraining),
        words.of(
            "penyebab belum cukup diketahui",
            "cause not known well enough"
        ),
        count(ScreenAnswer::Unknown),
    );
    let mut causes: BTreeMap<Cause, usize> = BTreeMap::new();
    let elsewhere = needs.iter().filter(|need| !need.screen.allows_training());
    for cause in elsewhere.filter_map(|need| need.screen.main_cause) {
        *causes.entry(cause).or_default() += 1;
    }
    for (cause, count) in causes {
        println!("- {}: {count}", cause.label(words.0));
    }
}

/// What the agencies ask for, and how far officials have looked at it.
fn show_asked(words: Words, input: &Input, proposal: &Proposal) {
    let (roster, catalog) = (input.cycle.roster(), input.cycle.catalog());
    let mut asked = agency_demand(&proposal.demand, roster, catalog);
    asked.sort_by_key(|it| std::cmp::Reverse(it.seats()));
    let header = words.of(
        [
            "perangkat daerah",
            "program",
            "diusulkan",
            "diverifikasi",
            "diputuskan",
            "perkiraan biaya",
        ],
        [
            "agency",
            "program",
            "proposed",
            "verified",
            "decided",
            "likely cost",
        ],
    );
    let rows = asked.iter().take(SHOWN).map(|it| {
        [
            it.agency.to_string(),
            it.program.to_string(),
            it.proposed.to_string(),
            it.verified.to_string(),
            it.decided.to_string(),
            it.cost().to_string(),
        ]
    });
    println!(
        "\n{}\n{}",
        words.of(
            "Usulan terbesar perangkat daerah:",
            "The greatest requests of agencies:"
        ),
        table(&header, rows)
    );
}

fn show_open(words: Words, proposal: &Proposal) {
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
    assert_eq!(
        proposal
            .unclosed
            .iter()
            .filter(|gap| gap.reasons.is_empty())
            .count(),
        0,
        "a gap stays open unexplained"
    );
}

fn show_designs(words: Words, input: &Input, proposal: &Proposal) {
    let catalog = input.cycle.catalog();
    let header = words.of(
        [
            "kompetensi",
            "dari",
            "ke",
            "sasaran",
            "bentuk",
            "orang",
            "unit",
            "JP",
            "praktik",
            "perkiraan biaya",
        ],
        [
            "competency",
            "from",
            "to",
            "target",
            "form",
            "people",
            "units",
            "hours",
            "practice",
            "likely cost",
        ],
    );
    let designs = proposal.designs.iter().take(SHOWN);
    let rows = designs.map(|design| row(words, catalog, design));
    println!(
        "\n{}\n{}",
        words.of(
            "Program yang perlu dirancang:",
            "Programs still to be designed:"
        ),
        table(&header, rows)
    );
    let rule = DesignRule::default();
    let shown = &proposal.designs[..proposal.designs.len().min(SHOWN)];
    let found = teachers(shown, catalog, &input.resources, &rule);
    for note in found.iter().filter_map(|found| found.note(words.0)) {
        println!("- {note}");
    }
    let programs = &proposal.programs;
    println!(
        "{}: {}",
        words.of(
            "Hasil belajar yang tidak dicapai bentuk programnya",
            "Outcomes that the form of the program cannot reach"
        ),
        programs.len()
    );
    for finding in programs.iter().take(3) {
        println!("- {}: {}", finding.place().record, finding.text(words.0));
    }
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

fn row(words: Words, catalog: &Catalog, design: &DesignNeed) -> [String; 10] {
    let known = catalog.competency(&design.competency);
    [
        known.map_or_else(|| design.competency.to_string(), |known| known.name.clone()),
        design.from.to_string(),
        design.to.to_string(),
        design.target.label(words.0).to_owned(),
        design.method.label(words.0).to_owned(),
        design.people.to_string(),
        design.units.to_string(),
        design.hours.to_string(),
        format!("{} %", design.practice.get() / 10),
        design
            .cost
            .map_or_else(|| "–".to_owned(), |cost| cost.to_string()),
    ]
}
