use serde::{Deserialize, Serialize};

use super::Place;
use crate::Language;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing; nothing was changed or set aside.
    Info,
    /// Used as it stands, but somebody should look.
    Warning,
    /// The record, or the field, was set aside.
    Error,
}

/// What every finding, refusal and violation can say of itself.
///
/// The text names ids and fields; a value of a personal field appears as its
/// [`Shape`](super::Shape) only.
pub trait Explain {
    /// A stable code such as `"roster.unknown_unit"`; never reused or renamed.
    fn code(&self) -> &'static str;
    /// How much it matters.
    fn severity(&self) -> Severity;
    /// Where it is.
    fn place(&self) -> Place;
    /// What is wrong, in one lower-case sentence without a full stop.
    fn text(&self, language: Language) -> String;
    /// What to do about it, in one sentence of the same form.
    fn action(&self, language: Language) -> String;
}
