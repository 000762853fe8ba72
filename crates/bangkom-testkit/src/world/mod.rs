//! What the invented city is made of: tables of agencies, positions, competencies, programs.

pub(crate) mod agencies;
mod agency_table;
pub(crate) mod competencies;
pub(crate) mod mix;
pub(crate) mod names;
pub(crate) mod positions;
mod program_table;
pub(crate) mod programs;
pub(crate) mod resources;
mod support_table;
