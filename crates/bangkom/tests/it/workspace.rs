//! The shape of the workspace: arrows between our crates, files and their entries.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use toml::Table;

/// The only arrows allowed between our crates; development dependencies are checked apart.
const ARROWS: &[(&str, &[&str])] = &[
    ("bangkom-domain", &[]),
    ("bangkom-stats", &[]),
    ("bangkom-needs", &["bangkom-domain", "bangkom-stats"]),
    ("bangkom-schedule", &["bangkom-domain"]),
    ("bangkom-evaluation", &["bangkom-domain", "bangkom-stats"]),
    ("bangkom-tabular", &["bangkom-domain"]),
    ("bangkom-testkit", &["bangkom-domain"]),
    (
        "bangkom",
        &[
            "bangkom-domain",
            "bangkom-evaluation",
            "bangkom-needs",
            "bangkom-schedule",
            "bangkom-stats",
            "bangkom-tabular",
        ],
    ),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .unwrap()
        .to_path_buf()
}

fn manifest(path: &Path) -> Table {
    fs::read_to_string(path).unwrap().parse().unwrap()
}

fn ours(manifest: &Table, section: &str) -> BTreeSet<String> {
    manifest
        .get(section)
        .and_then(|section| section.as_table())
        .into_iter()
        .flat_map(Table::keys)
        .filter(|name| name.starts_with("bangkom"))
        .cloned()
        .collect()
}

fn crates() -> BTreeMap<String, Table> {
    fs::read_dir(root().join("crates"))
        .unwrap()
        .map(|entry| manifest(&entry.unwrap().path().join("Cargo.toml")))
        .map(|manifest| {
            (
                manifest["package"]["name"].as_str().unwrap().to_owned(),
                manifest,
            )
        })
        .collect()
}

#[test]
fn crates_depend_only_along_the_arrows() {
    let allowed: BTreeMap<_, BTreeSet<String>> = ARROWS
        .iter()
        .map(|(name, on)| {
            (
                (*name).to_owned(),
                on.iter().map(ToString::to_string).collect(),
            )
        })
        .collect();
    let crates = crates();
    assert_eq!(
        crates.keys().collect::<Vec<_>>(),
        allowed.keys().collect::<Vec<_>>(),
        "a crate without its line in ARROWS"
    );
    for (name, manifest) in &crates {
        let on = ours(manifest, "dependencies");
        let foreign: Vec<_> = on.difference(&allowed[name]).collect();
        assert!(foreign.is_empty(), "{name} must not depend on {foreign:?}");
        assert!(
            ours(manifest, "build-dependencies").is_empty(),
            "{name} has a build script"
        );
        for dev in ours(manifest, "dev-dependencies").difference(&allowed[name]) {
            assert_eq!(
                dev, "bangkom-testkit",
                "{name} must not use {dev} in its tests"
            );
        }
    }
}

#[test]
fn libraries_and_runners_leave_bench_arguments_alone() {
    let packages = crates().into_values().chain(
        ["examples", "benches"].map(|folder| manifest(&root().join(folder).join("Cargo.toml"))),
    );
    for package in packages {
        let name = package["package"]["name"].as_str().unwrap();
        assert_eq!(
            package["lib"]["bench"].as_bool(),
            Some(false),
            "lib of {name}"
        );
        for bin in package
            .get("bin")
            .and_then(|bins| bins.as_array())
            .into_iter()
            .flatten()
        {
            assert_eq!(bin["bench"].as_bool(), Some(false), "{:?}", bin["name"]);
            assert_eq!(bin["test"].as_bool(), Some(false), "{:?}", bin["name"]);
        }
    }
}

/// The paths of the entries of a section; one without a path stands where Cargo looks for it.
fn listed(manifest: &Table, section: &str, folder: &str) -> BTreeSet<String> {
    manifest
        .get(section)
        .and_then(|entries| entries.as_array())
        .into_iter()
        .flatten()
        .map(|entry| match entry.get("path") {
            Some(path) => path.as_str().unwrap().to_owned(),
            None => format!("{folder}{}.rs", entry["name"].as_str().unwrap()),
        })
        .collect()
}

fn programs(folder: &Path, prefix: &str) -> BTreeSet<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return BTreeSet::new();
    };
    entries
        .map(|entry| entry.unwrap().path())
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?.to_owned();
            if path.extension().is_some_and(|extension| extension == "rs") {
                Some(format!("{prefix}{name}"))
            } else {
                path.join("main.rs")
                    .exists()
                    .then(|| format!("{prefix}{name}/main.rs"))
            }
        })
        .collect()
}

#[test]
fn every_example_and_bench_has_its_entry() {
    let examples = root().join("examples");
    assert_eq!(
        listed(&manifest(&examples.join("Cargo.toml")), "example", ""),
        programs(&examples, "")
    );
    let benches = root().join("benches");
    let manifest = manifest(&benches.join("Cargo.toml"));
    assert_eq!(
        listed(&manifest, "bench", "benches/"),
        programs(&benches.join("benches"), "benches/")
    );
    assert_eq!(
        listed(&manifest, "bin", "src/bin/"),
        programs(&benches.join("src/bin"), "src/bin/")
    );
}

#[test]
fn the_facade_stays_small() {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "-p",
            "bangkom",
            "-e",
            "normal,build",
            "--prefix",
            "none",
            "--locked",
        ])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let tree = String::from_utf8(output.stdout).unwrap();
    let outside: BTreeSet<_> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| !name.starts_with("bangkom"))
        .collect();
    assert!(
        outside.contains("serde"),
        "the list of crates was not understood"
    );
    assert!(
        outside.len() <= 40,
        "{} outside crates: {outside:?}",
        outside.len()
    );
    let compilers = ["cc", "cmake", "bindgen", "pkg-config"];
    assert!(
        compilers.iter().all(|name| !outside.contains(name)),
        "needs a C compiler"
    );
}

/// The text of every source file of our crates.
fn sources(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_identifier_of_the_glossary_is_in_the_code() {
    let glossary = fs::read_to_string(root().join("docs/glossary.md")).unwrap();
    let mut code = String::new();
    for name in crates().keys() {
        sources(&root().join("crates").join(name).join("src"), &mut code);
    }
    let words: BTreeSet<&str> = code
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .collect();
    let rows = glossary.lines().filter(|line| line.starts_with("| `"));
    let mut identifiers = 0;
    for cell in rows.filter_map(|row| row.split('|').nth(1)) {
        for identifier in cell.split('`').skip(1).step_by(2) {
            assert!(
                words.contains(identifier),
                "{identifier} is not in the code"
            );
            identifiers += 1;
        }
    }
    assert!(identifiers > 30, "the table was not understood");
}
