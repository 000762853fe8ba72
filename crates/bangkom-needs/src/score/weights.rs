use bangkom_domain::measure::Nano;

use crate::policy::{NeedsPolicy, SourceRule};

/// The policy's rules with weights as integers, ordered by the code of the kind.
pub(crate) struct WeightTable {
    rules: Vec<(SourceRule, u128)>,
    /// The least coverage.
    pub floor: Nano,
    /// How many answers the assumed standard deviation counts for.
    pub assumed_answers: f64,
}

impl WeightTable {
    /// The table of a checked policy.
    pub(crate) fn new(policy: &NeedsPolicy) -> Self {
        let weight = |rule: &SourceRule| Nano::from_f64(rule.weight).unwrap_or_default().or_zero();
        let mut rules: Vec<_> = policy
            .sources
            .iter()
            .map(|rule| (rule.clone(), u128::from(weight(rule).raw().unsigned_abs())))
            .collect();
        rules.sort_by_key(|(rule, _)| rule.kind.code());
        Self {
            rules,
            floor: Nano::from_f64(policy.coverage_floor).unwrap_or_default(),
            assumed_answers: policy.assumed_answers,
        }
    }

    /// The rules with their integer weights.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&SourceRule, u128)> {
        self.rules.iter().map(|(rule, weight)| (rule, *weight))
    }
}
