use bangkom_domain::measure::Nano;

use crate::policy::{NeedsPolicy, SourceRule};

/// The policy's rules with weights as integers, ordered by the code of the kind.
pub(crate) struct WeightTable {
    rules: Vec<(SourceRule, u128)>,
    /// The least coverage.
    pub floor: Nano,
    /// How many answers the assumed standard deviation counts for.
    pub assumed_answers: f64,
    /// The days from the landmark of the weights to the day of reading.
    pub lead_days: i64,
}

impl WeightTable {
    /// The table of a checked policy.
    pub(crate) fn new(policy: &NeedsPolicy) -> Self {
        let floor = Nano::from_f64(policy.coverage_floor).unwrap_or_default();
        Self::of_rules(&policy.sources, floor, policy.assumed_answers)
    }

    /// The table of checked rules.
    pub(crate) fn of_rules(sources: &[SourceRule], floor: Nano, assumed_answers: f64) -> Self {
        let mut rules: Vec<_> = sources
            .iter()
            .map(|rule| (rule.clone(), integer_weight(rule)))
            .collect();
        rules.sort_by_key(|(rule, _)| rule.kind.code());
        Self {
            rules,
            floor,
            assumed_answers,
            lead_days: 0,
        }
    }

    /// The same table for a reading so many days after the landmark of the weights.
    pub(crate) fn seen_after(mut self, lead_days: i64) -> Self {
        self.lead_days = lead_days;
        self
    }

    /// The rules with their integer weights.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&SourceRule, u128)> {
        self.rules.iter().map(|(rule, weight)| (rule, *weight))
    }
}

/// The weight of a rule as an integer, in 1e-9.
pub(crate) fn integer_weight(rule: &SourceRule) -> u128 {
    let weight = Nano::from_f64(rule.weight).unwrap_or_default().or_zero();
    u128::from(weight.raw().unsigned_abs())
}
