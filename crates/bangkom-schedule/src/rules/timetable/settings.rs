use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Level, Reason, Rule, Setting, Severity};

/// A rule that somebody set otherwise, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// What holds now.
    pub setting: Setting,
    /// Why, and who said so.
    pub because: Reason,
}

/// How all rules count: the defaults, but for what somebody set otherwise.
///
/// ```
/// use bangkom_schedule::rules::timetable::{Level, Reason, Rule, Rules};
///
/// let because = Reason { reason: "temporary rooms".into(), author: "head of training".into() };
/// let rules = Rules::default().soften(Rule::Capacity, Level::Quality, 10, because.clone())?;
/// assert_eq!(rules.of(Rule::Capacity).weight, 10);
/// assert!(rules.soften(Rule::RoomConflict, Level::Quality, 10, because).is_err());
/// # Ok::<(), bangkom_schedule::rules::timetable::FixedRule>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(
    try_from = "BTreeMap<Rule, Override>",
    into = "BTreeMap<Rule, Override>"
)]
pub struct Rules(BTreeMap<Rule, Override>);

/// A rule that cannot be set otherwise: nobody is in two places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the rule {} always blocks and cannot be changed", rule.id())]
pub struct FixedRule {
    /// Which rule.
    pub rule: Rule,
}

impl TryFrom<BTreeMap<Rule, Override>> for Rules {
    type Error = FixedRule;

    fn try_from(overrides: BTreeMap<Rule, Override>) -> Result<Self, FixedRule> {
        match overrides.keys().find(|rule| rule.is_fixed()) {
            Some(rule) => Err(FixedRule { rule: *rule }),
            None => Ok(Self(overrides)),
        }
    }
}

impl From<Rules> for BTreeMap<Rule, Override> {
    fn from(rules: Rules) -> Self {
        rules.0
    }
}

impl Rules {
    /// How a rule counts.
    pub fn of(&self, rule: Rule) -> Setting {
        let changed = self.0.get(&rule).map(|change| change.setting);
        changed.unwrap_or_else(|| rule.default_setting())
    }

    /// What was set otherwise, and why.
    pub fn overrides(&self) -> impl Iterator<Item = (Rule, &Override)> {
        self.0.iter().map(|(rule, change)| (*rule, change))
    }

    /// The same, with one rule set otherwise.
    ///
    /// # Errors
    /// [`FixedRule`] when the rule always blocks.
    pub fn set(mut self, rule: Rule, setting: Setting, because: Reason) -> Result<Self, FixedRule> {
        if rule.is_fixed() {
            return Err(FixedRule { rule });
        }
        self.0.insert(rule, Override { setting, because });
        Ok(self)
    }

    /// The same, with a rule that counts instead of blocking.
    ///
    /// # Errors
    /// [`FixedRule`] when the rule always blocks.
    pub fn soften(
        self,
        rule: Rule,
        level: Level,
        weight: u32,
        because: Reason,
    ) -> Result<Self, FixedRule> {
        let setting = Setting {
            severity: Severity::Warn,
            level,
            weight,
        };
        self.set(rule, setting, because)
    }

    /// The same, with a rule that blocks.
    ///
    /// # Errors
    /// [`FixedRule`] when the rule always blocks anyway.
    pub fn harden(self, rule: Rule, because: Reason) -> Result<Self, FixedRule> {
        let setting = Setting {
            severity: Severity::Block,
            ..self.of(rule)
        };
        self.set(rule, setting, because)
    }

    /// The same, with a rule that is not looked at.
    ///
    /// # Errors
    /// [`FixedRule`] when the rule always blocks.
    pub fn ignore(self, rule: Rule, because: Reason) -> Result<Self, FixedRule> {
        let setting = Setting {
            severity: Severity::Ignore,
            ..self.of(rule)
        };
        self.set(rule, setting, because)
    }
}
