//! Positions, competencies, standards, requirements and programs, referentially sound.

mod checked;
mod document;
mod fill;
mod finding;
mod positions;
mod prerequisites;
mod programs;
mod references;

pub use checked::Catalog;
pub use document::{CatalogData, CatalogSchema};
pub use finding::{CatalogFinding, CatalogPart, ProgramFault};
