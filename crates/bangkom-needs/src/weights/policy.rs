use std::collections::BTreeSet;

use bangkom_domain::evidence::SourceKind;

use super::{WeightFinding, WeightsError, direct};
use crate::policy::{NeedsPolicy, SourceRule};

impl NeedsPolicy {
    /// Gives kinds of sources the weights that were found for them, with the sum of one.
    ///
    /// A kind that is not named keeps its rule and gets the weight 0: it is shown and does not
    /// count, because nobody weighed it against the others.
    ///
    /// # Errors
    /// [`WeightsError`] when there are not as many weights as kinds, when a kind is named twice,
    /// and for every weight that cannot be used.
    ///
    /// # Examples
    /// ```
    /// use bangkom_domain::evidence::SourceKind::{Assessment, Peer, Superior};
    /// use bangkom_needs::{NeedsPolicy, weights};
    /// use chrono::NaiveDate;
    ///
    /// let today = NaiveDate::from_ymd_opt(2026, 1, 15).ok_or("no such day")?;
    /// let order = [Assessment, Superior, Peer];
    /// let policy = NeedsPolicy::new(today)
    ///     .elicited(&order, &weights::rank_order_centroid(3))?;
    /// let peers = policy.rule(Peer).ok_or("no rule")?;
    /// assert!((peers.weight - 1.0 / 9.0).abs() < 1e-15);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn elicited(self, kinds: &[SourceKind], weights: &[f64]) -> Result<Self, WeightsError> {
        let mut seen = BTreeSet::new();
        let mut found: Vec<WeightFinding> = kinds
            .iter()
            .filter(|kind| !seen.insert(**kind))
            .map(|kind| WeightFinding::Twice { kind: *kind })
            .collect();
        if kinds.len() != weights.len() {
            found.push(WeightFinding::Count {
                needed: kinds.len(),
                got: weights.len(),
            });
        }
        let shares = match direct(weights) {
            Ok(shares) => shares,
            Err(error) => {
                found.extend(error.findings().iter().cloned());
                Vec::new()
            }
        };
        WeightsError::unless_empty(found)?;
        let mut policy = self;
        for rule in &mut policy.sources {
            rule.weight = 0.0;
        }
        for (kind, weight) in kinds.iter().zip(shares) {
            let rule = policy.rule(*kind).cloned();
            let rule = rule.unwrap_or_else(|| SourceRule::preset(*kind));
            policy = policy.source(SourceRule { weight, ..rule });
        }
        Ok(policy)
    }
}
