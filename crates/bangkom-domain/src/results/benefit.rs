use serde::{Deserialize, Serialize};

use crate::id::ProgramId;
use crate::measure::Rupiah;

/// What a program is said to save or earn, and how sure whoever says so is.
///
/// # References
/// Phillips 2003: the benefit that is the program's own, times the confidence in that share.
#[doc(alias = "manfaat")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Benefit {
    /// The program.
    pub program: ProgramId,
    /// What it is, in a few words; one program may have several.
    pub what: String,
    /// The worth of it, year by year from the end of the program.
    pub by_year: Vec<Rupiah>,
    /// The share of it that the program brought about, 0 to 1.
    pub attribution: f64,
    /// How sure that share is, 0 to 1.
    pub confidence: f64,
}
