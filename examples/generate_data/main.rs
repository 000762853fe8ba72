//! Writes the files of `layanan_publik` from the seeded generator, with the dirt of real exports.
//!
//! Without an argument it writes to `target/layanan_publik`; `-- --into examples/data/layanan_publik`
//! replaces the data of the example.

#![expect(clippy::print_stdout, reason = "an example prints")]

mod dirt;
mod evidence;
mod people;
mod results;
mod sheet;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use bangkom::domain::decision::Decisions;
use bangkom::domain::json::{self, Document};
use bangkom::domain::roster::RosterData;
use bangkom_testkit::{City, CityOptions};
use lexopt::prelude::*;

fn main() -> Result<(), Box<dyn Error>> {
    let into = target_folder()?;
    fs::create_dir_all(&into)?;
    let city = City::generate(&CityOptions::default());
    let units = RosterData {
        units: city.roster.units.clone(),
        ..RosterData::default()
    };
    write_document(&into, "unit.json", &units)?;
    write_document(&into, "katalog.json", &city.catalog)?;
    write_document(&into, "sumber_daya.json", &city.resources)?;
    write_document(&into, "jam_pelajaran.json", &city.ledger)?;
    write_document(&into, "keputusan.json", &Decisions::default())?;
    let mut files = people::files(&city);
    files.extend(evidence::files(&city));
    files.push(results::service_before(&city));
    write_tables(&into, &files)?;
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

fn write_tables(into: &Path, files: &[(&str, String)]) -> std::io::Result<()> {
    files
        .iter()
        .try_for_each(|(name, text)| fs::write(into.join(name), text))
}

fn target_folder() -> Result<PathBuf, lexopt::Error> {
    let mut arguments = lexopt::Parser::from_env();
    let mut into = PathBuf::from("target/layanan_publik");
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
