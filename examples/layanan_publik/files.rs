//! What was found in the files.

use std::collections::BTreeMap;

use bangkom::domain::finding::Severity;
use bangkom_examples::model_case::{FileReport, Note};
use bangkom_examples::table;

use crate::words::Words;

/// Rows used and set aside, then the findings: the first of each code, and how many more.
pub(crate) fn show(words: Words, reports: &[FileReport]) {
    let tables = reports.iter().filter(|report| report.rows.is_some());
    let rows: Vec<_> = tables.map(counts).collect();
    if rows.is_empty() && reports.iter().all(|report| report.notes.is_empty()) {
        return;
    }
    words.section("Berkas dan temuannya", "Files and what was found in them");
    let header = words.of(
        ["berkas", "baris", "dipakai", "disisihkan"],
        ["file", "rows", "used", "set aside"],
    );
    println!("{}", table(&header, rows));
    for report in reports {
        show_notes(words, report);
    }
}

fn counts(report: &FileReport) -> [String; 4] {
    let (rows, kept) = (
        report.rows.unwrap_or_default(),
        report.kept.unwrap_or_default(),
    );
    [
        report.file.clone(),
        rows.to_string(),
        kept.to_string(),
        (rows - kept).to_string(),
    ]
}

/// The first finding of each code, and how many there are.
pub(crate) fn show_notes(words: Words, report: &FileReport) {
    let file = &report.file;
    let mut codes: BTreeMap<&str, (&Note, usize)> = BTreeMap::new();
    for note in &report.notes {
        codes.entry(note.code).or_insert((note, 0)).1 += 1;
    }
    for (code, (note, count)) in codes {
        let level = severity(words, note.severity);
        let text = words.of(&note.id, &note.en);
        println!("- {file} · {level} · {code} × {count}: {text}");
    }
}

fn severity(words: Words, severity: Severity) -> &'static str {
    match severity {
        Severity::Info => words.of("info", "info"),
        Severity::Warning => words.of("peringatan", "warning"),
        Severity::Error => words.of("kesalahan", "error"),
    }
}
