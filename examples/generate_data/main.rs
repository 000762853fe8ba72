//! Writes the files of `layanan_publik` from the seeded generator, with the dirt of real exports.
//!
//! Without an argument it writes to `target/layanan_publik`; `-- --into examples/data/layanan_publik`
//! replaces the data of the example.

#![expect(clippy::print_stdout, reason = "an example prints")]

mod dirt;
mod evidence;
mod measured;
mod people;
mod results;
mod sheet;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use bangkom::domain::decision::Decisions;
use bangkom::domain::hours::HoursLedger;
use bangkom::domain::json::{self, Document};
use bangkom::domain::roster::RosterData;
use bangkom_examples::data_dir;
use bangkom_testkit::{City, CityOptions};
use lexopt::prelude::*;

use people::Numbers;

/// Where the files go when nothing else is said.
const TARGET: &str = "target/layanan_publik";

fn main() -> Result<(), Box<dyn Error>> {
    let into = target_folder()?;
    fs::create_dir_all(&into)?;
    let city = City::generate(&CityOptions::default().support(true));
    let units = RosterData {
        units: city.roster.units.clone(),
        ..RosterData::default()
    };
    write_document(&into, "unit.json", &units)?;
    write_document(&into, "katalog.json", &city.catalog)?;
    write_document(&into, "sumber_daya.json", &city.resources)?;
    write_document(&into, "jam_pelajaran.json", &ledger(&city))?;
    write_document(&into, "keputusan.json", &Decisions::default())?;
    let mut files = people::files(&city);
    files.extend(evidence::files(&city));
    files.push(results::service_before(&city));
    write_tables(&into, &files)?;
    if into == Path::new(TARGET) {
        hold(&files)?;
    }
    // The results follow from the plan, and the plan from the files written so far.
    let after = results::files(&city, &into)?;
    write_tables(&into, &after)?;
    println!(
        "{} files in {}",
        files.len() + after.len() + 5,
        into.display()
    );
    Ok(())
}

/// What the example promises: the people and the evidence of the data folder come from here.
fn hold(files: &[(&str, String)]) -> std::io::Result<()> {
    for (name, text) in files {
        let kept = fs::read_to_string(data_dir("layanan_publik").join(name))?;
        assert!(kept == *text, "{name} is not what the generator writes");
    }
    Ok(())
}

/// The hours of earlier years under the ids that the files give people.
fn ledger(city: &City) -> HoursLedger {
    let numbers = Numbers::new(city);
    let mut ledger = city.ledger.clone();
    for entry in &mut ledger.entries {
        entry.person = numbers.file_id(entry.person);
    }
    ledger
        .entries
        .sort_by_key(|entry| (entry.person, entry.date));
    ledger
}

fn write_tables(into: &Path, files: &[(&str, String)]) -> std::io::Result<()> {
    files
        .iter()
        .try_for_each(|(name, text)| fs::write(into.join(name), text))
}

fn target_folder() -> Result<PathBuf, lexopt::Error> {
    let mut arguments = lexopt::Parser::from_env();
    let mut into = PathBuf::from(TARGET);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("into") => into = arguments.value()?.into(),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(into)
}

fn write_document<D: Document>(
    into: &Path,
    name: &str,
    document: &D,
) -> Result<(), Box<dyn Error>> {
    Ok(fs::write(into.join(name), json::write(document)?)?)
}
