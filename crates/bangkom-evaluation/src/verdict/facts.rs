use bangkom_domain::results::{Selection, TestForms};
use bangkom_stats::Interval;

use super::{VerdictAnswer, VerdictReason};
use crate::compare::{Comparison, Doubt, Status};
use crate::planning::{Planned, participants_needed};
use crate::policy::EvaluationPolicy;

/// What the rule looks at in one comparison.
pub(super) struct Facts<'a> {
    change: &'a Comparison,
    policy: &'a EvaluationPolicy,
    headline: Option<Headline>,
}

/// The estimate that decides.
struct Headline {
    value: f64,
    interval: Option<Interval>,
    p: f64,
}

impl<'a> Facts<'a> {
    pub(super) fn of(change: &'a Comparison, policy: &'a EvaluationPolicy) -> Self {
        Self {
            headline: headline(change),
            change,
            policy,
        }
    }

    /// The p-value that enters the family of tests.
    pub(super) fn p(&self) -> Option<f64> {
        self.headline.as_ref().map(|headline| headline.p)
    }

    /// The answer and its reasons, the p-value being adjusted.
    pub(super) fn answer(&self, p: Option<f64>) -> (VerdictAnswer, Vec<VerdictReason>) {
        let Some((headline, p)) = self.headline.as_ref().zip(p) else {
            return self.without_headline();
        };
        let mut reasons = self.blocks();
        if !reasons.is_empty() {
            return (VerdictAnswer::NotEnough, reasons);
        }
        let sure = p <= self.policy.level.alpha();
        let clear = |side: f64| {
            let ends = headline.interval.map(|it| [side * it.low, side * it.high]);
            sure && headline.value * side > 0.0
                && ends.is_none_or(|ends| ends.iter().all(|end| *end > 0.0))
        };
        if self
            .change
            .against
            .as_ref()
            .is_some_and(|it| it.contradicts)
        {
            reasons.push(VerdictReason::ComparisonContradicts);
        }
        if clear(-1.0) {
            reasons.insert(0, VerdictReason::Fell);
            (VerdictAnswer::Stop, reasons)
        } else if clear(1.0) {
            reasons.insert(0, VerdictReason::Rose);
            self.risen(headline, reasons)
        } else {
            self.unclear(headline, reasons)
        }
    }

    fn without_headline(&self) -> (VerdictAnswer, Vec<VerdictReason>) {
        let change = self.change;
        let still = change
            .summary
            .as_ref()
            .is_some_and(|it| it.mean_diff == 0.0);
        let many = change.flow.both >= self.policy.few_pairs;
        if change.status == Status::AllEqual && still && many {
            let at_top = self.ceiling().into_iter().collect::<Vec<_>>();
            return if at_top.is_empty() {
                (VerdictAnswer::Stop, vec![VerdictReason::NobodyChanged])
            } else {
                (VerdictAnswer::NotEnough, at_top)
            };
        }
        (VerdictAnswer::NotEnough, vec![VerdictReason::NoFigure])
    }

    /// What keeps the change from being believed either way.
    fn blocks(&self) -> Vec<VerdictReason> {
        let (change, mut reasons) = (self.change, Vec::new());
        if change.against.is_none() {
            let design = &change.design;
            if design.forms == Some(TestForms::Different) {
                reasons.push(VerdictReason::DifferentForms);
            }
            if design.retrospective {
                reasons.push(VerdictReason::Retrospective);
            }
            let expected = change.regression.as_ref().and_then(|it| it.expected);
            if design.selection == Some(Selection::LowScores) && expected.is_none() {
                reasons.push(VerdictReason::ChosenLow);
            }
        }
        reasons.extend(self.too_many_lost());
        reasons
    }

    fn too_many_lost(&self) -> Option<VerdictReason> {
        let losses = self.change.losses.as_ref()?;
        let bounds = match (&self.change.against, &losses.lee) {
            (Some(_), Some(lee)) => Some(lee.bounds),
            _ => losses.bounds,
        };
        let one_sided = bounds.is_some_and(|it| it.low > 0.0 || it.high < 0.0);
        let many = losses.share >= self.policy.stop_attrition;
        (many && !one_sided).then_some(VerdictReason::TooManyLost {
            share: losses.share,
        })
    }

