//! The order of the rows of the files changes no byte of a result.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use bangkom::domain::json;
use bangkom_examples::data_dir;

use crate::Run;

/// The documents that the model case makes of a folder.
fn made(folder: &Path) -> [String; 4] {
    let run = Run::of(folder);
    [
        json::write(&run.year.analysis).unwrap(),
        json::write(&run.year.proposal).unwrap(),
        json::write(&run.year.solution).unwrap(),
        json::write(&run.evaluation).unwrap(),
    ]
}

/// A copy of the folder in which the rows of every table stand the other way round.
fn turned(folder: &Path) -> PathBuf {
    let copy = env::temp_dir().join(format!("bangkom-rows-{}", process::id()));
    fs::create_dir_all(&copy).unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let mut text = fs::read_to_string(&path).unwrap();
        if path.extension().is_some_and(|extension| extension == "csv") {
            text = upside_down(&text);
        }
        fs::write(copy.join(path.file_name().unwrap()), text).unwrap();
    }
    copy
}

/// Titles and header as they are, the rows below from the last to the first.
fn upside_down(text: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let header = lines
        .iter()
        .position(|line| line.contains([',', ';']))
        .unwrap();
    lines[header + 1..].reverse();
    lines.join("\n") + "\n"
}

#[test]
fn of_the_files_of_the_example() {
    let folder = data_dir("layanan_publik");
    let copy = turned(&folder);
    let (straight, turned) = (made(&folder), made(&copy));
    fs::remove_dir_all(copy).unwrap();
    for (one, other) in straight.iter().zip(&turned) {
        assert!(one == other, "a result depends on the order of rows");
    }
}
