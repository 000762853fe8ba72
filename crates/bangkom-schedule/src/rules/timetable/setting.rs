use serde::{Deserialize, Serialize};

/// What a broken rule does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// No plan may break it; a plan made by hand that does has a hard score below zero.
    Block,
    /// It counts, with its weight, at its level of the score.
    Warn,
    /// It is not looked at.
    Ignore,
}

/// A level of the score at which a rule can count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Below hard, above all others.
    Mandatory,
    /// What was published.
    Stability,
    /// What the plan is worth.
    Value,
    /// How good it is.
    Quality,
}

/// How a rule counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// What breaking it does.
    pub severity: Severity,
    /// The level at which it counts when it warns.
    pub level: Level,
    /// What one unit costs there.
    pub weight: u32,
}

/// Why somebody changed a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// The reason, in words.
    pub reason: String,
    /// Who decided it, as the caller's system knows the role.
    pub author: String,
}
