//! The checker shares no code with the search.

use std::fs;
use std::path::Path;

#[test]
fn the_checker_uses_nothing_of_the_search() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check");
    let mut files = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        for line in text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
        {
            for part in ["annual", "search", "timetable", "solution", "rules"] {
                let named = line.contains(&format!("{part}::"));
                assert!(!named, "{} uses {part}: {line}", path.display());
            }
        }
        files += 1;
    }
    assert!(files > 10);
}
