//! Rules as data: every preset names its regulation and how sure we are of it.

mod provenance;

pub use provenance::{Confidence, PresetUse, Provenance, RuleVersion, Source, Standing};