    fn risen(
        &self,
        headline: &Headline,
        mut reasons: Vec<VerdictReason>,
    ) -> (VerdictAnswer, Vec<VerdictReason>) {
        let before = reasons.len();
        if self.change.doubts.contains(&Doubt::SturdierDisagrees) {
            reasons.push(VerdictReason::SturdierDisagrees);
        }
        let gain = self
            .gain(headline)
            .filter(|gain| *gain < self.policy.keep_gain);
        reasons.extend(gain.map(|gain| VerdictReason::SmallGain { gain }));
        let answer = if reasons.len() > before {
            VerdictAnswer::Revise
        } else {
            VerdictAnswer::Keep
        };
        (answer, reasons)
    }

    /// The share of the room to the full score that was gained, of the headline.
    fn gain(&self, headline: &Headline) -> Option<f64> {
        let class = self.change.gains.as_ref()?.class_gain?;
        let whole = self.change.summary.as_ref()?.mean_diff;
        // The room is the same whatever change is set against it.
        Some(if whole == 0.0 {
            class
        } else {
            class * headline.value / whole
        })
    }

    fn unclear(
        &self,
        headline: &Headline,
        mut reasons: Vec<VerdictReason>,
    ) -> (VerdictAnswer, Vec<VerdictReason>) {
        let regression = self.change.regression.as_ref().and_then(|it| it.expected);
        if self.chosen_low() {
            reasons.extend(regression.map(|expected| VerdictReason::RegressionToMean { expected }));
        }
        let deviation = self.change.summary.as_ref().map(|summary| summary.sd_pre);
        let worthwhile = deviation.map(|deviation| deviation * self.policy.worthwhile);
        let ruled_out = headline
            .interval
            .zip(worthwhile)
            .is_some_and(|(it, least)| it.high < least);
        if let Some(ceiling) = self.ceiling() {
            reasons.push(ceiling);
        } else if ruled_out {
            reasons.push(VerdictReason::NotWorthwhile);
            return (VerdictAnswer::Stop, reasons);
        } else {
            let needed = self.needed();
            reasons.push(VerdictReason::NotSure { needed });
        }
        (VerdictAnswer::NotEnough, reasons)
    }

    fn chosen_low(&self) -> bool {
        self.change.against.is_none() && self.change.design.selection == Some(Selection::LowScores)
    }

    /// Many who had no room to rise.
    fn ceiling(&self) -> Option<VerdictReason> {
        let share = self.change.gains.as_ref()?.ceiling_pre;
        let many = share >= self.policy.bound_share && share > 0.0;
        many.then_some(VerdictReason::Ceiling { share })
    }

    fn needed(&self) -> Option<u32> {
        let summary = self.change.summary.as_ref()?;
        let d_z = self.policy.worthwhile * summary.sd_pre / summary.sd_diff;
        let clusters = self.change.clusters.as_ref();
        let correlation = clusters.and_then(|it| it.correlation.as_ref());
        let planned = Planned::new(d_z).power(self.policy.power).agencies(
            correlation.map_or(1.0, |it| it.mean_size),
            correlation.map_or(0.0, |it| it.icc.clamp(0.0, 1.0)),
        );
        participants_needed(&planned, self.policy.level)
            .ok()
            .map(|it| it.invited)
    }
}

fn headline(change: &Comparison) -> Option<Headline> {
    let adjusted = change.regression.as_ref().filter(|it| {
        change.design.selection == Some(Selection::LowScores)
            && change.against.is_none()
            && it.expected.is_some()
    });
    let estimate = change.advice.as_ref().and_then(|advice| advice.estimate);
    match (estimate, adjusted) {
        (Some(it), Some(regression)) => Some(Headline {
            value: regression.beyond?,
            interval: regression.beyond_interval,
            p: it.p,
        }),
        (Some(it), None) => Some(Headline {
            value: it.value,
            interval: Some(it.interval),
            p: it.p,
        }),
        (None, _) => all_alike(change),
    }
}

/// Everybody changed by the same: as many signs, all alike.
fn all_alike(change: &Comparison) -> Option<Headline> {
    let value = change.summary.as_ref()?.mean_diff;
    let alike = change.status == Status::AllEqual && change.against.is_none() && value != 0.0;
    let signs = i32::try_from(change.flow.both).unwrap_or(i32::MAX);
    alike.then(|| Headline {
        value,
        interval: None,
        p: 0.5_f64.powi(signs - 1).max(f64::MIN_POSITIVE),
    })
}
