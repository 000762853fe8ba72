use std::collections::BTreeSet;

use bangkom_domain::id::ProgramId;
use bangkom_stats::ranks::{RankSumOptions, rank_sum};
use bangkom_stats::two_sample::{TwoSampleT, welch};
use bangkom_stats::{ConfidenceLevel, Moments, TestOptions};

use super::build::Groups;
use super::{GroupKind, Standing, StandingReading};
use crate::compare::{
    Asked, Assumed, Assumption, Doubt, HELD_WHOLE, NoOpinion, disagree, hide_small_rest, holm,
    least_of_splits, side,
};
use crate::policy::EvaluationPolicy;

/// The least pairs of a group that is set beside others.
const LEAST: u32 = 10;

/// A group with its changes and those of the batches that are none of its own.
struct Group<'a> {
    name: &'a String,
    own: Vec<f64>,
    others: Vec<f64>,
    /// The mean change of each batch, its own and the others.
    batches: (Vec<f64>, Vec<f64>),
    shown: bool,
}

/// The groups of one kind beside each other.
pub(super) fn beside(
    (kind, within): (GroupKind, Option<&ProgramId>),
    groups: &Groups,
    changes: &[Vec<f64>],
    policy: &EvaluationPolicy,
) -> Vec<Standing> {
    if groups.len() < 2 {
        return Vec::new();
    }
    let groups = grouped(groups, changes, policy);
    let level = policy.level;
    let tests: Vec<Option<TwoSampleT>> = groups.iter().map(|it| it.welch(level)).collect();
    let ranks: Vec<Option<Asked>> = groups.iter().map(|it| it.ranks(level)).collect();
    let many = groups.len();
    let by_batch: Vec<Option<Asked>> = groups.iter().map(|it| it.by_batch(many, level)).collect();
    let p = holm(tests.iter().map(|it| it.as_ref().map(|it| it.p_two)));
    let p_ranks = holm(ranks.iter().map(|it| it.map(|it| it.p())));
    let p_batches = holm(by_batch.iter().map(|it| it.map(|it| it.p())));
    let rows = groups.iter().enumerate();
    rows.map(|(at, group)| {
        let (test, p) = (tests[at].as_ref(), p[at]);
        let mut standing = group.standing(test, p, policy);
        standing.kind = kind;
        standing.within = within.cloned();
        let own = test.zip(p).map(|(test, p)| side(test.mean_diff, p, level));
        let asked = [(ranks[at], p_ranks[at]), (by_batch[at], p_batches[at])];
        let asked = asked.into_iter().filter_map(|(asked, p)| asked.zip(p));
        standing.sturdier = asked
            .map(|(asked, p)| asked.adjusted(p).beside(own, level))
            .collect();
        standing.no_opinion = NoOpinion::unless(&standing.sturdier, || group.silence(test));
        if disagree(&standing.sturdier) {
            standing.doubts.push(Doubt::SturdierDisagrees);
        }
        standing
    })
    .collect()
}

fn grouped<'a>(
    groups: &'a Groups,
    changes: &[Vec<f64>],
    policy: &EvaluationPolicy,
) -> Vec<Group<'a>> {
    let all: BTreeSet<usize> = groups.values().flatten().copied().collect();
    let people = |places: &mut dyn Iterator<Item = &usize>| -> Vec<f64> {
        places.flat_map(|at| changes[*at].iter().copied()).collect()
    };
    let means = |places: &mut dyn Iterator<Item = &usize>| -> Vec<f64> {
        places
            .filter_map(|at| Moments::of(&changes[*at]).mean())
            .collect()
    };
    let parts = groups.iter().map(|(name, own)| Group {
        name,
        own: people(&mut own.iter()),
        others: people(&mut all.difference(own)),
        batches: (means(&mut own.iter()), means(&mut all.difference(own))),
        shown: false,
    });
    let mut parts: Vec<Group<'a>> = parts.collect();
    let counts: Vec<u32> = parts.iter().map(|part| part.own.len() as u32).collect();
    let shown = hide_small_rest(&counts, policy.min_group.max(LEAST));
    for (part, shown) in parts.iter_mut().zip(shown) {
        part.shown = shown;
    }
    parts
}

impl Group<'_> {
    fn welch(&self, level: ConfidenceLevel) -> Option<TwoSampleT> {
        let options = TestOptions::default().level(level);
        let test = self.shown.then(|| welch(&self.others, &self.own, &options));
        test?.ok()
    }

    fn ranks(&self, level: ConfidenceLevel) -> Option<Asked> {
        if !self.shown || self.too_many() {
            return None;
        }
        let options = RankSumOptions::default().level(level);
        let ranks = rank_sum(&self.others, &self.own, &options).ok()?;
        Some(Asked::new("rank_sum of changes", ranks.shift, ranks.p))
    }

    /// Whole batches, which may have gone well or badly together; of so many groups.
    fn by_batch(&self, groups: usize, level: ConfidenceLevel) -> Option<Asked> {
        let (own, others) = &self.batches;
        if !self.shown || own.len() < 2 || others.len() < 2 {
            return None;
        }
        let options = RankSumOptions::default().level(level);
        let ranks = rank_sum(others, own, &options).ok()?;
        let asked = Asked::new("rank_sum of batches", ranks.shift, ranks.p);
        let least = least_of_splits(others.len(), own.len());
        Some(asked.least(least * groups as f64))
    }

    fn too_many(&self) -> bool {
        self.own.len() > HELD_WHOLE || self.others.len() > HELD_WHOLE
    }

    fn silence(&self, test: Option<&TwoSampleT>) -> NoOpinion {
        match test {
            None => NoOpinion::NoFigure,
            Some(_) if self.too_many() => NoOpinion::TooMany,
            Some(_) => NoOpinion::TooFew,
        }
    }

    fn standing(
        &self,
        test: Option<&TwoSampleT>,
        p: Option<f64>,
        policy: &EvaluationPolicy,
    ) -> Standing {
        let side = test
            .zip(p)
            .map(|(it, p)| side(it.mean_diff, p, policy.level));
        let took = |_: &TwoSampleT| {
            vec![
                Assumption::unknown(Assumed::Independence),
                Assumption::modest_skew(&self.own),
                Assumption::unknown(Assumed::ParallelChange),
            ]
        };
        Standing {
            kind: GroupKind::Program,
            within: None,
            group: self.name.clone(),
            people: self.own.len() as u32,
            mean_change: Moments::of(&self.own).mean().filter(|_| self.shown),
            difference: test.map(|test| test.mean_diff),
            interval: test.map(|test| test.ci),
            p_adjusted: p,
            reading: match side {
                _ if !self.shown => StandingReading::Suppressed,
                Some(1) => StandingReading::Above,
                Some(-1) => StandingReading::Below,
                _ => StandingReading::Alike,
            },
            sturdier: Vec::new(),
            no_opinion: None,
            assumptions: test.map(took).unwrap_or_default(),
            doubts: Vec::new(),
        }
    }
}
