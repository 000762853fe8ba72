//! What the model case says about its files and results names nobody.

use std::fs;

use bangkom::domain::Language;
use bangkom::domain::finding::Explain;
use bangkom_examples::data_dir;

use crate::Run;

/// Everything that is told to people, in both languages, and what a log would hold of it.
fn told(run: &Run) -> String {
    let reports = run.input.reports.iter().chain(&run.outcome.reports);
    let mut told: Vec<String> = reports
        .flat_map(|report| &report.notes)
        .flat_map(|note| [note.id.clone(), note.en.clone()])
        .collect();
    for language in [Language::Id, Language::En] {
        let needs = &run.year.analysis.needs;
        told.extend(needs.iter().map(|need| need.sentence(language)));
        let waiting = run.year.solution.waiting().iter();
        let reasons = waiting.flat_map(|row| &row.reasons);
        told.extend(reasons.map(|reason| reason.text(language)));
        let services = &run.evaluation.services;
        told.extend(services.iter().map(|change| change.sentence(language)));
    }
    told.push(format!("{:?}", run.evaluation.follow_ups()));
    told.push(format!("{:?}", run.year.solution.findings()));
    told.join("\n")
}

/// The cells of a column of the personnel records.
fn column(name: &str) -> Vec<String> {
    let path = data_dir("layanan_publik").join("pegawai.csv");
    let text = fs::read_to_string(path).unwrap();
    let mut lines = text.lines().skip_while(|line| !line.contains(';'));
    let header: Vec<&str> = lines.next().unwrap().split(';').collect();
    let place = header.iter().position(|cell| *cell == name).unwrap();
    lines
        .map(|line| line.split(';').nth(place).unwrap().to_owned())
        .filter(|cell| cell.len() > 5)
        .collect()
}

#[test]
fn no_name_and_no_number_is_told() {
    let told = told(&Run::of(&data_dir("layanan_publik")));
    assert!(told.len() > 100_000, "too little was searched");
    let mut searched = 0;
    for value in ["nama", "nip_baru", "nip_lama"]
        .into_iter()
        .flat_map(column)
    {
        assert!(!told.contains(&value), "a name or a number is told");
        searched += 1;
    }
    assert!(searched > 2_000, "{searched}");
}
