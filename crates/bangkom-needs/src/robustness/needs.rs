use bangkom_domain::evidence::SourceKind;

use super::RankProblemError;
use super::problem::{Alternative, Line, RankProblem, Reading};
use crate::analysis::Analysis;
use crate::gap::Need;
use crate::policy::NeedsPolicy;

/// The kinds of sources that count under a policy, by their code, with their weights.
pub(super) fn weighed(policy: &NeedsPolicy) -> Vec<(SourceKind, f64)> {
    let mut kinds: Vec<(SourceKind, f64)> = policy
        .sources
        .iter()
        .filter(|rule| rule.weight > 0.0)
        .map(|rule| (rule.kind, rule.weight))
        .collect();
    kinds.sort_by_key(|(kind, _)| kind.code());
    kinds
}

impl Analysis {
    /// Needs and what is met as alternatives: what might be a need under other weights.
    pub(crate) fn ranked(&self) -> impl Iterator<Item = &Need> {
        self.needs.iter().chain(&self.met)
    }

    /// The need, or what is met, at a place of a ranking made from this analysis.
    ///
    /// ```
    /// # fn show(analysis: &bangkom_needs::Analysis, place: &bangkom_needs::robustness::Place) {
    /// if let Some(need) = analysis.alternative(place.alternative) {
    ///     println!("{} {}: {:?}", need.person, need.competency, place.label);
    /// }
    /// # }
    /// ```
    pub fn alternative(&self, place: usize) -> Option<&Need> {
        let met = place.checked_sub(self.needs.len());
        met.map_or_else(|| self.needs.get(place), |place| self.met.get(place))
    }

    /// The ranking of this analysis as a problem whose weights can be changed.
    ///
    /// The alternatives are the needs in their order, then what is met, which other weights may
    /// make a need; the sources are the kinds of positive weight, by their code. The scores are
    /// the priorities of the needs, the base ranking is that of the analysis.
    ///
    /// # Errors
    /// [`RankProblemError::Empty`] without a need and anything met;
    /// [`RankProblemError::Weights`] for weights that cannot be used; faults of alternatives
    /// when the policy is not the one that the analysis was made with.
    ///
    /// # Examples
    /// ```
    /// use bangkom_domain::progress::Silent;
    /// use bangkom_needs::robustness::{RankProblemError, StabilityOptions, weight_stability};
    /// # use bangkom_needs::{Analysis, NeedsPolicy};
    ///
    /// # fn show(analysis: &Analysis, policy: &NeedsPolicy) -> Result<(), RankProblemError> {
    /// let problem = analysis.rank_problem(policy)?;
    /// let result = weight_stability(&problem, &StabilityOptions::new(30), &mut Silent)?;
    /// for place in result.places.iter().take(30) {
    ///     println!("{}: {:?}", place.rank, place.label);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn rank_problem(&self, policy: &NeedsPolicy) -> Result<RankProblem, RankProblemError> {
        let kinds = weighed(policy);
        let weights: Vec<f64> = kinds.iter().map(|(_, weight)| *weight).collect();
        let alternatives: Vec<Alternative> = self
            .ranked()
            .map(|need| alternative(need, &kinds))
            .collect();
        let base = self
            .ranked()
            .map(|need| need.priority.reveal().raw())
            .collect();
        Ok(RankProblem::new(&weights, &alternatives)?.with_base(base))
    }
}

fn alternative(need: &Need, kinds: &[(SourceKind, f64)]) -> Alternative {
    let factors = factors(need, kinds);
    let mean = |kind: SourceKind| {
        let parts = need.contributions.reveal().iter();
        let mut own = parts.filter(|part| part.kind == kind);
        own.next().map(|part| part.mean.to_f64())
    };
    let reading = |((kind, _), factor): (&(SourceKind, f64), f64)| {
        let value = mean(*kind).filter(|_| factor > 0.0)?;
        Some(Reading { value, factor })
    };
    Alternative {
        readings: kinds.iter().zip(factors).map(reading).collect(),
        lines: lines(need),
    }
}

/// How much of the weight of each kind counts for a need: 1, or less where only a part does.
pub(super) fn factors(need: &Need, kinds: &[(SourceKind, f64)]) -> Vec<f64> {
    let parts = need.contributions.reveal();
    let of = |(kind, weight): &(SourceKind, f64)| {
        let share = parts.iter().find(|part| part.kind == *kind);
        share.map_or(0.0, |part| part.weight_share.to_f64() / weight)
    };
    let relative: Vec<f64> = kinds.iter().map(of).collect();
    let greatest = relative.iter().copied().fold(0.0, f64::max);
    // Shares are stated to 1e-9: what differs from one by that alone is one.
    let settled = |factor: f64| {
        if (factor - 1.0).abs() < 1e-6 {
            1.0
        } else {
            factor
        }
    };
    let each = relative.into_iter();
    each.map(|factor| {
        if factor > 0.0 {
            settled(factor / greatest)
        } else {
            0.0
        }
    })
    .collect()
}

/// The lines of a need: gap × importance against each ground, and nothing below zero.
pub(super) fn lines(need: &Need) -> Vec<Line> {
    let grounds = need.grounds.iter().map(|ground| {
        let (required, importance) = (ground.required.get(), ground.importance.get());
        Line {
            offset: f64::from(required) * f64::from(importance),
            slope: -f64::from(importance),
        }
    });
    let mut lines: Vec<Line> = grounds.chain([Line::ZERO]).collect();
    lines.dedup();
    lines
}
