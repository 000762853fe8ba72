//! The checkers and the rules share no code with the searches.

use std::fs;
use std::path::{Path, PathBuf};

/// Every file below a folder.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// The lines of code of all files below a folder of the sources.
fn lines(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    files(
        &Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("src")
            .join(folder),
        &mut found,
    );
    let mut lines = Vec::new();
    for path in &found {
        let text = fs::read_to_string(path).unwrap();
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        lines.extend(code.map(|line| (path.display().to_string(), line.to_owned())));
    }
    assert!(found.len() > 10, "{folder} has {} files", found.len());
    lines
}

/// Whether the line names a module other than as part of a longer name.
fn names(line: &str, module: &str) -> bool {
    line.contains(&format!("{module}::"))
}

#[test]
fn the_checker_of_plans_uses_nothing_of_the_search() {
    for (file, line) in lines("check")
        .iter()
        .filter(|(file, _)| !file.contains("/timetable/"))
    {
        for part in ["annual", "search", "timetable", "solution", "rules"] {
            assert!(!names(line, part), "{file} uses {part}: {line}");
        }
    }
}

#[test]
fn the_checker_of_timetables_uses_nothing_of_the_solver() {
    let parts = ["annual", "search", "solution", "solve", "state", "tables"];
    for folder in ["check/timetable", "rules/timetable", "timetable/problem"] {
        for (file, line) in lines(folder) {
            for part in parts {
                assert!(!names(&line, part), "{file} uses {part}: {line}");
            }
            // Of the timetable, only the input types.
            let others = line.matches("timetable::").count();
            let own = line.matches("timetable::problem").count()
                + line.matches("rules::timetable::").count();
            let allowed = others == own || line.contains("bangkom_schedule::");
            assert!(allowed, "{file} uses the solver: {line}");
        }
    }
}
