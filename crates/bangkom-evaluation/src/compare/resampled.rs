use bangkom_stats::bootstrap::{BootstrapOptions, Statistic, confidence};
use bangkom_stats::distributions::normal;
use bangkom_stats::gain::{individual_gains, normalized_changes};
use bangkom_stats::{ConfidenceLevel, Interval, Moments};
use serde::{Deserialize, Serialize};

use super::Scale;
use super::complete::Complete;
use crate::policy::EvaluationPolicy;

/// Up to how many people are drawn again; above, the linear approximation is as good.
const DRAWN: usize = 2_000;

/// Intervals of gains and effects that have no exact one.
///
/// Pairs are drawn again with both their scores (bias-corrected and accelerated); of more than 2,000 pairs the ratio of the
/// class gain is linearised and means are taken as normal, and `d_av` has no interval.
///
/// # References
/// Efron 1987; Hake 1998; Marx and Cummings 2007; Cochran 1977, the variance of a ratio.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resampled {
    /// How many times people were drawn; 0 where the approximation was taken.
    pub replicates: u32,
    /// Of the class gain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class_gain: Option<Interval>,
    /// Of the mean individual gain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub individual_mean: Option<Interval>,
    /// Of the mean normalised change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change_mean: Option<Interval>,
    /// Of `d_av`, the mean change by the mean of both standard deviations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub d_av: Option<Interval>,
}

impl Resampled {
    /// The intervals of pairs whose changes vary.
    pub(super) fn of(
        own: &Complete,
        scale: Option<Scale>,
        policy: &EvaluationPolicy,
    ) -> Option<Self> {
        if policy.resamples < 2 {
            return None;
        }
        if own.len() > DRAWN {
            return scale.map(|scale| Self::linear(own, scale, policy.level));
        }
        let options = BootstrapOptions::default()
            .level(policy.level)
            .replicates(policy.resamples);
        let pairs: Vec<(f64, f64)> = own.first.iter().copied().zip(own.second.clone()).collect();
        let means = |values: Vec<f64>| interval(&values, &bangkom_stats::bootstrap::Mean, &options);
        Some(Self {
            replicates: policy.resamples,
            class_gain: scale.and_then(|scale| interval(&pairs, &class_gain(scale), &options)),
            individual_mean: scale.and_then(|scale| means(individual(own, scale))),
            change_mean: scale.and_then(|scale| means(normalised(own, scale))),
            d_av: interval(&pairs, &d_av, &options),
        })
    }

    fn linear(own: &Complete, scale: Scale, level: ConfidenceLevel) -> Self {
        let mean = |values: &[f64]| {
            let moments = Moments::of(values);
            let reach = normal::quantile(1.0 - level.tail()).ok()? * moments.sd()?;
            let (mean, reach) = (moments.mean()?, reach / (values.len() as f64).sqrt());
            Some(Interval {
                low: mean - reach,
                high: mean + reach,
            })
        };
        Self {
            replicates: 0,
            class_gain: linear_class_gain(own, scale, mean),
            individual_mean: mean(&individual(own, scale)),
            change_mean: mean(&normalised(own, scale)),
            d_av: None,
        }
    }
}

/// The ratio of mean change to mean room, with the interval of its linear part.
fn linear_class_gain(
    own: &Complete,
    scale: Scale,
    mean: impl Fn(&[f64]) -> Option<Interval>,
) -> Option<Interval> {
    let room: Vec<f64> = own.first.iter().map(|first| scale.high() - first).collect();
    let all = Moments::of(&room).mean().filter(|room| *room > 0.0)?;
    let gain = Moments::of(&own.change).mean()? / all;
    let pairs = own.change.iter().zip(&room);
    let linear: Vec<f64> = pairs
        .map(|(change, room)| gain + (change - gain * room) / all)
        .collect();
    mean(&linear)
}

fn individual(own: &Complete, scale: Scale) -> Vec<f64> {
    let gains = individual_gains(&own.first, &own.second, scale).unwrap_or_default();
    gains.into_iter().flatten().collect()
}

fn normalised(own: &Complete, scale: Scale) -> Vec<f64> {
    let changes = normalized_changes(&own.first, &own.second, scale).unwrap_or_default();
    changes.into_iter().flatten().collect()
}

fn class_gain(scale: Scale) -> impl Fn(&[(f64, f64)]) -> Option<f64> {
    move |pairs| {
        let n = pairs.len() as f64;
        let (gain, room) = pairs
            .iter()
            .fold((0.0, 0.0), |(gain, room), (first, second)| {
                (
                    gain + (second - first) / n,
                    room + (scale.high() - first) / n,
                )
            });
        (room > 0.0).then(|| gain / room)
    }
}

fn d_av(pairs: &[(f64, f64)]) -> Option<f64> {
    let (first, second): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (first, second) = (Moments::of(&first), Moments::of(&second));
    let spread = f64::midpoint(first.sd()?, second.sd()?);
    let change = second.mean()? - first.mean()?;
    (spread > 0.0).then(|| change / spread)
}

/// The accelerated interval; none where the statistic hardly varies from draw to draw.
fn interval<T: Copy>(
    sample: &[T],
    statistic: &impl Statistic<T>,
    options: &BootstrapOptions,
) -> Option<Interval> {
    let ends = confidence(sample, statistic, options).ok()?.bca?.interval;
    (ends.low.is_finite() && ends.high.is_finite()).then_some(ends)
}
