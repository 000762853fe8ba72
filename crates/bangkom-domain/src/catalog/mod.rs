//! Positions, competencies, standards, requirements and programs, referentially sound.

mod document;

pub use document::{CatalogData, CatalogSchema};
