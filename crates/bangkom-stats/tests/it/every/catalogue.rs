//! The catalogue of the crate's page names every public function.

use std::fs;
use std::path::Path;

/// Names that a module's `pub use` lines give to functions: those that start with a small letter.
fn functions(module: &str) -> Vec<String> {
    let exports = module.split("pub use ").skip(1);
    let lines = exports.filter_map(|rest| rest.split_once(';'));
    let names = lines.flat_map(|(line, _)| {
        let (_, names) = line.split_once("::").unwrap_or(("", line));
        let names = names.split(|c: char| !c.is_alphanumeric() && c != '_');
        names.map(str::to_owned).collect::<Vec<_>>()
    });
    names
        .filter(|name| name.starts_with(|c: char| c.is_lowercase()))
        .collect()
}

#[test]
fn the_catalogue_names_every_function() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let page = fs::read_to_string(source.join("lib.rs")).expect("the crate's page");
    let public = page
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod "));
    let mut missing = Vec::new();
    let mut found = 0;
    for module in public.map(|line| line.trim_end_matches(';')) {
        let Ok(text) = fs::read_to_string(source.join(module).join("mod.rs")) else {
            continue;
        };
        for function in functions(&text) {
            found += 1;
            if !page.contains(&format!("[`{module}::{function}`]")) {
                missing.push(format!("{module}::{function}"));
            }
        }
    }
    assert!(found > 60, "{found} functions");
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn no_line_of_the_catalogue_stands_twice() {
    let page = include_str!("../../../src/lib.rs");
    let mut methods: Vec<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix("//! | ")?.split(" | ").next())
        .collect();
    methods.sort_unstable();
    let twice: Vec<_> = methods
        .windows(2)
        .filter(|pair| pair[0] == pair[1])
        .collect();
    assert!(twice.is_empty(), "{twice:?}");
}
